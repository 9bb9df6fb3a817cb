import Markup

func reportFormView(_ page: ReportFormPage) -> HTML {
    let words = Words("Submissions", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div></div>
        <div class="stack">\(problemSummary(page.problems, heading: words["form-problems"]))
        \(if: page.conflict, { conflictTable($0, page.language) })
        <p class="notice draft" role="status" data-state="">\(badgeView(page.state.badge)) <span>\(page.state.text)</span></p>
        \(each: page.notes, { "<p class=\"notice\">\($0)</p>" })
        \(if: page.closed, { "<p class=\"notice broken\" role=\"alert\">\($0)</p>" })
        \(if: page.form, { reportForm($0, words) })</div>
        """
}

private func reportForm(_ form: ReportFormPage.Form, _ words: Words) -> HTML {
    """
    <form class="stack report" method="post" action="\(form.draftPath)" data-autosave="\(form.draftPath)" \
    data-saved="\(form.autosave.saved)" data-failed="\(form.autosave.failed)">\
    \(tokenField(form.token))\(hiddenField(HiddenField(name: "draft_version", value: form.draftVersion)))\
    \(each: form.hidden, hiddenField)
    <section class="card">\(fieldView(form.nothingArose))</section>
    \(when: !form.tasks.isEmpty, lines(form.tasks, words["tasks"], words["no-tasks"], words))\
    \(when: form.tasks.isEmpty, "<section class=\"card\"><p class=\"none\">\(words["no-tasks"])</p></section>")
    \(when: !form.measures.isEmpty, lines(form.measures, words["measures"], "", words))
    <section class="card"><h2>\(words["remarks"])</h2><div class="form">\(each: form.remarks, fieldView)</div></section>
    <section class="card send"><p class="soft">\(form.sendHint)</p><div class="actions">\
    <button>\(words["save-draft"])</button>\
    \(if: form.readyLabel, { "<button name=\"ready\" value=\"1\">\($0)</button>" })\
    \(when: form.maySend, sendButton(form))</div></section></form>
    """
}

private func sendButton(_ form: ReportFormPage.Form) -> HTML {
    """
    <button class="main" formaction="\(form.sendPath)">\(form.sendLabel)</button>
    """
}

private func lines(
    _ lines: [ReportFormPage.Line], _ heading: String, _ none: String, _ words: Words
) -> HTML {
    """
    <section class="card"><h2>\(heading)</h2>\(each: lines, { line($0, words) })</section>

    """
}

private func line(_ line: ReportFormPage.Line, _ words: Words) -> HTML {
    """
    <details class="report-line"\(attribute: "open", when: line.isOpen)><summary><b>\(line.heading)</b>\
    \(each: line.badges, { " \(badgeView($0))" })\(when: !line.detail.isEmpty, "<small>\(line.detail)</small>")</summary>
    <div class="form">\(each: line.fields, fieldView)\(if: evidence(line, words), { $0 })</div></details>

    """
}

private func evidence(_ line: ReportFormPage.Line, _ words: Words) -> HTML? {
    guard line.evidence != nil || !line.files.isEmpty else { return nil }
    return """
        <div class="field wide"><span class="label">\(words["proof"])</span>\
        \(when: !line.files.isEmpty, "<ul class=\"bullets\">\(each: line.files, { "<li>\($0)</li>" })</ul>")\
        \(if: line.evidence, { "<p>\(linkView($0))</p>" })</div>
        """
}
