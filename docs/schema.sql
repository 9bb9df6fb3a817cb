CREATE TABLE account_links (
  id           TEXT PRIMARY KEY,
  account      TEXT NOT NULL REFERENCES accounts (id),
  purpose      TEXT NOT NULL CHECK (purpose IN ('invitation', 'reset')),
  secret_hash  TEXT NOT NULL UNIQUE,
  made_at      TEXT NOT NULL,
  expires_at   TEXT NOT NULL,
  used_at      TEXT,
  withdrawn_at TEXT,                             -- replaced by a newer one, or the account was closed
  mailed_at    TEXT,                             -- when sendmail was last tried
  mail_fault   TEXT                              -- why it did not take the mail
);

CREATE INDEX account_links_of_account ON account_links (account);

CREATE UNIQUE INDEX account_links_open ON account_links (account)
  WHERE used_at IS NULL AND withdrawn_at IS NULL;

CREATE TABLE accounts (
  id                  TEXT PRIMARY KEY,
  login               TEXT NOT NULL UNIQUE,
  name                TEXT NOT NULL,
  agency              TEXT,
  password            TEXT NOT NULL,  -- scrypt with its costs and salt; never journaled
  password_changed_at TEXT,           -- null while the password is the one-time one
  created_at          TEXT NOT NULL
, mail TEXT, closed_at TEXT);

CREATE TABLE agencies (
  id         TEXT PRIMARY KEY,
  created_at TEXT NOT NULL
);

CREATE TABLE agency_codes (
  agency_id TEXT NOT NULL,
  from_on   TEXT NOT NULL,
  scheme    TEXT NOT NULL,
  value     TEXT NOT NULL,
  PRIMARY KEY (agency_id, from_on, scheme),
  FOREIGN KEY (agency_id, from_on) REFERENCES agency_versions (agency_id, from_on)
);

CREATE TABLE agency_versions (
  agency_id   TEXT NOT NULL REFERENCES agencies (id),
  from_on     TEXT NOT NULL,
  until_on    TEXT,
  code        TEXT NOT NULL,            -- ours, readable; may be reused by another body later
  name        TEXT NOT NULL,
  level       TEXT NOT NULL,
  block       TEXT,
  parent_id   TEXT REFERENCES agencies (id),
  sort_key    TEXT NOT NULL,
  search_text TEXT NOT NULL,
  PRIMARY KEY (agency_id, from_on),
  CHECK (until_on IS NULL OR until_on > from_on)
);

CREATE INDEX agency_versions_by_code ON agency_versions (code, from_on);

CREATE TABLE assessment_answers (
  assessment  BIGINT NOT NULL REFERENCES assessments (number),
  position    BIGINT NOT NULL,
  branch      BIGINT NOT NULL,
  kind        TEXT   NOT NULL,   -- number, chosen, none (nothing arose), exempt
  numerator   BIGINT NOT NULL,   -- of what was chosen: its position
  denominator BIGINT NOT NULL CHECK (denominator > 0),
  note        TEXT   NOT NULL,   -- evidence by number and date, or why there is none
  origin      TEXT   NOT NULL,   -- measured, declared, surveyed, supplement
  recorded_by TEXT REFERENCES accounts (id),
  recorded_at TEXT   NOT NULL,
  PRIMARY KEY (assessment, position)
);

CREATE TABLE assessment_explanations (
  assessment BIGINT NOT NULL REFERENCES assessments (number),
  position   BIGINT NOT NULL,
  text       TEXT   NOT NULL,
  given_by   TEXT REFERENCES accounts (id),
  given_at   TEXT   NOT NULL,
  PRIMARY KEY (assessment, position)
);

CREATE TABLE assessment_scores (
  assessment  BIGINT NOT NULL REFERENCES assessments (number),
  position    BIGINT NOT NULL,
  voice       TEXT   NOT NULL,
  points      BIGINT,            -- null: does not apply
  reason      TEXT   NOT NULL,
  given_by    TEXT REFERENCES accounts (id),
  given_at    TEXT   NOT NULL,
  PRIMARY KEY (assessment, position, voice)
);

CREATE TABLE assessment_steps (
  assessment BIGINT NOT NULL REFERENCES assessments (number),
  seq        BIGINT NOT NULL,
  stage      TEXT   NOT NULL,
  reason     TEXT   NOT NULL,
  taken_by   TEXT REFERENCES accounts (id),
  taken_at   TEXT   NOT NULL,
  PRIMARY KEY (assessment, seq)
);

CREATE TABLE assessment_texts (
  assessment BIGINT PRIMARY KEY REFERENCES assessments (number),
  answers    TEXT NOT NULL
);

CREATE TABLE assessments (
  number          BIGINT PRIMARY KEY,
  round_id        TEXT   NOT NULL REFERENCES scoring_rounds (id),
  agency_id       TEXT   NOT NULL REFERENCES agencies (id),
  stage           TEXT   NOT NULL,
  submitted_on    TEXT,
  penalty         BIGINT NOT NULL CHECK (penalty <= 0),
  excuse          TEXT   NOT NULL,
  confirmation    TEXT   NOT NULL,
  own_points      BIGINT NOT NULL,  -- what the agency gave itself, the survey left out
  own_maximum     BIGINT NOT NULL,
  points          BIGINT NOT NULL,  -- what counts now: the latest voice for each line
  maximum         BIGINT NOT NULL,
  appraised       BIGINT NOT NULL,
  appraised_of    BIGINT NOT NULL,
  surveyed        BIGINT NOT NULL,
  surveyed_of     BIGINT NOT NULL,
  index_value     BIGINT,           -- 0.01 %; null when nothing applies
  version         BIGINT NOT NULL,
  recorded_at     TEXT   NOT NULL,
  UNIQUE (round_id, agency_id)
);

CREATE INDEX assessments_of_agency ON assessments (agency_id, round_id);

CREATE TABLE basis_alerts (
  effect_id   TEXT   NOT NULL REFERENCES legal_effects (id),
  document_id TEXT   NOT NULL REFERENCES legal_documents (id),
  owner_id    TEXT   NOT NULL REFERENCES agencies (id),   -- kept: the issuer of the document
  raised_on   TEXT   NOT NULL,
  settled_on  TEXT,
  outcome     TEXT   CHECK (outcome IN ('keep', 'amend', 'replace', 'repeal', 'expired')),
  note        TEXT   NOT NULL,
  PRIMARY KEY (document_id, effect_id)
);

CREATE INDEX basis_alerts_of_effect ON basis_alerts (effect_id);

CREATE INDEX basis_alerts_open ON basis_alerts (owner_id, raised_on) WHERE settled_on IS NULL;

CREATE TABLE budgets (
  id          TEXT PRIMARY KEY,
  number      BIGINT NOT NULL UNIQUE,
  year        BIGINT NOT NULL,
  body_id     TEXT   NOT NULL REFERENCES agencies (id),
  day_on      TEXT   NOT NULL,
  purpose     TEXT,
  task_number BIGINT,
  area        TEXT,
  assigned    BIGINT,
  allotted    BIGINT,
  spent       BIGINT,
  basis       TEXT,
  version     BIGINT NOT NULL,
  recorded_at TEXT   NOT NULL
);

CREATE INDEX budgets_by_year ON budgets (year, number);

CREATE TABLE calendar_days (
  day_on    TEXT PRIMARY KEY,
  kind      TEXT NOT NULL CHECK (kind IN ('holiday', 'worked')),
  name      TEXT NOT NULL,
  source    TEXT NOT NULL,
  certainty TEXT NOT NULL CHECK (certainty IN ('confirmed', 'reported', 'unverified'))
);

CREATE TABLE checklist_answers (
  kind     TEXT   NOT NULL CHECK (kind IN ('inspection', 'self-inspection')),
  record   TEXT   NOT NULL,
  position BIGINT NOT NULL,
  mark     TEXT   NOT NULL CHECK (mark IN ('met', 'partly', 'unmet', 'notApplicable')),
  note     TEXT   NOT NULL,
  copied   TEXT   CHECK (copied = 'yes'),   -- said the same, word for word, the year before
  PRIMARY KEY (kind, record, position)
);

CREATE TABLE checklist_items (
  checklist_id TEXT   NOT NULL REFERENCES checklists (id),
  position     BIGINT NOT NULL,
  area         TEXT   NOT NULL,
  text         TEXT   NOT NULL,
  ground       TEXT   NOT NULL,
  link_kind    TEXT CHECK (link_kind IN ('clause', 'target', 'criterion')),
  link_code    TEXT,
  PRIMARY KEY (checklist_id, position)
);

CREATE TABLE checklists (
  id          TEXT   PRIMARY KEY,
  number      BIGINT NOT NULL UNIQUE,
  year        BIGINT NOT NULL,
  name        TEXT   NOT NULL,
  source      TEXT   NOT NULL,
  recorded_at TEXT   NOT NULL
);

CREATE TABLE clauses (
  plan_id  TEXT   NOT NULL REFERENCES plans (id),
  position BIGINT NOT NULL,
  path     TEXT   NOT NULL,
  kind     TEXT   NOT NULL,
  start_at BIGINT NOT NULL,             -- offsets in Unicode scalars, the end exclusive
  end_at   BIGINT NOT NULL,
  PRIMARY KEY (plan_id, position),
  CHECK (start_at <= end_at)
);

CREATE TABLE commendations (
  id          TEXT   PRIMARY KEY,
  number      BIGINT NOT NULL UNIQUE,
  year        BIGINT NOT NULL,
  body_id     TEXT   NOT NULL REFERENCES agencies (id),
  day_on      TEXT   NOT NULL,
  form        TEXT,
  person      TEXT,
  issuer      TEXT,
  symbol      TEXT,
  reason      TEXT,
  version     BIGINT NOT NULL,
  recorded_at TEXT   NOT NULL
);

CREATE INDEX commendations_by_year ON commendations (year, number);

CREATE TABLE commitments (
  id          TEXT PRIMARY KEY,
  number      BIGINT NOT NULL UNIQUE,
  year        BIGINT NOT NULL,
  body_id     TEXT   NOT NULL REFERENCES agencies (id),
  day_on      TEXT   NOT NULL,
  signer      TEXT,
  text        TEXT,
  due_on      TEXT,
  done_on     TEXT,
  evidence    TEXT,
  version     BIGINT NOT NULL,
  recorded_at TEXT   NOT NULL
);

