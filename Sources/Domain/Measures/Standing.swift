/// How a target stands on a day (kết quả thực hiện), with everything behind the figure.
///
/// Computed, never typed: a pure function of the records and the day.
public struct Standing: Hashable, Sendable {
    /// A part that must be kept by itself, or one way of reading the quota.
    public struct Part: Hashable, Sendable {
        public let name: Bilingual
        /// The position of the body it is about; `nil` for a tier.
        public let body: Int?
        public let numerator: Int
        public let denominator: Int
        public let needed: Int
        /// How many more are scheduled before the deadline.
        public let scheduled: Int
        public let verdict: Verdict

        /// How many are missing; zero when it is kept.
        public var missing: Int { max(0, needed - numerator) }
    }

    /// What the count will be on the deadline, and how that was worked out.
    public struct Forecast: Hashable, Sendable {
        public let numerator: Int
        public let arithmetic: Bilingual
    }

    /// The count at the end of a month (or on the day asked, in its month).
    public struct Month: Hashable, Sendable {
        public let day: Day
        public let numerator: Int
    }

    /// A figure that stands apart from the count: late ones, all found, those unchecked.
    public struct Apart: Hashable, Sendable {
        public let name: Bilingual
        public let count: Int

        public init(_ name: Bilingual, _ count: Int) {
            self.name = name
            self.count = count
        }
    }

    public let on: Day
    public let deadline: Day
    public let numerator: Int
    /// `nil` when nothing is counted against: a plain number.
    public let denominator: Int?
    /// How many are needed; `nil` when the target sets no number to reach.
    public let needed: Int?
    public let verdict: Verdict
    /// Why the verdict is what it is, in one sentence.
    public let because: Bilingual
    /// What is missing, in words and by name; `nil` when nothing is.
    public let missing: Bilingual?
    /// Whom it is counted over: "191 cơ quan, đơn vị".
    public let set: Bilingual
    /// The headline figure: "10 cơ quan, cần 10".
    public let headline: Bilingual
    public let formula: Bilingual
    public let apart: [Apart]
    /// The ways of reading the quota, when the text leaves one open or it was settled per tier.
    public let readings: [Part]
    /// The members over which it must hold one by one (each district).
    public let parts: [Part]
    public let rows: [Row]
    public let forecast: Forecast?
    public let months: [Month]
    /// The count that the month line runs to, where it is not ``needed``.
    public let monthlyNeeded: Int?
    /// Whether numerator and needed are hundredths of a per cent that somebody published, no counts.
    public var isPublished = false

    /// The share reached, rounded half up to 0.01%; `nil` when nothing arose or nothing is counted against.
    public var value: Percentage? {
        denominator.flatMap { Percentage(numerator, of: $0) }
    }

    /// How many rows were entered after the day asked.
    public var recordedLater: Int { rows.count { $0.isRecordedLater } }
}
