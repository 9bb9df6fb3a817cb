import Domain
import Markup

/// What happened to a record, newest first, each with what changed, field by field.
func historyList(_ entries: [HistoryEntry], _ language: Language) -> HTML {
    let words = Words("Journal", language)
    return """
        <ol class="history">\(each: entries, { historyEntry($0, words) })</ol>
        """
}

/// The same as a card of its own; nothing when nothing happened yet.
func historyCard(_ entries: [HistoryEntry], _ language: Language) -> HTML? {
    guard !entries.isEmpty else { return nil }
    return """
        <section class="card"><h2>\(Words("Journal", language)["history"])</h2>\
        \(historyList(entries, language))</section>
        """
}

private func historyEntry(_ entry: HistoryEntry, _ words: Words) -> HTML {
    """
    <li>\(entry.what)<br><small>\(entry.when) · \(entry.who)\(if: entry.reason, { " · \($0)" })</small>\
    \(when: !entry.lines.isEmpty, difference(entry, words))</li>
    """
}

private func difference(_ entry: HistoryEntry, _ words: Words) -> HTML {
    """
    <details class="difference"><summary>\(words["summary-short"])</summary>\
    \(differenceTable(entry.lines, caption: Link(entry.what), words))</details>
    """
}
