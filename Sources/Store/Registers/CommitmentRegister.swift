import Domain

extension Commitment: StoredLine {
    public static var table: SQL { "commitments" }

    public var stored: [(name: SQL, value: SQL)] {
        [
            ("signer", "\(signer)"),
            ("text", "\(text)"),
            ("due_on", "\(dueOn)"),
            ("done_on", "\(doneOn)"),
            ("evidence", "\(evidence)"),
        ]
    }

    public init(_ row: Row, day: Day) {
        self.init()
        signedOn = day
        signer = row.optionalText(5)
        text = row.optionalText(6)
        dueOn = row.optionalDay(7)
        doneOn = row.optionalDay(8)
        evidence = row.optionalText(9)
    }
}
