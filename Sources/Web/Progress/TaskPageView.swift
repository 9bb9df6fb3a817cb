import Domain
import Markup

func taskPageView(_ page: TaskPage) -> HTML {
    let words = Words("Progress", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head"><div><h1>\(page.title) \(badgeView(page.badge))</h1><p class="lede">\(page.text)</p></div>\
        \(linkLine(page.links))</div>
        <div class="cols"><div class="stack">
        \(if: page.report, { formPart($0, page.language) })
        \(if: page.spread, { formPart($0, page.language) })
        \(if: page.parts, tablePart)
        \(tablePart(page.log))
        \(when: !page.closure.isEmpty, factCard(words["closure"], page.closure))
        \(if: page.roll, { formPart($0, page.language) })
        \(if: page.cancel, { formPart($0, page.language) })
        </div><div class="stack">
        \(factCard(words["facts"], page.facts))
        \(reckoningCard(page.reckoning, words))
        \(historyCard(page.history, page.language))
        </div></div>
        """
}

private func factCard(_ heading: String, _ facts: [TargetPage.Fact]) -> HTML {
    """
    <section class="card"><h2>\(heading)</h2><dl class="facts">\(each: facts, factView)</dl></section>

    """
}

private func reckoningCard(_ sentences: [String], _ words: Words) -> HTML? {
    guard !sentences.isEmpty else { return nil }
    return """
        <section class="card"><h2>\(words["reckoning"])</h2>\(each: sentences, { "<p>\($0)</p>" })</section>

        """
}

func tablePart(_ table: TaskPage.Table) -> HTML {
    guard !table.rows.isEmpty else {
        return """
            <section class="card"><h2>\(table.caption)</h2><p class="none">\(table.none)</p></section>

            """
    }
    return """
        <section class="card"><h2>\(table.caption)</h2>\(if: table.lede, { "<p class=\"soft\">\($0)</p>" })
        <div class="scroll"><table class="rowed"><caption class="unseen">\(table.caption)</caption>
        <thead><tr>\(each: table.headings.indices, { columnHeading(table, $0) })</tr></thead>
        <tbody>\(each: table.rows, { tableRow($0, table.headings) })</tbody></table></div></section>

        """
}

/// A heading stands above its numbers, which are set to the right.
private func columnHeading(_ table: TaskPage.Table, _ column: Int) -> HTML {
    let isNumber = table.rows.contains { $0.indices.contains(column) && $0[column].isNumber }
    return """
        <th scope="col"\(attribute: "class", isNumber ? "n" : nil)>\(table.headings[column])</th>
        """
}

func tableRow(_ cells: [TaskPage.Cell], _ headings: [String]) -> HTML {
    """
    <tr>\(if: cells.first, { "<th scope=\"row\">\(content($0))</th>" })\
    \(each: zip(cells, headings).dropFirst(), cell)</tr>

    """
}

private func cell(_ cell: TaskPage.Cell, _ heading: String) -> HTML {
    if cell.link.text.isEmpty, cell.badge == nil { return "<td></td>" }
    return """
        <td\(attribute: "class", cell.isNumber ? "n" : nil) data-of="\(heading)">\(content(cell))</td>
        """
}

private func content(_ cell: TaskPage.Cell) -> HTML {
    "\(if: cell.badge, badgeView) \(linkView(cell.link))"
}

func formPart(_ part: TaskFormPart, _ language: Language) -> HTML {
    let hasFile = part.fields.contains { if case .file = $0.kind { true } else { false } }
    let form: HTML = """
        \(problemSummary(part.problems, heading: part.problemsHeading))\
        \(if: part.conflict, { conflictTable($0, language) })
        <form method="post" action="\(part.path)"\(attribute: "enctype", hasFile ? "multipart/form-data" : nil)>\(tokenField(part.token))\(each: part.hidden, hiddenField)<div class="form">
        \(each: part.fields, fieldView)
        <div class="actions"><button class="\(part.refuses ? "refuse" : "main")">\(part.save)</button></div></div></form>
        """
    guard part.isFolded, part.problems.isEmpty, part.conflict == nil else {
        return """
            <section class="card noprint" aria-labelledby="\(part.id)"><h2 id="\(part.id)">\(part.heading)</h2>\(form)</section>

            """
    }
    return """
        <details class="card noprint"><summary>\(part.heading)…</summary>\(form)</details>

        """
}
