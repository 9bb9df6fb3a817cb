-- What was declared on an assessment in one text, so that a block of thousands is read in one go.
-- Apart from the assessments, which lists walk through. A file older than the table has none until it
-- next changes.
CREATE TABLE assessment_texts (
  assessment BIGINT PRIMARY KEY REFERENCES assessments (number),
  answers    TEXT NOT NULL
);
