-- Raised by every change, so that a change made to an older version is a conflict.
ALTER TABLE tasks ADD COLUMN version BIGINT NOT NULL DEFAULT 1;

-- Forms that arrived after their session had ended, until their person has signed in again.
-- Sealed: the key is in the person's browser alone. Not journaled.
CREATE TABLE late_forms (
  ticket_hash TEXT PRIMARY KEY,  -- SHA-256 of the browser's ticket
  session_hash TEXT NOT NULL,    -- SHA-256 of the session's token
  sealed      TEXT NOT NULL,     -- AES-GCM, base64
  arrived_at  TEXT NOT NULL
);

CREATE INDEX late_forms_of_session ON late_forms (session_hash);
