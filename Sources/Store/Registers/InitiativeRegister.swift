import Domain

extension Initiative: StoredLine {
    public static var table: SQL { "initiatives" }

    public var stored: [(name: SQL, value: SQL)] {
        [
            ("title", "\(title)"),
            ("proposed_on", "\(proposedOn)"),
            ("pilot_place", "\(pilotPlace)"),
            ("pilot_from", "\(pilotFrom)"),
            ("pilot_until", "\(pilotUntil)"),
            ("evaluated_on", "\(evaluatedOn)"),
            ("lessons", "\(lessons)"),
            ("outcome", "\(outcome?.rawValue)"),
            ("replicated_where", "\(replicatedWhere)"),
            ("replicated_by", "\(replicatedBy)"),
            ("replicate_due_on", "\(replicateDueOn)"),
            ("recognised_on", "\(recognisedOn)"),
            ("recognition", "\(recognition)"),
        ]
    }

    public init(_ row: Row, day: Day) {
        self.init()
        title = row.optionalText(5)
        proposedOn = row.optionalDay(6)
        pilotPlace = row.optionalText(7)
        pilotFrom = row.optionalDay(8)
        pilotUntil = row.optionalDay(9)
        evaluatedOn = row.optionalDay(10)
        lessons = row.optionalText(11)
        outcome = row.optionalText(12).flatMap(Initiative.Outcome.init)
        replicatedWhere = row.optionalText(13)
        replicatedBy = row.optionalText(14)
        replicateDueOn = row.optionalDay(15)
        recognisedOn = row.optionalDay(16)
        recognition = row.optionalText(17)
    }
}
