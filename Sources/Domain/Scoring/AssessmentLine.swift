/// One criterion of one assessment: what the year says, what each voice gave, what was explained.
public struct AssessmentLine: Hashable, Sendable {
    /// Where what was entered comes from.
    public enum Origin: String, CaseIterable, Hashable, Sendable, Codable {
        case measured, declared, surveyed
        /// Added for the year's last weeks, after the file was handed in.
        case supplement

        public var title: Bilingual {
            switch self {
            case .measured: Bilingual(vi: "từ hồ sơ", en: "from records")
            case .declared: Bilingual(vi: "tự khai", en: "declared")
            case .surveyed: Bilingual(vi: "điều tra", en: "survey")
            case .supplement: Bilingual(vi: "bổ sung", en: "supplement")
            }
        }
    }

    /// What was entered for a line.
    public struct Entry: Hashable, Sendable {
        /// `nil` when the agency says that it is exempt.
        public let answer: Answer?
        /// The evidence by number and date, or why there is none; for an exemption its ground.
        public let note: String
        public let origin: Origin
        public let by: User.ID?
        public let at: Instant

        public init(answer: Answer?, note: String, origin: Origin, by: User.ID?, at: Instant) {
            self.answer = answer
            self.note = note
            self.origin = origin
            self.by = by
            self.at = at
        }

        public var isExempt: Bool { answer == nil }
    }

    public let position: Int
    public var entry: Entry?
    public var judgements: [Assessment.Voice: Assessment.Judgement]
    /// What the agency says to its appraisal; empty when nothing.
    public var explanation: String

    public init(
        position: Int, entry: Entry? = nil,
        judgements: [Assessment.Voice: Assessment.Judgement] = [:], explanation: String = ""
    ) {
        self.position = position
        self.entry = entry
        self.judgements = judgements
        self.explanation = explanation
    }
}

extension Scorer {
    /// Returns what the lines come to by what was entered, before anybody judged.
    public func enteredOutcomes(_ lines: [AssessmentLine]) -> [Outcome?] {
        var answers = [Answer?](repeating: nil, count: set.criteria.count)
        var exempt: Set<Int> = []
        for line in lines {
            guard let entry = line.entry else { continue }
            answers[line.position] = entry.answer
            if entry.isExempt { exempt.insert(line.position) }
        }
        return outcomes(of: answers, exempt: exempt)
    }

    /// Returns what counts: the latest voice for each line, otherwise what was entered.
    public func countedOutcomes(
        _ lines: [AssessmentLine], upTo voice: Assessment.Voice = .council
    ) -> [Outcome?] {
        var outcomes = enteredOutcomes(lines)
        for line in lines {
            // A survey is nobody's to judge; only who scores the province sends its points.
            let judgement =
                set.criteria[line.position].isSurveyed
                ? voice == .council ? line.judgements[.council] : nil
                : line.judgements.judgement(upTo: voice)
            if let judgement { outcomes[line.position] = judgement.outcome }
        }
        return outcomes
    }

    /// Whether the survey's results are in.
    public func hasSurvey(_ lines: [AssessmentLine]) -> Bool {
        lines.contains {
            $0.entry?.origin == .surveyed
                || set.criteria[$0.position].isSurveyed && $0.judgements[.council] != nil
        }
    }

    /// What the agency gave itself, without the survey; and what counts now, with it once it is in.
    public func standing(
        of lines: [AssessmentLine], penalty: Points
    ) -> (own: ScoreTotals, counted: ScoreTotals) {
        let withSurvey = hasSurvey(lines)
        return (
            totals(of: countedOutcomes(lines, upTo: .own), penalty: penalty, withSurvey: false),
            totals(of: countedOutcomes(lines), penalty: penalty, withSurvey: withSurvey)
        )
    }
}
