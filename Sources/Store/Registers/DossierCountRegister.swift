import Domain

extension DossierCount: StoredLine {
    public static var table: SQL { "dossier_counts" }

    public var stored: [(name: SQL, value: SQL)] {
        [
            ("area", "\(area)"),
            ("carried", "\(carried)"),
            ("received", "\(received)"),
            ("early", "\(early)"),
            ("on_time", "\(onTime)"),
            ("late", "\(late)"),
            ("pending", "\(pending)"),
            ("withdrawn", "\(withdrawn)"),
            ("pending_late", "\(pendingLate)"),
            ("online", "\(online)"),
            ("digital_results", "\(digitalResults)"),
            ("online_payments", "\(onlinePayments)"),
            ("source", "\(source)"),
        ]
    }

    public init(_ row: Row, day: Day) {
        self.init()
        month = day
        area = row.optionalText(5)
        carried = row.optionalInt(6)
        received = row.optionalInt(7)
        early = row.optionalInt(8)
        onTime = row.optionalInt(9)
        late = row.optionalInt(10)
        pending = row.optionalInt(11)
        withdrawn = row.optionalInt(12)
        pendingLate = row.optionalInt(13)
        online = row.optionalInt(14)
        digitalResults = row.optionalInt(15)
        onlinePayments = row.optionalInt(16)
        source = row.optionalText(17)
    }
}
