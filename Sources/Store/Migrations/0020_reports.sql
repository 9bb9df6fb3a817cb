-- Texts from which reports and letters are made; data that the standing office edits.
CREATE TABLE report_templates (
  id          TEXT PRIMARY KEY,
  number      BIGINT NOT NULL UNIQUE,
  used_for    TEXT   NOT NULL,
  kind        TEXT   NOT NULL,
  title       TEXT   NOT NULL,
  subject     TEXT   NOT NULL,
  body        TEXT   NOT NULL,
  addressees  TEXT   NOT NULL,
  recipients  TEXT   NOT NULL,
  source      TEXT   NOT NULL,
  version     BIGINT NOT NULL,
  recorded_at TEXT   NOT NULL
);

-- Reports and letters: counted anew while they are drafts, frozen once they are signed.
CREATE TABLE reports (
  id            TEXT PRIMARY KEY,
  number        BIGINT NOT NULL UNIQUE,
  year          BIGINT NOT NULL,
  period        TEXT   NOT NULL,      -- empty for a document of no period
  period_vi     TEXT   NOT NULL,
  period_en     TEXT   NOT NULL,
  first_on      TEXT   NOT NULL,
  last_on       TEXT   NOT NULL,
  issuer_id     TEXT   NOT NULL REFERENCES agencies (id),
  kind          TEXT   NOT NULL,
  subject       TEXT   NOT NULL,
  body          TEXT   NOT NULL,
  recipients    TEXT   NOT NULL,
  drafting_unit TEXT   NOT NULL,
  addressees    TEXT   NOT NULL,      -- a line each; empty for kinds that address nobody
  power         TEXT   NOT NULL,      -- with which the signer signs
  signer_title  TEXT   NOT NULL,
  signer        TEXT   NOT NULL,
  secretary     TEXT   NOT NULL,
  covers        TEXT   NOT NULL CHECK (covers IN ('all', 'own')),  -- whose figures
  signed_number BIGINT,
  signed_on     TEXT,
  digest        TEXT,
  content       TEXT,                 -- JSON: the document as it was signed
  version       BIGINT NOT NULL,
  recorded_at   TEXT   NOT NULL,
  CHECK (first_on <= last_on),
  CHECK ((signed_on IS NULL) = (content IS NULL)),
  CHECK ((signed_on IS NULL) = (signed_number IS NULL)),
  CHECK ((signed_on IS NULL) = (digest IS NULL))
);

CREATE INDEX reports_by_year ON reports (year, number);
CREATE INDEX reports_of_issuer ON reports (issuer_id, year);
