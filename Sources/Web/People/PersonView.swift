import Markup

func personView(_ page: PersonPage) -> HTML {
    let words = Words("People", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head"><div><h1>\(page.name)</h1><p class="lede">\(page.lede)</p></div>\(linkLine(page.links))</div>
        <div class="stack">
        \(postCard(page.posts))
        \(if: page.owes, owedCard)
        \(when: !page.earlier.rows.isEmpty, postCard(page.earlier))
        \(when: !page.history.isEmpty, historyCard(page, words))
        </div>
        """
}

func agencyPeopleView(_ page: AgencyPeoplePage) -> HTML {
    let words = Words("People", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div>\(linkLine(page.links))</div>
        <div class="stack">
        \(postCard(page.posts))
        \(when: !page.earlier.rows.isEmpty, postCard(page.earlier))
        </div>
        """
}

private func historyCard(_ page: PersonPage, _ words: Words) -> HTML {
    """
    <section class="card"><h2>\(words["history"])</h2>\(historyList(page.history))</section>
    """
}

private func postCard(_ table: PostTable) -> HTML {
    guard !table.rows.isEmpty else {
        return """
            <section class="card"><h2>\(table.caption)</h2><p class="none">\(table.none)</p></section>

            """
    }
    return """
        <section class="card"><div class="scroll"><table class="rowed"><caption>\(table.caption)</caption>
        <thead><tr>\(each: table.headings, heading)</tr></thead>
        <tbody>\(each: table.rows, { postRow($0, table.headings) })</tbody></table></div></section>

        """
}

private func postRow(_ row: PostTable.Row, _ headings: [String]) -> HTML {
    let texts = [row.post, row.role, row.areas, row.held, row.basis]
    return """
        <tr><th scope="row">\(linkView(row.title))</th>\
        \(each: zip(texts, headings.dropFirst()), { cell($0.0, $0.1) })<td>\(linkLine(row.links))</td></tr>

        """
}

private func cell(_ text: String, _ heading: String) -> HTML {
    guard !text.isEmpty else { return "<td></td>" }
    return """
        <td data-of="\(heading)">\(text)</td>
        """
}

private func heading(_ text: String) -> HTML {
    guard !text.isEmpty else { return "<td></td>" }
    return """
        <th scope="col">\(text)</th>
        """
}

func owedCard(_ table: OwedTable) -> HTML {
    guard !table.rows.isEmpty else {
        return """
            <section class="card"><h2>\(table.caption)</h2><p class="none">\(table.none)</p></section>

            """
    }
    return """
        <section class="card"><div class="scroll"><table class="rowed"><caption>\(table.caption)</caption>
        <thead><tr>\(each: table.headings, heading)</tr></thead>
        <tbody>\(each: table.rows, { owedRow($0, table.headings) })</tbody></table></div></section>

        """
}

private func owedRow(_ row: OwedTable.Row, _ headings: [String]) -> HTML {
    """
    <tr><th scope="row">\(linkView(row.title))</th><td data-of="\(headings[1])">\(row.kind)</td>\
    <td data-of="\(headings[2])">\(linkView(row.agency))</td><td data-of="\(headings[3])">\(row.due)</td>\
    <td>\(badgeView(row.badge))</td></tr>

    """
}
