-- Full-text search over documents: an inverted table of folded words, the same on both databases.
-- A document's place in it; a text that changes gets a new ordinal, and the old one means nothing.
CREATE TABLE legal_ordinals (
  ordinal     BIGINT PRIMARY KEY,
  document_id TEXT   NOT NULL UNIQUE REFERENCES legal_documents (id),
  segment     BIGINT NOT NULL
);

CREATE INDEX legal_ordinals_of_segment ON legal_ordinals (segment);

-- For a word, the ordinals of one segment in which it stands: the first, then the steps to the next.
CREATE TABLE legal_postings (
  place    TEXT   NOT NULL CHECK (place IN ('text', 'title', 'symbol')),
  term     TEXT   NOT NULL,
  segment  BIGINT NOT NULL,
  ordinals TEXT   NOT NULL,
  PRIMARY KEY (place, term, segment)
);

CREATE INDEX legal_postings_of_segment ON legal_postings (segment);

-- One row, taken before the search is written, so that of several processes one writes.
CREATE TABLE legal_index_runs (
  id   BIGINT PRIMARY KEY,
  runs BIGINT NOT NULL
);

INSERT INTO legal_index_runs (id, runs) VALUES (1, 0);

-- Documents that are new or changed since they were last indexed.
CREATE TABLE legal_unindexed (
  document_id TEXT PRIMARY KEY REFERENCES legal_documents (id)
);

INSERT INTO legal_unindexed (document_id) SELECT id FROM legal_documents;
