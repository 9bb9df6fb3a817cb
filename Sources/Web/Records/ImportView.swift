import Markup

func importView(_ page: ImportPage) -> HTML {
    let words = Words("Records", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div>\(linkLine(page.links))</div>
        <div class="stack">
        \(if: page.result, { outcome($0, page.token, words) })
        <form class="card" method="post" action="\(page.path)" enctype="multipart/form-data">\(tokenField(page.token))
        <div class="form">\(each: page.fields, fieldView)
        <div class="actions"><button class="main">\(words["dry-run"])</button> <span class="soft">\(words["dry-run-hint"]) \(words["secret"])</span></div>
        </div></form>
        \(columnTable(page.columns, words))
        </div>
        """
}

private func outcome(_ result: ImportPage.Outcome, _ token: String, _ words: Words) -> HTML {
    """
    <section class="card" aria-labelledby="outcome"><h2 id="outcome">\(result.summary)</h2>
    <ul class="parts">\(each: result.counts, { "<li><b>\($0.count)</b><span>\($0.name)</span></li>" })</ul>
    \(problemTable(result, words))
    \(noticeList(result.notices, words))
    \(if: result.preview, previewTable)
    \(if: result.confirm, { confirmForm($0, token) })</section>

    """
}

private func problemTable(_ result: ImportPage.Outcome, _ words: Words) -> HTML? {
    guard !result.problems.isEmpty else { return nil }
    return """
        <div class="notice broken"><div class="scroll"><table class="rowed"><caption>\(words["problems"])</caption>
        <thead><tr><th scope="col">\(words["row"])</th><th scope="col">\(words["column"])</th>\
        <th scope="col">\(words["problem"])</th></tr></thead>
        <tbody>\(each: result.problems, { problem($0, words) })</tbody></table></div>\
        \(if: result.more, { "<p>\($0)</p>" })</div>

        """
}

private func problem(_ problem: ImportPage.Problem, _ words: Words) -> HTML {
    """
    <tr><th scope="row">\(words["row"]) \(problem.row)</th><td data-of="\(words["column"])"><code>\(problem.column)</code></td>\
    <td>\(problem.message)</td></tr>

    """
}

private func noticeList(_ notices: [String], _ words: Words) -> HTML? {
    guard !notices.isEmpty else { return nil }
    return """
        <div class="notice at-risk"><h3>\(words["notices"])</h3><ul>\(each: notices, { "<li>\($0)</li>" })</ul></div>

        """
}

private func previewTable(_ preview: ImportPage.Preview) -> HTML {
    """
    <div class="scroll" tabindex="0" role="region" aria-label="\(preview.caption)"><table><caption>\(preview.caption)</caption>
    <thead><tr>\(each: preview.headings, { "<th scope=\"col\">\($0)</th>" })</tr></thead>
    <tbody>\(each: preview.rows, previewRow)</tbody></table></div>
    """
}

private func previewRow(_ cells: [String]) -> HTML {
    """
    <tr>\(each: cells, { "<td>\($0)</td>" })</tr>

    """
}

private func confirmForm(_ confirm: ImportPage.Confirm, _ token: String) -> HTML {
    """
    <form method="post" action="\(confirm.path)">\(tokenField(token))\(each: confirm.hidden, hiddenField)
    <div class="actions"><button class="main">\(confirm.label)</button></div></form>
    """
}

private func columnTable(_ columns: [ImportPage.Column], _ words: Words) -> HTML {
    """
    <section class="card"><h2>\(words["columns"])</h2>
    <div class="scroll"><table class="rowed"><caption>\(words["columns-hint"])</caption>
    <thead><tr><th scope="col">\(words["column"])</th><th scope="col">\(words["heading"])</th>\
    <th scope="col">\(words["needed"])</th><th scope="col">\(words["takes"])</th></tr></thead>
    <tbody>\(each: columns, { column($0, words) })</tbody></table></div></section>

    """
}

private func column(_ column: ImportPage.Column, _ words: Words) -> HTML {
    """
    <tr><th scope="row"><code>\(column.key)</code></th><td>\(column.heading)</td>\
    <td>\(column.isRequired ? words["required"] : words["optional"])</td><td>\(column.takes)</td></tr>

    """
}