CREATE INDEX commitments_by_year ON commitments (year, number);

CREATE TABLE communications (
  id          TEXT PRIMARY KEY,
  number      BIGINT NOT NULL UNIQUE,
  year        BIGINT NOT NULL,
  body_id     TEXT   NOT NULL REFERENCES agencies (id),
  day_on      TEXT   NOT NULL,
  title       TEXT,
  form        TEXT,
  planned_on  TEXT,
  held_on     TEXT,
  reach       BIGINT,
  evidence    TEXT,
  version     BIGINT NOT NULL,
  recorded_at TEXT   NOT NULL
);

CREATE INDEX communications_by_year ON communications (year, number);

CREATE TABLE coordinated_procedures (
  id             TEXT   PRIMARY KEY,
  number         BIGINT NOT NULL UNIQUE,
  code           TEXT   NOT NULL UNIQUE,
  name           TEXT   NOT NULL,
  field          TEXT   NOT NULL CHECK (field IN ('land', 'construction', 'investment', 'labour', 'other')),
  body_id        TEXT   NOT NULL REFERENCES agencies (id),
  limit_days     BIGINT CHECK (limit_days BETWEEN 0 AND 100000),   -- 0.01 working day
  has_regulation TEXT   CHECK (has_regulation IN ('yes', 'no')),   -- null: not said
  has_process    TEXT   CHECK (has_process IN ('yes', 'no')),
  process_symbol TEXT   NOT NULL,
  need           TEXT   CHECK (need IN ('amend', 'issue')),
  need_of        TEXT   CHECK (need_of IN ('regulation', 'process', 'both')),
  doer_id        TEXT   REFERENCES agencies (id),
  due_on         TEXT,
  listed_on      TEXT   NOT NULL,
  note           TEXT   NOT NULL,
  version        BIGINT NOT NULL,
  recorded_at    TEXT   NOT NULL,
  CHECK (need IS NOT NULL OR (need_of IS NULL AND doer_id IS NULL AND due_on IS NULL))
);

CREATE TABLE coordination_regulation_procedures (
  regulation_id TEXT   NOT NULL REFERENCES coordination_regulations (id),
  position      BIGINT NOT NULL,
  code          TEXT   NOT NULL,
  PRIMARY KEY (regulation_id, position),
  UNIQUE (regulation_id, code)
);

CREATE TABLE coordination_regulations (
  id          TEXT   PRIMARY KEY,
  number      BIGINT NOT NULL UNIQUE,
  issuer_id   TEXT   NOT NULL REFERENCES agencies (id),
  symbol      TEXT   NOT NULL,
  title       TEXT   NOT NULL,
  signed_on   TEXT   NOT NULL,
  in_force_on TEXT   NOT NULL,
  ended_on    TEXT,
  replaces    TEXT   NOT NULL,
  review_on   TEXT,
  version     BIGINT NOT NULL,
  recorded_at TEXT   NOT NULL,
  UNIQUE (issuer_id, symbol, signed_on),
  CHECK (in_force_on >= signed_on)
);

CREATE TABLE coordination_steps (
  regulation_id TEXT   NOT NULL REFERENCES coordination_regulations (id),
  position      BIGINT NOT NULL,
  name          TEXT   NOT NULL,
  body          TEXT   NOT NULL,
  days          BIGINT NOT NULL CHECK (days >= 0),                 -- 0.01 working day
  hand_over     TEXT   NOT NULL,
  condition     TEXT   NOT NULL,
  parallel      TEXT   CHECK (parallel = 'yes'),
  PRIMARY KEY (regulation_id, position)
);

CREATE TABLE coordination_tasks (
  procedure_id TEXT NOT NULL REFERENCES coordinated_procedures (id),
  task_id      TEXT NOT NULL REFERENCES tasks (id),
  PRIMARY KEY (procedure_id, task_id)
);

CREATE INDEX coordination_tasks_of_task ON coordination_tasks (task_id);

CREATE TABLE counters (
  kind  TEXT PRIMARY KEY,
  value BIGINT NOT NULL
);

CREATE TABLE criteria (
  set_id    TEXT   NOT NULL REFERENCES criteria_sets (id),
  position  BIGINT NOT NULL,
  code      TEXT   NOT NULL,
  parent    BIGINT,              -- the position of the line above it in the tree
  title     TEXT   NOT NULL,
  maximum   BIGINT NOT NULL CHECK (maximum >= 0),  -- 0.01 point
  nature    TEXT   NOT NULL,
  input     TEXT,                -- null for a group, as is the rule
  rule      TEXT,
  evidence  TEXT   NOT NULL,
  appraiser TEXT   NOT NULL,     -- the code of a body; empty for any appraiser
  confirmer TEXT   NOT NULL,
  source    TEXT   NOT NULL,
  exemption TEXT   NOT NULL, feeds TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (set_id, position),
  UNIQUE (set_id, code),
  CHECK ((input IS NULL) = (rule IS NULL)),
  CHECK (parent IS NULL OR parent < position)
);

CREATE TABLE criteria_notes (
  set_id TEXT NOT NULL REFERENCES criteria_sets (id),
  code   TEXT NOT NULL,
  note   TEXT NOT NULL,
  PRIMARY KEY (set_id, code)
);

CREATE TABLE criteria_opinions (
  id          TEXT   PRIMARY KEY,
  number      BIGINT NOT NULL UNIQUE,
  set_id      TEXT   NOT NULL REFERENCES criteria_sets (id),
  code        TEXT   NOT NULL,   -- of the criterion; empty for the whole set
  agency_id   TEXT   NOT NULL REFERENCES agencies (id),
  opinion     TEXT   NOT NULL,
  answer      TEXT,              -- taken, explained
  answer_text TEXT   NOT NULL,
  given_by    TEXT   REFERENCES accounts (id),
  given_at    TEXT   NOT NULL,
  answered_by TEXT   REFERENCES accounts (id),
  answered_at TEXT,
  version     BIGINT NOT NULL
);

CREATE INDEX criteria_opinions_of_set ON criteria_opinions (set_id, number);

CREATE TABLE criteria_sets (
  id          TEXT PRIMARY KEY,
  number      BIGINT NOT NULL UNIQUE,
  name        TEXT   NOT NULL,
  block       TEXT   NOT NULL,
  year        BIGINT NOT NULL,
  symbol      TEXT   NOT NULL,   -- the decision that issued it; empty for a draft
  issued_on   TEXT,
  source      TEXT   NOT NULL,
  classes     TEXT   NOT NULL,   -- Tốt >=80; Khá >=65
  ties        TEXT   NOT NULL,
  closed_on   TEXT,              -- when somebody was first scored by it
  version     BIGINT NOT NULL,
  recorded_at TEXT   NOT NULL
);

CREATE INDEX criteria_sets_by_year ON criteria_sets (year, block, number);

CREATE TABLE criterion_leads (
  assessment BIGINT NOT NULL REFERENCES assessments (number),
  position   BIGINT NOT NULL,
  agency_id  TEXT   NOT NULL REFERENCES agencies (id),
  due_on     TEXT,
  PRIMARY KEY (assessment, position)
);

CREATE INDEX criterion_leads_of_agency ON criterion_leads (agency_id, assessment);

CREATE TABLE dossier_counts (
  id              TEXT PRIMARY KEY,
  number          BIGINT NOT NULL UNIQUE,
  year            BIGINT NOT NULL,
  body_id         TEXT   NOT NULL REFERENCES agencies (id),
  day_on          TEXT   NOT NULL,    -- the month's last day
  area            TEXT,
  carried         BIGINT,
  received        BIGINT,
  early           BIGINT,
  on_time         BIGINT,
  late            BIGINT,
  pending         BIGINT,
  withdrawn       BIGINT,
  pending_late    BIGINT,             -- of the pending ones; null: not counted there
  online          BIGINT,             -- null: not counted there
  digital_results BIGINT,
  online_payments BIGINT,
  source          TEXT,
  version         BIGINT NOT NULL,
  recorded_at     TEXT   NOT NULL,
  CHECK (carried + received = early + on_time + late + pending + withdrawn),
  CHECK (pending_late <= pending)
);

CREATE INDEX dossier_counts_by_year ON dossier_counts (year, number);

CREATE INDEX dossier_counts_of_body ON dossier_counts (body_id, day_on);

CREATE TABLE duties (
  id          TEXT PRIMARY KEY,
  kind        TEXT NOT NULL CHECK (kind IN ('target', 'task', 'finding')),
  record      TEXT NOT NULL,
  agency      TEXT NOT NULL REFERENCES agencies (id),
  person      TEXT NOT NULL REFERENCES people (account),
  from_on     TEXT NOT NULL,
  until_on    TEXT,
  recorded_at TEXT NOT NULL,
  CHECK (until_on IS NULL OR until_on > from_on)
);

CREATE INDEX duties_of_person ON duties (person);

CREATE INDEX duties_of_record ON duties (kind, record);

CREATE UNIQUE INDEX duties_open ON duties (kind, record) WHERE until_on IS NULL;

CREATE TABLE evidence_explanations (
  kind         TEXT   NOT NULL,
  record       TEXT   NOT NULL,
  text         TEXT   NOT NULL,
  version      BIGINT NOT NULL,
  explained_by TEXT   NOT NULL REFERENCES accounts (id),
  explained_at TEXT   NOT NULL,
  PRIMARY KEY (kind, record)
);

CREATE TABLE evidence_files (
  id          TEXT   PRIMARY KEY,
  number      BIGINT NOT NULL UNIQUE,
  title       TEXT   NOT NULL,
  issuer      TEXT   NOT NULL,
  symbol      TEXT   NOT NULL,
  issued_on   TEXT,
  search_text TEXT   NOT NULL,                         -- title, issuer, symbol and file name, folded
  revision    BIGINT NOT NULL CHECK (revision >= 1),   -- the newest
  version     BIGINT NOT NULL,
  added_by    TEXT   NOT NULL REFERENCES accounts (id),
  recorded_at TEXT   NOT NULL
);

