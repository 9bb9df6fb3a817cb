import Markup

func recordFormView(_ page: RecordFormPage) -> HTML {
    let words = Words("Records", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head"><div><h1>\(page.title)</h1>\(if: page.lede, { "<p class=\"lede\">\($0)</p>" })</div></div>
        <div class="stack">
        \(problemSummary(page.problems, heading: words["form-problems"]))
        \(if: page.conflict, { conflictTable($0, page.language) })
        <form class="card" method="post" action="\(page.path)" enctype="multipart/form-data">\
        \(tokenField(page.token))\(each: page.hidden, hiddenField)
        \(each: page.groups, group)
        \(if: page.saveLabel, { saveButtons($0, page, words) })</form>
        \(if: page.withdraw, { withdrawForm($0, page.token) })
        \(historyCard(page.history, words))
        </div>
        """
}

private func group(_ group: RecordFormPage.Group) -> HTML {
    guard let heading = group.heading else {
        return """
            <div class="form">\(each: group.fields, fieldView)</div>
            """
    }
    return """
        <fieldset class="group"><legend>\(heading)</legend><div class="form">\(each: group.fields, fieldView)</div></fieldset>
        """
}

private func saveButtons(_ label: String, _ page: RecordFormPage, _ words: Words) -> HTML {
    """
    <div class="actions"><button class="main">\(label)</button>\
    <a class="button" href="\(page.cancelPath)">\(words["cancel"])</a></div>
    """
}

private func withdrawForm(_ withdraw: RecordFormPage.Withdraw, _ token: String) -> HTML {
    """
    <details class="card"><summary>\(withdraw.label)…</summary>
    <form method="post" action="\(withdraw.path)">\(tokenField(token))<div class="form">\(fieldView(withdraw.reason))
    <div class="actions"><button class="refuse">\(withdraw.label)</button></div></div></form></details>

    """
}

private func historyCard(_ entries: [HistoryEntry], _ words: Words) -> HTML? {
    guard !entries.isEmpty else { return nil }
    return """
        <section class="card"><h2>\(words["history"])</h2>\(historyList(entries))</section>
        """
}
