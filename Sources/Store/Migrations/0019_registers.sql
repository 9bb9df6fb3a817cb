-- Registers: dated things that bodies did or have. Each begins with the same columns.
CREATE TABLE dossier_counts (
  id              TEXT PRIMARY KEY,
  number          BIGINT NOT NULL UNIQUE,
  year            BIGINT NOT NULL,
  body_id         TEXT   NOT NULL REFERENCES agencies (id),
  day_on          TEXT   NOT NULL,    -- the month's last day
  area            TEXT,
  carried         BIGINT,
  received        BIGINT,
  early           BIGINT,
  on_time         BIGINT,
  late            BIGINT,
  pending         BIGINT,
  withdrawn       BIGINT,
  pending_late    BIGINT,             -- of the pending ones; null: not counted there
  online          BIGINT,             -- null: not counted there
  digital_results BIGINT,
  online_payments BIGINT,
  source          TEXT,
  version         BIGINT NOT NULL,
  recorded_at     TEXT   NOT NULL,
  CHECK (carried + received = early + on_time + late + pending + withdrawn),
  CHECK (pending_late <= pending)
);

CREATE INDEX dossier_counts_by_year ON dossier_counts (year, number);
CREATE INDEX dossier_counts_of_body ON dossier_counts (body_id, day_on);

-- How a year's share on time is counted; a year without a row uses the usual formula.
CREATE TABLE on_time_formulas (
  year        BIGINT PRIMARY KEY,
  formula     TEXT   NOT NULL CHECK (formula IN ('of-solved', 'of-due', 'not-late')),
  source      TEXT   NOT NULL,
  recorded_at TEXT   NOT NULL
);

CREATE TABLE communications (
  id          TEXT PRIMARY KEY,
  number      BIGINT NOT NULL UNIQUE,
  year        BIGINT NOT NULL,
  body_id     TEXT   NOT NULL REFERENCES agencies (id),
  day_on      TEXT   NOT NULL,
  title       TEXT,
  form        TEXT,
  planned_on  TEXT,
  held_on     TEXT,
  reach       BIGINT,
  evidence    TEXT,
  version     BIGINT NOT NULL,
  recorded_at TEXT   NOT NULL
);

CREATE INDEX communications_by_year ON communications (year, number);

CREATE TABLE initiatives (
  id               TEXT PRIMARY KEY,
  number           BIGINT NOT NULL UNIQUE,
  year             BIGINT NOT NULL,
  body_id          TEXT   NOT NULL REFERENCES agencies (id),
  day_on           TEXT   NOT NULL,
  title            TEXT,
  proposed_on      TEXT,
  pilot_place      TEXT,
  pilot_from       TEXT,
  pilot_until      TEXT,
  evaluated_on     TEXT,
  lessons          TEXT,
  outcome          TEXT CHECK (outcome IN ('stop', 'amend', 'replicate')),
  replicated_where TEXT,
  replicated_by    TEXT,
  replicate_due_on TEXT,
  recognised_on    TEXT,
  recognition      TEXT,
  version          BIGINT NOT NULL,
  recorded_at      TEXT   NOT NULL
);

CREATE INDEX initiatives_by_year ON initiatives (year, number);

-- The task by which a body takes a replicated initiative over.
CREATE TABLE initiative_tasks (
  initiative_id TEXT NOT NULL REFERENCES initiatives (id),
  task_id       TEXT NOT NULL REFERENCES tasks (id),
  PRIMARY KEY (initiative_id, task_id)
);

CREATE INDEX initiative_tasks_of_task ON initiative_tasks (task_id);

-- Money in thousands of đồng.
CREATE TABLE budgets (
  id          TEXT PRIMARY KEY,
  number      BIGINT NOT NULL UNIQUE,
  year        BIGINT NOT NULL,
  body_id     TEXT   NOT NULL REFERENCES agencies (id),
  day_on      TEXT   NOT NULL,
  purpose     TEXT,
  task_number BIGINT,
  area        TEXT,
  assigned    BIGINT,
  allotted    BIGINT,
  spent       BIGINT,
  basis       TEXT,
  version     BIGINT NOT NULL,
  recorded_at TEXT   NOT NULL
);

CREATE INDEX budgets_by_year ON budgets (year, number);

CREATE TABLE staffings (
  id          TEXT PRIMARY KEY,
  number      BIGINT NOT NULL UNIQUE,
  year        BIGINT NOT NULL,
  body_id     TEXT   NOT NULL REFERENCES agencies (id),
  day_on      TEXT   NOT NULL,
  full_time   BIGINT,
  part_time   BIGINT,
  trained     BIGINT,
  note        TEXT,
  version     BIGINT NOT NULL,
  recorded_at TEXT   NOT NULL
);

CREATE INDEX staffings_by_year ON staffings (year, number);

CREATE TABLE outside_results (
  id          TEXT PRIMARY KEY,
  number      BIGINT NOT NULL UNIQUE,
  year        BIGINT NOT NULL,
  body_id     TEXT   NOT NULL REFERENCES agencies (id),
  day_on      TEXT   NOT NULL,
  index_name  TEXT,
  value       BIGINT,                 -- hundredths
  rank        BIGINT,
  answers     BIGINT,
  method      TEXT,
  source      TEXT,
  version     BIGINT NOT NULL,
  recorded_at TEXT   NOT NULL
);

CREATE INDEX outside_results_by_year ON outside_results (year, number);

CREATE TABLE commitments (
  id          TEXT PRIMARY KEY,
  number      BIGINT NOT NULL UNIQUE,
  year        BIGINT NOT NULL,
  body_id     TEXT   NOT NULL REFERENCES agencies (id),
  day_on      TEXT   NOT NULL,
  signer      TEXT,
  text        TEXT,
  due_on      TEXT,
  done_on     TEXT,
  evidence    TEXT,
  version     BIGINT NOT NULL,
  recorded_at TEXT   NOT NULL
);

CREATE INDEX commitments_by_year ON commitments (year, number);

CREATE TABLE milestones (
  id          TEXT PRIMARY KEY,
  number      BIGINT NOT NULL UNIQUE,
  year        BIGINT NOT NULL,
  body_id     TEXT   NOT NULL REFERENCES agencies (id),
  day_on      TEXT   NOT NULL,
  programme   TEXT,
  text        TEXT,
  targets     TEXT,
  reached_on  TEXT,
  evidence    TEXT,
  version     BIGINT NOT NULL,
  recorded_at TEXT   NOT NULL
);

CREATE INDEX milestones_by_year ON milestones (year, number);