CREATE TABLE evidence_links (
  id           TEXT PRIMARY KEY,
  file_id      TEXT NOT NULL REFERENCES evidence_files (id),
  kind         TEXT NOT NULL,
  record       TEXT NOT NULL,
  agency_id    TEXT REFERENCES agencies (id),          -- whose record it is; null: the workspace's
  note         TEXT NOT NULL,
  linked_by    TEXT NOT NULL REFERENCES accounts (id),
  linked_at    TEXT NOT NULL,
  withdrawn_by TEXT REFERENCES accounts (id),
  withdrawn_at TEXT,
  CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
);

CREATE INDEX evidence_links_of_agency ON evidence_links (agency_id);

CREATE INDEX evidence_links_of_file ON evidence_links (file_id);

CREATE INDEX evidence_links_of_record ON evidence_links (kind, record);

CREATE UNIQUE INDEX evidence_links_standing ON evidence_links (kind, record, file_id) WHERE withdrawn_at IS NULL;

CREATE TABLE evidence_revisions (
  file_id  TEXT   NOT NULL REFERENCES evidence_files (id),
  revision BIGINT NOT NULL CHECK (revision >= 1),
  sha256   TEXT   NOT NULL,
  bytes    BIGINT NOT NULL CHECK (bytes > 0),
  type     TEXT   NOT NULL,                            -- by its content
  name     TEXT   NOT NULL,                            -- on the sender's machine, without folders
  added_by TEXT   NOT NULL REFERENCES accounts (id),
  added_at TEXT   NOT NULL,
  PRIMARY KEY (file_id, revision)
);

CREATE INDEX evidence_revisions_of_bytes ON evidence_revisions (sha256);

CREATE TABLE figures (
  id          TEXT PRIMARY KEY,
  target_id   TEXT   NOT NULL REFERENCES targets (id),
  figure_on   TEXT   NOT NULL,
  numerator   BIGINT NOT NULL CHECK (numerator >= 0),
  denominator BIGINT CHECK (denominator > 0),
  source      TEXT   NOT NULL,
  note        TEXT   NOT NULL,
  recorded_at TEXT   NOT NULL,
  UNIQUE (target_id, figure_on)
);

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

CREATE TABLE findings (
  id            TEXT PRIMARY KEY,
  number        BIGINT NOT NULL UNIQUE,
  year          BIGINT NOT NULL,
  inspection_id TEXT REFERENCES inspections (id),
  body_id       TEXT   NOT NULL REFERENCES agencies (id),
  text          TEXT   NOT NULL,
  found_on      TEXT   NOT NULL,
  due_on        TEXT   NOT NULL,
  closed_on     TEXT,
  evidence      TEXT   NOT NULL,
  version       BIGINT NOT NULL,
  recorded_at   TEXT   NOT NULL, finder_id TEXT REFERENCES agencies (id), source TEXT NOT NULL DEFAULT 'inspection'
  CHECK (source IN ('inspection', 'selfInspection', 'stateInspection', 'peoplesCouncil',
    'fatherlandFront', 'centralTeam', 'documentCheck')), ground TEXT NOT NULL DEFAULT '', severity TEXT NOT NULL DEFAULT 'ordinary'
  CHECK (severity IN ('minor', 'ordinary', 'serious')), link_kind TEXT CHECK (link_kind IN ('clause', 'target', 'criterion')), link_code TEXT, state TEXT NOT NULL DEFAULT 'found'
  CHECK (state IN ('found', 'notified', 'planned', 'evidenced', 'returned', 'referred', 'closed')), notified_on TEXT, recheck_on TEXT, sampled TEXT CHECK (sampled = 'yes'), checked_on TEXT, repeats_id TEXT REFERENCES findings (id), head_on TEXT, office_on TEXT, ground_key TEXT NOT NULL DEFAULT '', words_key TEXT NOT NULL DEFAULT '', search_text TEXT NOT NULL DEFAULT '', document_id TEXT REFERENCES legal_documents (id),
  CHECK (due_on >= found_on)
);

CREATE INDEX findings_by_due ON findings (year, due_on, id);

CREATE INDEX findings_by_severity ON findings (year, severity, due_on, id);

CREATE INDEX findings_by_state ON findings (year, state, due_on, id);

CREATE INDEX findings_by_year ON findings (year, number);

CREATE INDEX findings_checked_by ON findings (finder_id)
  WHERE sampled IS NOT NULL OR recheck_on IS NOT NULL;

CREATE INDEX findings_closed_late ON findings (year, due_on, id) WHERE closed_on > due_on;

CREATE INDEX findings_escalated ON findings (office_on)
  WHERE closed_on IS NULL AND office_on IS NOT NULL;

CREATE INDEX findings_of_body ON findings (body_id, year);

CREATE INDEX findings_of_body_by_due ON findings (body_id, year, due_on, id);

CREATE INDEX findings_of_document ON findings (document_id, found_on)
  WHERE document_id IS NOT NULL;

CREATE INDEX findings_of_finder ON findings (finder_id, year, due_on, id);

CREATE INDEX findings_of_ground ON findings (ground_key, found_on) WHERE ground_key <> '';

CREATE INDEX findings_of_inspection ON findings (inspection_id) WHERE inspection_id IS NOT NULL;

CREATE INDEX findings_of_source ON findings (year, source, due_on, id) WHERE source <> 'inspection';

CREATE INDEX findings_of_words ON findings (words_key, found_on);

CREATE INDEX findings_open ON findings (body_id, due_on) WHERE closed_on IS NULL;

CREATE INDEX findings_repeated ON findings (repeats_id) WHERE repeats_id IS NOT NULL;

CREATE INDEX findings_repeating ON findings (year, due_on, id) WHERE repeats_id IS NOT NULL;

CREATE INDEX findings_to_check ON findings (year, due_on, id)
  WHERE sampled IS NOT NULL OR recheck_on IS NOT NULL;

CREATE INDEX findings_to_judge ON findings (finder_id) WHERE state IN ('evidenced', 'referred');

CREATE TABLE initiative_tasks (
  initiative_id TEXT NOT NULL REFERENCES initiatives (id),
  task_id       TEXT NOT NULL REFERENCES tasks (id),
  PRIMARY KEY (initiative_id, task_id)
);

CREATE INDEX initiative_tasks_of_task ON initiative_tasks (task_id);

CREATE TABLE initiatives (
  id               TEXT PRIMARY KEY,
  number           BIGINT NOT NULL UNIQUE,
  year             BIGINT NOT NULL,
  body_id          TEXT   NOT NULL REFERENCES agencies (id),
  day_on           TEXT   NOT NULL,
  title            TEXT,
  proposed_on      TEXT,
  pilot_place      TEXT,
  pilot_from       TEXT,
  pilot_until      TEXT,
  evaluated_on     TEXT,
  lessons          TEXT,
  outcome          TEXT CHECK (outcome IN ('stop', 'amend', 'replicate')),
  replicated_where TEXT,
  replicated_by    TEXT,
  replicate_due_on TEXT,
  recognised_on    TEXT,
  recognition      TEXT,
  version          BIGINT NOT NULL,
  recorded_at      TEXT   NOT NULL
);

CREATE INDEX initiatives_by_year ON initiatives (year, number);

CREATE TABLE inspection_files (
  inspection_id TEXT   PRIMARY KEY REFERENCES inspections (id),
  first_on      TEXT,
  last_on       TEXT,
  content       TEXT   NOT NULL,
  minutes       TEXT   NOT NULL,
  good_practice TEXT   NOT NULL,
  checklist_id  TEXT   REFERENCES checklists (id),
  version       BIGINT NOT NULL, held_until_on TEXT,
  CHECK (first_on IS NULL OR last_on IS NULL OR first_on <= last_on)
);

CREATE TABLE inspection_initiatives (
  inspection_id TEXT PRIMARY KEY REFERENCES inspections (id),
  initiative_id TEXT NOT NULL REFERENCES initiatives (id),
  recorded_at   TEXT NOT NULL
);

CREATE INDEX inspection_initiatives_of_initiative ON inspection_initiatives (initiative_id);

CREATE TABLE inspection_members (
  inspection_id TEXT   NOT NULL REFERENCES inspection_files (inspection_id),
  position      BIGINT NOT NULL,
  name          TEXT   NOT NULL,
  post          TEXT   NOT NULL,
  role          TEXT   NOT NULL CHECK (role IN ('leader', 'deputy', 'secretary', 'member')), from_on TEXT, until_on TEXT,
  PRIMARY KEY (inspection_id, position)
);

CREATE TABLE inspection_papers (
  inspection_id TEXT   NOT NULL REFERENCES inspection_files (inspection_id),
  position      BIGINT NOT NULL,
  text          TEXT   NOT NULL,
  received_on   TEXT,
  PRIMARY KEY (inspection_id, position)
);

CREATE TABLE inspection_plan_lines (
  plan_id       TEXT   NOT NULL REFERENCES inspection_plans (id),
  position      BIGINT NOT NULL,
  inspection_id TEXT   NOT NULL REFERENCES inspections (id),
  inspector_id  TEXT   NOT NULL REFERENCES agencies (id),
  body_id       TEXT   NOT NULL REFERENCES agencies (id),
  planned_on    TEXT   NOT NULL,
  mode          TEXT   NOT NULL CHECK (mode IN ('onSite', 'throughReports')),
  PRIMARY KEY (plan_id, position)
);

CREATE INDEX inspection_plan_lines_of_inspection ON inspection_plan_lines (inspection_id);

CREATE TABLE inspection_plans (
  id          TEXT   PRIMARY KEY,
  number      BIGINT NOT NULL UNIQUE,
  year        BIGINT NOT NULL,
  issuer_id   TEXT   NOT NULL REFERENCES agencies (id),
  symbol      TEXT   NOT NULL,
  issued_on   TEXT   NOT NULL,
  recorded_at TEXT   NOT NULL,
  UNIQUE (year, issuer_id, symbol)
);

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
  version         BIGINT NOT NULL, weight_scores BIGINT NOT NULL DEFAULT 2, low_score BIGINT NOT NULL DEFAULT 8000
  CHECK (low_score BETWEEN 0 AND 10000),
  CHECK (head_after <= office_after)
);

