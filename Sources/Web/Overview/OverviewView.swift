import Documents
import Markup

func overviewView(_ page: OverviewPage) -> HTML {
    let words = Words("Overview", page.language)
    return """
        <div class="head"><div>
        <h1>\(page.headline)</h1>
        <p class="lede">\(page.lede)</p>
        </div>
        \(viewChoices(page.views, label: words["views"]))
        </div>
        <ul class="tally" aria-label="\(words["tally"])">\(each: page.tally, tallyItem)</ul>
        <div class="cols">
        <div class="stack">
        <section class="card" aria-labelledby="targets">
        <div class="title"><h2 id="targets">\(words["targets"])</h2>\(linkLine(page.links))</div>
        <ul class="targets">\(each: page.targets, { targetRow($0, words) })</ul>
        </section>
        \(if: page.map, { agencyMapView($0, words) })
        </div>
        <div class="stack">
        \(itemList(page.chase, id: "chase", words["chase"], none: words["chase-none"]))
        \(itemList(page.dueSoon, id: "due", words["due-soon"], none: words["due-soon-none"]))
        </div>
        </div>
        """
}

/// Links between ways of looking at the same data.
func viewChoices(_ choices: [OverviewPage.ViewChoice], label: String) -> HTML {
    """
    <nav class="tabs" aria-label="\(label)">\(each: choices, viewChoice)</nav>
    """
}

private func viewChoice(_ choice: OverviewPage.ViewChoice) -> HTML {
    """
    <a href="\(choice.path)"\(attribute: "aria-current", choice.isCurrent ? "true" : nil)>\(choice.text)</a>
    """
}

func tallyItem(_ tally: OverviewPage.Tally) -> HTML {
    """
    <li class="\(tally.badge.kind.rawValue)"><b>\(tally.count)</b> <span>\(tally.badge.word)</span></li>
    """
}

private func targetRow(_ target: OverviewPage.Target, _ words: Words) -> HTML {
    """
    <li class="\(target.badge.kind.rawValue)">
    <div><h3><a href="\(target.path)">\(target.title)</a></h3>
    <p class="meta"><b>\(target.clause)</b> · \(target.scope)</p>
    \(metaLine([target.lead, target.answerable].compactMap(\.self)))</div>
    <div class="figure">\(badgeView(target.badge))\(target.bar?.svg)<p><b>\(target.fraction)</b> \(target.shares)</p></div>
    <div class="gap"><p>\(target.missing) \(namesLine(target.names))</p>\(if: target.forecast, { "<p class=\"soft\">\($0)</p>" })</div>
    </li>

    """
}

private func metaLine(_ texts: [String]) -> HTML? {
    guard !texts.isEmpty else { return nil }
    return """
        <p class="meta">\(texts.joined(separator: " · "))</p>
        """
}

/// Names after one another, with commas.
func namesLine(_ names: [Link]) -> HTML? {
    guard let last = names.last else { return nil }
    return """
        \(each: names.dropLast(), { "\(linkView($0)), " })\(linkView(last))
        """
}

private func itemList(
    _ items: [OverviewPage.Item], id: String, _ heading: String, none: String
) -> HTML {
    guard !items.isEmpty else {
        return """
            <section class="card" aria-labelledby="\(id)"><h2 id="\(id)">\(heading)</h2><p class="none">\(none)</p></section>
            """
    }
    return """
        <section class="card" aria-labelledby="\(id)"><h2 id="\(id)">\(heading)</h2>
        <ul class="rows">\(each: items, itemRow)</ul></section>

        """
}

func itemRow(_ item: OverviewPage.Item) -> HTML {
    """
    <li>\(linkView(item.title)) \(if: item.badge, badgeView)<small>\(item.detail)</small>\(linkLine(item.links))</li>

    """
}
