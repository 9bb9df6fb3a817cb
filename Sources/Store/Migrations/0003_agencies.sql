-- A body keeps its id whatever it is called.
CREATE TABLE agencies (
  id         TEXT PRIMARY KEY,
  created_at TEXT NOT NULL
);

-- What a body was from a day (inclusive) until another (exclusive; null: still).
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

-- Codes of other registers: gso and others.
CREATE TABLE agency_codes (
  agency_id TEXT NOT NULL,
  from_on   TEXT NOT NULL,
  scheme    TEXT NOT NULL,
  value     TEXT NOT NULL,
  PRIMARY KEY (agency_id, from_on, scheme),
  FOREIGN KEY (agency_id, from_on) REFERENCES agency_versions (agency_id, from_on)
);

-- Who carries on what another body was, as a person confirmed it.
CREATE TABLE successions (
  from_id TEXT NOT NULL REFERENCES agencies (id),
  to_id   TEXT NOT NULL REFERENCES agencies (id),
  day_on  TEXT NOT NULL,
  kind    TEXT NOT NULL,
  basis   TEXT NOT NULL,
  PRIMARY KEY (from_id, to_id, day_on),
  CHECK (from_id <> to_id)
);

-- Named lists of agencies that targets speak of.
CREATE TABLE scopes (
  id      TEXT PRIMARY KEY,
  name_vi TEXT NOT NULL,
  name_en TEXT NOT NULL,
  blocks  TEXT NOT NULL                 -- separated by spaces
);

-- Bodies that a list takes in, or leaves out, by name.
CREATE TABLE scope_members (
  scope_id  TEXT NOT NULL REFERENCES scopes (id),
  agency_id TEXT NOT NULL REFERENCES agencies (id),
  membership TEXT NOT NULL CHECK (membership IN ('in', 'out')),
  PRIMARY KEY (scope_id, agency_id)
);
