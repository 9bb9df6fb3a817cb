-- What a body has still to inspect or to conclude, for its inbox.
CREATE INDEX inspections_open ON inspections (inspector_id, planned_on)
  WHERE concluded_on IS NULL AND cancelled_on IS NULL;
