import Domain

extension OutsideIndex: StoredLine {
    public static var table: SQL { "outside_results" }

    public var stored: [(name: SQL, value: SQL)] {
        [
            ("index_name", "\(index)"),
            ("value", "\(value)"),
            ("rank", "\(rank)"),
            ("answers", "\(answers)"),
            ("method", "\(method)"),
            ("source", "\(source)"),
        ]
    }

    public init(_ row: Row, day: Day) {
        self.init()
        publishedOn = day
        index = row.optionalText(5)
        value = row.optionalInt(6)
        rank = row.optionalInt(7)
        answers = row.optionalInt(8)
        method = row.optionalText(9)
        source = row.optionalText(10)
    }
}
