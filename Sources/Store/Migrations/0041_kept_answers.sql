-- What was declared on an assessment in one text, so that a block of thousands is read in one go.
-- A row older than the column has none until its file next changes.
ALTER TABLE assessments ADD COLUMN answers TEXT;
