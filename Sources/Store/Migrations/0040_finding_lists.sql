-- The register of findings by what few of them have.
CREATE INDEX findings_closed_late ON findings (year, due_on, id) WHERE closed_on > due_on;
CREATE INDEX findings_by_severity ON findings (year, severity, due_on, id);
