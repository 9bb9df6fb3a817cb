import Domain

extension ReadableDatabase {
    /// Returns entries with their changes, newest first: those before the number, or the newest.
    public func journalEntries(before seq: Int? = nil, limit: Int = 50) throws -> [JournalEntry] {
        let older: SQL = seq.map { "WHERE seq < \($0)" } ?? ""
        return try entries("\(older) ORDER BY seq DESC LIMIT \(limit)")
    }

    /// Returns the entries that touched one record, newest first, each with what became of that one.
    public func history(of kind: String, record: String, limit: Int = 200) throws -> [JournalEntry]
    {
        try entries(touching: JournalFilter.Record(kind: kind, id: record), limit: limit)
    }

    /// Returns how many entries there are and the last one's hash, which can be printed as a receipt.
    public func journalEnd() throws -> (seq: Int, hash: String) {
        guard
            let row = try rows("SELECT seq, hash FROM journal_entries ORDER BY seq DESC LIMIT 1")
                .first
        else {
            return (0, "")
        }
        return (row.int(0), row.text(1))
    }

    // The changes are streamed: an import of a province's tasks is one entry with thousands of them.
    func entries(_ condition: SQL, changes narrowed: SQL = "") throws -> [JournalEntry] {
        let entries = try rows("SELECT \(entryColumns) FROM journal_entries \(condition)").map {
            JournalEntry($0)
        }
        var changes: [Int: [RecordedChange]] = [:]
        try each(
            """
            SELECT \(changeColumns) FROM journal_changes
            WHERE seq IN \(list: entries.map(\.seq))\(narrowed)
            ORDER BY seq, position
            """
        ) { changes[$0.int(0), default: []].append(RecordedChange($0)) }
        return entries.map { $0.with(changes[$0.seq] ?? []) }
    }
}

let entryColumns: SQL = "seq, at, actor, agency, action, reason, previous_hash, hash"
let changeColumns: SQL = "seq, kind, record, before_text, after_text, salt, digest"

extension JournalEntry {
    /// From ``entryColumns``.
    init(_ row: Row) {
        self.init(
            seq: row.int(0), at: row.instant(1), actor: row.optionalID(2),
            agency: row.optionalID(3),
            action: row.text(4), reason: row.optionalText(5), previousHash: row.text(6),
            hash: row.text(7))
    }
}

extension RecordedChange {
    /// From ``changeColumns``.
    init(_ row: Row) {
        self.init(
            kind: row.text(1), record: row.text(2), before: row.optionalText(3),
            after: row.optionalText(4),
            salt: row.optionalText(5), digest: row.text(6))
    }
}
