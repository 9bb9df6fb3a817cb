import Markup

func agencyPlanView(_ page: AgencyPlanPage) -> HTML {
    let words = Words("Plans", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head"><div><h1>\(page.title) \(badgeView(page.badge))</h1><p class="lede">\(page.lede)</p></div>\
        \(linkLine(page.links))</div>
        \(each: page.notices, noticeView)
        <div class="stack">
        \(if: page.declare, { formCard($0, page, words) })
        \(if: page.gaps, { gapCard($0, words) })
        \(if: page.targets, listCard)\(if: page.tasks, listCard)
        \(if: page.change, { changeCard($0, page.token, words) })</div>
        """
}

private func changeCard(
    _ card: AgencyPlanPage.FormCard, _ token: String, _ words: Words
) -> HTML {
    """
    <section class="card"><details\(attribute: "open", when: !card.problems.isEmpty)>\
    <summary>\(card.heading)</summary>\(declareForm(card, token, words))</details></section>

    """
}

private func formCard(
    _ card: AgencyPlanPage.FormCard, _ page: AgencyPlanPage, _ words: Words
) -> HTML {
    """
    <section class="card"><h2>\(card.heading)</h2>\(declareForm(card, page.token, words))
    \(if: page.draftPath, { draftForm($0, page.token, words) })</section>

    """
}

private func declareForm(
    _ card: AgencyPlanPage.FormCard, _ token: String, _ words: Words
) -> HTML {
    """
    \(problemSummary(card.problems, heading: words["refused"]))
    <form method="post" action="\(card.path)" enctype="multipart/form-data">\(tokenField(token))
    <div class="form">\(each: card.fields, fieldView)<div class="actions"><button class="main">\(card.button)</button></div></div></form>
    """
}

private func draftForm(_ path: String, _ token: String, _ words: Words) -> HTML {
    """
    <div class="or"><p class="hint">\(words["draft-hint"])</p>
    <form method="post" action="\(path)">\(tokenField(token))<button>\(words["draft"])</button></form></div>
    """
}

func gapCard(_ table: GapTable, _ words: Words) -> HTML {
    """
    <section class="card" id="gaps"><div class="title"><h2>\(table.heading)</h2>\(linkLine(table.files))</div>
    <div class="scroll"><table class="rowed"><caption>\(table.summary)</caption>
    <thead><tr><th scope="col">\(words["asked"])</th><th scope="col">\(words["own"])</th>\
    <th scope="col">\(words["found"])</th></tr></thead>
    <tbody>\(each: table.rows, { gapRow($0, words) })</tbody></table></div></section>

    """
}

private func gapRow(_ row: GapTable.Row, _ words: Words) -> HTML {
    """
    <tr><th scope="row">\(linkView(row.code)) \(row.asked)</th>\
    <td data-of="\(words["own"])">\(row.own)</td>\
    <td data-of="\(words["found"])">\(each: row.badges, { "\(badgeView($0)) " })\
    \(when: !row.explanation.isEmpty, "<small class=\"kind\">\(row.explanation)</small>")</td></tr>

    """
}

private func listCard(_ list: RecordListPage) -> HTML {
    """
    <section class="card"><h2>\(list.title)</h2>\(when: list.rows.isEmpty, "<p class=\"none\">\(list.none)</p>")\
    \(when: !list.rows.isEmpty, recordTable(list))</section>

    """
}
