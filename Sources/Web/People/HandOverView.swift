import Markup

func handOverView(_ page: HandOverPage) -> HTML {
    let words = Words("People", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div></div>
        <div class="stack">\(problemSummary(page.problems, heading: words["refused"]))
        <form class="card" method="post" action="\(page.path)">\(tokenField(page.token))\(each: page.hidden, hiddenField)
        <div class="form">\(each: page.fields, fieldView)</div>
        \(movingTable(page, words))
        <div class="actions"><button class="main">\(words["hand-over"])</button></div></form></div>
        """
}

private func movingTable(_ page: HandOverPage, _ words: Words) -> HTML {
    guard !page.rows.isEmpty else { return "<p class=\"none\">\(page.none)</p>" }
    return """
        <h2>\(page.caption)</h2>
        <div class="scroll"><table class="rowed"><caption class="unseen">\(page.caption)</caption>
        <thead><tr><th scope="col">\(words["moves"])</th><th scope="col">\(words["kind"])</th>\
        <th scope="col">\(words["due"])</th><th scope="col">\(words["state"])</th></tr></thead>
        <tbody>\(each: page.rows, { movingRow($0, words) })</tbody></table></div>
        """
}

private func movingRow(_ row: HandOverPage.Row, _ words: Words) -> HTML {
    """
    <tr><td>\(fieldView(row.tick))</td><td data-of="\(words["kind"])">\(row.kind)</td>\
    <td data-of="\(words["due"])">\(row.due)</td><td>\(badgeView(row.badge))</td></tr>

    """
}
