import Markup

/// One proposed target or task: its words, its form, and what can be done with it.
///
/// Each is a form of its own that works without script; whatever is not needed now stays folded.
func proposalView(
    _ proposal: PlanReviewPage.Proposal, _ token: String, _ words: Words, reject: String
) -> HTML {
    """
    <details class="proposal \(proposal.state.kind.rawValue)" id="\(proposal.anchor)"\
    \(attribute: "open", when: proposal.isOpen)>
    <summary><span class="no">\(proposal.number)</span><span><b>\(proposal.title)</b> <small>\(proposal.summary)</small></span>\
    \(badgeView(proposal.state))</summary>
    <blockquote lang="vi">\(proposal.quote) <small>(\(linkView(proposal.clause)))</small></blockquote>
    \(problemLines(proposal.problems))
    \(if: proposal.conflict, { conflictTable($0, words.language) })
    \(proposalForm(proposal, token, words, reject))
    </details>

    """
}

private func proposalForm(
    _ proposal: PlanReviewPage.Proposal, _ token: String, _ words: Words, _ reject: String
) -> HTML {
    if let path = proposal.restorePath {
        return """
            <form method="post" action="\(path)">\(tokenField(token))<button>\(words["restore"])</button></form>
            """
    }
    return """
        <form method="post" action="\(proposal.path)">\(tokenField(token))\(each: proposal.hidden, hiddenField)
        <div class="form">\(each: proposal.fields, fieldView)
        <div class="actions"><button class="main" name="do" value="confirm">\(words["confirm"])</button>\
        <button name="do" value="save" formnovalidate="">\(words["save"])</button></div></div>
        \(if: proposal.split, { stepView($0, words["split"], isRefusal: false) })\
        \(if: proposal.reject, { stepView($0, reject, isRefusal: true) })
        </form>
        """
}

private func stepView(_ step: PlanReviewPage.Step, _ name: String, isRefusal: Bool) -> HTML {
    """
    <details class="step"><summary>\(name)…</summary><div class="form">\(fieldView(step.field))
    <div class="actions"><button\(attribute: "class", isRefusal ? "refuse" : nil) formaction="\(step.path)" \
    formnovalidate="">\(name)</button></div></div></details>

    """
}

private func problemLines(_ problems: [String]) -> HTML? {
    guard !problems.isEmpty else { return nil }
    return """
        <ul class="problems">\(each: problems, { "<li>\($0)</li>" })</ul>
        """
}
