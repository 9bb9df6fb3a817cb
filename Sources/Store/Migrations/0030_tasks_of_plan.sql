-- The year's own plan among the tasks of all agencies: with the code, which the list asks for too,
-- or SQLite prefers the index of all codes of the year.
CREATE INDEX tasks_of_plan ON tasks (owner_id, year, code);
