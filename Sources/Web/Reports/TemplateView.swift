import Markup

func templateListView(_ page: TemplateListPage) -> HTML {
    let words = Words("Reports", page.language)
    return """
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div>\(linkLine(page.actions))</div>
        <section class="card">
        \(if: page.usualLabel, { usualForm(page, $0) })
        \(when: !page.rows.isEmpty, templateTable(page, words))</section>
        """
}

private func usualForm(_ page: TemplateListPage, _ label: String) -> HTML {
    """
    <form method="post" action="\(page.path)">\(tokenField(page.token))<input type="hidden" name="usual" value="1">\
    <div class="actions"><button class="main">\(label)</button></div></form>
    """
}

private func templateTable(_ page: TemplateListPage, _ words: Words) -> HTML {
    """
    <div class="scroll"><table class="rowed"><caption class="unseen">\(page.title)</caption>
    <thead><tr><th scope="col">\(words["template"])</th><th scope="col">\(words["use"])</th>\
    <th scope="col">\(words["kind"])</th><th scope="col">\(words["source"])</th></tr></thead>
    <tbody>\(each: page.rows, { row in templateRow([row.use, row.kind, row.source], row.title, words) })</tbody></table></div>
    """
}

private func templateRow(_ cells: [String], _ title: Link, _ words: Words) -> HTML {
    let names = ["use", "kind", "source"].map { words[$0] }
    return """
        <tr><th scope="row">\(linkView(title))</th>\(each: zip(cells, names), { "<td data-of=\"\($0.1)\">\($0.0)</td>" })</tr>

        """
}

func templateFormView(_ page: TemplateFormPage) -> HTML {
    let words = Words("Reports", page.form.language)
    return """
        \(recordFormView(page.form))
        <section class="card">\(nameTable(page.names, words))</section>
        """
}
