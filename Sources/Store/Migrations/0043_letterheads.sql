-- How a body heads its documents from a day on, where that differs from what its name in the list of
-- agencies gives. An empty superior is "none"; what is missing follows the list.
CREATE TABLE letterheads (
  agency_id    TEXT   NOT NULL REFERENCES agencies (id),
  from_on      TEXT   NOT NULL,
  superior     TEXT,
  issuer       TEXT,
  name         TEXT,
  place        TEXT,
  abbreviation TEXT,
  source       TEXT   NOT NULL,
  version      BIGINT NOT NULL,
  recorded_at  TEXT   NOT NULL,
  PRIMARY KEY (agency_id, from_on)
);
