import Domain
import Foundation

/// Drafts are saved as one types, off the record: no journal entry, no receipt, nothing to take them
/// for a submission.
extension ReadableDatabase {
    /// Returns what was typed so far; only for those who may write it.
    public func submissionDraft(
        of agency: Agency.ID, in period: Period, by user: User.ID
    ) throws -> SubmissionDraft? {
        try require(.writeSubmissions, of: user, in: agency)
        return try draft(of: agency, in: period)
    }

    /// Returns which agencies have begun to write and which drafts wait for the head, for lists; never
    /// what they say.
    public func submissionDrafts(
        in period: Period, for viewer: Viewer
    ) throws -> [Agency.ID: Bool] {
        let visible = try within(.seeSubmissions, for: viewer, "agency_id")
        var found: [Agency.ID: Bool] = [:]
        try each(
            """
            SELECT agency_id, ready_at FROM submission_drafts
            WHERE year = \(period.year) AND period = \(period.code) AND \(visible)
            """
        ) { found[$0.id(0)] = $0.optionalText(1) != nil }
        return found
    }

    func draft(of agency: Agency.ID, in period: Period) throws -> SubmissionDraft? {
        try rows(
            """
            SELECT fields, version, saved_at, saved_by, ready_at FROM submission_drafts
            WHERE year = \(period.year) AND period = \(period.code) AND agency_id = \(agency)
            """
        ).first.map { row in
            guard
                let fields = try? JSONDecoder().decode(
                    [String: String].self, from: Data(row.text(0).utf8))
            else { throw StoreFault("a draft cannot be read") }
            return SubmissionDraft(
                fields: fields, version: row.int(1), savedAt: row.instant(2), savedBy: row.id(3),
                readyAt: row.optionalInstant(4))
        }
    }
}

extension WritableDatabase {
    /// Keeps what was typed so far and returns the draft's new version.
    ///
    /// The version is that of the draft the person worked on; 0 when there was none.
    ///
    /// - Throws: ``EditConflict`` when somebody else saved meanwhile; ``SubmissionError`` when nothing
    ///   can be sent any more, so that nobody types in vain.
    @discardableResult
    public func saveSubmissionDraft(
        _ fields: [String: String], for agency: Agency.ID, in code: String, of year: Int,
        on day: Day, version: Int, isReady: Bool = false, by user: User.ID
    ) throws -> Int {
        try require(.writeSubmissions, of: user, in: agency)
        let period = try requiredPeriod(code, of: year)
        try period.requireOpen(on: day, try lockException(of: agency, in: period))
        let sent = try submission(of: agency, in: period, for: .system)
        guard sent?.state != .accepted else { throw SubmissionError.accepted }
        guard try draft(of: agency, in: period)?.version ?? 0 == version else {
            throw EditConflict(Bilingual(vi: "Bản nháp", en: "draft"))
        }
        let ready: Instant? = isReady ? now : nil
        try run(
            """
            INSERT INTO submission_drafts
              (year, period, agency_id, fields, version, saved_at, saved_by, ready_at)
            VALUES (\(year), \(code), \(agency), \(try canonicalJSON(fields)), \(version + 1),
              \(now), \(user), \(ready))
            ON CONFLICT (year, period, agency_id) DO UPDATE SET
              fields = excluded.fields, version = excluded.version, saved_at = excluded.saved_at,
              saved_by = excluded.saved_by, ready_at = excluded.ready_at
            """
        )
        return version + 1
    }

    /// Throws the draft away.
    public func discardSubmissionDraft(
        of agency: Agency.ID, in code: String, of year: Int, by user: User.ID
    ) throws {
        try require(.writeSubmissions, of: user, in: agency)
        try dropDraft(of: agency, in: code, of: year)
    }

    func dropDraft(of agency: Agency.ID, in code: String, of year: Int) throws {
        try run(
            """
            DELETE FROM submission_drafts
            WHERE year = \(year) AND period = \(code) AND agency_id = \(agency)
            """
        )
    }
}
