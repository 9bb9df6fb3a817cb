-- Kept from the plan, so that a list of many tasks asks one table.
ALTER TABLE tasks ADD COLUMN year BIGINT NOT NULL DEFAULT 0;
ALTER TABLE tasks ADD COLUMN owner_id TEXT REFERENCES agencies (id);  -- who issued the plan
ALTER TABLE tasks ADD COLUMN code TEXT;                -- 17, BD-SNV-3; null until the task counts
ALTER TABLE tasks ADD COLUMN area TEXT NOT NULL DEFAULT '';
ALTER TABLE tasks ADD COLUMN state TEXT NOT NULL DEFAULT 'open'
  CHECK (state IN ('approach', 'open', 'done', 'cancelled', 'failed'));
ALTER TABLE tasks ADD COLUMN share BIGINT CHECK (share BETWEEN 0 AND 10000);        -- 0.01 %, as reported
ALTER TABLE tasks ADD COLUMN computed BIGINT CHECK (computed BETWEEN 0 AND 10000);  -- 0.01 %, from its parts
ALTER TABLE tasks ADD COLUMN reported_on TEXT;
ALTER TABLE tasks ADD COLUMN cancelled_on TEXT;
ALTER TABLE tasks ADD COLUMN closed_on TEXT;
ALTER TABLE tasks ADD COLUMN parent_id TEXT REFERENCES tasks (id);
ALTER TABLE tasks ADD COLUMN weight BIGINT NOT NULL DEFAULT 1 CHECK (weight BETWEEN 1 AND 1000);
ALTER TABLE tasks ADD COLUMN part_rule TEXT NOT NULL DEFAULT 'count' CHECK (part_rule IN ('count', 'weighted'));
ALTER TABLE tasks ADD COLUMN rolled_from_id TEXT REFERENCES tasks (id);
-- The deadline as a person settled it; due_on follows from it.
ALTER TABLE tasks ADD COLUMN deadline_kind TEXT CHECK (deadline_kind IN ('day', 'after', 'rhythm', 'throughout'));
ALTER TABLE tasks ADD COLUMN deadline_count BIGINT CHECK (deadline_count BETWEEN 0 AND 1000);
ALTER TABLE tasks ADD COLUMN deadline_counting TEXT CHECK (deadline_counting IN ('working', 'calendar'));
ALTER TABLE tasks ADD COLUMN deadline_act TEXT NOT NULL DEFAULT '';
ALTER TABLE tasks ADD COLUMN deadline_act_on TEXT;
ALTER TABLE tasks ADD COLUMN deadline_task_id TEXT REFERENCES tasks (id);
ALTER TABLE tasks ADD COLUMN deadline_rhythm TEXT;
ALTER TABLE tasks ADD COLUMN search_text TEXT NOT NULL DEFAULT '';

UPDATE tasks SET
  year = (SELECT p.year FROM plans p WHERE p.id = tasks.plan_id),
  owner_id = (SELECT p.agency_id FROM plans p WHERE p.id = tasks.plan_id);
UPDATE tasks SET code = CAST(number AS TEXT)
  WHERE decision = 'accepted' AND plan_id IN (
    SELECT id FROM plans WHERE confirmed_on IS NOT NULL AND amends_id IS NULL AND parent_id IS NULL);
UPDATE tasks SET code = (
    SELECT v.code FROM agency_versions v WHERE v.agency_id = tasks.owner_id ORDER BY v.from_on DESC LIMIT 1
  ) || '-' || CAST(number AS TEXT)
  WHERE decision = 'accepted' AND plan_id IN (SELECT id FROM plans WHERE parent_id IS NOT NULL);
UPDATE tasks SET state = 'approach'
  WHERE lead_id IS NULL AND lead_text = '' AND product = '' AND due_on IS NULL AND deadline_text = '';
UPDATE tasks SET state = 'done', share = 10000, reported_on = done_on WHERE done_on IS NOT NULL;

CREATE INDEX tasks_by_code ON tasks (year, code);
CREATE INDEX tasks_by_due ON tasks (year, due_on, id) WHERE code IS NOT NULL;
CREATE INDEX tasks_by_state ON tasks (year, state, due_on, id) WHERE code IS NOT NULL;
CREATE INDEX tasks_late ON tasks (year, due_on, id) WHERE code IS NOT NULL AND state = 'done' AND done_on > due_on;
CREATE INDEX tasks_of_owner ON tasks (owner_id, year, number, id);
CREATE INDEX tasks_of_lead ON tasks (lead_id, year, due_on, id);
CREATE INDEX tasks_of_area ON tasks (year, area, due_on, id);
CREATE INDEX tasks_parts ON tasks (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX tasks_waiting ON tasks (deadline_task_id) WHERE deadline_task_id IS NOT NULL;
CREATE INDEX tasks_rolled ON tasks (rolled_from_id) WHERE rolled_from_id IS NOT NULL;

-- Cooperating agencies that were matched.
CREATE TABLE task_partners (
  task_id   TEXT NOT NULL REFERENCES tasks (id),
  agency_id TEXT NOT NULL REFERENCES agencies (id),
  PRIMARY KEY (task_id, agency_id)
);

CREATE INDEX task_partners_of_agency ON task_partners (agency_id);

-- Reports on tasks, one after another, never changed.
CREATE TABLE task_progress (
  id          TEXT   PRIMARY KEY,
  task_id     TEXT   NOT NULL REFERENCES tasks (id),
  number      BIGINT NOT NULL,
  kind        TEXT   NOT NULL CHECK (kind IN ('going', 'done', 'nothing', 'reopened')),
  as_of_on    TEXT   NOT NULL,
  share       BIGINT CHECK (share BETWEEN 0 AND 10000),  -- 0.01 %; null: nobody said
  note        TEXT   NOT NULL,
  product     TEXT   NOT NULL,
  difficulty  TEXT   NOT NULL,
  author      TEXT REFERENCES accounts (id),
  recorded_at TEXT   NOT NULL,
  UNIQUE (task_id, number)
);

-- How a task ended with its year.
CREATE TABLE task_closures (
  task_id       TEXT PRIMARY KEY REFERENCES tasks (id),
  outcome       TEXT NOT NULL CHECK (outcome IN ('inTime', 'late', 'failed')),
  closed_on     TEXT NOT NULL,
  cause         TEXT CHECK (cause IN ('objective', 'subjective')),
  explanation   TEXT NOT NULL,
  answerable_id TEXT REFERENCES posts (id),   -- the post held on those days
  remedy        TEXT NOT NULL,
  document      TEXT NOT NULL,
  recorded_at   TEXT NOT NULL,
  CHECK (outcome <> 'failed' OR (cause IS NOT NULL AND answerable_id IS NOT NULL))
);

-- Days that do not follow the week: holidays, and Saturdays worked in exchange.
CREATE TABLE calendar_days (
  day_on    TEXT PRIMARY KEY,
  kind      TEXT NOT NULL CHECK (kind IN ('holiday', 'worked')),
  name      TEXT NOT NULL,
  source    TEXT NOT NULL,
  certainty TEXT NOT NULL CHECK (certainty IN ('confirmed', 'reported', 'unverified'))
);
