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

extension ReadableDatabase {
    /// Returns the newest result of each index about each body, of the year and by the day, by number.
    public func publishedResults(of year: Int, by day: Day) throws -> [Registered<OutsideIndex>] {
        var newest: [String: Registered<OutsideIndex>] = [:]
        for result in try lines(OutsideIndex.self, of: year) where result.day <= day {
            let key = "\(result.body.text) \(OutsideIndex.citedName(result.line.index ?? ""))"
            if let known = newest[key], known.day > result.day { continue }
            newest[key] = result
        }
        return newest.values.sorted { $0.number < $1.number }
    }
}
