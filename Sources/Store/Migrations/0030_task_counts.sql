-- Counting the tasks of a plan, a body or an area: with the code, which lists ask for too, or SQLite
-- prefers the index of all codes of the year.
CREATE INDEX tasks_of_owner_by_code ON tasks (owner_id, year, code);
CREATE INDEX tasks_of_lead_by_code ON tasks (lead_id, year, code);
CREATE INDEX tasks_of_area_by_code ON tasks (area, year, code);
