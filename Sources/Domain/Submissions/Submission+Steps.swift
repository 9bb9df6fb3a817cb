extension Submission {
    /// Returns the first round of a report.
    public static func sent(
        id: ID, number: Int, in period: Period, by agency: Agency.ID, through desk: Agency.ID?,
        _ content: SubmissionContent, digest: String, on day: Day
    ) throws(SubmissionError) -> Submission {
        guard day >= period.first else { throw .notBegun(period.first) }
        return Submission(
            id: id, number: number, year: period.year, period: period.code, agency: agency,
            state: .submitted, desk: desk, round: 1, acceptedRound: nil, firstOn: day, sentOn: day,
            nothingArose: content.nothingArose, digest: digest, document: nil, version: 1)
    }

    /// Returns it sent once more: after it was returned, or to put something right before it is taken up.
    public func sentAgain(
        through desk: Agency.ID?, _ content: SubmissionContent, digest: String, on day: Day
    ) throws(SubmissionError) -> Submission {
        guard state != .accepted else { throw .accepted }
        return changed(
            .submitted, desk: desk, round: round + 1, sentOn: day,
            nothingArose: content.nothingArose, digest: digest)
    }

    /// Returns it taken up by the superior agency and handed on to the standing office.
    public func passedOn() throws(SubmissionError) -> Submission {
        guard state == .submitted, desk != nil else { throw .nothingToDecide(state) }
        return changed(.submitted, desk: nil)
    }

    /// Returns it taken up by the standing office.
    public func accepted() throws(SubmissionError) -> Submission {
        guard state == .submitted else { throw .nothingToDecide(state) }
        return changed(.accepted, desk: nil, acceptedRound: round)
    }

    /// Returns it sent back; one that was accepted is opened again by that.
    public func returned(because reason: String) throws(SubmissionError) -> Submission {
        guard state != .returned else { throw .nothingToDecide(state) }
        guard !reason.trimmed.isEmpty else { throw .reasonNeeded }
        return changed(.returned, desk: nil)
    }

    /// Returns it with the official document, or with another one in its place.
    public func documented(_ document: SignedDocument) -> Submission {
        changed(state, desk: desk, document: document)
    }

    private func changed(
        _ state: State, desk: Agency.ID?, round: Int? = nil, acceptedRound: Int? = nil,
        sentOn: Day? = nil, nothingArose: Bool? = nil, digest: String? = nil,
        document: SignedDocument? = nil
    ) -> Submission {
        Submission(
            id: id, number: number, year: year, period: period, agency: agency, state: state,
            desk: desk, round: round ?? self.round,
            acceptedRound: acceptedRound ?? self.acceptedRound, firstOn: firstOn,
            sentOn: sentOn ?? self.sentOn, nothingArose: nothingArose ?? self.nothingArose,
            digest: digest ?? self.digest, document: document ?? self.document,
            version: version + 1)
    }
}

/// That one agency may still submit in a locked period, until a day.
public struct LockException: Hashable, Sendable, Codable {
    public let agency: Agency.ID
    /// The last day, that day included.
    public let until: Day
    public let reason: String

    public init(agency: Agency.ID, until: Day, reason: String) {
        self.agency = agency
        self.until = until
        self.reason = reason
    }

    public var problems: [Problem] {
        reason.trimmed.isEmpty
            ? [
                Problem(
                    "reason", vi: "Hãy ghi lý do cho phép gửi sau khi khóa.",
                    en: "Say why it may be sent after the lock.")
            ] : []
    }
}

extension Period {
    /// Throws unless something may be submitted on the day, with the exception that the agency has.
    public func requireOpen(on day: Day, _ exception: LockException?) throws(SubmissionError) {
        guard day >= first else { throw .notBegun(first) }
        guard let lock, lock.from <= day else { return }
        if let exception, day <= exception.until { return }
        throw .locked(lock, exceptionEnded: exception?.until)
    }
}
