import Markup

func agencyView(_ page: AgencyPage) -> HTML {
    let words = Words("Agencies", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head"><div><h1>\(page.name)</h1><p class="lede">\(page.lede)</p></div>\(linkLine(page.links))</div>
        \(each: page.notices, noticeView)
        <div class="cols"><div class="stack">
        \(owedTable(page.owes, words))
        \(each: page.sections, section)
        \(if: page.communes, { agencyMapView($0, Words("Overview", page.language)) })
        </div><div class="stack">
        <section class="card"><h2>\(words["facts"])</h2><dl class="facts">\(each: page.facts, factView)</dl></section>
        \(versionList(page.versions, words))
        \(successionList(page.successions, words))
        <section class="card"><h2>\(words["history"])</h2>\(historyList(page.history, page.language))</section>
        </div></div>
        """
}

private func owedTable(_ owes: [AgencyPage.Owed], _ words: Words) -> HTML {
    guard !owes.isEmpty else {
        return """
            <section class="card"><h2>\(words["owes"])</h2><p class="none">\(words["owes-none"])</p></section>

            """
    }
    return """
        <section class="card"><h2>\(words["owes"])</h2>
        <div class="scroll"><table class="rowed"><caption class="unseen">\(words["owes"])</caption>
        <thead><tr><th scope="col">\(words["target"])</th><th scope="col">\(words["verdict"])</th>\
        <th scope="col">\(words["standing"])</th><th scope="col">\(words["todo"])</th></tr></thead>
        <tbody>\(each: owes, owed)</tbody></table></div></section>

        """
}

private func owed(_ owed: AgencyPage.Owed) -> HTML {
    """
    <tr><th scope="row">\(linkView(owed.target)) <small>\(owed.clause)</small></th><td>\(badgeView(owed.badge))</td>\
    <td>\(owed.figure)</td><td>\(owed.missing)</td></tr>

    """
}

private func section(_ section: AgencyPage.Section) -> HTML {
    """
    <section class="card"><div class="title"><h2>\(section.heading)</h2>\(linkLine(section.links))</div>
    \(if: section.lede, { "<p class=\"soft\">\($0)</p>" })\(when: section.rows.isEmpty, "<p class=\"none\">\(section.none)</p>")\
    \(when: !section.rows.isEmpty, sectionTable(section))</section>

    """
}

private func sectionTable(_ section: AgencyPage.Section) -> HTML {
    """
    <div class="scroll"><table class="rowed"><caption class="unseen">\(section.heading)</caption>
    <thead><tr>\(each: section.headings, { "<th scope=\"col\">\($0)</th>" })</tr></thead>
    <tbody>\(each: section.rows, { sectionRow($0, section.headings) })</tbody></table></div>
    """
}

private func sectionRow(_ cells: [Link], _ headings: [String]) -> HTML {
    """
    <tr>\(if: cells.first, { "<th scope=\"row\">\(linkView($0))</th>" })\
    \(each: zip(cells, headings).dropFirst(), { "<td data-of=\"\($1)\">\(linkView($0))</td>" })</tr>

    """
}

private func versionList(_ versions: [AgencyPage.Version], _ words: Words) -> HTML {
    """
    <section class="card"><h2>\(words["versions"])</h2><ol class="history">\(each: versions, version)</ol></section>

    """
}

private func version(_ version: AgencyPage.Version) -> HTML {
    """
    <li>\(version.name)<small> · \(version.kind)</small><br><small>\(version.from) – \(version.until)\
    \(if: version.parent, { " · \(linkView($0))" }) · \(version.codes)</small></li>
    """
}

private func successionList(_ successions: [AgencyPage.Succession], _ words: Words) -> HTML? {
    guard !successions.isEmpty else { return nil }
    return """
        <section class="card"><h2>\(words["successions"])</h2><ul class="rows">\(each: successions, succession)</ul></section>

        """
}

private func succession(_ succession: AgencyPage.Succession) -> HTML {
    """
    <li>\(succession.kind) \(linkView(succession.other))\
    <small>\(succession.day)\(if: succession.document, { " · \($0)" })</small></li>
    """
}
