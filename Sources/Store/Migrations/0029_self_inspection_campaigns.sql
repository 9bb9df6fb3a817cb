-- A self-inspection asked of many bodies at once, with one checklist and one last day.
CREATE TABLE self_inspection_campaigns (
  id           TEXT   PRIMARY KEY,
  number       BIGINT NOT NULL UNIQUE,
  year         BIGINT NOT NULL,
  name         TEXT   NOT NULL,
  source       TEXT   NOT NULL,
  checklist_id TEXT   NOT NULL REFERENCES checklists (id),
  opens_on     TEXT   NOT NULL,
  due_on       TEXT   NOT NULL,
  recorded_at  TEXT   NOT NULL,
  CHECK (opens_on <= due_on)
);

CREATE INDEX self_inspection_campaigns_by_year ON self_inspection_campaigns (year, number);

ALTER TABLE self_inspections
  ADD COLUMN campaign_id TEXT REFERENCES self_inspection_campaigns (id);

CREATE INDEX self_inspections_of_campaign ON self_inspections (campaign_id, number);

-- Offices and units below a body that it goes through one by one; they are no bodies themselves.
CREATE TABLE self_inspection_units (
  self_inspection_id TEXT   NOT NULL REFERENCES self_inspections (id),
  position           BIGINT NOT NULL,
  name               TEXT   NOT NULL,
  PRIMARY KEY (self_inspection_id, position)
);
