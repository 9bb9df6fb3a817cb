import Domain

extension Communication: StoredLine {
    public static var table: SQL { "communications" }

    public var stored: [(name: SQL, value: SQL)] {
        [
            ("title", "\(title)"),
            ("form", "\(form?.rawValue)"),
            ("planned_on", "\(plannedOn)"),
            ("held_on", "\(heldOn)"),
            ("reach", "\(reach)"),
            ("evidence", "\(evidence)"),
        ]
    }

    public init(_ row: Row, day: Day) {
        self.init()
        title = row.optionalText(5)
        form = row.optionalText(6).flatMap(Communication.Form.init)
        plannedOn = row.optionalDay(7)
        heldOn = row.optionalDay(8)
        reach = row.optionalInt(9)
        evidence = row.optionalText(10)
    }
}
