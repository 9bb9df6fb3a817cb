import Domain

extension Commendation: StoredLine {
    public static var table: SQL { "commendations" }

    public var stored: [(name: SQL, value: SQL)] {
        [
            ("form", "\(form)"),
            ("person", "\(person)"),
            ("issuer", "\(issuer)"),
            ("symbol", "\(symbol)"),
            ("reason", "\(reason)"),
        ]
    }

    public init(_ row: Row, day: Day) {
        self.init()
        decidedOn = day
        form = row.optionalText(5)
        person = row.optionalText(6)
        issuer = row.optionalText(7)
        symbol = row.optionalText(8)
        reason = row.optionalText(9)
    }
}
