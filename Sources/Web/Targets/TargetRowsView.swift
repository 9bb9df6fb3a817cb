import Markup

/// The records behind the figure: counted, and not counted with the reason.
func targetRows(_ rows: TargetPage.Rows, _ words: Words) -> HTML {
    """
    <section class="card" id="rows"><div class="title"><h2>\(rows.heading)</h2>\(linkLine(rows.files))</div>
    \(viewChoices(rows.choices, label: words["which-rows"]))
    <div class="scroll"><table class="rowed"><caption>\(rows.caption)</caption>
    <thead><tr>\(each: rows.headings, { "<th scope=\"col\">\($0)</th>" })</tr></thead>
    <tbody>\(each: rows.rows, { row($0, rows.headings) })</tbody></table></div>
    \(if: rows.withheld, { "<p class=\"none\">\($0)</p>" })\
    \(if: rows.pager, pagerView)</section>

    """
}

private func row(_ row: TargetPage.Rows.Row, _ headings: [String]) -> HTML {
    """
    <tr>\(if: row.cells.first, { "<th scope=\"row\">\(linkView($0))\(lateMark(row.enteredLater))</th>" })\
    \(each: zip(row.cells, headings).dropFirst(), { "<td data-of=\"\($1)\">\(linkView($0))</td>" })</tr>

    """
}

private func lateMark(_ text: String?) -> HTML? {
    guard let text else { return nil }
    return """
         <span class="late">\(text)</span>
        """
}
