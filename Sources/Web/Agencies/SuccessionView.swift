import Markup

func successionView(_ page: SuccessionPage) -> HTML {
    let words = Words("Agencies", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div></div>
        <div class="stack">
        <section class="card"><h2>\(words["suggested"])</h2>
        \(when: page.suggestions.isEmpty, "<p class=\"none\">\(words["suggested-none"])</p>")\
        <ul class="rows">\(each: page.suggestions, { suggestion($0, page.token, words) })</ul>\
        \(if: page.pager, pagerView)</section>
        \(addForm(page, words))
        \(confirmedTable(page.confirmed, words))
        </div>
        """
}

private func suggestion(_ link: SuccessionPage.Suggestion, _ token: String, _ words: Words) -> HTML
{
    """
    <li><form method="post" action="\(link.confirmPath)">\(tokenField(token))
    <div class="pair"><div>\(agency(link.from))</div><span class="arrow" aria-hidden="true">→</span><div>\(agency(link.to))</div></div>
    <p class="soft">\(words("because", ["reason": link.reason]))</p>
    <div class="form">\(each: link.fields, fieldView)
    <div class="actions"><button class="main">\(words["confirm"])</button>\
    <button class="refuse" formaction="\(link.rejectPath)" formnovalidate="">\(words["reject"])</button></div></div></form></li>

    """
}

private func agency(_ agency: SuccessionPage.Body) -> HTML {
    """
    <b>\(linkView(agency.name))</b><small>\(agency.detail)</small>
    """
}

private func addForm(_ page: SuccessionPage, _ words: Words) -> HTML {
    """
    <details class="card"\(attribute: "open", when: !page.addProblems.isEmpty)><summary>\(words["succession-add"])</summary>
    \(problemSummary(page.addProblems, heading: words["problems"]))
    <form method="post" action="\(page.addPath)">\(tokenField(page.token))<div class="form">\(each: page.addFields, fieldView)
    <div class="actions"><button class="main">\(words["save"])</button></div></div></form></details>

    """
}

private func confirmedTable(_ links: [SuccessionPage.Confirmed], _ words: Words) -> HTML? {
    guard !links.isEmpty else { return nil }
    return """
        <section class="card"><h2>\(words["confirmed"])</h2>
        <div class="scroll"><table class="rowed"><caption class="unseen">\(words["confirmed"])</caption>
        <thead><tr><th scope="col">\(words["from"])</th><th scope="col">\(words["kind"])</th><th scope="col">\(words["to"])</th>\
        <th scope="col">\(words["day"])</th><th scope="col">\(words["document"])</th></tr></thead>
        <tbody>\(each: links, confirmedRow)</tbody></table></div></section>
        """
}

private func confirmedRow(_ link: SuccessionPage.Confirmed) -> HTML {
    """
    <tr><th scope="row">\(linkView(link.from))</th><td>\(link.kind)</td><td>\(linkView(link.to))</td>\
    <td>\(link.day)</td><td>\(link.document)</td></tr>

    """
}
