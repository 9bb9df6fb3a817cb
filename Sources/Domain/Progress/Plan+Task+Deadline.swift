extension Plan.Task {
    /// When a task is due, as its plan says it (thời hạn): a day, some days after another body's
    /// act, a rhythm, or throughout the year.
    ///
    /// The four kinds were met in a commune's plan of 2026 with 37 tasks. The words of the plan stay
    /// beside it.
    public struct Deadline: Hashable, Sendable, Codable {
        public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
            case day, after, rhythm, throughout

            public var title: Bilingual {
                switch self {
                case .day: Bilingual(vi: "Một ngày", en: "A day")
                case .after:
                    Bilingual(vi: "Một số ngày sau một việc khác", en: "Some days after an act")
                case .rhythm: Bilingual(vi: "Định kỳ", en: "A rhythm")
                case .throughout:
                    Bilingual(vi: "Thường xuyên trong năm", en: "Throughout the year")
                }
            }
        }

        /// How days after an act are counted.
        public enum Counting: String, CaseIterable, Hashable, Sendable, Codable {
            case working, calendar

            public var title: Bilingual {
                switch self {
                case .working: Bilingual(vi: "ngày làm việc", en: "working days")
                case .calendar: Bilingual(vi: "ngày", en: "days")
                }
            }
        }

        public enum Rhythm: String, CaseIterable, Hashable, Sendable, Codable {
            case weekly, monthly, quarterly, halfYearly

            public var title: Bilingual {
                switch self {
                case .weekly: Bilingual(vi: "Hằng tuần", en: "Weekly")
                case .monthly: Bilingual(vi: "Hằng tháng", en: "Monthly")
                case .quarterly: Bilingual(vi: "Hằng quý", en: "Quarterly")
                case .halfYearly: Bilingual(vi: "06 tháng một lần", en: "Half-yearly")
                }
            }
        }

        public let kind: Kind
        /// The last day, that day included.
        public let day: Day?
        /// How many days after the act.
        public let count: Int?
        public let counting: Counting?
        /// What has to happen first: "Tỉnh ủy ban hành Chương trình hành động".
        public let act: String
        /// When it happened; `nil` while it has not, and the task is not due.
        public let actOn: Day?
        /// The task whose completion is the act; then its day is that task's.
        public let task: Plan.Task.ID?
        public let rhythm: Rhythm?

        private init(
            _ kind: Kind, day: Day? = nil, count: Int? = nil, counting: Counting? = nil,
            act: String = "", actOn: Day? = nil, task: Plan.Task.ID? = nil, rhythm: Rhythm? = nil
        ) {
            self.kind = kind
            self.day = day
            self.count = count
            self.counting = counting
            self.act = act
            self.actOn = actOn
            self.task = task
            self.rhythm = rhythm
        }

        public static func day(_ day: Day) -> Deadline { Deadline(.day, day: day) }

        public static func after(
            _ act: String, on day: Day? = nil, count: Int, _ counting: Counting
        ) -> Deadline {
            Deadline(.after, count: count, counting: counting, act: act, actOn: day)
        }

        public static func after(
            _ task: Plan.Task.ID, count: Int, _ counting: Counting
        ) -> Deadline {
            Deadline(.after, count: count, counting: counting, task: task)
        }

        public static func rhythm(_ rhythm: Rhythm) -> Deadline {
            Deadline(.rhythm, rhythm: rhythm)
        }

        public static let throughout = Deadline(.throughout)

        /// Puts a deadline together again from what is stored; `nil` when the parts do not fit.
        public init?(
            kind: Kind, day: Day?, count: Int?, counting: Counting?, act: String, actOn: Day?,
            task: Plan.Task.ID?, rhythm: Rhythm?
        ) {
            switch kind {
            case .day:
                guard let day else { return nil }
                self = .day(day)
            case .after:
                guard let count, let counting, count >= 0 else { return nil }
                self.init(
                    .after, count: count, counting: counting, act: act, actOn: actOn, task: task)
            case .rhythm:
                guard let rhythm else { return nil }
                self = .rhythm(rhythm)
            case .throughout: self = .throughout
            }
        }

        /// How far ahead an act may count; a deadline beyond it is a slip of the pen.
        public static let longestCount = 1_000
    }
}

extension Plan.Task.Deadline.Rhythm {
    /// The periods of the rhythm from one day to another: each with its first and last day.
    ///
    /// Weeks run from Monday to Sunday. The first period is the one that holds the first day, the
    /// last is cut off at the last day. Ours: decision 0018.
    public func periods(from first: Day, through last: Day) -> [ClosedRange<Day>] {
        guard first <= last else { return [] }
        var periods: [ClosedRange<Day>] = []
        var start = first
        while start <= last {
            let end = min(self.end(of: start), last)
            periods.append(start...end)
            start = end + 1
        }
        return periods
    }

    private func end(of day: Day) -> Day {
        switch self {
        case .weekly: day + (7 - day.weekday)
        case .monthly: day.endOfMonth
        case .quarterly: Self.endOfMonths(day, 3)
        case .halfYearly: Self.endOfMonths(day, 6)
        }
    }

    private static func endOfMonths(_ day: Day, _ length: Int) -> Day {
        let month = (day.month - 1) / length * length + length
        return Day(year: day.year, month: month, day: 1)?.endOfMonth ?? day.endOfMonth
    }
}
