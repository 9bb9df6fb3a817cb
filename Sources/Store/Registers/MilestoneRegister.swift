import Domain

extension Milestone: StoredLine {
    public static var table: SQL { "milestones" }

    public var stored: [(name: SQL, value: SQL)] {
        [
            ("programme", "\(programme)"),
            ("text", "\(text)"),
            ("targets", "\(targets)"),
            ("reached_on", "\(reachedOn)"),
            ("evidence", "\(evidence)"),
        ]
    }

    public init(_ row: Row, day: Day) {
        self.init()
        dueOn = day
        programme = row.optionalText(5)
        text = row.optionalText(6)
        targets = row.optionalText(7)
        reachedOn = row.optionalDay(8)
        evidence = row.optionalText(9)
    }
}
