import Markup

func ratingRoundView(_ page: RatingRoundPage, token: String, words: Words) -> HTML {
    """
    \(crumbsView(page.crumbs, label: words["crumbs"]))
    <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div></div>
    <div class="stack">
    \(problemSummary(page.problems, heading: words["refused"]))
    \(if: page.caveat, { "<p class=\"notice at-risk\">\($0)</p>" })
    \(scoreCards(page.cards, words["summary"]))
    \(each: page.actions, { actionCard($0, token) })
    \(each: page.tables, tableCard)
    \(when: !page.honours.isEmpty, textCard(words["honours"], page.honours))
    </div>
    """
}

func ratingView(_ page: RatingPage, token: String, words: Words) -> HTML {
    """
    \(crumbsView(page.crumbs, label: words["crumbs"]))
    <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div></div>
    <div class="stack">
    \(problemSummary(page.problems, heading: words["refused"]))
    \(scoreCards(page.cards, words["summary"]))
    \(textCard(words["working"], page.working))
    \(when: !page.said.isEmpty, textCard(words["said"], page.said))
    \(each: page.actions, { actionCard($0, token) })
    </div>
    """
}

private func textCard(_ heading: String, _ lines: [String]) -> HTML {
    """
    <section class="card"><h2>\(heading)</h2><ul class="rows">\(each: lines, { "<li>\($0)</li>" })</ul></section>

    """
}
