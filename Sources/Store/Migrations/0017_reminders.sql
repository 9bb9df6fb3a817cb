-- One time that agencies were asked after what they owe, with the list as it stood that day.
CREATE TABLE reminders (
  id           TEXT   PRIMARY KEY,
  number       BIGINT NOT NULL UNIQUE,
  year         BIGINT NOT NULL,
  made_on      TEXT   NOT NULL,
  made_by      TEXT   NOT NULL REFERENCES accounts (id),
  answer_by    TEXT   NOT NULL,
  message      TEXT   NOT NULL,
  withdrawn_on TEXT,                     -- it did not go out after all
  version      BIGINT NOT NULL,
  recorded_at  TEXT   NOT NULL,
  CHECK (answer_by >= made_on)
);
CREATE INDEX reminders_by_year ON reminders (year, number);

-- The ways in which it went out, each with its day; a letter without one is a draft.
CREATE TABLE reminder_notices (
  reminder_id TEXT NOT NULL REFERENCES reminders (id),
  channel     TEXT NOT NULL CHECK (channel IN ('message', 'letter', 'mail')),
  day_on      TEXT,
  made_by     TEXT NOT NULL REFERENCES accounts (id),
  reference   TEXT NOT NULL,
  PRIMARY KEY (reminder_id, channel)
);

CREATE TABLE reminder_items (
  reminder_id TEXT   NOT NULL REFERENCES reminders (id),
  position    BIGINT NOT NULL,
  kind        TEXT   NOT NULL,
  record      TEXT   NOT NULL,
  code        TEXT   NOT NULL,
  title       TEXT   NOT NULL,
  agency_id   TEXT   NOT NULL REFERENCES agencies (id),
  due_on      TEXT,
  PRIMARY KEY (reminder_id, position)
);
CREATE INDEX reminder_items_of_record ON reminder_items (kind, record, reminder_id);
CREATE INDEX reminder_items_of_agency ON reminder_items (agency_id, reminder_id);
