-- The register grows from normative documents to individual ones and policies.
ALTER TABLE legal_documents ADD COLUMN nature TEXT NOT NULL DEFAULT 'normative'
  CHECK (nature IN ('normative', 'individual', 'policy'));
ALTER TABLE legal_documents ADD COLUMN kind TEXT NOT NULL DEFAULT 'decision';
ALTER TABLE legal_documents ADD COLUMN organ TEXT NOT NULL DEFAULT 'committee'
  CHECK (organ IN ('council', 'committee', 'chairman', 'body'));
ALTER TABLE legal_documents ADD COLUMN signer TEXT NOT NULL DEFAULT '';
ALTER TABLE legal_documents ADD COLUMN published_on TEXT;
ALTER TABLE legal_documents ADD COLUMN in_force_on TEXT;
ALTER TABLE legal_documents ADD COLUMN field TEXT NOT NULL DEFAULT '';
ALTER TABLE legal_documents ADD COLUMN declared_status TEXT NOT NULL DEFAULT '';  -- as the source wrote it
ALTER TABLE legal_documents ADD COLUMN affects_business TEXT CHECK (affects_business = 'yes');
ALTER TABLE legal_documents ADD COLUMN consulted TEXT NOT NULL DEFAULT '';
ALTER TABLE legal_documents ADD COLUMN impact_assessment TEXT NOT NULL DEFAULT '';
ALTER TABLE legal_documents ADD COLUMN sources TEXT NOT NULL DEFAULT '';
-- Kept: to find what is cited, to search, to filter. Rows older than the columns have none until they
-- are next written.
ALTER TABLE legal_documents ADD COLUMN symbol_value BIGINT NOT NULL DEFAULT 0;
ALTER TABLE legal_documents ADD COLUMN symbol_tail TEXT NOT NULL DEFAULT '';
ALTER TABLE legal_documents ADD COLUMN search_text TEXT NOT NULL DEFAULT '';
ALTER TABLE legal_documents ADD COLUMN query_count BIGINT NOT NULL DEFAULT 0;

UPDATE legal_documents SET kind = 'resolution', organ = 'council' WHERE symbol LIKE '%/NQ-HĐND';

CREATE INDEX legal_documents_by_day ON legal_documents (signed_on, number);
CREATE INDEX legal_documents_of_year_by_day ON legal_documents (year, signed_on, number);
CREATE INDEX legal_documents_of_issuer ON legal_documents (issuer_id, signed_on, number);
CREATE INDEX legal_documents_by_symbol ON legal_documents (symbol_tail, symbol_value);
CREATE INDEX legal_documents_of_field ON legal_documents (field) WHERE field <> '';
CREATE INDEX legal_documents_queried ON legal_documents (signed_on, number) WHERE query_count > 0;

-- The whole text of a document, read from the newest file uploaded as such.
CREATE TABLE legal_texts (
  document_id TEXT   PRIMARY KEY REFERENCES legal_documents (id),
  evidence_id TEXT   REFERENCES evidence_files (id),
  name        TEXT   NOT NULL,
  text        TEXT   NOT NULL,
  recognised  TEXT   CHECK (recognised = 'yes'),   -- by OCR
  symbol      TEXT   NOT NULL,                     -- what the text says of itself
  signed_on   TEXT,
  in_force_on TEXT,
  version     BIGINT NOT NULL,
  read_at     TEXT   NOT NULL
);

-- What a document rests on, as its text cites it; without a target we do not hold it.
CREATE TABLE legal_bases (
  document_id  TEXT   NOT NULL REFERENCES legal_documents (id),
  position     BIGINT NOT NULL,
  text         TEXT   NOT NULL,
  symbol       TEXT   NOT NULL,
  dated_on     TEXT,
  symbol_value BIGINT NOT NULL,
  symbol_tail  TEXT   NOT NULL,
  target_id    TEXT   REFERENCES legal_documents (id),
  PRIMARY KEY (document_id, position)
);

CREATE INDEX legal_bases_by_symbol ON legal_bases (symbol_tail, symbol_value);
CREATE INDEX legal_bases_of_target ON legal_bases (target_id) WHERE target_id IS NOT NULL;
