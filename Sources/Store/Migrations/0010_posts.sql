-- The number under which people find a person; who never held a post has none.
CREATE TABLE people (
  account TEXT   PRIMARY KEY REFERENCES accounts (id),
  number  BIGINT NOT NULL UNIQUE
);

-- Who holds which role where, from a day (inclusive) until another (exclusive; null: still).
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

CREATE INDEX posts_of_person ON posts (person);
CREATE INDEX posts_in_agency ON posts (agency, from_on);

-- What accounts held until now.
INSERT INTO people (account, number)
SELECT id, ROW_NUMBER() OVER (ORDER BY created_at, id) FROM accounts;

INSERT INTO posts (id, number, person, role, agency, title, areas, manner, from_on, until_on, basis, version, recorded_at)
SELECT r.id, ROW_NUMBER() OVER (ORDER BY r.id), r.account, r.role, r.agency, '', '', 'appointed', r.from_on, r.until_on,
  '', 1, a.created_at
FROM account_roles r JOIN accounts a ON a.id = r.account;

INSERT INTO counters (kind, value) SELECT 'person', COUNT(*) FROM people HAVING COUNT(*) > 0;

INSERT INTO counters (kind, value) SELECT 'post', COUNT(*) FROM posts HAVING COUNT(*) > 0;

DROP TABLE account_roles;

-- Who answers for a target, a task or a finding, from a day until another.
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

CREATE INDEX duties_of_record ON duties (kind, record);
CREATE INDEX duties_of_person ON duties (person);

-- A record has one person who answers for it at a time.
CREATE UNIQUE INDEX duties_open ON duties (kind, record) WHERE until_on IS NULL;
