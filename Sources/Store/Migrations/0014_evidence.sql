-- A document that proves something. Its bytes are its revisions; what it proves are its links.
CREATE TABLE evidence_files (
  id          TEXT   PRIMARY KEY,
  number      BIGINT NOT NULL UNIQUE,
  title       TEXT   NOT NULL,
  issuer      TEXT   NOT NULL,
  symbol      TEXT   NOT NULL,
  issued_on   TEXT,
  search_text TEXT   NOT NULL,                         -- title, issuer, symbol and file name, folded
  revision    BIGINT NOT NULL CHECK (revision >= 1),   -- the newest
  version     BIGINT NOT NULL,
  added_by    TEXT   NOT NULL REFERENCES accounts (id),
  recorded_at TEXT   NOT NULL
);

-- Every version of a document's bytes, which lie under --files as ab/cd/<sha256>; none is removed.
CREATE TABLE evidence_revisions (
  file_id  TEXT   NOT NULL REFERENCES evidence_files (id),
  revision BIGINT NOT NULL CHECK (revision >= 1),
  sha256   TEXT   NOT NULL,
  bytes    BIGINT NOT NULL CHECK (bytes > 0),
  type     TEXT   NOT NULL,                            -- by its content
  name     TEXT   NOT NULL,                            -- on the sender's machine, without folders
  added_by TEXT   NOT NULL REFERENCES accounts (id),
  added_at TEXT   NOT NULL,
  PRIMARY KEY (file_id, revision)
);

CREATE INDEX evidence_revisions_of_bytes ON evidence_revisions (sha256);

-- That a document proves something about a record, until it is withdrawn.
CREATE TABLE evidence_links (
  id           TEXT PRIMARY KEY,
  file_id      TEXT NOT NULL REFERENCES evidence_files (id),
  kind         TEXT NOT NULL,
  record       TEXT NOT NULL,
  agency_id    TEXT REFERENCES agencies (id),          -- whose record it is; null: the workspace's
  note         TEXT NOT NULL,
  linked_by    TEXT NOT NULL REFERENCES accounts (id),
  linked_at    TEXT NOT NULL,
  withdrawn_by TEXT REFERENCES accounts (id),
  withdrawn_at TEXT,
  CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
);

CREATE INDEX evidence_links_of_record ON evidence_links (kind, record);
CREATE INDEX evidence_links_of_file ON evidence_links (file_id);
CREATE INDEX evidence_links_of_agency ON evidence_links (agency_id);
CREATE UNIQUE INDEX evidence_links_standing ON evidence_links (kind, record, file_id) WHERE withdrawn_at IS NULL;

-- Why there is no evidence for a record, in the words of who answers for it.
CREATE TABLE evidence_explanations (
  kind         TEXT   NOT NULL,
  record       TEXT   NOT NULL,
  text         TEXT   NOT NULL,
  version      BIGINT NOT NULL,
  explained_by TEXT   NOT NULL REFERENCES accounts (id),
  explained_at TEXT   NOT NULL,
  PRIMARY KEY (kind, record)
);

-- What the scan command found something in, and which lies apart.
CREATE TABLE quarantined_files (
  id       TEXT   PRIMARY KEY,
  sha256   TEXT   NOT NULL,
  bytes    BIGINT NOT NULL,
  name     TEXT   NOT NULL,
  said     TEXT   NOT NULL,                            -- by the scan command
  sent_by  TEXT   NOT NULL REFERENCES accounts (id),
  sent_at  TEXT   NOT NULL
);