CREATE TABLE inspections (
  id                TEXT PRIMARY KEY,
  number            BIGINT NOT NULL UNIQUE,
  year              BIGINT NOT NULL,
  inspector_id      TEXT   NOT NULL REFERENCES agencies (id),
  body_id           TEXT   NOT NULL REFERENCES agencies (id),
  kind              TEXT   NOT NULL,
  planned_on        TEXT,
  held_on           TEXT,
  concluded_on      TEXT,
  conclusion_symbol TEXT   NOT NULL,
  cancelled_on      TEXT,
  version           BIGINT NOT NULL,
  recorded_at       TEXT   NOT NULL, mode TEXT NOT NULL DEFAULT 'onSite'
  CHECK (mode IN ('onSite', 'throughReports')),
  CHECK (planned_on IS NOT NULL OR held_on IS NOT NULL)
);

CREATE INDEX inspections_by_year ON inspections (year, number);

CREATE INDEX inspections_of_body ON inspections (body_id, year);

CREATE INDEX inspections_open ON inspections (inspector_id, planned_on)
  WHERE concluded_on IS NULL AND cancelled_on IS NULL;

CREATE TABLE issuer_requests (
  state_hash   TEXT PRIMARY KEY,
  browser_hash TEXT NOT NULL,                    -- of a cookie: only the browser that asked may answer
  nonce        TEXT NOT NULL,
  verifier     TEXT NOT NULL,                    -- PKCE
  return_path  TEXT NOT NULL,
  account      TEXT REFERENCES accounts (id),    -- who wants to be linked; null: sign in
  link_hash    TEXT,                             -- the invitation to be taken up
  started_at   TEXT NOT NULL
);

CREATE TABLE jobs (
  id         TEXT   PRIMARY KEY,
  kind       TEXT   NOT NULL,
  slot_on    TEXT   NOT NULL,    -- the day it is done for: once for each kind and day
  due_at     TEXT   NOT NULL,
  attempts   BIGINT NOT NULL,
  leased_by  TEXT,               -- the process that works on it
  leased_to  TEXT,               -- until when; afterwards another may take it
  done_at    TEXT,
  gave_up_at TEXT,
  outcome    TEXT   NOT NULL,    -- what came of the last attempt
  UNIQUE (kind, slot_on)
);

CREATE INDEX jobs_open ON jobs (due_at) WHERE done_at IS NULL AND gave_up_at IS NULL;

CREATE TABLE journal_changes (
  seq         BIGINT NOT NULL REFERENCES journal_entries (seq),
  position    BIGINT NOT NULL,
  kind        TEXT   NOT NULL,
  record      TEXT   NOT NULL,
  before_text TEXT,             -- canonical JSON; null when the record is new
  after_text  TEXT,             -- canonical JSON; null when it was withdrawn
  salt        TEXT,             -- random; null when the law made us erase the texts
  digest      TEXT   NOT NULL,  -- SHA-256 over salt, kind, record and both texts
  PRIMARY KEY (seq, position)
);

CREATE INDEX journal_changes_of_record ON journal_changes (kind, record, seq);

CREATE TABLE journal_entries (
  seq           BIGINT PRIMARY KEY,
  at            TEXT NOT NULL,
  actor         TEXT,           -- an account; null is the program itself
  agency        TEXT,
  action        TEXT NOT NULL,  -- plan.issued
  reason        TEXT,
  previous_hash TEXT NOT NULL,  -- of the entry before; empty in the first
  hash          TEXT NOT NULL   -- SHA-256 over the entry and the digests of its changes
);

CREATE INDEX journal_entries_by_action ON journal_entries (action, at, seq, actor, agency);

CREATE INDEX journal_entries_by_actor ON journal_entries (actor, at, seq, action, agency);

CREATE INDEX journal_entries_by_agency ON journal_entries (agency, at, seq, action, actor)
  WHERE agency IS NOT NULL;

CREATE INDEX journal_entries_by_time ON journal_entries (at, seq);

CREATE TABLE journal_head (
  id   BIGINT PRIMARY KEY CHECK (id = 1),
  seq  BIGINT NOT NULL CHECK (seq >= 0),
  hash TEXT   NOT NULL
);

CREATE TABLE known_devices (
  secret_hash TEXT NOT NULL,
  account     TEXT NOT NULL REFERENCES accounts (id),
  seen_at     TEXT NOT NULL,
  PRIMARY KEY (secret_hash, account)
);

CREATE TABLE late_forms (
  ticket_hash TEXT PRIMARY KEY,  -- SHA-256 of the browser's ticket
  session_hash TEXT NOT NULL,    -- SHA-256 of the session's token
  sealed      TEXT NOT NULL,     -- AES-GCM, base64
  arrived_at  TEXT NOT NULL
);

CREATE INDEX late_forms_of_session ON late_forms (session_hash);

CREATE TABLE legal_bases (
  document_id  TEXT   NOT NULL REFERENCES legal_documents (id),
  position     BIGINT NOT NULL,
  text         TEXT   NOT NULL,
  symbol       TEXT   NOT NULL,
  dated_on     TEXT,
  symbol_value BIGINT NOT NULL,
  symbol_tail  TEXT   NOT NULL,
  target_id    TEXT   REFERENCES legal_documents (id),
  PRIMARY KEY (document_id, position)
);

CREATE INDEX legal_bases_by_symbol ON legal_bases (symbol_tail, symbol_value);

CREATE INDEX legal_bases_of_target ON legal_bases (target_id) WHERE target_id IS NOT NULL;

CREATE TABLE legal_competences (
  level       TEXT NOT NULL,
  organ       TEXT NOT NULL,
  kind        TEXT NOT NULL,
  from_on     TEXT NOT NULL,
  until_on    TEXT,
  source      TEXT NOT NULL,
  source_en   TEXT NOT NULL,
  certainty   TEXT NOT NULL CHECK (certainty IN ('high', 'medium', 'low')),
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (level, organ, kind, from_on),
  CHECK (until_on >= from_on)
);

CREATE TABLE legal_documents (
  id               TEXT PRIMARY KEY,
  number           BIGINT NOT NULL UNIQUE,
  year             BIGINT NOT NULL,
  issuer_id        TEXT   NOT NULL REFERENCES agencies (id),
  symbol           TEXT   NOT NULL,
  title            TEXT   NOT NULL,
  signed_on        TEXT   NOT NULL,
  order_answer     TEXT CHECK (order_answer IN ('met', 'unmet')),      -- null: chưa kiểm tra
  procedure_answer TEXT CHECK (procedure_answer IN ('met', 'unmet')),
  authority_answer TEXT CHECK (authority_answer IN ('met', 'unmet')),
  quality_answer   TEXT CHECK (quality_answer IN ('met', 'unmet')),
  judged_on        TEXT,
  judge            TEXT   NOT NULL,
  version          BIGINT NOT NULL,
  recorded_at      TEXT   NOT NULL, nature TEXT NOT NULL DEFAULT 'normative'
  CHECK (nature IN ('normative', 'individual', 'policy')), kind TEXT NOT NULL DEFAULT 'decision', organ TEXT NOT NULL DEFAULT 'committee'
  CHECK (organ IN ('council', 'committee', 'chairman', 'body')), signer TEXT NOT NULL DEFAULT '', published_on TEXT, in_force_on TEXT, field TEXT NOT NULL DEFAULT '', declared_status TEXT NOT NULL DEFAULT '', affects_business TEXT CHECK (affects_business = 'yes'), consulted TEXT NOT NULL DEFAULT '', impact_assessment TEXT NOT NULL DEFAULT '', sources TEXT NOT NULL DEFAULT '', symbol_value BIGINT NOT NULL DEFAULT 0, symbol_tail TEXT NOT NULL DEFAULT '', search_text TEXT NOT NULL DEFAULT '', query_count BIGINT NOT NULL DEFAULT 0, file_version BIGINT NOT NULL DEFAULT 0,
  UNIQUE (issuer_id, symbol, signed_on)
);

CREATE INDEX legal_documents_by_day ON legal_documents (signed_on, number);

CREATE INDEX legal_documents_by_symbol ON legal_documents (symbol_tail, symbol_value);

CREATE INDEX legal_documents_by_year ON legal_documents (year, number);

CREATE INDEX legal_documents_of_field ON legal_documents (field) WHERE field <> '';

CREATE INDEX legal_documents_of_issuer ON legal_documents (issuer_id, signed_on, number);

CREATE INDEX legal_documents_of_year_by_day ON legal_documents (year, signed_on, number);

CREATE INDEX legal_documents_queried ON legal_documents (signed_on, number) WHERE query_count > 0;

CREATE TABLE legal_effects (
  id          TEXT   PRIMARY KEY,
  number      BIGINT NOT NULL UNIQUE,
  source_id   TEXT   REFERENCES legal_documents (id),
  source_name TEXT,                                   -- of a document that is not held
  target_id   TEXT   REFERENCES legal_documents (id),
  target_name TEXT,
  kind        TEXT   NOT NULL CHECK (kind IN ('expiry', 'repeal', 'replacement', 'amendment', 'addition',
    'suspension', 'resumption', 'correction', 'extension', 'transition', 'limit')),
  from_on     TEXT   NOT NULL,
  until_on    TEXT,
  parts       TEXT   NOT NULL,                        -- empty: the whole document
  note        TEXT   NOT NULL,
  withdrawn   TEXT,                                   -- why it was taken back; null: it holds
  recorded_at TEXT   NOT NULL,
  CHECK ((source_id IS NULL) <> (source_name IS NULL)),
  CHECK ((target_id IS NULL) <> (target_name IS NULL)),
  CHECK (source_id IS NOT NULL OR target_id IS NOT NULL),
  CHECK (until_on > from_on)
);

CREATE INDEX legal_effects_by_source ON legal_effects (source_id, from_on);

CREATE INDEX legal_effects_by_target ON legal_effects (target_id, from_on);

CREATE TABLE legal_index_runs (
  id   BIGINT PRIMARY KEY,
  runs BIGINT NOT NULL
);

