import Markup

func inboxView(_ page: InboxPage) -> HTML {
    let words = Words("Inbox", page.language)
    return """
        \(when: !page.crumbs.isEmpty, crumbsView(page.crumbs, label: words["crumbs"]))\
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div>\
        \(when: !page.choices.isEmpty, viewChoices(page.choices, label: words["whose"]))</div>
        <div class="stack">\
        \(when: page.boxes.isEmpty, "<section class=\"card\"><p class=\"none\">\(page.none)</p></section>")\
        \(each: page.boxes, { boxView($0, words) })\
        \(if: linkLine(page.links), { "<p class=\"after\">\($0)</p>" })</div>
        """
}

private func boxView(_ box: InboxPage.Box, _ words: Words) -> HTML {
    """
    <section class="card" id="\(box.anchor)" aria-labelledby="\(box.anchor)-title">
    <div class="title"><h2 id="\(box.anchor)-title">\(badgeView(box.badge)) \(box.title)</h2>\
    \(linkLine(box.kinds))</div>
    <div class="scroll"><table class="rowed"><caption class="unseen">\(box.title)</caption>
    <thead><tr><th scope="col">\(words["what"])</th><th scope="col">\(words["agency"])</th>\
    <th scope="col">\(words["person"])</th><th scope="col">\(words["due"])</th>\
    <th scope="col">\(words["reason"])</th></tr></thead>
    <tbody>\(each: box.rows, { row($0, words) })</tbody></table></div>
    \(if: box.pager, pagerView)</section>

    """
}

private func row(_ row: InboxPage.Row, _ words: Words) -> HTML {
    """
    <tr><th scope="row">\(linkView(row.title))<small class="kind">\(row.kind)</small></th>\
    <td data-of="\(words["agency"])">\(if: row.agency, linkView)</td>\
    <td data-of="\(words["person"])">\(row.person)</td>\
    <td data-of="\(words["due"])">\(row.due)</td>\
    <td data-of="\(words["reason"])">\(row.reason)</td></tr>

    """
}
