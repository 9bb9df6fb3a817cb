/// A plan year (năm kế hoạch): which days its records belong to.
public struct PlanYear: Hashable, Sendable, Codable {
    public let year: Int
    public let first: Day
    public let last: Day
    /// The document that says so; `nil` for the usual year.
    public let source: String?

    public init(_ year: Int, first: Day, last: Day, source: String?) {
        precondition(first <= last, "A year begins before it ends.")
        self.year = year
        self.first = first
        self.last = last
        self.source = source
    }

    /// From 15 December of the year before until 14 December, as reports are drawn up.
    ///
    /// Source: the reporting period of the yearly reform report. For a year outside 1901 to 2199 the
    /// nearest of them is taken.
    public static func usual(_ year: Int) -> PlanYear {
        let known = min(max(year, 1901), 2199)
        guard let first = Day(year: known - 1, month: 12, day: 15),
            let last = Day(year: known, month: 12, day: 14)
        else { preconditionFailure("Every year has a 14 and a 15 December.") }
        return PlanYear(year, first: first, last: last, source: nil)
    }

    public var range: ClosedRange<Day> { first...last }

    public func contains(_ day: Day) -> Bool { range.contains(day) }
}
