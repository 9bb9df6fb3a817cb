/// Which days are worked: Monday to Friday, but for holidays, with the Saturdays worked in exchange.
public struct WorkingCalendar: Hashable, Sendable {
    private let days: [Day: CalendarDay]
    /// The calendar years of which at least one day off is on record.
    public let years: Set<Int>

    public init(_ days: [CalendarDay] = []) {
        self.days = Dictionary(days.map { ($0.day, $0) }) { _, last in last }
        years = Set(days.filter { $0.kind == .holiday }.map(\.day.year))
    }

    public func isWorked(_ day: Day) -> Bool {
        switch days[day]?.kind {
        case .holiday: false
        case .worked: true
        case nil: !day.isWeekend
        }
    }

    /// What the calendar says of that day; `nil` when it follows the week.
    public func entry(_ day: Day) -> CalendarDay? { days[day] }

    /// The n-th working day after the day, which itself is not counted.
    ///
    /// That the day of the act is not counted is ours, after the Civil Code 91/2015/QH13, Article
    /// 147, as far as is known here. Decision 0018.
    public func day(_ count: Int, workingDaysAfter start: Day) -> Day {
        precondition(count >= 0, "Working days are counted forward.")
        var (day, left) = (start, count)
        while left > 0 {
            day = day + 1
            if isWorked(day) { left -= 1 }
        }
        return day
    }

    /// How many working days lie after the first day, up to and including the last; 0 backwards.
    public func workingDays(after first: Day, through last: Day) -> Int {
        guard first < last else { return 0 }
        return ((first.number + 1)...last.number).count { isWorked(Day(number: $0)) }
    }

    /// The days off and worked in exchange after the first day, up to and including the last.
    public func entries(after first: Day, through last: Day) -> [CalendarDay] {
        guard first < last else { return [] }
        return days.values.filter { first < $0.day && $0.day <= last }.sorted { $0.day < $1.day }
    }

    /// The years between two days of which no holiday is on record.
    public func unknownYears(_ first: Day, _ last: Day) -> [Int] {
        guard first <= last else { return [] }
        return (first.year...last.year).filter { !years.contains($0) }
    }
}
