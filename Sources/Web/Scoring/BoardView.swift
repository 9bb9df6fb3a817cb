import Markup

func boardView(_ page: BoardPage, crumbs: String, label: String, refresh: HTML) -> HTML {
    """
    \(crumbsView(page.crumbs, label: crumbs))
    <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div>\(linkLine(page.links))</div>
    <div class="stack">
    \(if: page.caveat, { "<p class=\"notice at-risk\">\($0)</p>" })
    \(scoreCards(page.cards, label))
    <section class="card">\(when: page.rows.isEmpty, "<p class=\"none\">\(page.none)</p>")\
    \(when: !page.rows.isEmpty, scoreTable(page.caption, page.headings, page.rows))</section>
    \(refresh)</div>
    """
}

func scoreCards(_ cards: [BoardPage.Card], _ label: String) -> HTML? {
    guard !cards.isEmpty else { return nil }
    return """
        <ul class="score-cards" aria-label="\(label)">\(each: cards, card)</ul>
        """
}

private func card(_ card: BoardPage.Card) -> HTML {
    """
    <li><span>\(card.name)</span> <b>\(card.figure)</b> <small>\(card.detail)</small></li>
    """
}

func scoreTable(
    _ caption: String, _ headings: [BoardPage.Heading], _ rows: [[BoardPage.Cell]]
) -> HTML {
    """
    <div class="scroll"><table class="rowed"><caption>\(caption)</caption>
    <thead><tr>\(each: headings, heading)</tr></thead>
    <tbody>\(each: rows, { row($0, headings) })</tbody></table></div>
    """
}

private func heading(_ heading: BoardPage.Heading) -> HTML {
    """
    <th scope="col"\(attribute: "class", heading.isNumber ? "n" : nil)\(attribute: "aria-sort", heading.order)>\
    \(linkView(Link(heading.text, heading.path)))</th>
    """
}

private func row(_ cells: [BoardPage.Cell], _ headings: [BoardPage.Heading]) -> HTML {
    """
    <tr>\(if: cells.first, { "<th scope=\"row\">\(content($0))</th>" })\(each: zip(cells, headings).dropFirst(), cell)</tr>

    """
}

private func cell(_ cell: BoardPage.Cell, _ heading: BoardPage.Heading) -> HTML {
    """
    <td\(attribute: "class", heading.isNumber ? "n" : nil) data-of="\(heading.text)">\(content(cell))</td>
    """
}

private func content(_ cell: BoardPage.Cell) -> HTML {
    """
    \(if: cell.badge, badgeView)\(linkView(Link(cell.text, cell.path)))\(if: cell.detail, { " <small class=\"soft\">\($0)</small>" })
    """
}
