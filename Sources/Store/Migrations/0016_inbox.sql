-- Open work by whose it is: inboxes and lists to be chased read these and nothing else.
CREATE INDEX tasks_open ON tasks (lead_id, due_on) WHERE state = 'open' AND code IS NOT NULL;
CREATE INDEX findings_open ON findings (body_id, due_on) WHERE closed_on IS NULL;

-- The day an agency's plan was declared here; null while it is drafted or gone through.
ALTER TABLE plans ADD COLUMN declared_on TEXT;
UPDATE plans SET declared_on = SUBSTR(recorded_at, 1, 10)
  WHERE parent_id IS NOT NULL AND issued_on IS NOT NULL;

-- The plan that took this one's place; a body has one plan a year that nothing replaced.
ALTER TABLE plans ADD COLUMN replaced_by TEXT REFERENCES plans (id);
DROP INDEX plans_main;
CREATE UNIQUE INDEX plans_main ON plans (agency_id, year)
  WHERE amends_id IS NULL AND parent_id IS NOT NULL AND replaced_by IS NULL;

-- The target of the parent plan that this one of an agency's plan carries out.
ALTER TABLE targets ADD COLUMN mirrors_id TEXT REFERENCES targets (id);
CREATE INDEX targets_mirroring ON targets (mirrors_id) WHERE mirrors_id IS NOT NULL;
