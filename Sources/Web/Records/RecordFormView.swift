import Domain
import Markup

func recordFormView(_ page: RecordFormPage) -> HTML {
    let words = Words("Records", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head"><div><h1>\(page.title)</h1>\(if: page.lede, { "<p class=\"lede\">\($0)</p>" })</div></div>
        <div class="stack">
        \(problemSummary(page.problems, heading: words["form-problems"]))
        \(if: page.conflict, { conflictTable($0, words) })
        <form class="card" method="post" action="\(page.path)" enctype="multipart/form-data">\
        \(tokenField(page.token))\(each: page.hidden, hiddenField)
        \(each: page.groups, group)
        <div class="actions"><button class="main">\(page.saveLabel)</button>\
        <a class="button" href="\(page.cancelPath)">\(words["cancel"])</a></div></form>
        \(if: page.withdraw, { withdrawForm($0, page.token) })
        \(historyCard(page.history, page.language, words))
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

private func conflictTable(_ conflict: RecordFormPage.Conflict, _ words: Words) -> HTML {
    """
    <section class="notice at-risk" role="alert"><h2>\(conflict.message)</h2>
    <div class="scroll"><table class="rowed"><caption class="unseen">\(conflict.message)</caption>
    <thead><tr><th scope="col">\(words["field"])</th><th scope="col">\(words["theirs"])</th>\
    <th scope="col">\(words["yours"])</th></tr></thead>
    <tbody>\(each: conflict.rows, { conflictRow($0, words) })</tbody></table></div></section>

    """
}

private func conflictRow(_ row: RecordFormPage.Conflict.Row, _ words: Words) -> HTML {
    """
    <tr><th scope="row">\(row.field)</th><td data-of="\(words["theirs"])">\(row.theirs)</td>\
    <td data-of="\(words["yours"])">\(row.yours)</td></tr>

    """
}

private func withdrawForm(_ withdraw: RecordFormPage.Withdraw, _ token: String) -> HTML {
    """
    <details class="card"><summary>\(withdraw.label)…</summary>
    <form method="post" action="\(withdraw.path)">\(tokenField(token))<div class="form">\(fieldView(withdraw.reason))
    <div class="actions"><button class="refuse">\(withdraw.label)</button></div></div></form></details>

    """
}

private func historyCard(_ entries: [HistoryEntry], _ language: Language, _ words: Words) -> HTML? {
    guard !entries.isEmpty else { return nil }
    return """
        <section class="card"><h2>\(words["history"])</h2>\(historyList(entries, language))</section>
        """
}
