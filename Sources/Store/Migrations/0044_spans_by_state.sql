-- Few documents are in some states: a search among them starts from these, not from the register.
CREATE INDEX legal_spans_by_state ON legal_spans (state, from_on, until_on, document_id);
