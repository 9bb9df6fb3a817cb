/// How inspections and their findings are handled in a year, as the workspace decided it.
///
/// The texts read differ or are silent, so each is a setting with its source.
public struct InspectionRules: Hashable, Sendable, Codable {
    /// Which days a term counts.
    public enum Counting: String, CaseIterable, Hashable, Sendable, Codable {
        case calendar, working

        public var title: Bilingual {
            switch self {
            case .calendar: Bilingual(vi: "ngày", en: "calendar days")
            case .working: Bilingual(vi: "ngày làm việc", en: "working days")
            }
        }
    }

    /// Whether an inspection of a body that merged in the year counts for the body it went into.
    public enum Merged: String, CaseIterable, Hashable, Sendable, Codable {
        /// Its heir counts as inspected.
        case heirCounts
        /// The heir has to be inspected itself.
        case heirAnew

        public var title: Bilingual {
            switch self {
            case .heirCounts:
                Bilingual(
                    vi: "đã kiểm tra trước sáp nhập thì tính cho đơn vị mới",
                    en: "an inspection before the merger counts for the heir")
            case .heirAnew:
                Bilingual(
                    vi: "đơn vị mới phải được kiểm tra lại",
                    en: "the heir is to be inspected anew")
            }
        }
    }

    /// Days from the notice to the last day of the remedy.
    public let remedyDays: Int
    public let remedyCounting: Counting
    /// How many of the own findings are checked from above, 0.01 %.
    public let ownSample: Percentage
    /// Days after which an overdue finding goes to the body's head, then to the standing office.
    public let headAfter: Int
    public let officeAfter: Int
    /// The kinds and modes that count to the quota.
    public let countedKinds: [Inspection.Kind]
    public let countedModes: [Inspection.Mode]
    /// The day whose bodies the quota is taken over; `nil`: those of the day asked.
    public let quotaOn: Day?
    public let merged: Merged
    public let weights: PickWeights
    /// The document that says so; empty for the usual rules.
    public let source: String
    /// 0 while nobody changed the usual rules.
    public let version: Int

    /// 15 calendar days, one own finding in ten, every kind and mode counts.
    ///
    /// The 15 days stand in one unit's plan that was read without its address; the rest is ours.
    public static let usual = InspectionRules()

    public init(
        remedyDays: Int = 15, remedyCounting: Counting = .calendar,
        ownSample: Percentage = Percentage(basisPoints: 1_000), headAfter: Int = 5,
        officeAfter: Int = 15, countedKinds: Set<Inspection.Kind> = Set(Inspection.Kind.allCases),
        countedModes: Set<Inspection.Mode> = Set(Inspection.Mode.allCases), quotaOn: Day? = nil,
        merged: Merged = .heirCounts, weights: PickWeights = .usual, source: String = "",
        version: Int = 0
    ) {
        self.remedyDays = remedyDays
        self.remedyCounting = remedyCounting
        self.ownSample = ownSample
        self.headAfter = headAfter
        self.officeAfter = officeAfter
        self.countedKinds = Inspection.Kind.allCases.filter(countedKinds.contains)
        self.countedModes = Inspection.Mode.allCases.filter(countedModes.contains)
        self.quotaOn = quotaOn
        self.merged = merged
        self.weights = weights
        self.source = source
        self.version = version
    }

    /// Returns the rules with that version.
    public func versioned(_ version: Int) -> InspectionRules {
        InspectionRules(
            remedyDays: remedyDays, remedyCounting: remedyCounting, ownSample: ownSample,
            headAfter: headAfter, officeAfter: officeAfter, countedKinds: Set(countedKinds),
            countedModes: Set(countedModes), quotaOn: quotaOn, merged: merged, weights: weights,
            source: source, version: version)
    }

    /// The last day for the remedy of what was told on the day.
    public func due(after notice: Day, _ calendar: WorkingCalendar) -> Day {
        switch remedyCounting {
        case .calendar: notice + remedyDays
        case .working: calendar.day(remedyDays, workingDaysAfter: notice)
        }
    }

    /// Whether the next own finding that closes is checked from above.
    ///
    /// The first is, and then as many as keep the share of all, rounded up, so that no number of
    /// closures is too small for a sample. Ours.
    public func samplesNext(closed: Int, sampled: Int) -> Bool {
        let wanted = ((closed + 1) * ownSample.basisPoints + 9_999) / 10_000
        return sampled < wanted
    }

    /// Every reason the rules cannot be kept; empty when they can.
    public var problems: [Problem] {
        var problems: [Problem] = []
        if !(1...365).contains(remedyDays) {
            problems.append(
                Problem(
                    "remedy_days", vi: "Thời hạn khắc phục phải từ 1 đến 365 ngày.",
                    en: "The remedy's term is 1 to 365 days."))
        }
        if ownSample.basisPoints > 10_000 {
            problems.append(
                Problem(
                    "own_sample", vi: "Tỷ lệ kiểm tra lại không thể quá 100%.",
                    en: "The share checked cannot exceed 100%."))
        }
        if weights.lowScore.basisPoints > 10_000 {
            problems.append(
                Problem(
                    "low_score", vi: "Mức chỉ số coi là thấp không thể quá 100%.",
                    en: "What counts as a low index cannot exceed 100%."))
        }
        if !(0...365).contains(headAfter) || !(headAfter...365).contains(officeAfter) {
            problems.append(
                Problem(
                    "office_after",
                    vi:
                        "Số ngày quá hạn báo cơ quan thường trực không thể ít hơn số ngày báo người đứng đầu.",
                    en: "The office cannot be told before the head."))
        }
        if countedKinds.isEmpty || countedModes.isEmpty {
            problems.append(
                Problem(
                    "counted_kinds", vi: "Hãy chọn ít nhất một loại và một hình thức được tính.",
                    en: "At least one kind and one mode has to count."))
        }
        return problems
    }
}

/// How much each reason weighs when bodies are suggested for inspection; 0 leaves it out.
public struct PickWeights: Hashable, Sendable, Codable {
    /// For each year since the last inspection, at most five; never inspected here counts as five.
    public let years: Int
    /// For each report late, returned or missing this year.
    public let reports: Int
    /// For each open finding, and again for an overdue one.
    public let findings: Int
    /// For each finding that repeats an earlier one.
    public let repeats: Int
    /// For each whole per cent of dossiers handled late.
    public let dossiers: Int
    /// For each whole point of the index under what counts as low, and for each whole point lost.
    public let scores: Int
    /// An index under this counts as low.
    public let lowScore: Percentage

    /// *Ours:* no text known to us weighs them.
    public static let usual = PickWeights(
        years: 10, reports: 5, findings: 5, repeats: 10, dossiers: 2)

    public init(
        years: Int, reports: Int, findings: Int, repeats: Int, dossiers: Int, scores: Int = 2,
        lowScore: Percentage = Percentage(basisPoints: 8_000)
    ) {
        self.years = years
        self.reports = reports
        self.findings = findings
        self.repeats = repeats
        self.dossiers = dossiers
        self.scores = scores
        self.lowScore = lowScore
    }
}
