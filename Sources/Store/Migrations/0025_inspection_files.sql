-- What an inspection goes through; an edition for each year, never changed once answered.
CREATE TABLE checklists (
  id          TEXT   PRIMARY KEY,
  number      BIGINT NOT NULL UNIQUE,
  year        BIGINT NOT NULL,
  name        TEXT   NOT NULL,
  source      TEXT   NOT NULL,
  recorded_at TEXT   NOT NULL
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

CREATE TABLE inspection_files (
  inspection_id TEXT   PRIMARY KEY REFERENCES inspections (id),
  first_on      TEXT,
  last_on       TEXT,
  content       TEXT   NOT NULL,
  minutes       TEXT   NOT NULL,
  good_practice TEXT   NOT NULL,
  checklist_id  TEXT   REFERENCES checklists (id),
  version       BIGINT NOT NULL,
  CHECK (first_on IS NULL OR last_on IS NULL OR first_on <= last_on)
);

CREATE TABLE inspection_members (
  inspection_id TEXT   NOT NULL REFERENCES inspection_files (inspection_id),
  position      BIGINT NOT NULL,
  name          TEXT   NOT NULL,
  post          TEXT   NOT NULL,
  role          TEXT   NOT NULL CHECK (role IN ('leader', 'deputy', 'secretary', 'member')),
  PRIMARY KEY (inspection_id, position)
);

CREATE TABLE inspection_papers (
  inspection_id TEXT   NOT NULL REFERENCES inspection_files (inspection_id),
  position      BIGINT NOT NULL,
  text          TEXT   NOT NULL,
  received_on   TEXT,
  PRIMARY KEY (inspection_id, position)
);

-- Answers to a checklist: of an inspection, or of a body that inspects itself.
CREATE TABLE checklist_answers (
  kind     TEXT   NOT NULL CHECK (kind IN ('inspection', 'self-inspection')),
  record   TEXT   NOT NULL,
  position BIGINT NOT NULL,
  mark     TEXT   NOT NULL CHECK (mark IN ('met', 'partly', 'unmet', 'notApplicable')),
  note     TEXT   NOT NULL,
  copied   TEXT   CHECK (copied = 'yes'),   -- said the same, word for word, the year before
  PRIMARY KEY (kind, record, position)
);

ALTER TABLE self_inspections ADD COLUMN checklist_id TEXT REFERENCES checklists (id);
