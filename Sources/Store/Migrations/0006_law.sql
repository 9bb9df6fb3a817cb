CREATE TABLE legal_documents (
  id               TEXT PRIMARY KEY,
  number           BIGINT NOT NULL UNIQUE,
  year             BIGINT NOT NULL,
  issuer_id        TEXT   NOT NULL REFERENCES agencies (id),
  symbol           TEXT   NOT NULL,
  title            TEXT   NOT NULL,
  signed_on        TEXT   NOT NULL,
  order_answer     TEXT CHECK (order_answer IN ('met', 'unmet')),      -- null: chưa kiểm tra
  procedure_answer TEXT CHECK (procedure_answer IN ('met', 'unmet')),
  authority_answer TEXT CHECK (authority_answer IN ('met', 'unmet')),
  quality_answer   TEXT CHECK (quality_answer IN ('met', 'unmet')),
  judged_on        TEXT,
  judge            TEXT   NOT NULL,
  version          BIGINT NOT NULL,
  recorded_at      TEXT   NOT NULL,
  UNIQUE (issuer_id, symbol, signed_on)
);

CREATE INDEX legal_documents_by_year ON legal_documents (year, number);
