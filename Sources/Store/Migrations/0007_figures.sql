-- Figures typed by hand for a target: the newest by the day asked holds.
CREATE TABLE figures (
  id          TEXT PRIMARY KEY,
  target_id   TEXT   NOT NULL REFERENCES targets (id),
  figure_on   TEXT   NOT NULL,
  numerator   BIGINT NOT NULL CHECK (numerator >= 0),
  denominator BIGINT CHECK (denominator > 0),
  source      TEXT   NOT NULL,
  note        TEXT   NOT NULL,
  recorded_at TEXT   NOT NULL,
  UNIQUE (target_id, figure_on)
);
