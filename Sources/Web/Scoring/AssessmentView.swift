import Markup

func assessmentView(_ page: AssessmentPage, token: String, words: Words) -> HTML {
    """
    \(crumbsView(page.crumbs, label: words["crumbs"]))
    <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div>\(linkLine(page.links))</div>
    <div class="stack">
    \(problemSummary(page.problems, heading: words["refused"]))
    \(if: page.caveat, { "<p class=\"notice at-risk\">\($0)</p>" })
    \(scoreCards(page.cards, words["summary"]))
    \(each: page.actions, { actionCard($0, token) })
    <section class="card"><h2>\(words["by-criterion"])</h2>
    <div class="scroll" tabindex="0" role="region" aria-label="\(words["lines-caption"])"><table class="score-lines"><caption>\(words["lines-caption"])</caption>
    <thead><tr><th scope="col">\(words["criterion"])</th><th scope="col" class="n">\(words["maximum"])</th>\
    \(each: page.headings, { "<th scope=\"col\" class=\"n\">\($0)</th>" })</tr></thead>
    <tbody>\(each: page.lines, { line($0, page.headings, words) })</tbody></table></div></section>
    \(stepList(page.steps, words))
    </div>
    """
}

private func line(
    _ line: AssessmentPage.Line, _ headings: [String], _ words: Words
) -> HTML {
    """
    <tr class="depth-\(line.depth)"><th scope="row">\(heading(line))</th>\
    <td class="n" data-of="\(words["maximum"])">\(line.maximum)</td>\
    \(each: zip(line.points, headings), { pointCell($0, $1, $1 == headings.last ? line.level : nil) })</tr>

    """
}

private func pointCell(_ points: String, _ heading: String, _ level: Int?) -> HTML {
    """
    <td class="n\(when: level != nil, " heat-\(level ?? 0)")" data-of="\(heading)">\(points)</td>
    """
}

/// The criterion's words; where it is scored they open its rule with the numbers put in.
private func heading(_ line: AssessmentPage.Line) -> HTML {
    guard !line.working.isEmpty else {
        return """
            <b>\(line.code)</b> \(line.title)
            """
    }
    return """
        <details><summary><b>\(line.code)</b> \(line.title)</summary>\
        <ul class="working">\(each: line.working, { "<li>\($0)</li>" })</ul>\(linkLine(line.links))</details>
        """
}

/// A step that the viewer may take, as a card with its form.
func actionCard(_ action: AssessmentPage.Action, _ token: String) -> HTML {
    """
    <section class="card noprint"><h2>\(action.label)</h2><form method="post" action="\(action.path)">\(tokenField(token))\
    \(each: action.hidden, hiddenField)<p class="soft">\(action.lede)</p><div class="form">\(each: action.fields, fieldView)\
    <div class="actions"><button class="main">\(action.label)</button></div></div></form></section>

    """
}

private func stepList(_ steps: [String], _ words: Words) -> HTML? {
    guard !steps.isEmpty else { return nil }
    return """
        <section class="card"><h2>\(words["steps"])</h2><ul class="rows">\(each: steps, { "<li>\($0)</li>" })</ul></section>
        """
}
