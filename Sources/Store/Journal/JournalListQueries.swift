import Domain

/// One page of the journal, newest first.
public struct JournalExcerpt: Sendable {
    /// Each with its first changes only.
    public let entries: [JournalEntry]
    /// How many changes each entry has in all, by its number.
    public let changeCounts: [Int: Int]
    /// Whether older entries follow.
    public let hasMore: Bool
}

extension ReadableDatabase {
    /// Returns the entries asked for, newest first, from the one after `seq` on.
    ///
    /// Each filter has an index that is read from its newest end, so the page costs the same with
    /// a thousand entries and with a million; of a large import only the first changes are read.
    public func journal(
        _ filter: JournalFilter = JournalFilter(), after seq: Int? = nil, limit: Int = 30,
        changesEach: Int = 8
    ) throws -> JournalExcerpt {
        let found =
            if let record = filter.record {
                try entries(touching: record, filter, after: seq, limit: limit + 1)
            } else {
                try entries(filter, after: seq, limit: limit + 1, changesEach: changesEach)
            }
        let shown = Array(found.prefix(limit))
        return JournalExcerpt(
            entries: shown, changeCounts: try changeCounts(shown.map(\.seq)),
            hasMore: found.count > limit)
    }

    private func entries(_ filter: JournalFilter, after seq: Int?, limit: Int, changesEach: Int)
        throws -> [JournalEntry]
    {
        var conditions = filter.conditions
        if let seq, let at = try rows("SELECT at FROM journal_entries WHERE seq = \(seq)").first {
            conditions.append("(at, seq) < (\(at.text(0)), \(seq))")
        }
        let whole: SQL = conditions.isEmpty ? "" : "WHERE \(conditions.joined(" AND "))"
        return try entries(
            "\(whole) ORDER BY at DESC, seq DESC LIMIT \(limit)",
            changes: " AND position < \(changesEach)")
    }

    /// The same of one record, by the numbers of its entries, which its own index holds in order:
    /// no more entries are looked at than are shown, however many there are.
    func entries(
        touching record: JournalFilter.Record, _ filter: JournalFilter = JournalFilter(),
        after seq: Int? = nil, limit: Int
    ) throws -> [JournalEntry] {
        let touched: SQL = "kind = \(record.kind) AND record = \(record.id)"
        var conditions = [touched] + filter.conditions
        if let seq { conditions.append("journal_changes.seq < \(seq)") }
        let entered: SQL =
            filter.conditions.isEmpty
            ? "" : "JOIN journal_entries ON journal_entries.seq = journal_changes.seq"
        let seqs = try rows(
            """
            SELECT journal_changes.seq FROM journal_changes \(entered)
            WHERE \(conditions.joined(" AND "))
            GROUP BY journal_changes.seq ORDER BY journal_changes.seq DESC LIMIT \(limit)
            """
        ).map { $0.int(0) }
        return try entries(
            "WHERE seq IN \(list: seqs) ORDER BY seq DESC", changes: " AND \(touched)")
    }

    /// Returns one entry with a part of its changes, from a position on; `nil` when there is none.
    public func journalEntry(_ seq: Int, from position: Int = 0, limit: Int = 100) throws
        -> (entry: JournalEntry, changes: Int)?
    {
        let changes: SQL = " AND position >= \(position) AND position < \(position + limit)"
        guard let entry = try entries("WHERE seq = \(seq)", changes: changes).first else {
            return nil
        }
        return (entry, try changeCounts([seq])[seq] ?? 0)
    }

    private func changeCounts(_ seqs: [Int]) throws -> [Int: Int] {
        let counts = try rows(
            """
            SELECT seq, (SELECT MAX(position) FROM journal_changes WHERE seq = journal_entries.seq)
            FROM journal_entries WHERE seq IN \(list: seqs)
            """
        ).map { ($0.int(0), ($0.optionalInt(1) ?? -1) + 1) }
        return Dictionary(uniqueKeysWithValues: counts)
    }
}

extension JournalFilter {
    /// What the entry itself must be; which record it touched is asked of its changes.
    fileprivate var conditions: [SQL] {
        var conditions: [SQL] = []
        switch author {
        case .person(let user): conditions.append("actor = \(user)")
        case .program: conditions.append("actor IS NULL")
        case nil: break
        }
        if let agency { conditions.append("agency = \(agency)") }
        if let action { conditions.append("action = \(action)") }
        if let from { conditions.append("at >= \(from.beginning())") }
        if let until { conditions.append("at < \((until + 1).beginning())") }
        return conditions
    }
}
