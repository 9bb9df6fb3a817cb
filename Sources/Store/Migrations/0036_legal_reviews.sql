-- Campaigns by which agencies look again at documents of the register.
CREATE TABLE legal_reviews (
  id             TEXT   PRIMARY KEY,
  number         BIGINT NOT NULL UNIQUE,
  year           BIGINT NOT NULL,
  kind           TEXT   NOT NULL CHECK (kind IN ('review', 'systematisation')),
  name           TEXT   NOT NULL,
  source         TEXT   NOT NULL,
  field          TEXT   NOT NULL,                     -- empty: every field
  signed_from    TEXT,
  signed_until   TEXT,
  of_all_natures TEXT   CHECK (of_all_natures = 'yes'),
  with_expired   TEXT   CHECK (with_expired = 'yes'),
  opens_on       TEXT   NOT NULL,
  due_on         TEXT   NOT NULL,
  recorded_at    TEXT   NOT NULL,
  CHECK (due_on >= opens_on)
);

CREATE INDEX legal_reviews_of_year ON legal_reviews (year, number);

-- One document of a campaign: whose it is to look at, what came of it, the task it became.
CREATE TABLE legal_review_lines (
  review_id   TEXT   NOT NULL REFERENCES legal_reviews (id),
  document_id TEXT   NOT NULL REFERENCES legal_documents (id),
  body_id     TEXT   NOT NULL REFERENCES agencies (id),
  outcome     TEXT   CHECK (outcome IN ('keep', 'amend', 'replace', 'repeal', 'expired')),
  reason      TEXT   NOT NULL,
  doer_id     TEXT   REFERENCES agencies (id),
  do_by       TEXT,
  settled_on  TEXT,
  task_id     TEXT   REFERENCES tasks (id),
  version     BIGINT NOT NULL,
  recorded_at TEXT   NOT NULL,
  PRIMARY KEY (review_id, document_id),
  CHECK ((outcome IS NULL) = (settled_on IS NULL)),
  CHECK (task_id IS NULL OR outcome <> 'keep')
);

CREATE INDEX legal_review_lines_of_document ON legal_review_lines (document_id);
CREATE INDEX legal_review_lines_of_body ON legal_review_lines (review_id, body_id);
CREATE INDEX legal_review_lines_open ON legal_review_lines (body_id) WHERE outcome IS NULL;
