import Domain
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
    <form class="stack report" method="post" enctype="multipart/form-data" action="\(form.draftPath)" data-autosave="\(form.draftPath)" \
    data-saved="\(form.autosave.saved)" data-failed="\(form.autosave.failed)">\
    \(tokenField(form.token))\(hiddenField(HiddenField(name: "draft_version", value: form.draftVersion)))\
    \(each: form.hidden, hiddenField)
    <section class="card">\(fieldView(form.nothingArose))</section>
    \(when: !form.tasks.isEmpty, lines(form.tasks, words["tasks"], words, isProven: true))\
    \(when: form.tasks.isEmpty, "<section class=\"card\"><p class=\"none\">\(words["no-tasks"])</p></section>")
    \(when: !form.measures.isEmpty, lines(form.measures, words["measures"], words))
    <section class="card"><h2>\(words["remarks"])</h2><div class="form">\(each: form.remarks, fieldView)</div></section>
    <section class="card send-bar"><p class="soft">\(form.sendHint)</p><div class="actions">\
    <button>\(words["save-draft"])</button>\
    \(if: form.readyLabel, { "<button name=\"ready\" value=\"1\">\($0)</button>" })\
    \(when: form.maySend, sendButton(form))</div></section>
    <datalist id="report-documents">\(each: form.documents, { "<option value=\"\($0.value)\">\($0.text)</option>" })</datalist></form>
    """
}

private func sendButton(_ form: ReportFormPage.Form) -> HTML {
    """
    <button class="main" formaction="\(form.sendPath)">\(form.sendLabel)</button>
    """
}

private func lines(
    _ lines: [ReportFormPage.Line], _ heading: String, _ words: Words, isProven: Bool = false
) -> HTML {
    """
    <section class="card"><h2>\(heading)</h2>\
    \(when: isProven, "<p class=\"secret\" role=\"note\">\(words["secret"])</p>")\
    \(each: lines, { line($0, words) })</section>

    """
}

private func line(_ line: ReportFormPage.Line, _ words: Words) -> HTML {
    """
    <details class="report-line"\(attribute: "id", line.proof.map { "line-\($0.task)" })\(attribute: "open", when: line.isOpen)><summary><b>\(line.heading)</b>\
    \(each: line.badges, { " \(badgeView($0))" })\(when: !line.detail.isEmpty, "<small>\(line.detail)</small>")</summary>
    <div class="form">\(each: line.fields, fieldView)\(if: line.proof, { proof($0, words) })</div></details>

    """
}

/// What proves a task, and where more is given: chosen, photographed, or cited by its number.
private func proof(_ proof: ReportFormPage.Proof, _ words: Words) -> HTML {
    """
    <fieldset class="field wide proof"><legend>\(words["evidence"])</legend>\
    \(when: !proof.files.isEmpty, "<ul class=\"bullets\">\(each: proof.files, { "<li>\(linkView($0))</li>" })</ul>")\
    \(if: proof.give, { giving(proof.task, $0.files, $0.document, $0.typed, words) })\
    \(when: !proof.problems.isEmpty, "<p class=\"problem\">\(proof.problems.joined(separator: " "))</p>")</fieldset>
    \(if: proof.explanation, fieldView)
    """
}

private func giving(
    _ task: String, _ files: String, _ document: String, _ typed: String, _ words: Words
) -> HTML {
    """
    <div class="give"><label>\(words["give-files"])<input type="file" name="\(files)" accept="\(FileType.accepted)" \
    multiple="" data-attach=""></label>
    <label class="camera">\(words["give-photo"])<input type="file" name="\(files)" accept="image/*" \
    capture="environment" data-attach=""></label>
    <label>\(words["give-number"])<input name="\(document)" value="\(typed)" size="8" autocomplete="off" \
    inputmode="numeric" list="report-documents"></label>
    <button name="attach" value="\(task)">\(words["give"])</button></div>
    """
}
