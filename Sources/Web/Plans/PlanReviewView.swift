import Markup

func planReviewView(_ page: PlanReviewPage) -> HTML {
    let words = Words("Plans", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["document"]))
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div>
        <ul class="parts" aria-label="\(words["steps"])">\(each: page.steps, step)</ul></div>
        <div class="review">
        \(reviewedDocument(page, words))
        <div class="stack">
        \(queryList(page.queries, words))
        <section aria-labelledby="proposals"><h2 id="proposals">\(words["proposals"])</h2>
        \(each: page.proposals, { proposalView($0, page.token, words, reject: words["reject"]) })</section>
        \(taskList(page, words))
        \(issueCard(page.issue, page.token, words))
        </div></div>
        """
}

private func step(_ part: TargetPage.Part) -> HTML {
    """
    <li><b>\(part.count)</b><span>\(linkView(Link(part.name, part.path)))</span></li>
    """
}

private func reviewedDocument(_ page: PlanReviewPage, _ words: Words) -> HTML {
    """
    <details class="sheet" open=""><summary>\(words["document-show"])</summary>
    <article lang="vi" tabindex="0" aria-label="\(words["document"])"><div class="doc">
    \(if: page.letterhead, letterheadView)
    <p class="doc-title">\(each: page.titleLines, { "<b>\($0)</b>" })</p>
    \(each: page.clauses, { clauseText($0) })</div>
    \(each: page.annexes, { annexView($0, words) })</article></details>
    """
}

private func queryList(_ queries: [PlanReviewPage.Query], _ words: Words) -> HTML? {
    guard !queries.isEmpty else { return nil }
    return """
        <section class="notice at-risk"><h2>\(words["queries"])</h2>
        <ul>\(each: queries, { "<li>\($0.text) \(linkView($0.place))</li>" })</ul></section>

        """
}

private func taskList(_ page: PlanReviewPage, _ words: Words) -> HTML? {
    guard !page.tasks.isEmpty else { return nil }
    return """
        <section aria-labelledby="tasks"><h2 id="tasks">\(words["tasks"])</h2>
        \(if: page.confirmTasksPath, { confirmTasks($0, page.token, words) })
        \(each: page.tasks, { proposalView($0, page.token, words, reject: words["reject-task"]) })</section>

        """
}

private func confirmTasks(_ path: String, _ token: String, _ words: Words) -> HTML {
    """
    <form class="actions" method="post" action="\(path)">\(tokenField(token))<button>\(words["confirm-all"])</button></form>
    """
}

private func issueCard(_ issue: PlanReviewPage.Issue, _ token: String, _ words: Words) -> HTML {
    """
    <section class="card" id="issue"><h2>\(words["issue-heading"])</h2>
    \(issueState(issue.problems, words))
    \(if: issue.conflict, { conflictTable($0, words.language) })
    <form method="post" action="\(issue.path)">\(tokenField(token))\(each: issue.hidden, hiddenField)
    <div class="form">\(each: issue.fields, fieldView)
    <div class="actions"><button class="main"\(attribute: "disabled", when: !issue.problems.isEmpty)>\(words["issue"])</button></div>
    </div></form></section>
    """
}

private func issueState(_ problems: [Link], _ words: Words) -> HTML {
    guard !problems.isEmpty else { return "<p>\(words["issue-ready"])</p>" }
    return """
        <p>\(words["issue-left"])</p><ul class="bullets">\(each: problems, { "<li>\(linkView($0))</li>" })</ul>
        """
}
