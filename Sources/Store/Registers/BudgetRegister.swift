import Domain

extension Budget: StoredLine {
    public static var table: SQL { "budgets" }

    public var stored: [(name: SQL, value: SQL)] {
        [
            ("purpose", "\(purpose)"),
            ("task_number", "\(taskNumber)"),
            ("area", "\(area)"),
            ("assigned", "\(assigned)"),
            ("allotted", "\(allotted)"),
            ("spent", "\(spent)"),
            ("basis", "\(basis)"),
        ]
    }

    public init(_ row: Row, day: Day) {
        self.init()
        allottedOn = day
        purpose = row.optionalText(5)
        taskNumber = row.optionalInt(6)
        area = row.optionalText(7)
        assigned = row.optionalInt(8)
        allotted = row.optionalInt(9)
        spent = row.optionalInt(10)
        basis = row.optionalText(11)
    }
}
