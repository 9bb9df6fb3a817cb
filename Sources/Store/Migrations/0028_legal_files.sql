-- How a document came about: its steps, and the opinions asked with how each was taken up.
ALTER TABLE legal_documents ADD COLUMN file_version BIGINT NOT NULL DEFAULT 0;

CREATE TABLE legal_steps (
  document_id TEXT   NOT NULL REFERENCES legal_documents (id),
  position    BIGINT NOT NULL,
  title       TEXT   NOT NULL,
  body        TEXT   NOT NULL,
  days        BIGINT CHECK (days BETWEEN 0 AND 1000),
  counting    TEXT   NOT NULL CHECK (counting IN ('calendar', 'working')),
  term        TEXT   NOT NULL CHECK (term IN ('atMost', 'atLeast')),
  started_on  TEXT,
  done_on     TEXT,
  paper       TEXT   NOT NULL,
  waived      TEXT   NOT NULL,   -- why it was left out; empty when it was not
  source      TEXT   NOT NULL,
  PRIMARY KEY (document_id, position)
);

CREATE TABLE legal_opinions (
  document_id TEXT   NOT NULL REFERENCES legal_documents (id),
  position    BIGINT NOT NULL,
  body        TEXT   NOT NULL,
  asked_on    TEXT,
  answered_on TEXT,
  paper       TEXT   NOT NULL,
  opinion     TEXT   NOT NULL,
  taken       TEXT   CHECK (taken IN ('accepted', 'partly', 'explained')),  -- null: not settled
  reply       TEXT   NOT NULL,
  PRIMARY KEY (document_id, position)
);

-- Whose normative documents count to a year's target; a year without a row counts those of all levels.
CREATE TABLE legal_scopes (
  year    BIGINT PRIMARY KEY,
  levels  TEXT   NOT NULL,   -- separated by spaces
  source  TEXT   NOT NULL,
  version BIGINT NOT NULL
);
