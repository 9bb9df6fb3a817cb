ALTER TABLE inspections ADD COLUMN mode TEXT NOT NULL DEFAULT 'onSite'
  CHECK (mode IN ('onSite', 'throughReports'));

-- How inspections and findings are handled in a year; a year without a row goes by the usual rules.
CREATE TABLE inspection_rules (
  year            BIGINT PRIMARY KEY,
  remedy_days     BIGINT NOT NULL CHECK (remedy_days BETWEEN 1 AND 365),
  remedy_counting TEXT   NOT NULL CHECK (remedy_counting IN ('calendar', 'working')),
  own_sample      BIGINT NOT NULL CHECK (own_sample BETWEEN 0 AND 10000),  -- 0.01 %
  head_after      BIGINT NOT NULL,
  office_after    BIGINT NOT NULL,
  counted_kinds   TEXT   NOT NULL,   -- separated by spaces
  counted_modes   TEXT   NOT NULL,
  quota_on        TEXT,
  merged          TEXT   NOT NULL CHECK (merged IN ('heirCounts', 'heirAnew')),
  weight_years    BIGINT NOT NULL,
  weight_reports  BIGINT NOT NULL,
  weight_findings BIGINT NOT NULL,
  weight_repeats  BIGINT NOT NULL,
  weight_dossiers BIGINT NOT NULL,
  source          TEXT   NOT NULL,
  version         BIGINT NOT NULL,
  CHECK (head_after <= office_after)
);

ALTER TABLE findings ADD COLUMN finder_id TEXT REFERENCES agencies (id);
ALTER TABLE findings ADD COLUMN source TEXT NOT NULL DEFAULT 'inspection'
  CHECK (source IN ('inspection', 'selfInspection', 'stateInspection', 'peoplesCouncil',
    'fatherlandFront', 'centralTeam', 'documentCheck'));
ALTER TABLE findings ADD COLUMN ground TEXT NOT NULL DEFAULT '';
ALTER TABLE findings ADD COLUMN severity TEXT NOT NULL DEFAULT 'ordinary'
  CHECK (severity IN ('minor', 'ordinary', 'serious'));
ALTER TABLE findings ADD COLUMN link_kind TEXT CHECK (link_kind IN ('clause', 'target', 'criterion'));
ALTER TABLE findings ADD COLUMN link_code TEXT;
ALTER TABLE findings ADD COLUMN state TEXT NOT NULL DEFAULT 'found'
  CHECK (state IN ('found', 'notified', 'planned', 'evidenced', 'returned', 'referred', 'closed'));
ALTER TABLE findings ADD COLUMN notified_on TEXT;
ALTER TABLE findings ADD COLUMN recheck_on TEXT;
ALTER TABLE findings ADD COLUMN sampled TEXT CHECK (sampled = 'yes');
ALTER TABLE findings ADD COLUMN checked_on TEXT;
ALTER TABLE findings ADD COLUMN repeats_id TEXT REFERENCES findings (id);
-- The days on which an overdue one goes to the body's head and to the standing office.
ALTER TABLE findings ADD COLUMN head_on TEXT;
ALTER TABLE findings ADD COLUMN office_on TEXT;
-- Kept: to find like ones, and for search.
ALTER TABLE findings ADD COLUMN ground_key TEXT NOT NULL DEFAULT '';
ALTER TABLE findings ADD COLUMN words_key TEXT NOT NULL DEFAULT '';
ALTER TABLE findings ADD COLUMN search_text TEXT NOT NULL DEFAULT '';

UPDATE findings SET finder_id = (SELECT i.inspector_id FROM inspections i WHERE i.id = findings.inspection_id);
UPDATE findings SET finder_id = (
    SELECT v.parent_id FROM agency_versions v WHERE v.agency_id = findings.body_id
      AND v.from_on <= findings.found_on AND (v.until_on IS NULL OR v.until_on > findings.found_on)
  ) WHERE finder_id IS NULL;
UPDATE findings SET state = 'notified', notified_on = found_on WHERE inspection_id IS NOT NULL;
UPDATE findings SET state = 'closed' WHERE closed_on IS NOT NULL;

CREATE INDEX findings_by_due ON findings (year, due_on, id);
CREATE INDEX findings_by_state ON findings (year, state, due_on, id);
CREATE INDEX findings_of_body_by_due ON findings (body_id, year, due_on, id);
CREATE INDEX findings_of_finder ON findings (finder_id, year, due_on, id);
CREATE INDEX findings_of_inspection ON findings (inspection_id) WHERE inspection_id IS NOT NULL;
CREATE INDEX findings_repeating ON findings (year, due_on, id) WHERE repeats_id IS NOT NULL;
CREATE INDEX findings_repeated ON findings (repeats_id) WHERE repeats_id IS NOT NULL;
CREATE INDEX findings_of_source ON findings (year, source, due_on, id) WHERE source <> 'inspection';
CREATE INDEX findings_of_ground ON findings (ground_key, found_on) WHERE ground_key <> '';
CREATE INDEX findings_of_words ON findings (words_key, found_on);
CREATE INDEX findings_to_judge ON findings (finder_id) WHERE state IN ('evidenced', 'referred');
CREATE INDEX findings_to_check ON findings (year, due_on, id)
  WHERE sampled IS NOT NULL OR recheck_on IS NOT NULL;
CREATE INDEX findings_checked_by ON findings (finder_id)
  WHERE sampled IS NOT NULL OR recheck_on IS NOT NULL;
CREATE INDEX findings_escalated ON findings (office_on)
  WHERE closed_on IS NULL AND office_on IS NOT NULL;

-- What happened to a finding, one after another, never changed.
CREATE TABLE finding_steps (
  id          TEXT   PRIMARY KEY,
  finding_id  TEXT   NOT NULL REFERENCES findings (id),
  number      BIGINT NOT NULL,
  kind        TEXT   NOT NULL CHECK (kind IN ('notified', 'planned', 'evidenced', 'referred', 'returned',
    'accepted', 'checked', 'reopened')),
  day_on      TEXT   NOT NULL,
  text        TEXT   NOT NULL,
  document    TEXT   NOT NULL,
  due_on      TEXT,
  recheck_on  TEXT,
  author      TEXT   NOT NULL REFERENCES accounts (id),
  recorded_at TEXT   NOT NULL,
  UNIQUE (finding_id, number)
);
