import Markup

func journalView(_ page: JournalPage) -> HTML {
    let words = Words("Journal", page.language)
    return """
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede) \(if: page.chain, badgeView)</p></div>\
        \(linkLine(page.links))</div>
        <section class="card">
        \(if: page.filter, { filterForm($0, Words("Records", page.language)) })
        \(when: page.entries.isEmpty, "<p class=\"none\">\(page.none)</p>")\
        <ol class="entries">\(each: page.entries, { entry($0, words) })</ol>
        \(if: page.pager, pagerView)</section>
        """
}

private func entry(_ entry: JournalPage.Entry, _ words: Words) -> HTML {
    """
    <li id="e\(entry.number)"><div><b>\(entry.number)</b> <span class="no">\(entry.when)</span></div>
    <div>\(entry.action)<br><small>\(entry.who)\(if: entry.agency, { " · \(linkView($0))" })\
    \(if: entry.reason, { " · \($0)" })</small>
    <details><summary>\(words["changes"])</summary>\(each: entry.changes, { change($0, words) })\
    <p class="hash">\(words["hash"]) \(entry.hash)</p></details></div></li>

    """
}

private func change(_ change: JournalPage.Change, _ words: Words) -> HTML {
    """
    <div class="scroll"><table class="rowed"><caption>\(linkView(change.record))</caption>
    <thead><tr><th scope="col">\(words["field"])</th><th scope="col">\(words["before"])</th><th scope="col">\(words["after"])</th></tr></thead>
    <tbody>\(each: change.lines, line)</tbody></table></div>
    """
}

private func line(_ line: JournalPage.Line) -> HTML {
    """
    <tr><th scope="row">\(line.field)</th><td>\(if: line.before, { "<del>\($0)</del>" })</td>\
    <td>\(if: line.after, { "<ins>\($0)</ins>" })</td></tr>

    """
}
