import Markup

func submissionView(_ page: SubmissionPage) -> HTML {
    let words = Words("Submissions", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div>\
        \(if: page.write, { "<a class=\"button\" href=\"\($0.path)\">\($0.text)</a>" })</div>
        <div class="stack">\(problemSummary(page.problems, heading: words["refused"]))
        \(if: page.notice, { "<p class=\"notice at-risk\" role=\"status\">\($0)</p>" })
        <section class="card"><p>\(each: page.badges, { "\(badgeView($0)) " })</p>
        <dl class="facts">\(each: page.facts, { factView($0.name, $0.value) })</dl></section>
        \(if: page.decisions, { decisionCard($0, words) })
        \(if: page.changes, { changesCard($0, words) })
        \(if: page.content, { contentCard($0, words) })\
        \(when: page.content == nil, "<section class=\"card\"><p class=\"none\">\(page.none)</p></section>")
        \(if: page.signed, { signedCard($0, words) })
        \(page.evidence.flatMap(evidencePartView))
        \(when: !page.steps.isEmpty, stepsCard(page.steps, words))</div>
        """
}

private func contentCard(_ content: SubmissionPage.Content, _ words: Words) -> HTML {
    """
    <section class="card"><div class="title"><h2>\(content.heading)</h2>\
    \(when: !content.rounds.isEmpty, viewChoices(content.rounds, label: words["rounds"]))</div>
    \(if: content.nothingArose, { "<p>\($0)</p>" })
    \(when: !content.tasks.isEmpty, taskTable(content.tasks, words))
    \(when: !content.measures.isEmpty, measureTable(content.measures, words))
    \(each: content.remarks, { "<h3>\($0.name)</h3><p class=\"message\">\($0.value)</p>" })</section>

    """
}

private func taskTable(_ tasks: [SubmissionPage.Content.Task], _ words: Words) -> HTML {
    """
    <div class="scroll"><table class="rowed"><caption>\(words["tasks"])</caption><thead><tr>\
    <th scope="col">\(words["number"])</th><th scope="col">\(words["task"])</th><th scope="col">\(words["due"])</th>\
    <th scope="col">\(words["progress"])</th><th scope="col">\(words["result"])</th>\
    <th scope="col">\(words["proof"])</th></tr></thead><tbody>\(each: tasks, { taskRow($0, words) })</tbody></table></div>

    """
}

private func taskRow(_ task: SubmissionPage.Content.Task, _ words: Words) -> HTML {
    """
    <tr><td data-of="\(words["number"])">\(task.number)</td><th scope="row">\(task.text)</th>\
    \(cell(task.due, words["due"]))\(cell(task.state, words["progress"]))\
    \(cell(task.result, words["result"]))\(proofCell(task, words))</tr>

    """
}

private func proofCell(_ task: SubmissionPage.Content.Task, _ words: Words) -> HTML {
    guard !task.files.isEmpty || !task.explanation.isEmpty else { return "<td></td>" }
    return """
        <td data-of="\(words["proof"])">\(each: task.files, { "<span class=\"line\">\(linkView($0))</span> " })\
        \(task.explanation)</td>
        """
}

private func cell(_ text: String, _ heading: String) -> HTML {
    if text.isEmpty { return "<td></td>" }
    return """
        <td data-of="\(heading)">\(text)</td>
        """
}

private func measureTable(_ measures: [SubmissionPage.Content.Measure], _ words: Words) -> HTML {
    """
    <div class="scroll"><table class="rowed"><caption>\(words["measures"])</caption><thead><tr>\
    <th scope="col">\(words["target"])</th><th scope="col">\(words["title"])</th><th scope="col">\(words["figure"])</th></tr></thead>
    <tbody>\(each: measures, { "<tr><th scope=\"row\">\($0.code)</th><td>\($0.title)</td><td>\($0.value)</td></tr>" })</tbody></table></div>

    """
}

private func changesCard(_ changes: SubmissionPage.Changes, _ words: Words) -> HTML {
    """
    <section class="card"><h2>\(changes.heading)</h2>\
    \(when: changes.rows.isEmpty, "<p class=\"none\">\(changes.none)</p>")\
    \(when: !changes.rows.isEmpty, changesTable(changes, words))</section>

    """
}

private func changesTable(_ changes: SubmissionPage.Changes, _ words: Words) -> HTML {
    """
    <div class="scroll"><table class="rowed difference"><caption class="unseen">\(changes.heading)</caption>\
    <thead><tr><th scope="col">\(words["place"])</th><th scope="col">\(words["was"])</th><th scope="col">\(words["now"])</th></tr></thead>
    <tbody>\(each: changes.rows, { changeRow($0.place, $0.was, $0.now, words) })</tbody></table></div>
    """
}

private func changeRow(_ place: String, _ was: String, _ now: String, _ words: Words) -> HTML {
    """
    <tr><th scope="row">\(place)</th><td data-of="\(words["was"])">\(was)</td><td data-of="\(words["now"])">\(now)</td></tr>
    """
}

private func decisionCard(_ decisions: SubmissionPage.Decisions, _ words: Words) -> HTML {
    """
    <form class="card noprint" method="post" action="\(decisions.path)">\(tokenField(decisions.token))\
    \(hiddenField(HiddenField(name: "agency", value: decisions.choice)))\
    \(hiddenField(HiddenField(name: "single", value: "1")))<h2>\(decisions.heading)</h2>
    <div class="form">\(fieldView(decisions.reason))<div class="actions">\
    \(when: decisions.mayAccept, "<button class=\"main\" name=\"decision\" value=\"accepted\">\(words["accept"])</button>")\
    <button class="refuse" name="decision" value="returned">\(words["return"])</button></div></div></form>

    """
}

/// The second layer of the report: the signed document, what its signatures say, and how it is entered.
private func signedCard(_ signed: SubmissionPage.Signed, _ words: Words) -> HTML {
    """
    <section class="card"><div class="title"><h2>\(signed.heading)</h2>\(each: signed.badges, badgeView)</div>\
    \(if: signed.text, { "<p>\($0) \(if: signed.file, linkView)</p>" })\
    \(when: !signed.signatures.isEmpty, "<ul class=\"bullets\">\(each: signed.signatures, { "<li>\($0)</li>" })</ul>")\
    \(if: signed.form, { documentForm($0, words) })</section>

    """
}

private func documentForm(_ form: SubmissionPage.DocumentForm, _ words: Words) -> HTML {
    """
    <details class="noprint"\(attribute: "open", when: form.isOpen)><summary>\(form.heading)</summary>
    <form method="post" enctype="multipart/form-data" action="\(form.path)">\(tokenField(form.token))\
    \(hiddenField(HiddenField(name: "version", value: form.version)))<div class="form">\(each: form.fields, fieldView)
    <div class="actions"><button class="main">\(words["save-document"])</button></div></div></form></details>

    """
}

private func stepsCard(_ steps: [SubmissionPage.Step], _ words: Words) -> HTML {
    """
    <section class="card"><h2>\(words["receipts"])</h2><div class="scroll"><table class="rowed">\
    <caption>\(words["receipts-hint"])</caption><thead><tr><th scope="col">\(words["what"])</th>\
    <th scope="col">\(words["when"])</th><th scope="col">\(words["who"])</th><th scope="col">\(words["reason"])</th>\
    <th scope="col">\(words["receipt"])</th></tr></thead>
    <tbody>\(each: steps, { stepRow($0, words) })</tbody></table></div></section>

    """
}

private func stepRow(_ step: SubmissionPage.Step, _ words: Words) -> HTML {
    """
    <tr><th scope="row">\(badgeView(step.what))</th><td data-of="\(words["when"])">\(step.when)</td>\
    \(cell(step.who, words["who"]))\(cell(step.reason, words["reason"]))\
    <td data-of="\(words["receipt"])">\(linkView(step.receipt))</td></tr>

    """
}
