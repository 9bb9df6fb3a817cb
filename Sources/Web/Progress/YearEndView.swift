import Markup

func yearEndView(_ page: YearEndPage) -> HTML {
    let words = Words("Progress", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div>\
        \(viewChoices(page.sources, label: words["sources"]))</div>
        \(problemSummary(page.problems, heading: page.problemsHeading))
        <div class="cols"><div class="stack"><section class="card"><h2>\(page.caption)</h2>
        \(when: page.rows.isEmpty, "<p class=\"none\">\(page.none)</p>")\
        \(when: !page.rows.isEmpty, rollForm(page, words))</section></div>
        <aside class="stack"><section class="card"><h2>\(words["outcomes"])</h2>
        <dl class="facts">\(each: page.sums, factView)</dl>
        \(if: page.closing, closingForm)</section></aside></div>
        """
}

private func closingForm(_ closing: YearEndPage.Closing) -> HTML {
    """
    <form method="post" action="\(closing.path)">\(tokenField(closing.token))<p class="hint">\(closing.text)</p>\
    <div class="actions"><button>\(closing.button)</button></div></form>
    """
}

/// The table, in a form where something may be rolled over.
private func rollForm(_ page: YearEndPage, _ words: Words) -> HTML {
    guard let roll = page.roll else { return table(page, words) }
    return """
        <form method="post" action="\(roll.path)">\(tokenField(roll.token))\(each: roll.hidden, hiddenField)
        \(table(page, words))
        <div class="form">\(fieldView(roll.due))<div class="actions"><button class="main">\(roll.button)</button></div></div></form>
        """
}

private func table(_ page: YearEndPage, _ words: Words) -> HTML {
    """
    <div class="scroll"><table class="rowed"><caption class="unseen">\(page.caption)</caption>
    <thead><tr>\(each: page.headings, { "<th scope=\"col\">\($0)</th>" })</tr></thead>
    <tbody>\(each: page.rows, { row($0, page) })</tbody></table></div>
    """
}

private func row(_ row: YearEndPage.Row, _ page: YearEndPage) -> HTML {
    """
    <tr><th scope="row">\(when: page.roll != nil, tick(row))\(linkView(row.task))</th>\
    <td data-of="\(page.headings[1])">\(row.lead)</td><td data-of="\(page.headings[2])">\(row.due)</td>\
    <td data-of="\(page.headings[3])">\(badgeView(row.badge))</td>\
    <td data-of="\(page.headings[4])">\(linkView(row.closing))</td></tr>

    """
}

private func tick(_ row: YearEndPage.Row) -> HTML {
    """
    <input type="checkbox" name="task" value="\(row.code)" aria-label="\(row.label)"\(attribute: "checked", when: row.isChosen)> 
    """
}
