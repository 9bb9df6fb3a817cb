/// One agency's run through one round of scoring (chấm điểm).
///
/// What the agency gave itself, what appraisers found and what was decided are kept apart for ever.
public struct Assessment: Hashable, Sendable {
    /// How far it has come; each step has a deadline and its own people.
    public enum Stage: String, CaseIterable, Hashable, Sendable, Codable, Comparable {
        /// The agency enters figures and gives itself points (tự chấm).
        case selfScoring = "self-scoring"
        /// The bodies responsible for each area appraise (thẩm định).
        case appraising
        /// The agency explains what it sees otherwise (giải trình).
        case explaining
        case appraisingAgain = "appraising-again"
        /// The council decides (hội đồng).
        case deciding
        /// The agency confirms in writing (xác nhận kết quả).
        case confirming
        case confirmed
        case published

        public static func < (left: Self, right: Self) -> Bool {
            left.order < right.order
        }

        private var order: Int { Stage.allCases.firstIndex(of: self) ?? 0 }

        public var next: Stage? {
            let place = order + 1
            return Stage.allCases.indices.contains(place) ? Stage.allCases[place] : nil
        }

        public var title: Bilingual {
            switch self {
            case .selfScoring: Bilingual(vi: "Đang tự chấm", en: "Self-scoring")
            case .appraising: Bilingual(vi: "Đang thẩm định", en: "Under appraisal")
            case .explaining: Bilingual(vi: "Chờ giải trình", en: "To be explained")
            case .appraisingAgain:
                Bilingual(vi: "Đang thẩm định lần 2", en: "Under second appraisal")
            case .deciding: Bilingual(vi: "Trình hội đồng", en: "Before the council")
            case .confirming: Bilingual(vi: "Chờ cơ quan xác nhận", en: "To be confirmed")
            case .confirmed: Bilingual(vi: "Đã xác nhận", en: "Confirmed")
            case .published: Bilingual(vi: "Đã công bố", en: "Published")
            }
        }
    }

    /// Who gave points.
    ///
    /// A later one counts before an earlier one.
    public enum Voice: String, CaseIterable, Hashable, Sendable, Codable {
        case own = "self"
        case appraisal
        case second
        case council

        public var title: Bilingual {
            switch self {
            case .own: Bilingual(vi: "Tự chấm", en: "Self-score")
            case .appraisal: Bilingual(vi: "Thẩm định", en: "Appraisal")
            case .second: Bilingual(vi: "Thẩm định lần 2", en: "Second appraisal")
            case .council: Bilingual(vi: "Hội đồng", en: "Council")
            }
        }
    }

    /// What is said of one criterion by one voice.
    public struct Judgement: Hashable, Sendable {
        public let outcome: Outcome
        public let reason: String
        public let by: User.ID?
        public let at: Instant

        public init(outcome: Outcome, reason: String, by: User.ID?, at: Instant) {
            self.outcome = outcome
            self.reason = reason
            self.by = by
            self.at = at
        }
    }

    public let number: Int
    public let round: ScoringRound.ID
    public let agency: Agency.ID
    public let stage: Stage
    public let submittedOn: Day?
    /// Zero or below; for a file that came late.
    public let penalty: Points
    /// Why no penalty is taken though the file was late, confirmed by the standing office.
    public let excuse: String
    /// Number and day of the agency's written confirmation.
    public let confirmation: String
    public let version: Int

    public init(
        number: Int, round: ScoringRound.ID, agency: Agency.ID, stage: Stage = .selfScoring,
        submittedOn: Day? = nil, penalty: Points = .zero, excuse: String = "",
        confirmation: String = "", version: Int = 1
    ) {
        self.number = number
        self.round = round
        self.agency = agency
        self.stage = stage
        self.submittedOn = submittedOn
        self.penalty = penalty
        self.excuse = excuse
        self.confirmation = confirmation
        self.version = version
    }

    /// Returns the assessment one step on.
    public func moved(
        to stage: Stage, submittedOn: Day? = nil, penalty: Points? = nil, excuse: String? = nil,
        confirmation: String? = nil
    ) -> Assessment {
        Assessment(
            number: number, round: round, agency: agency, stage: stage,
            submittedOn: submittedOn ?? self.submittedOn, penalty: penalty ?? self.penalty,
            excuse: excuse ?? self.excuse, confirmation: confirmation ?? self.confirmation,
            version: version + 1)
    }
}

// Its version is left out of the journal: lines raise it too, and have changes of their own.
extension Assessment: Encodable {
    private enum CodingKeys: CodingKey {
        case number, round, agency, stage, submittedOn, penalty, excuse, confirmation
    }
}

/// What counts of one criterion's judgements.
extension [Assessment.Voice: Assessment.Judgement] {
    /// The latest voice that spoke, up to and with one.
    public func judgement(upTo last: Assessment.Voice = .council) -> Assessment.Judgement? {
        let voices = Assessment.Voice.allCases
        guard let end = voices.firstIndex(of: last) else { return nil }
        for voice in voices[...end].reversed() {
            if let judgement = self[voice] { return judgement }
        }
        return nil
    }
}
