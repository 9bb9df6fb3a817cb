import Domain

extension Staffing: StoredLine {
    public static var table: SQL { "staffings" }

    public var stored: [(name: SQL, value: SQL)] {
        [
            ("full_time", "\(fullTime)"),
            ("part_time", "\(partTime)"),
            ("trained", "\(trained)"),
            ("note", "\(note)"),
        ]
    }

    public init(_ row: Row, day: Day) {
        self.init()
        countedOn = day
        fullTime = row.optionalInt(5)
        partTime = row.optionalInt(6)
        trained = row.optionalInt(7)
        note = row.optionalText(8)
    }
}