CREATE TABLE legal_opinions (
  document_id TEXT   NOT NULL REFERENCES legal_documents (id),
  position    BIGINT NOT NULL,
  body        TEXT   NOT NULL,
  asked_on    TEXT,
  answered_on TEXT,
  paper       TEXT   NOT NULL,
  opinion     TEXT   NOT NULL,
  taken       TEXT   CHECK (taken IN ('accepted', 'partly', 'explained')),  -- null: not settled
  reply       TEXT   NOT NULL,
  PRIMARY KEY (document_id, position)
);

CREATE TABLE legal_ordinals (
  ordinal     BIGINT PRIMARY KEY,
  document_id TEXT   NOT NULL UNIQUE REFERENCES legal_documents (id),
  segment     BIGINT NOT NULL
);

CREATE INDEX legal_ordinals_of_segment ON legal_ordinals (segment);

CREATE TABLE legal_postings (
  place    TEXT   NOT NULL CHECK (place IN ('text', 'title', 'symbol')),
  term     TEXT   NOT NULL,
  segment  BIGINT NOT NULL,
  ordinals TEXT   NOT NULL,
  PRIMARY KEY (place, term, segment)
);

CREATE INDEX legal_postings_of_segment ON legal_postings (segment);

CREATE TABLE legal_procedure_steps (
  code     TEXT   NOT NULL REFERENCES legal_procedures (code),
  position BIGINT NOT NULL,
  title    TEXT   NOT NULL,
  body     TEXT   NOT NULL,
  days     BIGINT CHECK (days >= 0),
  counting TEXT   NOT NULL CHECK (counting IN ('calendar', 'working')),
  term     TEXT   NOT NULL CHECK (term IN ('atMost', 'atLeast')),
  paper    TEXT   NOT NULL,
  source   TEXT   NOT NULL,
  PRIMARY KEY (code, position)
);

CREATE TABLE legal_procedures (
  code        TEXT   PRIMARY KEY,
  title       TEXT   NOT NULL,
  title_en    TEXT   NOT NULL,
  from_on     TEXT   NOT NULL,
  until_on    TEXT,
  source      TEXT   NOT NULL,
  certainty   TEXT   NOT NULL CHECK (certainty IN ('high', 'medium', 'low')),
  recorded_at TEXT   NOT NULL,
  CHECK (until_on > from_on)
);

CREATE TABLE legal_review_lines (
  review_id   TEXT   NOT NULL REFERENCES legal_reviews (id),
  document_id TEXT   NOT NULL REFERENCES legal_documents (id),
  body_id     TEXT   NOT NULL REFERENCES agencies (id),
  outcome     TEXT   CHECK (outcome IN ('keep', 'amend', 'replace', 'repeal', 'expired')),
  reason      TEXT   NOT NULL,
  doer_id     TEXT   REFERENCES agencies (id),
  do_by       TEXT,
  settled_on  TEXT,
  task_id     TEXT   REFERENCES tasks (id),
  version     BIGINT NOT NULL,
  recorded_at TEXT   NOT NULL,
  PRIMARY KEY (review_id, document_id),
  CHECK ((outcome IS NULL) = (settled_on IS NULL)),
  CHECK (task_id IS NULL OR outcome <> 'keep')
);

CREATE INDEX legal_review_lines_of_body ON legal_review_lines (review_id, body_id);

CREATE INDEX legal_review_lines_of_document ON legal_review_lines (document_id);

CREATE INDEX legal_review_lines_open ON legal_review_lines (body_id) WHERE outcome IS NULL;

CREATE TABLE legal_reviews (
  id             TEXT   PRIMARY KEY,
  number         BIGINT NOT NULL UNIQUE,
  year           BIGINT NOT NULL,
  kind           TEXT   NOT NULL CHECK (kind IN ('review', 'systematisation')),
  name           TEXT   NOT NULL,
  source         TEXT   NOT NULL,
  field          TEXT   NOT NULL,                     -- empty: every field
  signed_from    TEXT,
  signed_until   TEXT,
  of_all_natures TEXT   CHECK (of_all_natures = 'yes'),
  with_expired   TEXT   CHECK (with_expired = 'yes'),
  opens_on       TEXT   NOT NULL,
  due_on         TEXT   NOT NULL,
  recorded_at    TEXT   NOT NULL, closed_on TEXT, closing_paper TEXT,
  CHECK (due_on >= opens_on)
);

CREATE INDEX legal_reviews_of_year ON legal_reviews (year, number);

CREATE TABLE legal_scopes (
  year    BIGINT PRIMARY KEY,
  levels  TEXT   NOT NULL,   -- separated by spaces
  source  TEXT   NOT NULL,
  version BIGINT NOT NULL
);

CREATE TABLE legal_spans (
  document_id TEXT   NOT NULL REFERENCES legal_documents (id),
  from_on     TEXT   NOT NULL,
  until_on    TEXT,
  state       TEXT   NOT NULL, signed_on TEXT NOT NULL DEFAULT '', number BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (document_id, from_on)
);

CREATE INDEX legal_spans_by_signing
  ON legal_spans ((state || ''), signed_on, number, from_on, until_on, document_id);

CREATE TABLE legal_steps (
  document_id TEXT   NOT NULL REFERENCES legal_documents (id),
  position    BIGINT NOT NULL,
  title       TEXT   NOT NULL,
  body        TEXT   NOT NULL,
  days        BIGINT CHECK (days BETWEEN 0 AND 1000),
  counting    TEXT   NOT NULL CHECK (counting IN ('calendar', 'working')),
  term        TEXT   NOT NULL CHECK (term IN ('atMost', 'atLeast')),
  started_on  TEXT,
  done_on     TEXT,
  paper       TEXT   NOT NULL,
  waived      TEXT   NOT NULL,   -- why it was left out; empty when it was not
  source      TEXT   NOT NULL,
  PRIMARY KEY (document_id, position)
);

CREATE TABLE legal_texts (
  document_id TEXT   PRIMARY KEY REFERENCES legal_documents (id),
  evidence_id TEXT   REFERENCES evidence_files (id),
  name        TEXT   NOT NULL,
  text        TEXT   NOT NULL,
  recognised  TEXT   CHECK (recognised = 'yes'),   -- by OCR
  symbol      TEXT   NOT NULL,                     -- what the text says of itself
  signed_on   TEXT,
  in_force_on TEXT,
  version     BIGINT NOT NULL,
  read_at     TEXT   NOT NULL
);

CREATE TABLE legal_unindexed (
  document_id TEXT PRIMARY KEY REFERENCES legal_documents (id)
);

CREATE TABLE letterheads (
  agency_id    TEXT   NOT NULL REFERENCES agencies (id),
  from_on      TEXT   NOT NULL,
  superior     TEXT,
  issuer       TEXT,
  name         TEXT,
  place        TEXT,
  abbreviation TEXT,
  source       TEXT   NOT NULL,
  version      BIGINT NOT NULL,
  recorded_at  TEXT   NOT NULL,
  PRIMARY KEY (agency_id, from_on)
);

CREATE TABLE linked_subjects (
  issuer    TEXT NOT NULL,
  subject   TEXT NOT NULL,
  account   TEXT NOT NULL REFERENCES accounts (id),
  linked_at TEXT NOT NULL,
  PRIMARY KEY (issuer, subject)
);

CREATE UNIQUE INDEX linked_subjects_of_account ON linked_subjects (account, issuer);

CREATE TABLE lock_exceptions (
  year      BIGINT NOT NULL,
  period    TEXT   NOT NULL,
  agency_id TEXT   NOT NULL REFERENCES agencies (id),
  until_on  TEXT   NOT NULL,
  reason    TEXT   NOT NULL,
  PRIMARY KEY (year, period, agency_id),
  FOREIGN KEY (year, period) REFERENCES periods (year, code)
);

CREATE TABLE mails (
  id         TEXT   PRIMARY KEY,
  recipient  TEXT   NOT NULL,    -- an account, or an address that belongs to none
  day_on     TEXT   NOT NULL,
  kind       TEXT   NOT NULL,    -- one a day of each kind for each recipient
  address    TEXT   NOT NULL,
  subject    TEXT   NOT NULL,
  body       TEXT   NOT NULL,
  written_at TEXT   NOT NULL,
  due_at     TEXT   NOT NULL,
  attempts   BIGINT NOT NULL,
  handed_at  TEXT,               -- when sendmail was begun; with no sent_at its end is not known
  handed_by  TEXT,
  sent_at    TEXT,
  failed_at  TEXT,
  outcome    TEXT   NOT NULL,
  UNIQUE (recipient, day_on, kind)
);

CREATE INDEX mails_open ON mails (due_at) WHERE handed_at IS NULL AND failed_at IS NULL;

CREATE TABLE milestones (
  id          TEXT PRIMARY KEY,
  number      BIGINT NOT NULL UNIQUE,
  year        BIGINT NOT NULL,
  body_id     TEXT   NOT NULL REFERENCES agencies (id),
  day_on      TEXT   NOT NULL,
  programme   TEXT,
  text        TEXT,
  targets     TEXT,
  reached_on  TEXT,
  evidence    TEXT,
  version     BIGINT NOT NULL,
  recorded_at TEXT   NOT NULL
);

CREATE INDEX milestones_by_year ON milestones (year, number);

CREATE TABLE national_results (
  year           BIGINT PRIMARY KEY,
  index_value    BIGINT NOT NULL CHECK (index_value BETWEEN 0 AND 10000),  -- 0.01 %
  rank           BIGINT NOT NULL CHECK (rank BETWEEN 1 AND ranked),
  ranked         BIGINT NOT NULL,
  appraised_rank BIGINT,
  surveyed_rank  BIGINT,
  mean           BIGINT,
  method         TEXT   NOT NULL,
  symbol         TEXT   NOT NULL,
  announced_on   TEXT   NOT NULL,
  recorded_at    TEXT   NOT NULL
);

CREATE TABLE on_time_formulas (
  year        BIGINT PRIMARY KEY,
  formula     TEXT   NOT NULL CHECK (formula IN ('of-solved', 'of-due', 'not-late')),
  source      TEXT   NOT NULL,
  recorded_at TEXT   NOT NULL
);

