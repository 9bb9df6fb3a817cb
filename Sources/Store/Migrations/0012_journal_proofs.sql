-- The journal's page by person, agency, action or day, each read from its newest end; what else may
-- be asked for stands in the index too, so that only entries that fit are looked up.
CREATE INDEX journal_entries_by_time ON journal_entries (at, seq);
CREATE INDEX journal_entries_by_actor ON journal_entries (actor, at, seq, action, agency);
CREATE INDEX journal_entries_by_agency ON journal_entries (agency, at, seq, action, actor)
  WHERE agency IS NOT NULL;
CREATE INDEX journal_entries_by_action ON journal_entries (action, at, seq, actor, agency);

-- The public halves of the keys that sign the journal's head; the private halves are never here.
CREATE TABLE signing_keys (
  public_key TEXT PRIMARY KEY,  -- Ed25519, Base64
  added_at   TEXT NOT NULL
);

-- The journal's head of each day, signed. Off the record: it proves the journal from outside.
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
