import Domain
import Foundation

extension ReadableDatabase {
    /// Returns what the agencies sent for the period, as far as the viewer may see them.
    public func submissions(in period: Period, for viewer: Viewer) throws -> [Submission] {
        let visible = try within(.seeSubmissions, for: viewer, "agency_id")
        return try submissions(
            where: "year = \(period.year) AND period = \(period.code) AND \(visible)")
    }

    /// Returns what the agency sent in the year, as far as the viewer may see it.
    public func submissions(
        of agency: Agency.ID, year: Int, for viewer: Viewer
    ) throws -> [Submission] {
        let visible = try within(.seeSubmissions, for: viewer, "agency_id")
        return try submissions(
            where: "agency_id = \(agency) AND year = \(year) AND \(visible)")
    }

    /// Returns what the agency sent for the period; `nil` when nothing, or for whoever may not see it.
    public func submission(
        of agency: Agency.ID, in period: Period, for viewer: Viewer
    ) throws -> Submission? {
        let visible = try within(.seeSubmissions, for: viewer, "agency_id")
        return try submissions(
            where: """
                year = \(period.year) AND period = \(period.code) AND agency_id = \(agency)
                  AND \(visible)
                """
        ).first
    }

    /// Returns the submissions that wait at a desk: that of a superior agency, or the standing office's.
    public func submissions(
        waitingAt desk: Agency.ID?, year: Int, for viewer: Viewer
    ) throws -> [Submission] {
        let visible = try within(.seeSubmissions, for: viewer, "agency_id")
        let place: SQL = desk.map { "desk_id = \($0)" } ?? "desk_id IS NULL"
        return try submissions(
            where: "year = \(year) AND state = 'submitted' AND \(place) AND \(visible)")
    }

    /// Returns what happened to it, oldest first; ask only for one that may be seen.
    public func steps(of submission: Submission) throws -> [SubmissionStep] {
        try rows(
            """
            SELECT kind, round, day_on, at, person, reason, entry FROM submission_steps
            WHERE submission_id = \(submission.id) ORDER BY position LIMIT 5000
            """
        ).map {
            SubmissionStep(
                kind: $0.choice(0, .submitted), round: $0.int(1), day: $0.day(2),
                at: $0.instant(3), by: $0.id(4), reason: $0.optionalText(5), entry: $0.int(6))
        }
    }

    /// Returns what was sent in one of its rounds, word for word; `nil` when there is no such round.
    public func content(of submission: Submission, round: Int) throws -> SubmissionContent? {
        try rows(
            """
            SELECT content FROM submission_steps
            WHERE submission_id = \(submission.id) AND kind = 'submitted' AND round = \(round)
            """
        ).first.map { try decoded($0.text(0)) }
    }

    func submissions(where condition: SQL) throws -> [Submission] {
        var found: [Submission] = []
        try each(
            """
            SELECT id, number, year, period, agency_id, state, desk_id, round, accepted_round,
              first_on, sent_on, nothing_arose, digest, document_symbol, document_on,
              document_recorded_on, document_file, version
            FROM submissions WHERE \(condition) ORDER BY year, period, number
            """
        ) { row in
            let signed: SignedDocument? =
                if let symbol = row.optionalText(13), let day = row.optionalDay(14) {
                    SignedDocument(
                        symbol: symbol, signedOn: day, recordedOn: row.optionalDay(15) ?? day,
                        file: row.optionalText(16))
                } else {
                    nil
                }
            found.append(
                Submission(
                    id: row.id(0), number: row.int(1), year: row.int(2), period: row.text(3),
                    agency: row.id(4), state: row.choice(5, .submitted), desk: row.optionalID(6),
                    round: row.int(7), acceptedRound: row.optionalInt(8), firstOn: row.day(9),
                    sentOn: row.day(10), nothingArose: row.optionalText(11) != nil,
                    digest: row.text(12), document: signed, version: row.int(17)))
        }
        return found
    }

    private func decoded(_ text: String) throws -> SubmissionContent {
        do {
            return try JSONDecoder().decode(SubmissionContent.self, from: Data(text.utf8))
        } catch {
            throw StoreFault("the content of a submission cannot be read: \(error)")
        }
    }
}

extension AgencyTree {
    /// The agency through which a body reports where that goes level by level; `nil` when straight to
    /// the standing office, for there is only the issuer above it.
    public func reportingSuperior(of agency: Agency.ID) -> Agency.ID? {
        guard let position = position(of: agency), let parent = self[position].parent,
            self[parent].parent != nil
        else { return nil }
        return self[parent].id
    }
}
