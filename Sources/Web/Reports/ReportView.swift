import Markup

func reportView(_ page: ReportPage) -> HTML {
    let words = Words("Reports", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head noprint"><div><h1>\(page.title)</h1><p>\(badgeView(page.badge)) <span class="soft">\(page.lede)</span></p></div>\
        \(linkLine(page.files))</div>
        <div class="stack">
        \(problemSummary(page.problems, heading: words["problems"]))
        \(if: page.changes, { changes($0, words) })
        <div class="card paper" lang="vi">\(paper(page.document))</div>
        \(if: page.differences, { differences($0, words) })
        \(if: page.edit, { editForm($0, page.names, words) })
        \(if: page.addAnnex, form)
        \(if: page.sign, form)
        \(if: page.compare, form)
        \(if: page.pdfNote, { "<p class=\"small soft noprint\">\($0)</p>" })
        \(history(page, words))
        </div>
        """
}

private func history(_ page: ReportPage, _ words: Words) -> HTML? {
    guard !page.history.isEmpty else { return nil }
    return """
        <section class="card noprint"><h2>\(words["history"])</h2>\(historyList(page.history, page.language))</section>
        """
}

private func changes(_ changes: ReportPage.Changes, _ words: Words) -> HTML {
    """
    <section class="card noprint"><h2>\(changes.summary)</h2>\
    \(when: !changes.rows.isEmpty, changeTable(changes, words))</section>

    """
}

private func changeTable(_ changes: ReportPage.Changes, _ words: Words) -> HTML {
    """
    <div class="scroll"><table class="rowed"><caption class="unseen">\(changes.summary)</caption>
    <thead><tr><th scope="col">\(words["figure"])</th><th scope="col" class="n">\(words["then"])</th>\
    <th scope="col" class="n">\(words["now"])</th></tr></thead>
    <tbody>\(each: changes.rows, { row in change(row.name, row.then, row.now, words) })</tbody></table></div>
    """
}

private func change(_ name: String, _ then: Link, _ now: String, _ words: Words) -> HTML {
    """
    <tr><th scope="row">\(name)</th><td class="n" data-of="\(words["then"])">\(linkView(then))</td>\
    <td class="n" data-of="\(words["now"])">\(now)</td></tr>

    """
}

private func differences(_ differences: ReportPage.Differences, _ words: Words) -> HTML {
    """
    <section class="card noprint"><h2>\(differences.summary)</h2>\
    \(when: !differences.rows.isEmpty, differenceTable(differences, words))</section>

    """
}

private func differenceTable(_ differences: ReportPage.Differences, _ words: Words) -> HTML {
    """
    <div class="scroll" tabindex="0" role="region" aria-label="\(differences.summary)"><table class="rowed"><caption class="unseen">\(differences.summary)</caption>
    <thead><tr><th scope="col">\(words["agency"])</th><th scope="col">\(words["subject"])</th>\
    <th scope="col">\(words["written"])</th><th scope="col">\(words["counted"])</th></tr></thead>
    <tbody>\(each: differences.rows, { differenceRow($0, words) })</tbody></table></div>
    """
}

private func differenceRow(_ cells: [String], _ words: Words) -> HTML {
    let names = ["agency", "subject", "written", "counted"].map { words[$0] }
    return """
        <tr><th scope="row">\(cells[0])</th>\(each: zip(cells, names).dropFirst(), { "<td data-of=\"\($0.1)\">\($0.0)</td>" })</tr>

        """
}

private func form(_ form: ReportPage.Form) -> HTML {
    """
    <details class="card noprint"><summary>\(form.heading)</summary>\
    <form method="post" action="\(form.path)" enctype="multipart/form-data">\(tokenField(form.token))\(each: form.hidden, hiddenField)
    \(if: form.hint, { "<p class=\"hint\">\($0)</p>" })
    <div class="form">\(each: form.fields, fieldView)<div class="actions"><button class="main">\(form.label)</button></div></div></form></details>

    """
}

private func editForm(_ form: ReportPage.Form, _ names: [ReportPage.NameRow], _ words: Words)
    -> HTML
{
    """
    <details class="card noprint"><summary>\(form.heading)</summary>\
    <form method="post" action="\(form.path)" enctype="multipart/form-data">\(tokenField(form.token))\(each: form.hidden, hiddenField)
    \(if: form.hint, { "<p class=\"hint\">\($0)</p>" })
    <div class="form">\(each: form.fields, fieldView)<div class="actions"><button class="main">\(form.label)</button></div></div></form>
    \(nameTable(names, words))</details>

    """
}

/// Every name that a text may hold, with what it stands for.
func nameTable(_ names: [ReportPage.NameRow], _ words: Words) -> HTML {
    """
    <div class="scroll" tabindex="0" role="region" aria-label="\(words["names"])"><table class="rowed"><caption>\(words["names"])</caption>
    <thead><tr><th scope="col">\(words["name"])</th><th scope="col">\(words["meaning"])</th>\
    <th scope="col">\(words["formula"])</th></tr></thead>
    <tbody>\(each: names, { nameRow($0, words) })</tbody></table></div>
    """
}

private func nameRow(_ row: ReportPage.NameRow, _ words: Words) -> HTML {
    """
    <tr><th scope="row"><code>\(row.name)</code></th><td data-of="\(words["meaning"])">\(row.title)</td>\
    <td data-of="\(words["formula"])">\(row.formula)</td></tr>

    """
}
