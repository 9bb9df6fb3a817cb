-- The yearly plan of inspection as a body issued it; a later one of the same year amends it.
CREATE TABLE inspection_plans (
  id          TEXT   PRIMARY KEY,
  number      BIGINT NOT NULL UNIQUE,
  year        BIGINT NOT NULL,
  issuer_id   TEXT   NOT NULL REFERENCES agencies (id),
  symbol      TEXT   NOT NULL,
  issued_on   TEXT   NOT NULL,
  recorded_at TEXT   NOT NULL,
  UNIQUE (year, issuer_id, symbol)
);

-- What its annex named on that day; never changed.
CREATE TABLE inspection_plan_lines (
  plan_id       TEXT   NOT NULL REFERENCES inspection_plans (id),
  position      BIGINT NOT NULL,
  inspection_id TEXT   NOT NULL REFERENCES inspections (id),
  inspector_id  TEXT   NOT NULL REFERENCES agencies (id),
  body_id       TEXT   NOT NULL REFERENCES agencies (id),
  planned_on    TEXT   NOT NULL,
  mode          TEXT   NOT NULL CHECK (mode IN ('onSite', 'throughReports')),
  PRIMARY KEY (plan_id, position)
);

CREATE INDEX inspection_plan_lines_of_inspection ON inspection_plan_lines (inspection_id);
