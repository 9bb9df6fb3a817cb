-- An account that was invited has no password until its link is used: then the password is '-'.
ALTER TABLE accounts ADD COLUMN mail TEXT;
ALTER TABLE accounts ADD COLUMN closed_at TEXT;  -- from then on nobody can sign in to it

-- Links that open an account once, by the SHA-256 of their secret.
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

-- At most one link of an account is open.
CREATE UNIQUE INDEX account_links_open ON account_links (account)
  WHERE used_at IS NULL AND withdrawn_at IS NULL;

-- Sessions begin anew: each has a name by which its person can end it, and says from where it came.
DROP TABLE sessions;

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

-- Devices that an account signed in from, by the SHA-256 of a cookie; their failures count apart.
CREATE TABLE known_devices (
  secret_hash TEXT NOT NULL,
  account     TEXT NOT NULL REFERENCES accounts (id),
  seen_at     TEXT NOT NULL,
  PRIMARY KEY (secret_hash, account)
);

-- The secret that an account's phone shares with us, and the last step whose code was taken.
CREATE TABLE second_factors (
  account   TEXT   PRIMARY KEY REFERENCES accounts (id),
  secret    TEXT   NOT NULL,                     -- Base32; never journaled
  set_at    TEXT   NOT NULL,
  last_step BIGINT NOT NULL
);

-- Codes that replace the phone once, by their SHA-256.
CREATE TABLE recovery_codes (
  account   TEXT NOT NULL REFERENCES accounts (id),
  code_hash TEXT NOT NULL,
  used_at   TEXT,
  PRIMARY KEY (account, code_hash)
);

-- Sign-ins whose password was right and that wait for a code, by the SHA-256 of a cookie.
CREATE TABLE waiting_sign_ins (
  secret_hash TEXT   PRIMARY KEY,
  account     TEXT   NOT NULL REFERENCES accounts (id),
  password    TEXT   NOT NULL,                   -- the stored one that was checked
  started_at  TEXT   NOT NULL,
  failures    BIGINT NOT NULL
);

-- Who an issuer's subject is here; only a person who was let in otherwise makes such a link.
CREATE TABLE linked_subjects (
  issuer    TEXT NOT NULL,
  subject   TEXT NOT NULL,
  account   TEXT NOT NULL REFERENCES accounts (id),
  linked_at TEXT NOT NULL,
  PRIMARY KEY (issuer, subject)
);

CREATE UNIQUE INDEX linked_subjects_of_account ON linked_subjects (account, issuer);

-- Requests to an issuer that wait for their answer, by the SHA-256 of their state.
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
