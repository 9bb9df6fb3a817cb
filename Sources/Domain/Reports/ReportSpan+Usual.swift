extension ReportSpan {
    /// The same days a year earlier; 29/2 becomes 28/2.
    public var yearEarlier: ReportSpan {
        ReportSpan(
            year: year - 1,
            title: title.map { text, _ in text.replacing("\(year)", with: "\(year - 1)") },
            first: first.yearEarlier, last: last.yearEarlier)
    }
}

extension Day {
    /// The same date a year earlier; 29/2 becomes 28/2.
    public var yearEarlier: Day {
        Day(year: year - 1, month: month, day: dayOfMonth)
            ?? Day(year: year - 1, month: month, day: dayOfMonth - 1) ?? self
    }
}
