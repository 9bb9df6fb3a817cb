import Markup

func dutyView(_ page: DutyPage) -> HTML {
    let words = Words("People", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div></div>
        <div class="stack">\(problemSummary(page.problems, heading: words["refused"]))
        \(when: page.rows.isEmpty, "<section class=\"card\"><p class=\"none\">\(page.none)</p></section>")\
        \(when: !page.rows.isEmpty, dutyForm(page, words))</div>
        """
}

private func dutyForm(_ page: DutyPage, _ words: Words) -> HTML {
    """
    <form class="card" method="post" action="\(page.path)">\(tokenField(page.token))
    <div class="scroll"><table class="rowed"><caption class="unseen">\(page.title)</caption>
    <thead><tr><th scope="col">\(words["what"])</th><th scope="col">\(words["kind"])</th>\
    <th scope="col">\(words["due"])</th><th scope="col">\(words["state"])</th>\
    <th scope="col">\(words["who"])</th></tr></thead>
    <tbody>\(each: page.rows, { dutyRow($0, words) })</tbody></table></div>
    <div class="form">\(fieldView(page.day))
    <div class="actions"><button class="main">\(words["save"])</button></div></div></form>
    """
}

private func dutyRow(_ row: DutyPage.Row, _ words: Words) -> HTML {
    """
    <tr><th scope="row">\(linkView(row.title))</th><td data-of="\(words["kind"])">\(row.kind)</td>\
    <td data-of="\(words["due"])">\(row.due)</td><td>\(badgeView(row.badge))</td>\
    <td class="bare-label">\(hiddenField(row.was))\(fieldView(row.who))</td></tr>

    """
}
