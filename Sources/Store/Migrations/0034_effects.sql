-- The effect ledger: what one document does to another, from which day, to which parts.
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

-- Kept: each document's states one after another; '' stands for the beginning of time.
CREATE TABLE legal_spans (
  document_id TEXT   NOT NULL REFERENCES legal_documents (id),
  from_on     TEXT   NOT NULL,
  until_on    TEXT,
  state       TEXT   NOT NULL,
  PRIMARY KEY (document_id, from_on)
);

INSERT INTO legal_spans (document_id, from_on, until_on, state)
  SELECT id, '', in_force_on, CASE WHEN in_force_on IS NULL THEN 'unknown' ELSE 'pending' END
  FROM legal_documents;
INSERT INTO legal_spans (document_id, from_on, until_on, state)
  SELECT id, in_force_on, NULL, 'inForce' FROM legal_documents WHERE in_force_on IS NOT NULL;

-- That a document rests on one which died or changed; open until somebody looked at it.
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
