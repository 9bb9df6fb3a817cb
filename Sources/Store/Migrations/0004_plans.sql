CREATE TABLE programmes (
  id         TEXT PRIMARY KEY,
  symbol     TEXT NOT NULL,
  title      TEXT NOT NULL,
  first_year BIGINT NOT NULL,
  last_year  BIGINT NOT NULL,
  CHECK (first_year <= last_year)
);

-- A plan of the province, or of one of its agencies: then parent_id names the plan it carries out.
CREATE TABLE plans (
  id           TEXT PRIMARY KEY,
  agency_id    TEXT   NOT NULL REFERENCES agencies (id),
  year         BIGINT NOT NULL,
  type         TEXT   NOT NULL,
  symbol       TEXT   NOT NULL,
  title        TEXT   NOT NULL,
  place        TEXT   NOT NULL,
  signer       TEXT   NOT NULL,
  issued_on    TEXT,
  effective_on TEXT,
  parent_id    TEXT REFERENCES plans (id),
  amends_id    TEXT REFERENCES plans (id),
  programme_id TEXT REFERENCES programmes (id),
  confirmed_by TEXT,
  confirmed_on TEXT,
  version      BIGINT NOT NULL,
  recorded_at  TEXT   NOT NULL
);

CREATE INDEX plans_by_year ON plans (year, agency_id);

-- One main plan a year for each agency; drafts being read and amendments apart.
CREATE UNIQUE INDEX plans_main ON plans (agency_id, year) WHERE amends_id IS NULL AND parent_id IS NOT NULL;

-- The text as it was issued, never normalised.
CREATE TABLE plan_texts (
  plan_id TEXT PRIMARY KEY REFERENCES plans (id),
  text    TEXT NOT NULL
);

CREATE TABLE clauses (
  plan_id  TEXT   NOT NULL REFERENCES plans (id),
  position BIGINT NOT NULL,
  path     TEXT   NOT NULL,
  kind     TEXT   NOT NULL,
  start_at BIGINT NOT NULL,             -- offsets in Unicode scalars, the end exclusive
  end_at   BIGINT NOT NULL,
  PRIMARY KEY (plan_id, position),
  CHECK (start_at <= end_at)
);

-- What the reader was not sure of.
CREATE TABLE plan_queries (
  plan_id    TEXT   NOT NULL REFERENCES plans (id),
  position   BIGINT NOT NULL,
  start_at   BIGINT NOT NULL,
  end_at     BIGINT NOT NULL,
  message_vi TEXT   NOT NULL,
  message_en TEXT   NOT NULL,
  PRIMARY KEY (plan_id, position)
);

CREATE TABLE targets (
  id              TEXT PRIMARY KEY,
  plan_id         TEXT   NOT NULL REFERENCES plans (id),
  position        BIGINT NOT NULL,
  code            TEXT   NOT NULL,      -- II.1.a.2-1
  start_at        BIGINT NOT NULL,
  end_at          BIGINT NOT NULL,
  decision        TEXT   NOT NULL CHECK (decision IN ('proposed', 'accepted', 'rejected')),
  title           TEXT   NOT NULL,
  comparator      TEXT   NOT NULL,
  value           TEXT,                 -- hundredths: 3000, 4500-5000; =tốt
  unit            TEXT   NOT NULL,
  measure         TEXT,
  scope_id        TEXT REFERENCES scopes (id),
  deadline_on     TEXT,
  deadline_source TEXT   NOT NULL,
  lead_id         TEXT REFERENCES agencies (id),
  answerable      TEXT   NOT NULL,
  reading         TEXT CHECK (reading IN ('together', 'perTier')),
  reading_basis   TEXT   NOT NULL,
  replaces_id     TEXT REFERENCES targets (id),
  version         BIGINT NOT NULL,
  UNIQUE (plan_id, code)
);

CREATE TABLE tasks (
  id            TEXT PRIMARY KEY,
  plan_id       TEXT   NOT NULL REFERENCES plans (id),
  number        BIGINT NOT NULL,
  clause        TEXT   NOT NULL,
  text          TEXT   NOT NULL,
  lead_id       TEXT REFERENCES agencies (id),
  lead_text     TEXT   NOT NULL,
  cooperating   TEXT   NOT NULL,
  product       TEXT   NOT NULL,
  due_on        TEXT,
  deadline_text TEXT   NOT NULL,
  budget        TEXT   NOT NULL,
  done_on       TEXT,
  decision      TEXT   NOT NULL CHECK (decision IN ('proposed', 'accepted', 'rejected')),
  UNIQUE (plan_id, number)
);
