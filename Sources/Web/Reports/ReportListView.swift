import Markup

func reportListView(_ page: ReportListPage) -> HTML {
    let words = Words("Reports", page.language)
    return """
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div>\(linkLine(page.links))</div>
        <div class="stack">
        \(problemSummary(page.problems, heading: words["problems"]))
        \(if: page.draft, draftForm)
        \(if: page.other, otherForm)
        <section class="card">\(when: page.rows.isEmpty, "<p class=\"none\">\(page.none)</p>")\
        \(when: !page.rows.isEmpty, reportTable(page, words))</section>
        </div>
        """
}

private func draftForm(_ draft: ReportListPage.Draft) -> HTML {
    """
    <form class="card" method="post" action="\(draft.path)" enctype="multipart/form-data"><h2>\(draft.heading)</h2>\(tokenField(draft.token))
    <div class="form">\(each: draft.fields, fieldView)<div class="actions"><button class="main">\(draft.label)</button> \
    <span class="soft">\(draft.hint)</span></div></div></form>

    """
}

private func otherForm(_ draft: ReportListPage.Draft) -> HTML {
    """
    <details class="card"><summary>\(draft.heading)</summary>\
    <form method="post" action="\(draft.path)" enctype="multipart/form-data">\(tokenField(draft.token))
    <p class="hint">\(draft.hint)</p><div class="form">\(each: draft.fields, fieldView)\
    <div class="actions"><button class="main">\(draft.label)</button></div></div></form></details>

    """
}

private func reportTable(_ page: ReportListPage, _ words: Words) -> HTML {
    """
    <div class="scroll"><table class="rowed"><caption>\(page.caption)</caption>
    <thead><tr><th scope="col">\(words["document"])</th><th scope="col">\(words["issuer"])</th>\
    <th scope="col">\(words["period"])</th><th scope="col">\(words["state"])</th>\
    <th scope="col">\(words["symbol"])</th></tr></thead>
    <tbody>\(each: page.rows, { reportRow($0, words) })</tbody></table></div>
    """
}

private func reportRow(_ row: ReportListPage.Row, _ words: Words) -> HTML {
    """
    <tr><th scope="row">\(linkView(row.document))</th><td data-of="\(words["issuer"])">\(row.issuer)</td>\
    <td data-of="\(words["period"])">\(row.period)</td><td data-of="\(words["state"])">\(badgeView(row.badge))</td>\
    <td data-of="\(words["symbol"])">\(row.symbol)</td></tr>

    """
}

func citedNumberView(_ page: CitedNumberPage) -> HTML {
    let words = Words("Reports", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head"><div><h1>\(page.title)</h1><p class="lede"><b>\(page.figure)</b></p></div></div>
        <div class="stack">
        <section class="card"><table class="rowed"><caption class="unseen">\(page.title)</caption><tbody>\
        \(each: page.facts, { fact in factRow(fact.name, Link(fact.text, fact.path)) })</tbody></table></section>
        \(when: !page.rows.isEmpty, numberRows(page, words))
        </div>
        """
}

private func factRow(_ name: String, _ text: Link) -> HTML {
    """
    <tr><th scope="row">\(name)</th><td>\(linkView(text))</td></tr>

    """
}

private func numberRows(_ page: CitedNumberPage, _ words: Words) -> HTML {
    """
    <section class="card"><div class="scroll"><table class="rowed"><caption>\(page.caption)</caption>
    <thead><tr><th scope="col">\(words["record"])</th><th scope="col">\(words["agency"])</th>\
    <th scope="col">\(words["day"])</th><th scope="col" class="n">\(words["value"])</th></tr></thead>
    <tbody>\(each: page.rows, { numberRow($0, words) })</tbody></table></div>\
    \(if: page.more, { "<p class=\"soft\">\($0)</p>" })</section>
    """
}

private func numberRow(_ row: CitedNumberPage.Row, _ words: Words) -> HTML {
    """
    <tr><th scope="row">\(linkView(row.record))</th><td data-of="\(words["agency"])">\(linkView(row.body))</td>\
    <td data-of="\(words["day"])">\(row.day)</td><td class="n" data-of="\(words["value"])">\(row.value)</td></tr>

    """
}
