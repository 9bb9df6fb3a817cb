-- Which criteria of the Ministry's set a criterion feeds.
ALTER TABLE criteria ADD COLUMN feeds TEXT NOT NULL DEFAULT '';

-- Who brings a criterion of a joint file, and by when.
CREATE TABLE criterion_leads (
  assessment BIGINT NOT NULL REFERENCES assessments (number),
  position   BIGINT NOT NULL,
  agency_id  TEXT   NOT NULL REFERENCES agencies (id),
  due_on     TEXT,
  PRIMARY KEY (assessment, position)
);

CREATE INDEX criterion_leads_of_agency ON criterion_leads (agency_id, assessment);

-- What the Ministry announced of the province, year by year.
CREATE TABLE national_results (
  year           BIGINT PRIMARY KEY,
  index_value    BIGINT NOT NULL CHECK (index_value BETWEEN 0 AND 10000),  -- 0.01 %
  rank           BIGINT NOT NULL CHECK (rank BETWEEN 1 AND ranked),
  ranked         BIGINT NOT NULL,
  appraised_rank BIGINT,
  surveyed_rank  BIGINT,
  mean           BIGINT,
  method         TEXT   NOT NULL,
  symbol         TEXT   NOT NULL,
  announced_on   TEXT   NOT NULL,
  recorded_at    TEXT   NOT NULL
);

-- Lost points taken up: what is wanting, why, and the task that mends it.
CREATE TABLE remediations (
  id          TEXT   PRIMARY KEY,
  number      BIGINT NOT NULL UNIQUE,
  assessment  BIGINT NOT NULL REFERENCES assessments (number),
  position    BIGINT NOT NULL,
  lost        BIGINT NOT NULL CHECK (lost > 0),  -- 0.01 point
  shortcoming TEXT   NOT NULL,
  cause       TEXT   NOT NULL,
  remedy      TEXT   NOT NULL,
  lead_id     TEXT   NOT NULL REFERENCES agencies (id),
  due_on      TEXT   NOT NULL,
  task_id     TEXT   NOT NULL REFERENCES tasks (id),
  version     BIGINT NOT NULL,
  recorded_at TEXT   NOT NULL,
  UNIQUE (assessment, position)
);

CREATE INDEX remediations_of_task ON remediations (task_id);

-- What agencies say to a draft set, and what was made of it.
CREATE TABLE criteria_opinions (
  id          TEXT   PRIMARY KEY,
  number      BIGINT NOT NULL UNIQUE,
  set_id      TEXT   NOT NULL REFERENCES criteria_sets (id),
  code        TEXT   NOT NULL,   -- of the criterion; empty for the whole set
  agency_id   TEXT   NOT NULL REFERENCES agencies (id),
  opinion     TEXT   NOT NULL,
  answer      TEXT,              -- taken, explained
  answer_text TEXT   NOT NULL,
  given_by    TEXT   REFERENCES accounts (id),
  given_at    TEXT   NOT NULL,
  answered_by TEXT   REFERENCES accounts (id),
  answered_at TEXT,
  version     BIGINT NOT NULL
);

CREATE INDEX criteria_opinions_of_set ON criteria_opinions (set_id, number);
