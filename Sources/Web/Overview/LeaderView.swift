import Markup

func leaderView(_ page: LeaderPage) -> HTML {
    let words = Words("Overview", page.language)
    return """
        <div class="leader">
        <div class="head"><div><h1>\(page.headline)</h1><p class="lede">\(page.lede)</p></div>
        <div class="noprint">\(viewChoices(page.views, label: words["views"]))\
        <button type="button" data-print="" hidden="">\(words["print"])</button></div></div>
        <ul class="tally" aria-label="\(words["tally"])">\(each: page.tally, tallyItem)</ul>
        <section class="card"><h2>\(words["targets-by-verdict"])</h2>
        <div class="scroll"><table class="rowed"><caption class="unseen">\(words["targets-by-verdict"])</caption>
        <thead><tr><th scope="col">\(words["target"])</th><th scope="col">\(words["standing"])</th>\
        <th scope="col">\(words["missing"])</th><th scope="col">\(words["answerable"])</th></tr></thead>
        \(each: page.groups, group)</table></div></section>
        <div class="two">
        <section class="card"><h2>\(words["worst"])</h2><ol class="rows numbered">\(each: page.worst, body)</ol></section>
        \(decisions(page.decisions, words))
        </div>
        <p class="small source">\(page.source)</p>
        </div>
        """
}

private func group(_ group: LeaderPage.Group) -> HTML {
    """
    <tbody>\(each: group.targets, { target($0, group.badge) })</tbody>

    """
}

private func target(_ target: LeaderPage.Target, _ badge: Badge) -> HTML {
    """
    <tr><th scope="row">\(linkView(target.title))</th><td>\(badgeView(badge)) <span class="nowrap">\(target.figure)</span></td>\
    <td>\(target.missing)</td><td>\(target.answerable)</td></tr>

    """
}

private func body(_ body: LeaderPage.Body) -> HTML {
    """
    <li>\(linkView(body.name)) <b class="small">\(body.verdicts)</b><small>\(body.faults)</small></li>
    """
}

private func decisions(_ items: [OverviewPage.Item], _ words: Words) -> HTML {
    """
    <section class="card"><h2>\(words["decisions"])</h2>
    \(when: items.isEmpty, "<p class=\"none\">\(words["decisions-none"])</p>")\
    <ul class="rows">\(each: items, itemRow)</ul></section>
    """
}
