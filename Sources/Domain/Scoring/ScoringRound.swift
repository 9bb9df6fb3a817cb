/// One block scored for one year (đợt chấm điểm): by which set, by when, how late is punished.
public struct ScoringRound: Hashable, Sendable, Codable {
    public typealias ID = Identifier<ScoringRound>

    public let id: ID
    public let number: Int
    public let year: Int
    /// `nil` is the province itself, scored by the Ministry.
    public let block: Agency.Block?
    public let set: CriteriaSet.ID
    public let terms: Terms
    /// When the results were made known; everything is fixed from then on.
    public let publication: Publication?
    public let version: Int

    /// What a person sets when the round is opened.
    public struct Terms: Hashable, Sendable, Codable {
        public var title: String
        /// What had happened by the end of this day counts.
        public var cutOff: Day
        /// The last day to hand in the self-score.
        public var selfDue: Day
        /// After this day nothing is taken any more, unless excused; `nil` for no end.
        public var refusedAfter: Day?
        /// Until this day, facts of the year's last weeks may be added while it is appraised.
        public var supplementUntil: Day?
        public var appraisalDue: Day?
        public var explanationDue: Day?
        public var secondDue: Day?
        public var councilDue: Day?
        public var confirmationDue: Day?
        /// Points taken for days late, as a rule: `0: 0; 1-2: -1; >2: -1 - (x-2) * 1`; empty for none.
        public var lateRule: String

        public init(title: String, cutOff: Day, selfDue: Day) {
            self.title = title
            self.cutOff = cutOff
            self.selfDue = selfDue
            lateRule = ""
        }
    }

    public struct Publication: Hashable, Sendable, Codable {
        public let on: Day
        /// The decision: "141/QĐ-UBND".
        public let symbol: String

        public init(on: Day, symbol: String) {
            self.on = on
            self.symbol = symbol
        }
    }

    public init(
        id: ID, number: Int, year: Int, block: Agency.Block?, set: CriteriaSet.ID, terms: Terms,
        publication: Publication? = nil, version: Int = 1
    ) {
        self.id = id
        self.number = number
        self.year = year
        self.block = block
        self.set = set
        self.terms = terms
        self.publication = publication
        self.version = version
    }

    /// The last day of a stage; `nil` when the round sets none.
    public func due(_ stage: Assessment.Stage) -> Day? {
        switch stage {
        case .selfScoring: terms.selfDue
        case .appraising: terms.appraisalDue
        case .explaining: terms.explanationDue
        case .appraisingAgain: terms.secondDue
        case .deciding: terms.councilDue
        case .confirming: terms.confirmationDue
        case .confirmed, .published: nil
        }
    }

    /// The points taken from a file that came that day; zero in time, never above zero.
    ///
    /// Source of the usual scale: regulation 11-QĐ/TU, annex 3 (late file: −1 up to 2 days, then −1
    /// a day). The round carries its own.
    public func penalty(submittedOn day: Day) -> Points {
        let late = day - terms.selfDue
        guard late > 0, let rule = Rule.read(terms.lateRule).rule else { return .zero }
        let bounds = Points(hundredths: -10_000) ... .zero
        return rule.outcome(of: .count(late), within: bounds).points ?? .zero
    }

    /// Everything wrong with the round's days and its rule for late files.
    public var problems: [Problem] {
        var problems: [Problem] = []
        if terms.title.trimmed.isEmpty {
            problems.append(
                Problem("title", vi: "Hãy đặt tên cho đợt chấm.", en: "Give the round a name."))
        }
        let steps: [(field: String, day: Day?)] = [
            ("self_due_on", terms.selfDue), ("appraisal_due_on", terms.appraisalDue),
            ("explanation_due_on", terms.explanationDue), ("second_due_on", terms.secondDue),
            ("council_due_on", terms.councilDue), ("confirmation_due_on", terms.confirmationDue),
        ]
        var last: Day?
        for (field, day) in steps {
            guard let day else { continue }
            if let last, day < last {
                problems.append(
                    Problem(
                        field, vi: "Hạn này phải từ ngày \(last.vi) trở đi, sau bước trước.",
                        en: "This step ends before the one before it, on \(last.en)."))
            }
            last = day
        }
        if let refused = terms.refusedAfter, refused < terms.selfDue {
            problems.append(
                Problem(
                    "refused_after_on", vi: "Ngày thôi nhận không được trước hạn tự chấm.",
                    en: "Files cannot be refused before they are due."))
        }
        if !terms.lateRule.isEmpty {
            let read = Rule.read(terms.lateRule)
            let bounds = Points(hundredths: -10_000) ... .zero
            let found = read.problems + (read.rule?.problems(for: .count, within: bounds) ?? [])
            problems += found.map { Problem("late_rule", vi: $0.message.vi, en: $0.message.en) }
        }
        return problems
    }
}
