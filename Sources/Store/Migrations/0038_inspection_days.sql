-- What a low or falling index weighs when bodies are picked, and below which it is low (0.01 %).
ALTER TABLE inspection_rules ADD COLUMN weight_scores BIGINT NOT NULL DEFAULT 2;
ALTER TABLE inspection_rules ADD COLUMN low_score BIGINT NOT NULL DEFAULT 8000
  CHECK (low_score BETWEEN 0 AND 10000);

-- The team's last day at the body; null: the day on which the inspection is held.
ALTER TABLE inspection_files ADD COLUMN held_until_on TEXT;

-- A member's own days, where they are not those of the team.
ALTER TABLE inspection_members ADD COLUMN from_on TEXT;
ALTER TABLE inspection_members ADD COLUMN until_on TEXT;

-- The draft in the register of initiatives that an inspection's good practice became.
CREATE TABLE inspection_initiatives (
  inspection_id TEXT PRIMARY KEY REFERENCES inspections (id),
  initiative_id TEXT NOT NULL REFERENCES initiatives (id),
  recorded_at   TEXT NOT NULL
);

CREATE INDEX inspection_initiatives_of_initiative ON inspection_initiatives (initiative_id);

-- A body's own self-inspection of the year that a campaign took in, as it was before.
ALTER TABLE self_inspections ADD COLUMN taken_in_on TEXT;

-- Bodies of a campaign's scope that it did not ask, and why.
CREATE TABLE self_inspection_omissions (
  campaign_id        TEXT NOT NULL REFERENCES self_inspection_campaigns (id),
  body_id            TEXT NOT NULL REFERENCES agencies (id),
  self_inspection_id TEXT NOT NULL REFERENCES self_inspections (id),
  reason             TEXT NOT NULL CHECK (reason IN ('otherChecklist')),
  PRIMARY KEY (campaign_id, body_id)
);
