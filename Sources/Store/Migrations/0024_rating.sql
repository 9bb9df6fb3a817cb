-- Rules by which heads and deputies are rated, as lines of text; one edition beside the other.
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

-- One block's heads, deputies and bodies, rated for a period by the agency above them.
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

-- One person's or body's rating: what the rules suggest, frozen; what was decided; the objection.
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

CREATE INDEX ratings_of_round ON ratings (round_id, number);
CREATE INDEX ratings_of_person ON ratings (person, round_id);

-- Decisions of commendation: collectives and individuals, with symbol and day.
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
