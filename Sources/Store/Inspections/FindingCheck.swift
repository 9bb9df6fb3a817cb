import Domain

extension ReadableDatabase {
    /// What findings keep for lists, computed anew: how many were looked at, and what differs.
    func checkFindings() throws -> (count: Int, problems: [Bilingual]) {
        var (count, problems): (Int, [Bilingual]) = (0, [])
        func differs(_ number: Int, _ what: String) {
            problems.append(
                Bilingual(
                    vi: "findings \(number): \(what) không khớp với dữ liệu gốc",
                    en: "findings \(number): \(what) does not agree with what it is kept from"))
        }
        let last: SQL = """
            (SELECT s.kind FROM finding_steps s WHERE s.finding_id = f.id
             ORDER BY s.number DESC LIMIT 1)
            """
        try each(
            """
            SELECT f.number, f.text, f.ground, f.ground_key, f.words_key, f.search_text, f.state,
              f.closed_on, \(last)
            FROM findings f
            """
        ) { row in
            count += 1
            let number = row.int(0)
            let likeness = FindingLikeness(text: row.text(1), ground: row.text(2))
            // Rows older than the columns have none until they are next written.
            if !row.text(5).isEmpty {
                if row.text(3) != likeness.ground { differs(number, "ground_key") }
                if row.text(4) != likeness.key { differs(number, "words_key") }
                if row.text(5) != Vietnamese.folded("\(row.text(1)) \(row.text(2))") {
                    differs(number, "search_text")
                }
            }
            let isClosed = row.optionalDay(7) != nil
            if (row.text(6) == "closed") != isClosed { differs(number, "state") }
            if let step = row.optionalText(8).flatMap(Finding.Step.Kind.init), !isClosed,
                step == .accepted || step == .checked
            {
                differs(number, "state")
            }
        }
        return (count, problems)
    }
}
