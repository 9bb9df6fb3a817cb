import Markup

func journalView(_ page: JournalPage) -> HTML {
    let words = Words("Journal", page.language)
    return """
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div>\
        \(linkLine(page.links))</div>
        \(problemSummary(page.problems, heading: words["filter-problems"]))
        <section class="card">
        \(if: page.filter, { filterForm($0, Words("Records", page.language)) })
        \(when: page.entries.isEmpty, "<p class=\"none\">\(page.none)</p>")\
        <ol class="entries">\(each: page.entries, { entry($0, words) })</ol>
        \(if: page.pager, pagerView)</section>
        """
}

private func entry(_ entry: JournalPage.Entry, _ words: Words) -> HTML {
    """
    <li id="e\(entry.number.text)"><div><b>\(linkView(entry.number))</b> <span class="no">\(entry.when)</span></div>
    <div>\(entry.action)<br><small>\(entry.who)\(if: entry.agency, { " · \(linkView($0))" })\
    \(if: entry.reason, { " · \($0)" })</small>
    <details\(attribute: "open", when: entry.isOpen)><summary>\(entry.summary)</summary>\
    \(each: entry.changes, { change($0, words) })\
    \(if: entry.rest, { "<p>\(linkView($0))</p>" })\
    <p class="hash">\(words["hash"]) \(entry.hash)</p></details></div></li>

    """
}

private func change(_ change: JournalPage.Change, _ words: Words) -> HTML {
    guard !change.lines.isEmpty else {
        return "<p>\(linkView(change.record))\(if: change.note, { ": \($0)" })</p>"
    }
    return differenceTable(change.lines, caption: change.record, words)
}

/// The fields that differ, before and after.
func differenceTable(_ lines: [JournalPage.Line], caption: Link, _ words: Words) -> HTML {
    """
    <div class="scroll"><table class="rowed difference"><caption>\(linkView(caption))</caption>
    <thead><tr><th scope="col">\(words["field"])</th><th scope="col">\(words["before"])</th><th scope="col">\(words["after"])</th></tr></thead>
    <tbody>\(each: lines, { line($0, words) })</tbody></table></div>
    """
}

private func line(_ line: JournalPage.Line, _ words: Words) -> HTML {
    """
    <tr><th scope="row">\(line.field)</th>\
    <td data-of="\(words["before"])">\(if: line.before, { "<del>\($0)</del>" })</td>\
    <td data-of="\(words["after"])">\(if: line.after, { "<ins>\($0)</ins>" })</td></tr>

    """
}
