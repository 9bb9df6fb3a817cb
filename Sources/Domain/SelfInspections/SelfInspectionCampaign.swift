/// A self-inspection asked of many bodies at once, with one checklist and one last day (đợt tự kiểm tra).
public struct SelfInspectionCampaign: Hashable, Sendable, Codable {
    public typealias ID = Identifier<SelfInspectionCampaign>

    public let id: ID
    public let number: Int
    public let year: Int
    public let name: String
    /// The document that asks for it; empty when none is named.
    public let source: String
    public let checklist: Checklist.ID
    /// The first day on which bodies see it among their work.
    public let opensOn: Day
    /// The last day for the body's report, that day included.
    public let dueOn: Day

    public init(
        id: ID, number: Int, year: Int, name: String, source: String = "",
        checklist: Checklist.ID, opensOn: Day, dueOn: Day
    ) {
        self.id = id
        self.number = number
        self.year = year
        self.name = name
        self.source = source
        self.checklist = checklist
        self.opensOn = opensOn
        self.dueOn = dueOn
    }

    public var problems: [Problem] {
        var problems: [Problem] = []
        if name.isEmpty {
            problems.append(
                Problem("name", vi: "Hãy đặt tên đợt tự kiểm tra.", en: "Give it a name."))
        }
        if dueOn < opensOn {
            problems.append(
                Problem(
                    "due_on", vi: "Hạn báo cáo không thể trước ngày bắt đầu \(opensOn.vi).",
                    en: "The last day cannot come before the first, \(opensOn.en)."))
        }
        return problems
    }
}

extension SelfInspectionCampaign {
    /// How far one body has come with it.
    public struct Line: Hashable, Sendable {
        /// The number of its self-inspection.
        public let number: Int
        public let body: Agency.ID
        public let heldOn: Day?
        public let reportSymbol: String
        /// Points answered for itself, and those of them that say the same as the year before.
        public let answered: Int
        public let copied: Int
        /// Offices and units that it goes through beside itself.
        public let units: Int
        /// Problems that it found itself in the year, and those of them that are remedied.
        public let found: Int
        public let closed: Int
        /// Whether it was the body's own before the campaign took it in.
        public let isTakenIn: Bool

        public init(
            number: Int, body: Agency.ID, heldOn: Day?, reportSymbol: String, answered: Int,
            copied: Int, units: Int, found: Int, closed: Int, isTakenIn: Bool = false
        ) {
            self.number = number
            self.body = body
            self.heldOn = heldOn
            self.reportSymbol = reportSymbol
            self.answered = answered
            self.copied = copied
            self.units = units
            self.found = found
            self.closed = closed
            self.isTakenIn = isTakenIn
        }
    }

    /// Where a body stands with it on a day.
    public enum State: String, CaseIterable, Hashable, Sendable {
        /// Reported by the last day, or after it.
        case inTime, late
        /// Not reported, and the last day has not passed, or has.
        case open, overdue

        public var title: Bilingual {
            switch self {
            case .inTime: Bilingual(vi: "Đã báo cáo đúng hạn", en: "Reported in time")
            case .late: Bilingual(vi: "Đã báo cáo, quá hạn", en: "Reported late")
            case .open: Bilingual(vi: "Chưa báo cáo, trong hạn", en: "Not reported yet")
            case .overdue: Bilingual(vi: "Chưa báo cáo, quá hạn", en: "Not reported, overdue")
            }
        }
    }

    /// What was known at the end of the day: a report of a later day is not there yet.
    public func state(of line: Line, on day: Day) -> State {
        if let heldOn = line.heldOn, heldOn <= day { return heldOn <= dueOn ? .inTime : .late }
        return day <= dueOn ? .open : .overdue
    }
}