CREATE TABLE outside_issuers (
  agency_id TEXT PRIMARY KEY REFERENCES agencies (id),
  code      TEXT NOT NULL UNIQUE,
  name      TEXT NOT NULL,
  name_en   TEXT NOT NULL
);

CREATE TABLE outside_results (
  id          TEXT PRIMARY KEY,
  number      BIGINT NOT NULL UNIQUE,
  year        BIGINT NOT NULL,
  body_id     TEXT   NOT NULL REFERENCES agencies (id),
  day_on      TEXT   NOT NULL,
  index_name  TEXT,
  value       BIGINT,                 -- hundredths
  rank        BIGINT,
  answers     BIGINT,
  method      TEXT,
  source      TEXT,
  version     BIGINT NOT NULL,
  recorded_at TEXT   NOT NULL
);

CREATE INDEX outside_results_by_year ON outside_results (year, number);

CREATE TABLE people (
  account TEXT   PRIMARY KEY REFERENCES accounts (id),
  number  BIGINT NOT NULL UNIQUE
);

CREATE TABLE periods (
  year           BIGINT NOT NULL,
  code           TEXT   NOT NULL,
  position       BIGINT NOT NULL,
  name_vi        TEXT   NOT NULL,
  name_en        TEXT   NOT NULL,
  first_on       TEXT   NOT NULL,
  last_on        TEXT   NOT NULL,    -- what the authority's own report covers
  agency_last_on TEXT   NOT NULL,    -- what the agencies' reports cover
  agency_due_on  TEXT   NOT NULL,
  lower_due_on   TEXT,               -- for bodies that go through another agency
  due_on         TEXT   NOT NULL,    -- for the authority's own report
  source         TEXT   NOT NULL,
  locked_from    TEXT,
  lock_reason    TEXT,
  version        BIGINT NOT NULL,
  PRIMARY KEY (year, code),
  CHECK (first_on <= agency_last_on AND agency_last_on <= last_on),
  CHECK (agency_last_on <= agency_due_on AND agency_due_on <= due_on),
  CHECK (lower_due_on IS NULL OR lower_due_on <= agency_due_on),
  CHECK ((locked_from IS NULL) = (lock_reason IS NULL))
);

CREATE TABLE plan_queries (
  plan_id    TEXT   NOT NULL REFERENCES plans (id),
  position   BIGINT NOT NULL,
  start_at   BIGINT NOT NULL,
  end_at     BIGINT NOT NULL,
  message_vi TEXT   NOT NULL,
  message_en TEXT   NOT NULL,
  PRIMARY KEY (plan_id, position)
);

CREATE TABLE plan_texts (
  plan_id TEXT PRIMARY KEY REFERENCES plans (id),
  text    TEXT NOT NULL
);

CREATE TABLE plans (
  id           TEXT PRIMARY KEY,
  agency_id    TEXT   NOT NULL REFERENCES agencies (id),
  year         BIGINT NOT NULL,
  type         TEXT   NOT NULL,
  symbol       TEXT   NOT NULL,
  title        TEXT   NOT NULL,
  place        TEXT   NOT NULL,
  signer       TEXT   NOT NULL,
  issued_on    TEXT,
  effective_on TEXT,
  parent_id    TEXT REFERENCES plans (id),
  amends_id    TEXT REFERENCES plans (id),
  programme_id TEXT REFERENCES programmes (id),
  confirmed_by TEXT,
  confirmed_on TEXT,
  version      BIGINT NOT NULL,
  recorded_at  TEXT   NOT NULL
, declared_on TEXT, replaced_by TEXT REFERENCES plans (id));

CREATE INDEX plans_by_year ON plans (year, agency_id);

CREATE UNIQUE INDEX plans_main ON plans (agency_id, year)
  WHERE amends_id IS NULL AND parent_id IS NOT NULL AND replaced_by IS NULL;

CREATE TABLE posts (
  id          TEXT   PRIMARY KEY,
  number      BIGINT NOT NULL UNIQUE,
  person      TEXT   NOT NULL REFERENCES people (account),
  role        TEXT   NOT NULL,
  agency      TEXT   REFERENCES agencies (id),  -- null: the whole workspace
  title       TEXT   NOT NULL,                  -- as the decision words it
  areas       TEXT   NOT NULL,                  -- one a line; empty: all
  manner      TEXT   NOT NULL CHECK (manner IN ('appointed', 'acting', 'inCharge')),
  from_on     TEXT   NOT NULL,
  until_on    TEXT,
  basis       TEXT   NOT NULL,
  version     BIGINT NOT NULL,
  recorded_at TEXT   NOT NULL,
  CHECK (until_on IS NULL OR until_on > from_on)
);

CREATE INDEX posts_in_agency ON posts (agency, from_on);

CREATE INDEX posts_of_person ON posts (person);

CREATE TABLE programmes (
  id         TEXT PRIMARY KEY,
  symbol     TEXT NOT NULL,
  title      TEXT NOT NULL,
  first_year BIGINT NOT NULL,
  last_year  BIGINT NOT NULL,
  CHECK (first_year <= last_year)
);

CREATE TABLE proved_backups (
  proved_at   TEXT   PRIMARY KEY,
  made_at     TEXT   NOT NULL,   -- the snapshot's moment
  path        TEXT   NOT NULL,
  bytes       BIGINT NOT NULL,
  table_rows  BIGINT NOT NULL,
  journal_seq BIGINT NOT NULL
);

CREATE TABLE quarantined_files (
  id       TEXT   PRIMARY KEY,
  sha256   TEXT   NOT NULL,
  bytes    BIGINT NOT NULL,
  name     TEXT   NOT NULL,
  said     TEXT   NOT NULL,                            -- by the scan command
  sent_by  TEXT   NOT NULL REFERENCES accounts (id),
  sent_at  TEXT   NOT NULL
);

CREATE TABLE rating_rounds (
  id               TEXT   PRIMARY KEY,
  number           BIGINT NOT NULL UNIQUE,
  year             BIGINT NOT NULL,
  block            TEXT   NOT NULL,
  agency_id        TEXT   NOT NULL REFERENCES agencies (id),  -- whose head decides
  rules_id         TEXT   NOT NULL REFERENCES rating_rules (id),
  title            TEXT   NOT NULL,
  from_on          TEXT   NOT NULL,
  last_on          TEXT   NOT NULL,
  opened_on        TEXT   NOT NULL,
  announced_on     TEXT,              -- told to those who are rated
  objections_until TEXT,
  signed_by        TEXT   REFERENCES accounts (id),
  signed_on        TEXT,
  symbol           TEXT   NOT NULL,
  limit_reason     TEXT   NOT NULL,   -- why more are in a class than the rules allow
  published_on     TEXT,
  version          BIGINT NOT NULL,
  recorded_at      TEXT   NOT NULL
);

CREATE INDEX rating_rounds_by_year ON rating_rounds (year, number);

CREATE TABLE rating_rules (
  id          TEXT   PRIMARY KEY,
  number      BIGINT NOT NULL UNIQUE,
  name        TEXT   NOT NULL,
  year        BIGINT NOT NULL,
  symbol      TEXT   NOT NULL,
  source      TEXT   NOT NULL,
  body        TEXT   NOT NULL,
  closed_on   TEXT,              -- when somebody was first rated by them
  version     BIGINT NOT NULL,
  recorded_at TEXT   NOT NULL
);

CREATE TABLE ratings (
  number       BIGINT PRIMARY KEY,
  round_id     TEXT   NOT NULL REFERENCES rating_rounds (id),
  kind         TEXT   NOT NULL CHECK (kind IN ('head', 'deputy', 'agency')),
  person       TEXT   REFERENCES accounts (id),
  agency_id    TEXT   NOT NULL REFERENCES agencies (id),  -- of the last post in the period
  title        TEXT   NOT NULL,
  days         BIGINT NOT NULL,
  index_sum    BIGINT,             -- hundredths of a per cent × days
  index_days   BIGINT,
  suggested    BIGINT,             -- place of the class; null when the rules rate nobody here
  working_vi   TEXT   NOT NULL,    -- a line for each step
  working_en   TEXT   NOT NULL,
  honours_vi   TEXT   NOT NULL,
  honours_en   TEXT   NOT NULL,
  decided      BIGINT,             -- -1: not rated
  reason       TEXT   NOT NULL,
  decided_by   TEXT   REFERENCES accounts (id),
  decided_at   TEXT,
  objection    TEXT   NOT NULL,
  objected_at  TEXT,
  version      BIGINT NOT NULL,
  recorded_at  TEXT   NOT NULL
);

CREATE INDEX ratings_of_person ON ratings (person, round_id);

CREATE INDEX ratings_of_round ON ratings (round_id, number);

CREATE TABLE recovery_codes (
  account   TEXT NOT NULL REFERENCES accounts (id),
  code_hash TEXT NOT NULL,
  used_at   TEXT,
  PRIMARY KEY (account, code_hash)
);

CREATE TABLE remediations (
  id          TEXT   PRIMARY KEY,
  number      BIGINT NOT NULL UNIQUE,
  assessment  BIGINT NOT NULL REFERENCES assessments (number),
  position    BIGINT NOT NULL,
  lost        BIGINT NOT NULL CHECK (lost > 0),  -- 0.01 point
  shortcoming TEXT   NOT NULL,
  cause       TEXT   NOT NULL,
  remedy      TEXT   NOT NULL,
  lead_id     TEXT   NOT NULL REFERENCES agencies (id),
  due_on      TEXT   NOT NULL,
  task_id     TEXT   NOT NULL REFERENCES tasks (id),
  version     BIGINT NOT NULL,
  recorded_at TEXT   NOT NULL,
  UNIQUE (assessment, position)
);

CREATE INDEX remediations_of_task ON remediations (task_id);

CREATE TABLE reminder_items (
  reminder_id TEXT   NOT NULL REFERENCES reminders (id),
  position    BIGINT NOT NULL,
  kind        TEXT   NOT NULL,
  record      TEXT   NOT NULL,
  code        TEXT   NOT NULL,
  title       TEXT   NOT NULL,
  agency_id   TEXT   NOT NULL REFERENCES agencies (id),
  due_on      TEXT,
  PRIMARY KEY (reminder_id, position)
);

