-- Criteria sets: one edition for each block and year; "" stands for the province itself.
CREATE TABLE criteria_sets (
  id          TEXT PRIMARY KEY,
  number      BIGINT NOT NULL UNIQUE,
  name        TEXT   NOT NULL,
  block       TEXT   NOT NULL,
  year        BIGINT NOT NULL,
  symbol      TEXT   NOT NULL,   -- the decision that issued it; empty for a draft
  issued_on   TEXT,
  source      TEXT   NOT NULL,
  classes     TEXT   NOT NULL,   -- Tốt >=80; Khá >=65
  ties        TEXT   NOT NULL,
  closed_on   TEXT,              -- when somebody was first scored by it
  version     BIGINT NOT NULL,
  recorded_at TEXT   NOT NULL
);

CREATE INDEX criteria_sets_by_year ON criteria_sets (year, block, number);

CREATE TABLE criteria (
  set_id    TEXT   NOT NULL REFERENCES criteria_sets (id),
  position  BIGINT NOT NULL,
  code      TEXT   NOT NULL,
  parent    BIGINT,              -- the position of the line above it in the tree
  title     TEXT   NOT NULL,
  maximum   BIGINT NOT NULL CHECK (maximum >= 0),  -- 0.01 point
  nature    TEXT   NOT NULL,
  input     TEXT,                -- null for a group, as is the rule
  rule      TEXT,
  evidence  TEXT   NOT NULL,
  appraiser TEXT   NOT NULL,     -- the code of a body; empty for any appraiser
  confirmer TEXT   NOT NULL,
  source    TEXT   NOT NULL,
  exemption TEXT   NOT NULL,
  PRIMARY KEY (set_id, position),
  UNIQUE (set_id, code),
  CHECK ((input IS NULL) = (rule IS NULL)),
  CHECK (parent IS NULL OR parent < position)
);

-- Why a sum that doesn't come out stands; code "" is the whole set.
CREATE TABLE criteria_notes (
  set_id TEXT NOT NULL REFERENCES criteria_sets (id),
  code   TEXT NOT NULL,
  note   TEXT NOT NULL,
  PRIMARY KEY (set_id, code)
);

CREATE TABLE scoring_rounds (
  id                  TEXT PRIMARY KEY,
  number              BIGINT NOT NULL UNIQUE,
  year                BIGINT NOT NULL,
  block               TEXT   NOT NULL,
  set_id              TEXT   NOT NULL REFERENCES criteria_sets (id),
  title               TEXT   NOT NULL,
  cut_off_on          TEXT   NOT NULL,
  self_due_on         TEXT   NOT NULL,
  refused_after_on    TEXT,
  supplement_until_on TEXT,
  appraisal_due_on    TEXT,
  explanation_due_on  TEXT,
  second_due_on       TEXT,
  council_due_on      TEXT,
  confirmation_due_on TEXT,
  late_rule           TEXT   NOT NULL,
  published_on        TEXT,
  published_symbol    TEXT   NOT NULL,
  version             BIGINT NOT NULL,
  recorded_at         TEXT   NOT NULL,
  UNIQUE (year, block)
);

-- One agency's run through a round. The totals are kept by the action that changes a line.
CREATE TABLE assessments (
  number          BIGINT PRIMARY KEY,
  round_id        TEXT   NOT NULL REFERENCES scoring_rounds (id),
  agency_id       TEXT   NOT NULL REFERENCES agencies (id),
  stage           TEXT   NOT NULL,
  submitted_on    TEXT,
  penalty         BIGINT NOT NULL CHECK (penalty <= 0),
  excuse          TEXT   NOT NULL,
  confirmation    TEXT   NOT NULL,
  own_points      BIGINT NOT NULL,  -- what the agency gave itself, the survey left out
  own_maximum     BIGINT NOT NULL,
  points          BIGINT NOT NULL,  -- what counts now: the latest voice for each line
  maximum         BIGINT NOT NULL,
  appraised       BIGINT NOT NULL,
  appraised_of    BIGINT NOT NULL,
  surveyed        BIGINT NOT NULL,
  surveyed_of     BIGINT NOT NULL,
  index_value     BIGINT,           -- 0.01 %; null when nothing applies
  version         BIGINT NOT NULL,
  recorded_at     TEXT   NOT NULL,
  UNIQUE (round_id, agency_id)
);

CREATE INDEX assessments_of_agency ON assessments (agency_id, round_id);

-- What the year says to each line: measured, declared or surveyed.
CREATE TABLE assessment_answers (
  assessment  BIGINT NOT NULL REFERENCES assessments (number),
  position    BIGINT NOT NULL,
  branch      BIGINT NOT NULL,
  kind        TEXT   NOT NULL,   -- number, chosen, none (nothing arose), exempt
  numerator   BIGINT NOT NULL,   -- of what was chosen: its position
  denominator BIGINT NOT NULL CHECK (denominator > 0),
  note        TEXT   NOT NULL,   -- evidence by number and date, or why there is none
  origin      TEXT   NOT NULL,   -- measured, declared, surveyed, supplement
  recorded_by TEXT REFERENCES accounts (id),
  recorded_at TEXT   NOT NULL,
  PRIMARY KEY (assessment, position)
);

-- What each voice gave each line, kept apart for ever.
CREATE TABLE assessment_scores (
  assessment  BIGINT NOT NULL REFERENCES assessments (number),
  position    BIGINT NOT NULL,
  voice       TEXT   NOT NULL,
  points      BIGINT,            -- null: does not apply
  reason      TEXT   NOT NULL,
  given_by    TEXT REFERENCES accounts (id),
  given_at    TEXT   NOT NULL,
  PRIMARY KEY (assessment, position, voice)
);

-- What the agency says to an appraised line that it sees otherwise.
CREATE TABLE assessment_explanations (
  assessment BIGINT NOT NULL REFERENCES assessments (number),
  position   BIGINT NOT NULL,
  text       TEXT   NOT NULL,
  given_by   TEXT REFERENCES accounts (id),
  given_at   TEXT   NOT NULL,
  PRIMARY KEY (assessment, position)
);

-- Each step an assessment took: who, when, why.
CREATE TABLE assessment_steps (
  assessment BIGINT NOT NULL REFERENCES assessments (number),
  seq        BIGINT NOT NULL,
  stage      TEXT   NOT NULL,
  reason     TEXT   NOT NULL,
  taken_by   TEXT REFERENCES accounts (id),
  taken_at   TEXT   NOT NULL,
  PRIMARY KEY (assessment, seq)
);
