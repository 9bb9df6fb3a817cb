import Domain

extension ReadableDatabase {
    /// Reads the whole journal again and recomputes every digest, every hash and every link.
    ///
    /// Entries are taken a thousand at a time, so the journal never stands in memory whole.
    public func verifyJournal() throws -> JournalVerification {
        var chain = Chain()
        while chain.broken == nil {
            let entries = try rows(
                "SELECT \(entryColumns) FROM journal_entries WHERE seq > \(chain.last.seq) ORDER BY seq LIMIT 1000"
            )
            .map { JournalEntry($0) }
            guard let first = entries.first, let last = entries.last else { break }
            var changes: [Int: [RecordedChange]] = [:]
            try each(
                """
                SELECT \(changeColumns) FROM journal_changes
                WHERE seq BETWEEN \(first.seq) AND \(last.seq)
                ORDER BY seq, position
                """
            ) { changes[$0.int(0), default: []].append(RecordedChange($0)) }
            for entry in entries where chain.broken == nil {
                chain.check(entry.with(changes[entry.seq] ?? []))
            }
        }
        if chain.broken == nil { try checkEnd(&chain) }
        return JournalVerification(
            entries: chain.entries, changes: chain.changes, erased: chain.erased,
            broken: chain.broken)
    }

    /// The head must name the last entry, or the newest ones were cut off.
    private func checkEnd(_ chain: inout Chain) throws {
        let head = try rows("SELECT seq, hash FROM journal_head WHERE id = 1").first
        let last = chain.last
        // A write that reads the journal has already taken the head's next number.
        let isAhead = (self as? WritableDatabase).map { $0.head != nil } ?? false
        guard let head, head.int(0) == last.seq + (isAhead ? 1 : 0),
            head.text(1) == last.hash || isAhead
        else {
            chain.refuse(
                last.seq + 1, vi: "các mục cuối của nhật ký đã mất",
                en: "the journal's last entries are gone")
            return
        }
    }
}

/// The chain as far as it was checked.
private struct Chain {
    var last = (seq: 0, hash: "")
    var entries = 0
    var changes = 0
    var erased = 0
    var broken: JournalVerification.Break?

    mutating func check(_ entry: JournalEntry) {
        guard entry.seq == last.seq + 1 else {
            return refuse(last.seq + 1, vi: "mục này không còn", en: "this entry is missing")
        }
        guard entry.previousHash == last.hash else {
            return refuse(
                entry.seq, vi: "không nối với mục trước",
                en: "it does not follow from the entry before")
        }
        for change in entry.changes where !change.isErased {
            guard change.digest == sha256(change.sealedText) else {
                return refuse(
                    entry.seq, vi: "nội dung thay đổi của \(change.kind) đã bị sửa",
                    en: "the text of its change of \(change.kind) was altered")
            }
        }
        guard entry.hash == sha256(entry.sealedText(digests: entry.changes.map(\.digest))) else {
            return refuse(entry.seq, vi: "mục này đã bị sửa", en: "the entry was altered")
        }
        last = (entry.seq, entry.hash)
        entries += 1
        changes += entry.changes.count
        erased += entry.changes.count(where: \.isErased)
    }

    mutating func refuse(_ seq: Int, vi: String, en: String) {
        broken = .init(seq: seq, reason: Bilingual(vi: vi, en: en))
    }
}
