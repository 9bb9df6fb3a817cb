import Markup

func planListView(_ page: PlanListPage) -> HTML {
    let words = Words("Plans", page.language)
    return """
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div>\(linkLine(page.links))</div>
        <div class="stack">
        \(when: page.groups.isEmpty, "<p class=\"none\">\(words["list-none"])</p>")\
        \(each: page.groups, { planGroup($0, words) })
        \(if: page.pager, pagerView)
        </div>
        """
}

private func planGroup(_ group: PlanListPage.Group, _ words: Words) -> HTML {
    """
    <section class="card"><h2>\(group.heading)</h2>
    \(if: group.note, { "<p class=\"soft\">\($0)</p>" })
    <div class="scroll"><table class="rowed"><caption class="unseen">\(group.heading)</caption>
    <thead><tr><th scope="col">\(words["number"])</th><th scope="col">\(words["plan-title"])</th>\
    <th scope="col">\(words["issuer"])</th><th scope="col">\(words["issued-on"])</th>\
    <th scope="col">\(words["contents"])</th><th scope="col">\(words["plan-state"])</th></tr></thead>
    <tbody>\(each: group.plans, { planRow($0, words) })</tbody></table></div></section>

    """
}

private func planRow(_ row: PlanListPage.Row, _ words: Words) -> HTML {
    """
    <tr><th scope="row">\(linkView(row.number))</th><td>\(row.title)</td><td>\(linkView(row.issuer))</td>\
    <td data-of="\(words["issued-on"])">\(row.issuedOn)</td><td>\(row.contents)</td><td>\(badgeView(row.state))</td></tr>

    """
}
