import Domain

/// The days on which offices work: Monday to Friday without the public holidays.
struct WorkCalendar: Sendable {
    let holidays: [ClosedRange<Day>]

    func isWorking(_ day: Day) -> Bool {
        // 01/01/1970 was a Thursday.
        let weekday = ((day.number % 7) + 7 + 3) % 7
        return weekday < 5 && !holidays.contains { $0.contains(day) }
    }

    func onOrAfter(_ day: Day) -> Day {
        var day = day
        while !isWorking(day) { day = day + 1 }
        return day
    }

    func onOrBefore(_ day: Day) -> Day {
        var day = day
        while !isWorking(day) { day = day - 1 }
        return day
    }

    /// A working day between the two; where there is none, the last one before.
    func pick(_ first: Day, _ last: Day, using random: inout SampleRandom) -> Day {
        let day = onOrAfter(first + random.below(max(1, last - first + 1)))
        return day <= last ? day : onOrBefore(max(first, last))
    }
}
