-- Work by the clock. Off the record; each piece is safe to repeat.
CREATE TABLE jobs (
  id         TEXT   PRIMARY KEY,
  kind       TEXT   NOT NULL,
  slot_on    TEXT   NOT NULL,    -- the day it is done for: once for each kind and day
  due_at     TEXT   NOT NULL,
  attempts   BIGINT NOT NULL,
  leased_by  TEXT,               -- the process that works on it
  leased_to  TEXT,               -- until when; afterwards another may take it
  done_at    TEXT,
  gave_up_at TEXT,
  outcome    TEXT   NOT NULL,    -- what came of the last attempt
  UNIQUE (kind, slot_on)
);

CREATE INDEX jobs_open ON jobs (due_at) WHERE done_at IS NULL AND gave_up_at IS NULL;

-- A mail is written by an action and handed to sendmail by one process.
CREATE TABLE mails (
  id         TEXT   PRIMARY KEY,
  recipient  TEXT   NOT NULL,    -- an account, or an address that belongs to none
  day_on     TEXT   NOT NULL,
  kind       TEXT   NOT NULL,    -- one a day of each kind for each recipient
  address    TEXT   NOT NULL,
  subject    TEXT   NOT NULL,
  body       TEXT   NOT NULL,
  written_at TEXT   NOT NULL,
  due_at     TEXT   NOT NULL,
  attempts   BIGINT NOT NULL,
  handed_at  TEXT,               -- when sendmail was begun; with no sent_at its end is not known
  handed_by  TEXT,
  sent_at    TEXT,
  failed_at  TEXT,
  outcome    TEXT   NOT NULL,
  UNIQUE (recipient, day_on, kind)
);

CREATE INDEX mails_open ON mails (due_at) WHERE handed_at IS NULL AND failed_at IS NULL;

-- Backups that were restored into a scratch place and found whole.
CREATE TABLE proved_backups (
  proved_at   TEXT   PRIMARY KEY,
  made_at     TEXT   NOT NULL,   -- the snapshot's moment
  path        TEXT   NOT NULL,
  bytes       BIGINT NOT NULL,
  table_rows  BIGINT NOT NULL,
  journal_seq BIGINT NOT NULL
);
