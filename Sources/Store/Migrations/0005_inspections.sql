CREATE TABLE inspections (
  id                TEXT PRIMARY KEY,
  number            BIGINT NOT NULL UNIQUE,
  year              BIGINT NOT NULL,
  inspector_id      TEXT   NOT NULL REFERENCES agencies (id),
  body_id           TEXT   NOT NULL REFERENCES agencies (id),
  kind              TEXT   NOT NULL,
  planned_on        TEXT,
  held_on           TEXT,
  concluded_on      TEXT,
  conclusion_symbol TEXT   NOT NULL,
  cancelled_on      TEXT,
  version           BIGINT NOT NULL,
  recorded_at       TEXT   NOT NULL,
  CHECK (planned_on IS NOT NULL OR held_on IS NOT NULL)
);

CREATE INDEX inspections_by_year ON inspections (year, number);
CREATE INDEX inspections_of_body ON inspections (body_id, year);

CREATE TABLE self_inspections (
  id            TEXT PRIMARY KEY,
  number        BIGINT NOT NULL UNIQUE,
  year          BIGINT NOT NULL,
  body_id       TEXT   NOT NULL REFERENCES agencies (id),
  planned_on    TEXT,
  held_on       TEXT,
  report_symbol TEXT   NOT NULL,
  version       BIGINT NOT NULL,
  recorded_at   TEXT   NOT NULL,
  CHECK (planned_on IS NOT NULL OR held_on IS NOT NULL)
);

CREATE INDEX self_inspections_by_year ON self_inspections (year, number);
CREATE INDEX self_inspections_of_body ON self_inspections (body_id, year);

CREATE TABLE findings (
  id            TEXT PRIMARY KEY,
  number        BIGINT NOT NULL UNIQUE,
  year          BIGINT NOT NULL,
  inspection_id TEXT REFERENCES inspections (id),
  body_id       TEXT   NOT NULL REFERENCES agencies (id),
  text          TEXT   NOT NULL,
  found_on      TEXT   NOT NULL,
  due_on        TEXT   NOT NULL,
  closed_on     TEXT,
  evidence      TEXT   NOT NULL,
  version       BIGINT NOT NULL,
  recorded_at   TEXT   NOT NULL,
  CHECK (due_on >= found_on)
);

CREATE INDEX findings_by_year ON findings (year, number);
CREATE INDEX findings_of_body ON findings (body_id, year);
