import Documents
import Domain
import Markup

/// One shared procedure, or one regulation with its path.
struct CoordinationPage: Sendable {
    let language: Language
    let crumbs: [Link]
    let title: String
    let lede: String
    let badge: Badge
    let links: [Link]
    /// What should be looked at, each a sentence.
    let points: [String]
    var path: Path?
    let tables: [TaskPage.Table]
    var form: TaskFormPart?
    let facts: [TargetPage.Fact]
    let history: [HistoryEntry]

    /// The drawing, and the same as a list.
    struct Path: Sendable {
        let lanes: SwimLanes
        let lede: String
        let steps: TaskPage.Table
    }
}

func coordinationPageView(_ page: CoordinationPage) -> HTML {
    let words = Words("Coordination", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head"><div><h1>\(page.title) \(badgeView(page.badge))</h1><p class="lede">\(page.lede)</p></div>\
        \(linkLine(page.links))</div>
        \(pointList(page.points, words))
        \(if: page.path, { pathCard($0, words) })
        <div class="cols"><div class="stack">
        \(if: page.form, { formPart($0, page.language) })
        \(each: page.tables, tablePart)
        </div><div class="stack">
        <section class="card"><h2>\(words["facts"])</h2><dl class="facts">\(each: page.facts, factView)</dl></section>
        \(historyCard(page.history, page.language))
        </div></div>
        """
}

private func pointList(_ points: [String], _ words: Words) -> HTML? {
    guard !points.isEmpty else { return nil }
    return """
        <section class="notice at-risk"><h2>\(words["points"])</h2><ul>\(each: points, { "<li>\($0)</li>" })</ul></section>
        """
}

private func pathCard(_ path: CoordinationPage.Path, _ words: Words) -> HTML {
    """
    <div class="stack above"><section class="card"><h2>\(words["path"])</h2><p class="soft">\(path.lede)</p>
    <div class="scroll" tabindex="0" role="group" aria-label="\(words["path"])">\(path.lanes.svg)</div></section>
    \(tablePart(path.steps))</div>
    """
}
