-- Reporting periods of a year; opened and changed by the standing office.
CREATE TABLE periods (
  year           BIGINT NOT NULL,
  code           TEXT   NOT NULL,
  position       BIGINT NOT NULL,
  name_vi        TEXT   NOT NULL,
  name_en        TEXT   NOT NULL,
  first_on       TEXT   NOT NULL,
  last_on        TEXT   NOT NULL,    -- what the authority's own report covers
  agency_last_on TEXT   NOT NULL,    -- what the agencies' reports cover
  agency_due_on  TEXT   NOT NULL,
  lower_due_on   TEXT,               -- for bodies that go through another agency
  due_on         TEXT   NOT NULL,    -- for the authority's own report
  source         TEXT   NOT NULL,
  locked_from    TEXT,
  lock_reason    TEXT,
  version        BIGINT NOT NULL,
  PRIMARY KEY (year, code),
  CHECK (first_on <= agency_last_on AND agency_last_on <= last_on),
  CHECK (agency_last_on <= agency_due_on AND agency_due_on <= due_on),
  CHECK (lower_due_on IS NULL OR lower_due_on <= agency_due_on),
  CHECK ((locked_from IS NULL) = (lock_reason IS NULL))
);

-- One agency may still submit in a locked period, until a day.
CREATE TABLE lock_exceptions (
  year      BIGINT NOT NULL,
  period    TEXT   NOT NULL,
  agency_id TEXT   NOT NULL REFERENCES agencies (id),
  until_on  TEXT   NOT NULL,
  reason    TEXT   NOT NULL,
  PRIMARY KEY (year, period, agency_id),
  FOREIGN KEY (year, period) REFERENCES periods (year, code)
);

-- How agencies report in a year; a year without a row goes by the usual rules.
CREATE TABLE reporting_rules (
  year       BIGINT PRIMARY KEY,
  levels     TEXT   NOT NULL CHECK (levels IN ('straight', 'levelByLevel')),
  sender     TEXT   NOT NULL CHECK (sender IN ('officer', 'head')),
  document   TEXT   NOT NULL CHECK (document IN ('expected', 'notExpected')),
  timeliness TEXT   NOT NULL CHECK (timeliness IN ('data', 'document')),
  source     TEXT   NOT NULL,
  version    BIGINT NOT NULL
);

-- What an agency sent for a period, as it stands after its last step.
CREATE TABLE submissions (
  id                   TEXT   PRIMARY KEY,
  number               BIGINT NOT NULL UNIQUE,
  year                 BIGINT NOT NULL,
  period               TEXT   NOT NULL,
  agency_id            TEXT   NOT NULL REFERENCES agencies (id),
  state                TEXT   NOT NULL CHECK (state IN ('submitted', 'returned', 'accepted')),
  desk_id              TEXT   REFERENCES agencies (id),  -- the superior that takes it up first
  round                BIGINT NOT NULL CHECK (round >= 1),
  accepted_round       BIGINT,
  first_on             TEXT   NOT NULL,
  sent_on              TEXT   NOT NULL,
  nothing_arose        TEXT   CHECK (nothing_arose = 'yes'),
  digest               TEXT   NOT NULL,
  document_symbol      TEXT,
  document_on          TEXT,
  document_recorded_on TEXT,
  document_file        TEXT,
  version              BIGINT NOT NULL,
  UNIQUE (year, period, agency_id),
  FOREIGN KEY (year, period) REFERENCES periods (year, code),
  CHECK (desk_id IS NULL OR state = 'submitted'),
  CHECK (accepted_round IS NULL OR accepted_round <= round),
  CHECK ((document_symbol IS NULL) = (document_on IS NULL))
);

CREATE INDEX submissions_of_agency ON submissions (agency_id, year);

-- What happened to it, oldest first; a sending has the content as it was then.
CREATE TABLE submission_steps (
  submission_id TEXT   NOT NULL REFERENCES submissions (id),
  position      BIGINT NOT NULL,
  kind          TEXT   NOT NULL
    CHECK (kind IN ('submitted', 'passedOn', 'accepted', 'returned', 'documented')),
  round         BIGINT NOT NULL,
  day_on        TEXT   NOT NULL,
  at            TEXT   NOT NULL,
  person        TEXT   NOT NULL REFERENCES accounts (id),
  reason        TEXT,
  entry         BIGINT NOT NULL REFERENCES journal_entries (seq),  -- the receipt
  content       TEXT,                                              -- canonical JSON
  PRIMARY KEY (submission_id, position),
  CHECK ((kind = 'submitted') = (content IS NOT NULL))
);

-- Autosaved, off the record, seen by those who write it; gone once it is sent.
CREATE TABLE submission_drafts (
  year      BIGINT NOT NULL,
  period    TEXT   NOT NULL,
  agency_id TEXT   NOT NULL REFERENCES agencies (id),
  fields    TEXT   NOT NULL,   -- JSON: what was typed, be it right or wrong
  version   BIGINT NOT NULL,
  saved_at  TEXT   NOT NULL,
  saved_by  TEXT   NOT NULL REFERENCES accounts (id),
  ready_at  TEXT,              -- given to the head to approve and send
  PRIMARY KEY (year, period, agency_id),
  FOREIGN KEY (year, period) REFERENCES periods (year, code)
);
