import Markup

func recordListView(_ page: RecordListPage) -> HTML {
    let words = Words("Records", page.language)
    return """
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div>\
        \(kindChoices(page.kinds, words))</div>
        \(if: page.summaries.isEmpty ? nil : page, registerSummaries)
        <section class="card">
        <div class="title">\(actionLinks(page.actions))\(linkLine(page.files))</div>
        \(if: page.filter, { filterForm($0, words) })
        \(when: page.rows.isEmpty, "<p class=\"none\">\(page.none)</p>")\
        \(when: !page.rows.isEmpty, recordTable(page))
        \(if: page.pager, pagerView)</section>
        """
}

private func kindChoices(_ kinds: [OverviewPage.ViewChoice], _ words: Words) -> HTML? {
    kinds.isEmpty ? nil : viewChoices(kinds, label: words["kinds"])
}

private func actionLinks(_ links: [Link]) -> HTML? {
    guard !links.isEmpty else { return nil }
    return """
        <div class="block-links">\(each: links, { "<a class=\"button\" href=\"\($0.path)\">\($0.text)</a>" })</div>
        """
}

func filterForm(_ filter: RecordListPage.Filter, _ words: Words) -> HTML {
    """
    <form class="filter" method="get" action="\(filter.path)" data-send="">\(each: filter.fields, fieldView)\
    \(each: filter.kept, hiddenField)<button>\(words[filter.isSearch ? "search" : "filter"])</button></form>
    """
}

func recordTable(_ page: RecordListPage) -> HTML {
    """
    <div class="scroll"><table class="rowed"><caption>\(page.caption)</caption>
    <thead><tr>\(each: page.headings, heading)</tr></thead>
    <tbody>\(each: page.rows, { row($0, page.headings) })</tbody></table></div>
    """
}

private func heading(_ heading: RecordListPage.Heading) -> HTML {
    """
    <th scope="col"\(attribute: "class", heading.isNumber ? "n" : nil)\(attribute: "aria-sort", heading.order?.rawValue)>\
    \(linkView(Link(heading.text, heading.path)))</th>
    """
}

private func row(_ row: RecordListPage.Row, _ headings: [RecordListPage.Heading]) -> HTML {
    """
    <tr>\(if: row.cells.first, { "<th scope=\"row\">\(content($0))\(if: row.enteredLater, late)</th>" })\
    \(each: zip(row.cells, headings).dropFirst(), cell)</tr>

    """
}

private func cell(_ cell: RecordListPage.Cell, _ heading: RecordListPage.Heading) -> HTML {
    if cell.text.isEmpty, cell.badge == nil { return "<td></td>" }
    return """
        <td\(attribute: "class", heading.isNumber ? "n" : nil) data-of="\(heading.text)">\(content(cell))</td>
        """
}

private func content(_ cell: RecordListPage.Cell) -> HTML {
    "\(if: cell.badge, badgeView) \(linkView(Link(cell.text, cell.path)))"
}

private func late(_ text: String) -> HTML {
    """
     <span class="late">\(text)</span>
    """
}
