import Markup

/// What the lines of a register come to: small tables above its list.
func registerSummaries(_ page: RecordListPage) -> HTML {
    """
    <div class="stack above">\(each: page.summaries, summary)\(if: page.choice, choiceForm)</div>
    """
}

private func summary(_ summary: RegisterSummary) -> HTML {
    """
    <section class="card"><div class="scroll"><table class="rowed"><caption>\(summary.caption)</caption>
    <thead><tr>\(each: summary.headings, { "<th scope=\"col\"\(attribute: "class", $0.isNumber ? "n" : nil)>\($0.text)</th>" })</tr></thead>
    <tbody>\(each: summary.rows, { row($0, summary.headings) })</tbody></table></div>\
    \(if: summary.note, { "<p class=\"small soft\">\($0)</p>" })</section>

    """
}

private func row(_ cells: [RecordListPage.Cell], _ headings: [RecordListPage.Heading]) -> HTML {
    """
    <tr>\(if: cells.first, rowHeading)\
    \(each: zip(cells, headings).dropFirst(), { cell($0.0, $0.1) })</tr>

    """
}

/// Lines that go on with the one above name nothing anew.
private func rowHeading(_ cell: RecordListPage.Cell) -> HTML {
    cell.text.isEmpty
        ? "<td></td>" : "<th scope=\"row\">\(linkView(Link(cell.text, cell.path)))</th>"
}

private func cell(_ cell: RecordListPage.Cell, _ heading: RecordListPage.Heading) -> HTML {
    if cell.text.isEmpty, cell.badge == nil { return "<td></td>" }
    return """
        <td\(attribute: "class", heading.isNumber ? "n" : nil) data-of="\(heading.text)">\(if: cell.badge, badgeView) \(linkView(Link(cell.text, cell.path)))</td>
        """
}

private func choiceForm(_ choice: RecordListPage.Choice) -> HTML {
    """
    <details class="card"><summary>\(choice.heading)</summary>\
    <form method="post" action="\(choice.path)" enctype="multipart/form-data">\(tokenField(choice.token))
    <div class="form">\(each: choice.fields, fieldView)<div class="actions"><button class="main">\(choice.label)</button></div></div></form></details>

    """
}
