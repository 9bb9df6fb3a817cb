import Domain
import Store

/// Makes the journal's pages of what one read found.
struct JournalBuilder {
    let language: Language
    /// The page's own address, with the filter.
    let address: String
    let difference: JournalDifference
    let changeCounts: [Int: Int]

    func entries(_ entries: [JournalEntry], of record: JournalFilter.Record?) -> [JournalPage.Entry]
    {
        entries.map { entry in
            // Narrowed to one record, an entry shows what became of that one.
            let count = record == nil ? changeCounts[entry.seq] ?? 0 : entry.changes.count
            return self.entry(entry, count: count)
        }
    }

    func entry(_ entry: JournalEntry, count: Int, isOpen: Bool = false) -> JournalPage.Entry {
        let words = Words("Journal", language)
        let path = Paths.journalEntry(entry.seq)
        let isPart = entry.changes.count < count
        return JournalPage.Entry(
            number: Link(String(entry.seq), isOpen ? nil : path),
            when: "\(entry.at.day()[language]) \(entry.at.timeOfDay())",
            who: difference.author(of: entry), agency: entry.agency.flatMap(agency),
            action: JournalWords.action(entry.action, language), reason: entry.reason,
            hash: entry.hash,
            summary: words("summary", ["count": Written.count(count, language)]),
            changes: entry.changes.map(change),
            rest: isPart && !isOpen
                ? Link(words("all-changes", ["count": Written.number(count, language)]), path)
                : nil,
            isOpen: isOpen)
    }

    private func agency(_ id: Agency.ID) -> Link? {
        guard case .agency(let code, let name) = difference.names[id.text] else { return nil }
        return Link(name, Paths.agency(code))
    }

    private func change(_ change: RecordedChange) -> JournalPage.Change {
        let words = Words("Journal", language)
        return JournalPage.Change(
            record: difference.record(change), lines: difference.lines(change),
            note: change.isErased ? words["erased"] : nil)
    }
}
