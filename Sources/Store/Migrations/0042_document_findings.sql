-- The legal document in which a check found the problem.
ALTER TABLE findings ADD COLUMN document_id TEXT REFERENCES legal_documents (id);

CREATE INDEX findings_of_document ON findings (document_id, found_on)
  WHERE document_id IS NOT NULL;

-- Numbers that follow each other on one day count among what is to be looked at.
UPDATE legal_documents SET query_count = query_count + (
  SELECT COUNT(*) FROM legal_documents beside
  WHERE beside.symbol_tail = legal_documents.symbol_tail
    AND beside.symbol_value IN (legal_documents.symbol_value - 1, legal_documents.symbol_value + 1)
    AND beside.issuer_id = legal_documents.issuer_id AND beside.signed_on = legal_documents.signed_on
) WHERE symbol_value > 0;