CREATE INDEX reminder_items_of_agency ON reminder_items (agency_id, reminder_id);

CREATE INDEX reminder_items_of_record ON reminder_items (kind, record, reminder_id);

CREATE TABLE reminder_notices (
  reminder_id TEXT NOT NULL REFERENCES reminders (id),
  channel     TEXT NOT NULL CHECK (channel IN ('message', 'letter', 'mail')),
  day_on      TEXT,
  made_by     TEXT NOT NULL REFERENCES accounts (id),
  reference   TEXT NOT NULL,
  PRIMARY KEY (reminder_id, channel)
);

CREATE TABLE reminders (
  id           TEXT   PRIMARY KEY,
  number       BIGINT NOT NULL UNIQUE,
  year         BIGINT NOT NULL,
  made_on      TEXT   NOT NULL,
  made_by      TEXT   NOT NULL REFERENCES accounts (id),
  answer_by    TEXT   NOT NULL,
  message      TEXT   NOT NULL,
  withdrawn_on TEXT,                     -- it did not go out after all
  version      BIGINT NOT NULL,
  recorded_at  TEXT   NOT NULL,
  CHECK (answer_by >= made_on)
);

CREATE INDEX reminders_by_year ON reminders (year, number);

CREATE TABLE report_templates (
  id          TEXT PRIMARY KEY,
  number      BIGINT NOT NULL UNIQUE,
  used_for    TEXT   NOT NULL,
  kind        TEXT   NOT NULL,
  title       TEXT   NOT NULL,
  subject     TEXT   NOT NULL,
  body        TEXT   NOT NULL,
  addressees  TEXT   NOT NULL,
  recipients  TEXT   NOT NULL,
  source      TEXT   NOT NULL,
  version     BIGINT NOT NULL,
  recorded_at TEXT   NOT NULL
);

CREATE TABLE reporting_rules (
  year       BIGINT PRIMARY KEY,
  levels     TEXT   NOT NULL CHECK (levels IN ('straight', 'levelByLevel')),
  sender     TEXT   NOT NULL CHECK (sender IN ('officer', 'head')),
  document   TEXT   NOT NULL CHECK (document IN ('expected', 'notExpected')),
  timeliness TEXT   NOT NULL CHECK (timeliness IN ('data', 'document')),
  source     TEXT   NOT NULL,
  version    BIGINT NOT NULL
);

CREATE TABLE reports (
  id            TEXT PRIMARY KEY,
  number        BIGINT NOT NULL UNIQUE,
  year          BIGINT NOT NULL,
  period        TEXT   NOT NULL,      -- empty for a document of no period
  period_vi     TEXT   NOT NULL,
  period_en     TEXT   NOT NULL,
  first_on      TEXT   NOT NULL,
  last_on       TEXT   NOT NULL,
  issuer_id     TEXT   NOT NULL REFERENCES agencies (id),
  kind          TEXT   NOT NULL,
  subject       TEXT   NOT NULL,
  body          TEXT   NOT NULL,
  recipients    TEXT   NOT NULL,
  drafting_unit TEXT   NOT NULL,
  addressees    TEXT   NOT NULL,      -- a line each; empty for kinds that address nobody
  power         TEXT   NOT NULL,      -- with which the signer signs
  signer_title  TEXT   NOT NULL,
  signer        TEXT   NOT NULL,
  secretary     TEXT   NOT NULL,
  covers        TEXT   NOT NULL CHECK (covers IN ('all', 'own')),  -- whose figures
  signed_number BIGINT,
  signed_on     TEXT,
  digest        TEXT,
  content       TEXT,                 -- JSON: the document as it was signed
  version       BIGINT NOT NULL,
  recorded_at   TEXT   NOT NULL,
  CHECK (first_on <= last_on),
  CHECK ((signed_on IS NULL) = (content IS NULL)),
  CHECK ((signed_on IS NULL) = (signed_number IS NULL)),
  CHECK ((signed_on IS NULL) = (digest IS NULL))
);

CREATE INDEX reports_by_year ON reports (year, number);

CREATE INDEX reports_of_issuer ON reports (issuer_id, year);

CREATE TABLE revisions (
  topic TEXT   NOT NULL,
  year  BIGINT NOT NULL,        -- 0 when the topic belongs to no year
  seq   BIGINT NOT NULL,
  PRIMARY KEY (topic, year)
);

CREATE TABLE schema_migrations (
  number     BIGINT PRIMARY KEY,
  name       TEXT NOT NULL,
  checksum   TEXT NOT NULL,  -- SHA-256 of the file
  applied_at TEXT NOT NULL
);

CREATE TABLE scope_members (
  scope_id  TEXT NOT NULL REFERENCES scopes (id),
  agency_id TEXT NOT NULL REFERENCES agencies (id),
  membership TEXT NOT NULL CHECK (membership IN ('in', 'out')),
  PRIMARY KEY (scope_id, agency_id)
);

CREATE TABLE scopes (
  id      TEXT PRIMARY KEY,
  name_vi TEXT NOT NULL,
  name_en TEXT NOT NULL,
  blocks  TEXT NOT NULL                 -- separated by spaces
);

CREATE TABLE scoring_rounds (
  id                  TEXT PRIMARY KEY,
  number              BIGINT NOT NULL UNIQUE,
  year                BIGINT NOT NULL,
  block               TEXT   NOT NULL,
  set_id              TEXT   NOT NULL REFERENCES criteria_sets (id),
  title               TEXT   NOT NULL,
  cut_off_on          TEXT   NOT NULL,
  self_due_on         TEXT   NOT NULL,
  refused_after_on    TEXT,
  supplement_until_on TEXT,
  appraisal_due_on    TEXT,
  explanation_due_on  TEXT,
  second_due_on       TEXT,
  council_due_on      TEXT,
  confirmation_due_on TEXT,
  late_rule           TEXT   NOT NULL,
  published_on        TEXT,
  published_symbol    TEXT   NOT NULL,
  version             BIGINT NOT NULL,
  recorded_at         TEXT   NOT NULL,
  UNIQUE (year, block)
);

CREATE TABLE second_factors (
  account   TEXT   PRIMARY KEY REFERENCES accounts (id),
  secret    TEXT   NOT NULL,                     -- Base32; never journaled
  set_at    TEXT   NOT NULL,
  last_step BIGINT NOT NULL
);

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

CREATE TABLE self_inspection_omissions (
  campaign_id        TEXT NOT NULL REFERENCES self_inspection_campaigns (id),
  body_id            TEXT NOT NULL REFERENCES agencies (id),
  self_inspection_id TEXT NOT NULL REFERENCES self_inspections (id),
  reason             TEXT NOT NULL CHECK (reason IN ('otherChecklist')),
  PRIMARY KEY (campaign_id, body_id)
);

CREATE TABLE self_inspection_units (
  self_inspection_id TEXT   NOT NULL REFERENCES self_inspections (id),
  position           BIGINT NOT NULL,
  name               TEXT   NOT NULL,
  PRIMARY KEY (self_inspection_id, position)
);

CREATE TABLE self_inspections (
  id            TEXT PRIMARY KEY,
  number        BIGINT NOT NULL UNIQUE,
  year          BIGINT NOT NULL,
  body_id       TEXT   NOT NULL REFERENCES agencies (id),
  planned_on    TEXT,
  held_on       TEXT,
  report_symbol TEXT   NOT NULL,
  version       BIGINT NOT NULL,
  recorded_at   TEXT   NOT NULL, checklist_id TEXT REFERENCES checklists (id), campaign_id TEXT REFERENCES self_inspection_campaigns (id), taken_in_on TEXT,
  CHECK (planned_on IS NOT NULL OR held_on IS NOT NULL)
);

CREATE INDEX self_inspections_by_year ON self_inspections (year, number);

CREATE INDEX self_inspections_of_body ON self_inspections (body_id, year);

CREATE INDEX self_inspections_of_campaign ON self_inspections (campaign_id, number);

CREATE TABLE sessions (
  token_hash TEXT PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  account    TEXT NOT NULL REFERENCES accounts (id),
  device     TEXT NOT NULL,
  address    TEXT NOT NULL,
  started_at TEXT NOT NULL,
  seen_at    TEXT NOT NULL
);

CREATE INDEX sessions_of_account ON sessions (account);

