/// What one agency reported for one period, once it was sent (báo cáo đã gửi).
///
/// A draft is not a submission and lives elsewhere. Each sending is a round with its own frozen
/// content; the record here says where the latest stands.
public struct Submission: Hashable, Sendable, Codable {
    public typealias ID = Identifier<Submission>

    /// Where it stands.
    public enum State: String, CaseIterable, Hashable, Sendable, Codable {
        /// Sent, and waiting at a ``desk`` to be taken up.
        case submitted
        /// Sent back with a reason; the agency has to send it again.
        case returned
        /// Taken up by the standing office; locked until that office sends it back.
        case accepted
    }

    public let id: ID
    /// What people cite, from 1.
    public let number: Int
    public let year: Int
    /// The period's code.
    public let period: String
    public let agency: Agency.ID
    public let state: State
    /// The superior agency that has to take it up first; `nil`: the standing office, or nobody.
    public let desk: Agency.ID?
    /// How many times it was sent.
    public let round: Int
    /// The last round that was accepted; what changed is told against it.
    public let acceptedRound: Int?
    /// The day on which it was first sent, which says whether the data came in time.
    ///
    /// That a correction sent later makes nothing late is ours: decision 0017.
    public let firstOn: Day
    /// The day of the latest round.
    public let sentOn: Day
    /// Whether the agency said that nothing arose (không phát sinh): empty, and neither late nor missing.
    public let nothingArose: Bool
    /// The SHA-256 of the latest round's content.
    public let digest: String
    public let document: SignedDocument?
    /// Raised by every change; a change made to an older version is a conflict.
    public let version: Int

    public init(
        id: ID, number: Int, year: Int, period: String, agency: Agency.ID, state: State,
        desk: Agency.ID?, round: Int, acceptedRound: Int?, firstOn: Day, sentOn: Day,
        nothingArose: Bool, digest: String, document: SignedDocument?, version: Int
    ) {
        self.id = id
        self.number = number
        self.year = year
        self.period = period
        self.agency = agency
        self.state = state
        self.desk = desk
        self.round = round
        self.acceptedRound = acceptedRound
        self.firstOn = firstOn
        self.sentOn = sentOn
        self.nothingArose = nothingArose
        self.digest = digest
        self.document = document
        self.version = version
    }
}

/// The official document with which an agency's report was signed: the layer beside the data.
public struct SignedDocument: Hashable, Sendable, Codable {
    /// 228/BC-UBND.
    public let symbol: String
    /// The date that it bears.
    public let signedOn: Day
    /// The day on which it was entered here.
    public let recordedOn: Day
    /// The SHA-256 of its file; `nil` while only symbol and date are known.
    public let file: String?

    public init(symbol: String, signedOn: Day, recordedOn: Day, file: String? = nil) {
        self.symbol = symbol
        self.signedOn = signedOn
        self.recordedOn = recordedOn
        self.file = file
    }

    /// The same, with its file.
    public func filed(_ file: String?) -> SignedDocument {
        SignedDocument(symbol: symbol, signedOn: signedOn, recordedOn: recordedOn, file: file)
    }
}

/// One thing that happened to a submission.
public struct SubmissionStep: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        /// Sent, with frozen content.
        case submitted
        /// Taken up by the superior agency and passed on.
        case passedOn
        case accepted
        case returned
        /// The signed document was entered.
        case documented
    }

    public let kind: Kind
    /// The round it belongs to.
    public let round: Int
    public let day: Day
    public let at: Instant
    public let by: User.ID
    /// Why, in the person's words; always there when it was returned.
    public let reason: String?
    /// The journal entry that is its receipt.
    public let entry: Int

    public init(
        kind: Kind, round: Int, day: Day, at: Instant, by: User.ID, reason: String?, entry: Int
    ) {
        self.kind = kind
        self.round = round
        self.day = day
        self.at = at
        self.by = by
        self.reason = reason
        self.entry = entry
    }
}

extension SubmissionStep.Kind {
    public var title: Bilingual {
        switch self {
        case .submitted: Bilingual(vi: "đã gửi", en: "submitted")
        case .passedOn: Bilingual(vi: "cấp trên đã tiếp nhận, chuyển tiếp", en: "passed on")
        case .accepted: Bilingual(vi: "đã tiếp nhận", en: "accepted")
        case .returned: Bilingual(vi: "đã trả lại", en: "returned")
        case .documented: Bilingual(vi: "đã ghi văn bản ký", en: "signed document entered")
        }
    }
}
