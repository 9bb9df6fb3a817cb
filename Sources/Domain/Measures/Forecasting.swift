extension Standing.Forecast {
    /// Adds what is scheduled before the deadline to what is done; scheduled dates come before pace.
    ///
    /// What was scheduled and has slipped is not counted on.
    static func bySchedule(done: Int, scheduled: Int, deadline: Day) -> Standing.Forecast {
        Standing.Forecast(
            numerator: done + scheduled,
            arithmetic: Bilingual(
                vi:
                    "đã có \(Written.count(done, .vi)), theo lịch đến \(deadline.vi) thêm \(Written.count(scheduled, .vi)), tổng cộng \(Written.count(done + scheduled, .vi))",
                en:
                    "\(Written.number(done, .en)) so far, \(Written.number(scheduled, .en)) more scheduled by \(deadline.en), \(Written.number(done + scheduled, .en)) in all"
            ))
    }

    /// Carries the pace since the period's first day on to the deadline, rounded down, at most the total.
    ///
    /// - Returns: `nil` in the first tenth of the time, when pace says nothing.
    static func byPace(done: Int, of total: Int, from first: Day, on day: Day, deadline: Day)
        -> Standing.Forecast?
    {
        let elapsed = day - first + 1
        let whole = deadline - first + 1
        guard elapsed > 0, whole > 0, elapsed * 10 >= whole else { return nil }
        let expected = min(total, done * max(elapsed, whole) / elapsed)
        return Standing.Forecast(
            numerator: expected,
            arithmetic: Bilingual(
                vi:
                    "\(Written.count(done, .vi)) trong \(StandingWords.days(elapsed).vi); với tiến độ này, đến \(deadline.vi) (\(StandingWords.days(whole).vi)) được \(Written.count(expected, .vi))",
                en:
                    "\(Written.number(done, .en)) in \(StandingWords.days(elapsed).en); at this pace \(Written.number(expected, .en)) by \(deadline.en) (\(StandingWords.days(whole).en))"
            ))
    }
}

extension Measurement {
    /// How many of the sorted or unsorted days fall on or before each month's end.
    func months(_ days: [Day]) -> [Standing.Month] {
        let sorted = days.sorted()
        var index = 0
        return monthEnds.map { end in
            while index < sorted.count, sorted[index] <= end { index += 1 }
            return Standing.Month(day: end, numerator: index)
        }
    }
}
