-- Who can sign in.
CREATE TABLE accounts (
  id                  TEXT PRIMARY KEY,
  login               TEXT NOT NULL UNIQUE,
  name                TEXT NOT NULL,
  agency              TEXT,
  password            TEXT NOT NULL,  -- scrypt with its costs and salt; never journaled
  password_changed_at TEXT,           -- null while the password is the one-time one
  created_at          TEXT NOT NULL
);

-- What an account may do, in an agency or in the whole workspace, from a day to a day.
CREATE TABLE account_roles (
  id       TEXT PRIMARY KEY,
  account  TEXT NOT NULL REFERENCES accounts (id),
  role     TEXT NOT NULL,
  agency   TEXT,                      -- null: the whole workspace
  from_on  TEXT NOT NULL,
  until_on TEXT
);

CREATE INDEX account_roles_of_account ON account_roles (account);

-- Who is signed in, by the SHA-256 of the token. Not journaled.
CREATE TABLE sessions (
  token_hash TEXT PRIMARY KEY,
  account    TEXT NOT NULL REFERENCES accounts (id),
  device     TEXT NOT NULL,
  started_at TEXT NOT NULL,
  seen_at    TEXT NOT NULL
);

CREATE INDEX sessions_of_account ON sessions (account);

-- Failed sign-ins, by the SHA-256 of the login or of the address. Not journaled.
CREATE TABLE sign_in_failures (
  source     TEXT PRIMARY KEY,
  count      BIGINT NOT NULL,
  failed_at  TEXT   NOT NULL,
  blocked_to TEXT   NOT NULL
);
