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
