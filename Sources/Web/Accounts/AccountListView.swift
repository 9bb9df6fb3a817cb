import Markup

func accountListView(_ page: AccountListPage) -> HTML {
    let words = Words("Accounts", page.language)
    let find = Field(name: "find", label: words["find"], value: page.find)
    return """
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div>\(linkLine(page.links))</div>
        <section class="card">
        <form class="filter" method="get" action="\(page.findPath)">\(fieldView(find))<button>\(words["show"])</button></form>
        \(when: page.rows.isEmpty, "<p class=\"none\">\(words["no-accounts"])</p>")\
        \(when: !page.rows.isEmpty, table(page, words))
        \(if: page.pager, pagerView)</section>
        """
}

private func table(_ page: AccountListPage, _ words: Words) -> HTML {
    """
    <div class="scroll"><table class="rowed"><thead><tr><th scope="col">\(words["name"])</th>\
    <th scope="col">\(words["login"])</th><th scope="col">\(words["body"])</th><th scope="col">\(words["roles"])</th>\
    <th scope="col">\(words["state"])</th><th scope="col">\(words["seen"])</th></tr></thead>
    <tbody>\(each: page.rows, { row($0, words) })</tbody></table></div>
    """
}

private func row(_ row: AccountListPage.Row, _ words: Words) -> HTML {
    """
    <tr><th scope="row">\(linkView(row.name))</th><td data-of="\(words["login"])">\(row.login)</td>\
    <td data-of="\(words["body"])">\(row.body)</td><td data-of="\(words["roles"])">\(row.roles)</td>\
    <td>\(badgeView(row.state))</td><td class="nowrap" data-of="\(words["seen"])">\(row.seen)</td></tr>

    """
}

func accountView(_ page: AccountPage) -> HTML {
    let words = Words("Accounts", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(badgeView(page.state))</p></div></div>
        \(problemSummary(page.problem.map { [$0] } ?? [], heading: words["not-done"]))
        <div class="two"><section class="card"><h2>\(words["account"])</h2><dl class="facts">\
        \(each: page.facts, { factView($0.name, $0.value) })</dl></section>
        <section class="card"><h2>\(words["actions"])</h2>\(when: !page.fields.isEmpty, details(page, words))\(each: page.actions, { action($0, page.token, words) })</section>
        <section class="card wide"><h2>\(words["history"])</h2><ol class="history">\(each: page.history, entry)</ol></section></div>
        """
}

private func details(_ page: AccountPage, _ words: Words) -> HTML {
    """
    <details\(attribute: "open", when: page.fields.contains { !$0.problems.isEmpty })><summary>\(words["correct"])</summary>
    <form method="post" action="\(page.path)">\(tokenField(page.token))
    <div class="form">\(each: page.fields, fieldView)<div class="actions"><button class="main">\(words["correct-save"])</button></div></div></form></details>

    """
}

private func action(_ action: AccountPage.Action, _ token: String, _ words: Words) -> HTML {
    let reason = Field(name: "reason", label: words["reason"], idPrefix: "\(action.key)-")
    return """
        <details><summary>\(action.title)</summary><p class="lede">\(action.detail)</p>
        <form method="post" action="\(action.path)">\(tokenField(token))
        <div class="form">\(when: action.takesReason, fieldView(reason))\
        <div class="actions"><button class="main">\(action.title)</button></div></div></form></details>

        """
}

private func entry(_ entry: HistoryEntry) -> HTML {
    """
    <li>\(entry.what)<br><small>\(entry.when) · \(entry.who)\(if: entry.reason, { " · \($0)" })</small></li>

    """
}
