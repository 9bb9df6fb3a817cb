-- How far the journal has come. Every write on the record takes this row first, so the workspace
-- has one writer at a time and the chain no gap.
CREATE TABLE journal_head (
  id   BIGINT PRIMARY KEY CHECK (id = 1),
  seq  BIGINT NOT NULL CHECK (seq >= 0),
  hash TEXT   NOT NULL
);

INSERT INTO journal_head (id, seq, hash) VALUES (1, 0, '');

-- Who did what, when and why.
CREATE TABLE journal_entries (
  seq           BIGINT PRIMARY KEY,
  at            TEXT NOT NULL,
  actor         TEXT,           -- an account; null is the program itself
  agency        TEXT,
  action        TEXT NOT NULL,  -- plan.issued
  reason        TEXT,
  previous_hash TEXT NOT NULL,  -- of the entry before; empty in the first
  hash          TEXT NOT NULL   -- SHA-256 over the entry and the digests of its changes
);

-- One record each that an entry touched.
CREATE TABLE journal_changes (
  seq         BIGINT NOT NULL REFERENCES journal_entries (seq),
  position    BIGINT NOT NULL,
  kind        TEXT   NOT NULL,
  record      TEXT   NOT NULL,
  before_text TEXT,             -- canonical JSON; null when the record is new
  after_text  TEXT,             -- canonical JSON; null when it was withdrawn
  salt        TEXT,             -- random; null when the law made us erase the texts
  digest      TEXT   NOT NULL,  -- SHA-256 over salt, kind, record and both texts
  PRIMARY KEY (seq, position)
);

CREATE INDEX journal_changes_of_record ON journal_changes (kind, record, seq);

-- How often what a topic's pages are computed from has changed.
CREATE TABLE revisions (
  topic TEXT   NOT NULL,
  year  BIGINT NOT NULL,        -- 0 when the topic belongs to no year
  seq   BIGINT NOT NULL,
  PRIMARY KEY (topic, year)
);

-- The last number given of each kind.
CREATE TABLE counters (
  kind  TEXT PRIMARY KEY,
  value BIGINT NOT NULL
);

-- The workspace's own settings.
CREATE TABLE settings (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

-- First and last day of a plan year, where they are not the usual 15/12 to 14/12.
CREATE TABLE years (
  year     BIGINT PRIMARY KEY,
  first_on TEXT NOT NULL,
  last_on  TEXT NOT NULL,
  source   TEXT,                 -- the document that says so
  CHECK (first_on <= last_on)
);
