-- Kept beside each span: where its document stands in the register, last signed first. So the search
-- walks down the documents of one state alone, however few they are.
ALTER TABLE legal_spans ADD COLUMN signed_on TEXT NOT NULL DEFAULT '';
ALTER TABLE legal_spans ADD COLUMN number BIGINT NOT NULL DEFAULT 0;

UPDATE legal_spans SET
  signed_on = (SELECT d.signed_on FROM legal_documents d WHERE d.id = legal_spans.document_id),
  number = (SELECT d.number FROM legal_documents d WHERE d.id = legal_spans.document_id);

-- On an expression, so that only the search uses it: all else asks for a document or for every state.
CREATE INDEX legal_spans_by_signing
  ON legal_spans ((state || ''), signed_on, number, from_on, until_on, document_id);
