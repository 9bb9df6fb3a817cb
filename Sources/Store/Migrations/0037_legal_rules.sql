-- Procedures of drawing up documents, and who may issue what: those that somebody entered or changed. They
-- stand in the place of the program's own of the same code, or the same level, organ, kind and first day.
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

-- Bodies above and outside that issue documents on which ours rest: a body without any version, so that it
-- stands in no tree and counts in nothing.
CREATE TABLE outside_issuers (
  agency_id TEXT PRIMARY KEY REFERENCES agencies (id),
  code      TEXT NOT NULL UNIQUE,
  name      TEXT NOT NULL,
  name_en   TEXT NOT NULL
);

INSERT INTO agencies (id, created_at) VALUES
  ('TW-QH', '2020-01-01T00:00:00.000Z'),
  ('TW-UBTVQH', '2020-01-01T00:00:00.000Z'),
  ('TW-CTN', '2020-01-01T00:00:00.000Z'),
  ('TW-CP', '2020-01-01T00:00:00.000Z'),
  ('TW-TTG', '2020-01-01T00:00:00.000Z'),
  ('TW-BNV', '2020-01-01T00:00:00.000Z'),
  ('TW-BTP', '2020-01-01T00:00:00.000Z'),
  ('TW-BTC', '2020-01-01T00:00:00.000Z');
INSERT INTO outside_issuers (agency_id, code, name, name_en) VALUES
  ('TW-QH', 'TW-QH', 'Quốc hội', 'National Assembly'),
  ('TW-UBTVQH', 'TW-UBTVQH', 'Ủy ban Thường vụ Quốc hội', 'Standing Committee of the National Assembly'),
  ('TW-CTN', 'TW-CTN', 'Chủ tịch nước', 'State President'),
  ('TW-CP', 'TW-CP', 'Chính phủ', 'Government'),
  ('TW-TTG', 'TW-TTG', 'Thủ tướng Chính phủ', 'Prime Minister'),
  ('TW-BNV', 'TW-BNV', 'Bộ Nội vụ', 'Ministry of Home Affairs'),
  ('TW-BTP', 'TW-BTP', 'Bộ Tư pháp', 'Ministry of Justice'),
  ('TW-BTC', 'TW-BTC', 'Bộ Tài chính', 'Ministry of Finance');
