-- Procedures that pass through several bodies, and the regulations by which these work together.
CREATE TABLE coordinated_procedures (
  id             TEXT   PRIMARY KEY,
  number         BIGINT NOT NULL UNIQUE,
  code           TEXT   NOT NULL UNIQUE,
  name           TEXT   NOT NULL,
  field          TEXT   NOT NULL CHECK (field IN ('land', 'construction', 'investment', 'labour', 'other')),
  body_id        TEXT   NOT NULL REFERENCES agencies (id),
  limit_days     BIGINT CHECK (limit_days BETWEEN 0 AND 100000),   -- 0.01 working day
  has_regulation TEXT   CHECK (has_regulation IN ('yes', 'no')),   -- null: not said
  has_process    TEXT   CHECK (has_process IN ('yes', 'no')),
  process_symbol TEXT   NOT NULL,
  need           TEXT   CHECK (need IN ('amend', 'issue')),
  need_of        TEXT   CHECK (need_of IN ('regulation', 'process', 'both')),
  doer_id        TEXT   REFERENCES agencies (id),
  due_on         TEXT,
  listed_on      TEXT   NOT NULL,
  note           TEXT   NOT NULL,
  version        BIGINT NOT NULL,
  recorded_at    TEXT   NOT NULL,
  CHECK (need IS NOT NULL OR (need_of IS NULL AND doer_id IS NULL AND due_on IS NULL))
);

-- The task by which somebody amends or issues what a procedure lacks.
CREATE TABLE coordination_tasks (
  procedure_id TEXT NOT NULL REFERENCES coordinated_procedures (id),
  task_id      TEXT NOT NULL REFERENCES tasks (id),
  PRIMARY KEY (procedure_id, task_id)
);

CREATE INDEX coordination_tasks_of_task ON coordination_tasks (task_id);

CREATE TABLE coordination_regulations (
  id          TEXT   PRIMARY KEY,
  number      BIGINT NOT NULL UNIQUE,
  issuer_id   TEXT   NOT NULL REFERENCES agencies (id),
  symbol      TEXT   NOT NULL,
  title       TEXT   NOT NULL,
  signed_on   TEXT   NOT NULL,
  in_force_on TEXT   NOT NULL,
  ended_on    TEXT,
  replaces    TEXT   NOT NULL,
  review_on   TEXT,
  version     BIGINT NOT NULL,
  recorded_at TEXT   NOT NULL,
  UNIQUE (issuer_id, symbol, signed_on),
  CHECK (in_force_on >= signed_on)
);

-- By code, because a regulation may name a procedure that is not on the list yet.
CREATE TABLE coordination_regulation_procedures (
  regulation_id TEXT   NOT NULL REFERENCES coordination_regulations (id),
  position      BIGINT NOT NULL,
  code          TEXT   NOT NULL,
  PRIMARY KEY (regulation_id, position),
  UNIQUE (regulation_id, code)
);

CREATE TABLE coordination_steps (
  regulation_id TEXT   NOT NULL REFERENCES coordination_regulations (id),
  position      BIGINT NOT NULL,
  name          TEXT   NOT NULL,
  body          TEXT   NOT NULL,
  days          BIGINT NOT NULL CHECK (days >= 0),                 -- 0.01 working day
  hand_over     TEXT   NOT NULL,
  condition     TEXT   NOT NULL,
  parallel      TEXT   CHECK (parallel = 'yes'),
  PRIMARY KEY (regulation_id, position)
);
