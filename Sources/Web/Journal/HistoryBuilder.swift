import Domain
import Store

extension HistoryEntry {
    /// What the journal tells of one record, newest first, as lines of its page.
    ///
    /// Each says what changed, field by field; older entries are in the journal.
    static func entries(
        of kind: String, _ record: String, _ db: ReadableDatabase, _ language: Language
    ) throws -> [HistoryEntry] {
        let entries = try db.history(of: kind, record: record, limit: 20)
        let names = try db.journalNames(entries.idsToName)
        let difference = JournalDifference(names: names, language: language)
        return entries.map { entry in
            HistoryEntry(
                when: "\(entry.at.day()[language]) \(entry.at.timeOfDay())",
                who: difference.author(of: entry),
                what: JournalWords.action(entry.action, language), reason: entry.reason,
                lines: entry.changes.flatMap { difference.lines($0) })
        }
    }
}

extension HistoryEntry {
    /// The same of a record that people name by a number.
    static func entries(
        of kind: String, numbered number: Int, _ db: ReadableDatabase, _ language: Language
    ) throws -> [HistoryEntry] {
        guard let id = try db.journalRecord(kind, named: String(number)) else { return [] }
        return try entries(of: kind, id, db, language)
    }
}

extension JournalDifference {
    func author(of entry: JournalEntry) -> String {
        guard let actor = entry.actor else { return language == .vi ? "hệ thống" : "the system" }
        if case .person(let name) = names[actor.text] { return name }
        return language == .vi ? "tài khoản không còn" : "an account that is gone"
    }
}

extension Sequence<JournalEntry> {
    /// The ids that stand in the entries, as authors, agencies, records and values.
    var idsToName: Set<String> {
        var ids: Set<String> = []
        for entry in self {
            if let actor = entry.actor { ids.insert(actor.text) }
            if let agency = entry.agency { ids.insert(agency.text) }
            for change in entry.changes {
                ids.insert(change.record)
                for field in change.fieldChanges {
                    let texts = (field.before?.texts ?? []) + (field.after?.texts ?? [])
                    ids.formUnion(texts.filter { mayBeID($0, field) })
                }
            }
        }
        return ids
    }
}

/// Whether a value looks like an id: a ULID, or the key of a list of agencies.
private func mayBeID(_ text: String, _ field: FieldChange) -> Bool {
    field.name == "scope"
        || text.utf8.count == 26
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
}