CREATE TABLE settings (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

CREATE TABLE sign_in_failures (
  source     TEXT PRIMARY KEY,
  count      BIGINT NOT NULL,
  failed_at  TEXT   NOT NULL,
  blocked_to TEXT   NOT NULL
);

CREATE TABLE signed_heads (
  day_on     TEXT   PRIMARY KEY,
  first_seq  BIGINT NOT NULL,      -- the entries whose tree it signs; none when last is before first
  last_seq   BIGINT NOT NULL,
  text       TEXT   NOT NULL,      -- what was signed, word for word
  public_key TEXT   NOT NULL REFERENCES signing_keys (public_key),
  signature  TEXT   NOT NULL,      -- Base64
  signed_at  TEXT   NOT NULL,
  CHECK (first_seq >= 1 AND last_seq >= first_seq - 1)
);

CREATE UNIQUE INDEX signed_heads_by_seq ON signed_heads (last_seq, first_seq, day_on);

CREATE TABLE signing_keys (
  public_key TEXT PRIMARY KEY,  -- Ed25519, Base64
  added_at   TEXT NOT NULL
);

CREATE TABLE staffings (
  id          TEXT PRIMARY KEY,
  number      BIGINT NOT NULL UNIQUE,
  year        BIGINT NOT NULL,
  body_id     TEXT   NOT NULL REFERENCES agencies (id),
  day_on      TEXT   NOT NULL,
  full_time   BIGINT,
  part_time   BIGINT,
  trained     BIGINT,
  note        TEXT,
  version     BIGINT NOT NULL,
  recorded_at TEXT   NOT NULL
);

CREATE INDEX staffings_by_year ON staffings (year, number);

CREATE TABLE submission_drafts (
  year      BIGINT NOT NULL,
  period    TEXT   NOT NULL,
  agency_id TEXT   NOT NULL REFERENCES agencies (id),
  fields    TEXT   NOT NULL,   -- JSON: what was typed, be it right or wrong
  version   BIGINT NOT NULL,
  saved_at  TEXT   NOT NULL,
  saved_by  TEXT   NOT NULL REFERENCES accounts (id),
  ready_at  TEXT,              -- given to the head to approve and send
  PRIMARY KEY (year, period, agency_id),
  FOREIGN KEY (year, period) REFERENCES periods (year, code)
);

CREATE TABLE submission_steps (
  submission_id TEXT   NOT NULL REFERENCES submissions (id),
  position      BIGINT NOT NULL,
  kind          TEXT   NOT NULL
    CHECK (kind IN ('submitted', 'passedOn', 'accepted', 'returned', 'documented')),
  round         BIGINT NOT NULL,
  day_on        TEXT   NOT NULL,
  at            TEXT   NOT NULL,
  person        TEXT   NOT NULL REFERENCES accounts (id),
  reason        TEXT,
  entry         BIGINT NOT NULL REFERENCES journal_entries (seq),  -- the receipt
  content       TEXT,                                              -- canonical JSON
  PRIMARY KEY (submission_id, position),
  CHECK ((kind = 'submitted') = (content IS NOT NULL))
);

CREATE TABLE submissions (
  id                   TEXT   PRIMARY KEY,
  number               BIGINT NOT NULL UNIQUE,
  year                 BIGINT NOT NULL,
  period               TEXT   NOT NULL,
  agency_id            TEXT   NOT NULL REFERENCES agencies (id),
  state                TEXT   NOT NULL CHECK (state IN ('submitted', 'returned', 'accepted')),
  desk_id              TEXT   REFERENCES agencies (id),  -- the superior that takes it up first
  round                BIGINT NOT NULL CHECK (round >= 1),
  accepted_round       BIGINT,
  first_on             TEXT   NOT NULL,
  sent_on              TEXT   NOT NULL,
  nothing_arose        TEXT   CHECK (nothing_arose = 'yes'),
  digest               TEXT   NOT NULL,
  document_symbol      TEXT,
  document_on          TEXT,
  document_recorded_on TEXT,
  document_file        TEXT,
  version              BIGINT NOT NULL,
  UNIQUE (year, period, agency_id),
  FOREIGN KEY (year, period) REFERENCES periods (year, code),
  CHECK (desk_id IS NULL OR state = 'submitted'),
  CHECK (accepted_round IS NULL OR accepted_round <= round),
  CHECK ((document_symbol IS NULL) = (document_on IS NULL))
);

CREATE INDEX submissions_of_agency ON submissions (agency_id, year);

CREATE TABLE successions (
  from_id TEXT NOT NULL REFERENCES agencies (id),
  to_id   TEXT NOT NULL REFERENCES agencies (id),
  day_on  TEXT NOT NULL,
  kind    TEXT NOT NULL,
  basis   TEXT NOT NULL,
  PRIMARY KEY (from_id, to_id, day_on),
  CHECK (from_id <> to_id)
);

CREATE TABLE targets (
  id              TEXT PRIMARY KEY,
  plan_id         TEXT   NOT NULL REFERENCES plans (id),
  position        BIGINT NOT NULL,
  code            TEXT   NOT NULL,      -- II.1.a.2-1
  start_at        BIGINT NOT NULL,
  end_at          BIGINT NOT NULL,
  decision        TEXT   NOT NULL CHECK (decision IN ('proposed', 'accepted', 'rejected')),
  title           TEXT   NOT NULL,
  comparator      TEXT   NOT NULL,
  value           TEXT,                 -- hundredths: 3000, 4500-5000; =tốt
  unit            TEXT   NOT NULL,
  measure         TEXT,
  scope_id        TEXT REFERENCES scopes (id),
  deadline_on     TEXT,
  deadline_source TEXT   NOT NULL,
  lead_id         TEXT REFERENCES agencies (id),
  answerable      TEXT   NOT NULL,
  reading         TEXT CHECK (reading IN ('together', 'perTier')),
  reading_basis   TEXT   NOT NULL,
  replaces_id     TEXT REFERENCES targets (id),
  version         BIGINT NOT NULL, mirrors_id TEXT REFERENCES targets (id),
  UNIQUE (plan_id, code)
);

CREATE INDEX targets_mirroring ON targets (mirrors_id) WHERE mirrors_id IS NOT NULL;

CREATE TABLE task_closures (
  task_id       TEXT PRIMARY KEY REFERENCES tasks (id),
  outcome       TEXT NOT NULL CHECK (outcome IN ('inTime', 'late', 'failed')),
  closed_on     TEXT NOT NULL,
  cause         TEXT CHECK (cause IN ('objective', 'subjective')),
  explanation   TEXT NOT NULL,
  answerable_id TEXT REFERENCES posts (id),   -- the post held on those days
  remedy        TEXT NOT NULL,
  document      TEXT NOT NULL,
  recorded_at   TEXT NOT NULL,
  CHECK (outcome <> 'failed' OR (cause IS NOT NULL AND answerable_id IS NOT NULL))
);

CREATE TABLE task_partners (
  task_id   TEXT NOT NULL REFERENCES tasks (id),
  agency_id TEXT NOT NULL REFERENCES agencies (id),
  PRIMARY KEY (task_id, agency_id)
);

CREATE INDEX task_partners_of_agency ON task_partners (agency_id);

CREATE TABLE task_progress (
  id          TEXT   PRIMARY KEY,
  task_id     TEXT   NOT NULL REFERENCES tasks (id),
  number      BIGINT NOT NULL,
  kind        TEXT   NOT NULL CHECK (kind IN ('going', 'done', 'nothing', 'reopened')),
  as_of_on    TEXT   NOT NULL,
  share       BIGINT CHECK (share BETWEEN 0 AND 10000),  -- 0.01 %; null: nobody said
  note        TEXT   NOT NULL,
  product     TEXT   NOT NULL,
  difficulty  TEXT   NOT NULL,
  author      TEXT REFERENCES accounts (id),
  recorded_at TEXT   NOT NULL,
  UNIQUE (task_id, number)
);

CREATE TABLE tasks (
  id            TEXT PRIMARY KEY,
  plan_id       TEXT   NOT NULL REFERENCES plans (id),
  number        BIGINT NOT NULL,
  clause        TEXT   NOT NULL,
  text          TEXT   NOT NULL,
  lead_id       TEXT REFERENCES agencies (id),
  lead_text     TEXT   NOT NULL,
  cooperating   TEXT   NOT NULL,
  product       TEXT   NOT NULL,
  due_on        TEXT,
  deadline_text TEXT   NOT NULL,
  budget        TEXT   NOT NULL,
  done_on       TEXT,
  decision      TEXT   NOT NULL CHECK (decision IN ('proposed', 'accepted', 'rejected')), version BIGINT NOT NULL DEFAULT 1, year BIGINT NOT NULL DEFAULT 0, owner_id TEXT REFERENCES agencies (id), code TEXT, area TEXT NOT NULL DEFAULT '', state TEXT NOT NULL DEFAULT 'open'
  CHECK (state IN ('approach', 'open', 'done', 'cancelled', 'failed')), share BIGINT CHECK (share BETWEEN 0 AND 10000), computed BIGINT CHECK (computed BETWEEN 0 AND 10000), reported_on TEXT, cancelled_on TEXT, closed_on TEXT, parent_id TEXT REFERENCES tasks (id), weight BIGINT NOT NULL DEFAULT 1 CHECK (weight BETWEEN 1 AND 1000), part_rule TEXT NOT NULL DEFAULT 'count' CHECK (part_rule IN ('count', 'weighted')), rolled_from_id TEXT REFERENCES tasks (id), deadline_kind TEXT CHECK (deadline_kind IN ('day', 'after', 'rhythm', 'throughout')), deadline_count BIGINT CHECK (deadline_count BETWEEN 0 AND 1000), deadline_counting TEXT CHECK (deadline_counting IN ('working', 'calendar')), deadline_act TEXT NOT NULL DEFAULT '', deadline_act_on TEXT, deadline_task_id TEXT REFERENCES tasks (id), deadline_rhythm TEXT, search_text TEXT NOT NULL DEFAULT '',
  UNIQUE (plan_id, number)
);

CREATE INDEX tasks_by_code ON tasks (year, code);

CREATE INDEX tasks_by_due ON tasks (year, due_on, id) WHERE code IS NOT NULL;

CREATE INDEX tasks_by_state ON tasks (year, state, due_on, id) WHERE code IS NOT NULL;

CREATE INDEX tasks_late ON tasks (year, due_on, id) WHERE code IS NOT NULL AND state = 'done' AND done_on > due_on;

CREATE INDEX tasks_of_area ON tasks (year, area, due_on, id);

CREATE INDEX tasks_of_area_by_code ON tasks (area, year, code);

CREATE INDEX tasks_of_lead ON tasks (lead_id, year, due_on, id);

CREATE INDEX tasks_of_lead_by_code ON tasks (lead_id, year, code);

CREATE INDEX tasks_of_owner ON tasks (owner_id, year, number, id);

CREATE INDEX tasks_of_owner_by_code ON tasks (owner_id, year, code);

CREATE INDEX tasks_open ON tasks (lead_id, due_on) WHERE state = 'open' AND code IS NOT NULL;

CREATE INDEX tasks_parts ON tasks (parent_id) WHERE parent_id IS NOT NULL;

CREATE INDEX tasks_rolled ON tasks (rolled_from_id) WHERE rolled_from_id IS NOT NULL;

CREATE INDEX tasks_waiting ON tasks (deadline_task_id) WHERE deadline_task_id IS NOT NULL;

CREATE TABLE waiting_sign_ins (
  secret_hash TEXT   PRIMARY KEY,
  account     TEXT   NOT NULL REFERENCES accounts (id),
  password    TEXT   NOT NULL,                   -- the stored one that was checked
  started_at  TEXT   NOT NULL,
  failures    BIGINT NOT NULL
);

CREATE TABLE years (
  year     BIGINT PRIMARY KEY,
  first_on TEXT NOT NULL,
  last_on  TEXT NOT NULL,
  source   TEXT,                 -- the document that says so
  CHECK (first_on <= last_on)
);
