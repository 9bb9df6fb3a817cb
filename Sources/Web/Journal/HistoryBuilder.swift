import Domain
import Store

extension HistoryEntry {
    /// What the journal tells of one record, newest first, as lines of its page.
    static func entries(
        of kind: String, _ record: String, _ db: ReadableDatabase, _ language: Language
    ) throws -> [HistoryEntry] {
        let entries = try db.history(of: kind, record: record, limit: 20)
        let names = try db.userNames(Set(entries.compactMap(\.actor)))
        return entries.map { entry in
            HistoryEntry(
                when: "\(entry.at.day()[language]) \(entry.at.timeOfDay())",
                who: entry.actor.flatMap { names[$0] }
                    ?? (language == .vi ? "hệ thống" : "the system"),
                what: JournalWords.action(entry.action, language), reason: entry.reason)
        }
    }
}

/// What the journal's actions and records are called.
enum JournalWords {
    static func action(_ action: String, _ language: Language) -> String {
        let words = Words("Journal", language)
        return words.has("action.\(action)") ? words["action.\(action)"] : action
    }

    static func kind(_ kind: String, _ language: Language) -> String {
        let words = Words("Journal", language)
        return words.has("kind.\(kind)") ? words["kind.\(kind)"] : kind
    }
}
