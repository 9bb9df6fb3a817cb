import Markup

func submissionBoardView(_ page: SubmissionBoardPage) -> HTML {
    let words = Words("Submissions", page.language)
    return """
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div>\
        \(viewChoices(page.periods, label: words["periods"]))</div>
        \(problemSummary(page.problems, heading: words["refused"]))
        <ul class="tally">\(each: page.tallies, tallyItem)</ul>
        <section class="card"><div class="title">\(linkLine(page.links))\(linkLine(page.files))</div>
        \(filterForm(page.filter, Words("Records", page.language)))
        \(when: page.rows.isEmpty, "<p class=\"none\">\(page.none)</p>")\
        \(when: !page.rows.isEmpty, board(page, words))</section>
        """
}

private func board(_ page: SubmissionBoardPage, _ words: Words) -> HTML {
    guard let decisions = page.decisions else { return boardTable(page, words) }
    return """
        <form method="post" action="\(decisions.path)">\(tokenField(decisions.token))
        \(boardTable(page, words))
        <div class="form decide">\(fieldView(decisions.reason))<div class="actions">\
        <button class="main" name="decision" value="accepted">\(words["accept"])</button>\
        <button class="refuse" name="decision" value="returned">\(words["return"])</button></div></div></form>
        """
}

private func boardTable(_ page: SubmissionBoardPage, _ words: Words) -> HTML {
    """
    <div class="scroll"><table class="rowed board"><caption>\(page.caption)</caption><thead><tr>\
    \(when: page.decisions != nil, "<td></td>")\
    <th scope="col">\(words["agency"])</th><th scope="col">\(words["state"])</th>\
    <th scope="col">\(words["timing"])</th><th scope="col">\(words["document"])</th>\
    <th scope="col">\(words["rounds"])</th></tr></thead>
    <tbody>\(each: page.rows, { boardRow($0, page.decisions != nil, words) })</tbody></table></div>
    """
}

private func boardRow(_ row: SubmissionBoardPage.Row, _ decides: Bool, _ words: Words) -> HTML {
    """
    <tr>\(when: decides, "<td class=\"box\">\(if: row.choice, { box($0, row) })</td>")\
    <th scope="row">\(linkView(row.name))</th>\
    <td>\(each: row.badges, { "\(badgeView($0)) " })</td>\
    <td class="timing" data-of="\(words["timing"])">\(row.timing)</td>\
    \(cell(row.document, words["document"]))\(cell(row.rounds, words["rounds"]))</tr>

    """
}

private func cell(_ text: String, _ heading: String) -> HTML {
    if text.isEmpty { return "<td></td>" }
    return """
        <td data-of="\(heading)">\(text)</td>
        """
}

private func box(_ choice: String, _ row: SubmissionBoardPage.Row) -> HTML {
    """
    <input type="checkbox" name="agency" value="\(choice)" aria-label="\(row.chooseLabel)"\
    \(attribute: "checked", when: row.isChosen)>
    """
}
