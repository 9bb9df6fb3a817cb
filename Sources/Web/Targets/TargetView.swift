import Documents
import Markup

func targetView(_ page: TargetPage) -> HTML {
    let words = Words("Targets", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head"><div>
        <h1>\(page.title)</h1>
        \(if: page.quote, { "<blockquote>\($0)</blockquote>" })
        </div>\(linkLine(page.actions))</div>
        <div class="figure-line"><p class="big">\(page.figure)</p>
        <div>\(badgeView(page.badge))<ul>\(each: page.reasons, { "<li>\($0)</li>" })</ul></div></div>
        <div class="stack">
        <p class="formula"><span class="unseen">\(words["formula"]): </span>\(page.formula)</p>
        <div class="two">
        \(factCard(page, words))
        \(if: page.readings, { readingTable($0, words) })
        \(if: page.chart, { chartCard($0, words) })
        \(forecastCard(page, words))
        </div>
        \(if: page.members, { memberTable($0, words) })
        \(targetRows(page.rows, words))
        <div class="two">
        \(qualityCard(page.quality, words))
        \(historyCard(page, words))
        </div>
        </div>
        """
}

private func factCard(_ page: TargetPage, _ words: Words) -> HTML {
    """
    <section class="card"><h2>\(words["about"])</h2>
    \(partList(page.parts))
    <dl class="facts">\(each: page.facts, factView)</dl></section>

    """
}

func factView(_ fact: TargetPage.Fact) -> HTML {
    """
    <dt>\(fact.name)</dt><dd>\(linkView(Link(fact.text, fact.path)))</dd>
    """
}

private func partList(_ parts: [TargetPage.Part]) -> HTML? {
    guard !parts.isEmpty else { return nil }
    return """
        <ul class="parts">\(each: parts, part)</ul>
        """
}

private func part(_ part: TargetPage.Part) -> HTML {
    """
    <li><b>\(part.count)</b><span>\(linkView(Link(part.name, part.path)))</span></li>
    """
}

private func readingTable(_ readings: TargetPage.Readings, _ words: Words) -> HTML {
    """
    <section class="card"><h2>\(readings.heading)</h2>
    <div class="scroll"><table class="rowed"><caption>\(readings.note)</caption><thead><tr><th scope="col">\(words["reading"])</th>\
    <th scope="col" class="n">\(words["has"])</th><th scope="col" class="n">\(words["needs"])</th>\
    <th scope="col" class="n">\(words["missing"])</th><th scope="col">\(words["verdict"])</th></tr></thead>
    <tbody>\(each: readings.rows, { reading($0, words) })</tbody></table></div>
    \(if: readings.settle, { "<p>\(linkView($0))</p>" })</section>

    """
}

private func reading(_ reading: TargetPage.Readings.Reading, _ words: Words) -> HTML {
    """
    <tr><th scope="row">\(reading.name)</th><td class="n" data-of="\(words["has"])">\(reading.has)</td>\
    <td class="n" data-of="\(words["needs"])">\(reading.needs)</td>\
    <td class="n" data-of="\(words["missing"])">\(reading.missing)</td><td>\(badgeView(reading.badge))</td></tr>

    """
}

private func chartCard(_ chart: TargetPage.Chart, _ words: Words) -> HTML {
    """
    <section class="card"><h2>\(words["by-month"])</h2>
    \(chart.line.svg)
    <details><summary>\(words["chart-table"])</summary>
    <table><caption>\(chart.caption)</caption>
    <thead><tr><th scope="col">\(words["month"])</th><th scope="col" class="n">\(words["count"])</th>\
    <th scope="col" class="n">\(words["share"])</th></tr></thead>
    <tbody>\(each: chart.rows, { month($0, words) })</tbody></table></details></section>

    """
}

private func month(_ month: TargetPage.Chart.Month, _ words: Words) -> HTML {
    """
    <tr><th scope="row">\(month.name)\(when: month.isForecast, "<small> \(words["forecast-mark"])</small>")</th>\
    <td class="n">\(month.value)</td><td class="n">\(month.share)</td></tr>
    """
}

private func forecastCard(_ page: TargetPage, _ words: Words) -> HTML? {
    guard !page.forecast.isEmpty else { return nil }
    return """
        <section class="card"><h2>\(words["forecast"])</h2>
        <ul class="sums">\(each: page.forecast, { "<li><span>\($0.text)</span> <b>\($0.figure)</b></li>" })</ul></section>

        """
}

private func memberTable(_ members: TargetPage.Members, _ words: Words) -> HTML {
    """
    <section class="card"><h2>\(members.heading)</h2>
    <div class="scroll"><table class="rowed"><caption>\(members.caption)</caption>
    <thead><tr><th scope="col">\(words["agency"])</th>\
    \(each: members.headings, { "<th scope=\"col\" class=\"n\">\($0)</th>" })<th scope="col">\(words["verdict"])</th></tr></thead>
    <tbody>\(each: members.rows, { member($0, members.headings) })</tbody></table></div></section>

    """
}

private func member(_ member: TargetPage.Members.Member, _ headings: [String]) -> HTML {
    """
    <tr><th scope="row">\(linkView(member.name))</th>\
    \(each: zip(headings, member.figures), { "<td class=\"n\" data-of=\"\($0)\">\($1)</td>" })\
    <td>\(badgeView(member.badge))</td></tr>

    """
}

private func qualityCard(_ notes: [String], _ words: Words) -> HTML {
    """
    <section class="card"><h2>\(words["quality"])</h2>
    \(when: notes.isEmpty, "<p class=\"none\">\(words["quality-none"])</p>")\
    \(when: !notes.isEmpty, "<ul class=\"bullets\">\(each: notes, { "<li>\($0)</li>" })</ul>")</section>

    """
}

private func historyCard(_ page: TargetPage, _ words: Words) -> HTML {
    """
    <section class="card"><h2>\(words["history"])</h2>
    \(historyList(page.history, page.language))
    \(if: page.historyPath, { "<p>\(linkView(Link(words["history-all"], $0)))</p>" })</section>

    """
}
