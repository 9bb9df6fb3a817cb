import Domain
import Markup

/// The campaigns, one of them agency by agency and document by document, or one document of it.
struct LegalReviewPage: Sendable {
    let language: Language
    let crumbs: [Link]
    let title: String
    var badge: Badge?
    let lede: String
    var links: [Link] = []
    var tables: [TaskPage.Table] = []
    var lines: Lines?
    var facts: [TargetPage.Fact] = []
    var forms: [TaskFormPart] = []
    var history: [HistoryEntry] = []

    /// The documents, as far as the address narrows them.
    struct Lines: Sendable {
        let filter: RecordListPage.Filter
        let table: TaskPage.Table
        let pager: Pager?
    }
}

func legalReviewView(_ page: LegalReviewPage) -> HTML {
    let words = Words("Law", page.language)
    let main: HTML = """
        \(each: page.tables, tablePart)\
        \(each: page.forms, { formPart($0, page.language) })\
        \(if: page.lines, { lineList($0, page.language) })
        """
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head"><div><h1>\(page.title)\(if: page.badge, { " \(badgeView($0))" })</h1><p class="lede">\(page.lede)</p></div>\
        \(linkLine(page.links))</div>
        \(when: page.facts.isEmpty, "<div class=\"stack\">\(main)\(historyCard(page.history, page.language))</div>")\
        \(when: !page.facts.isEmpty, besideFacts(page, main, words))
        """
}

private func besideFacts(_ page: LegalReviewPage, _ main: HTML, _ words: Words) -> HTML {
    """
    <div class="cols"><div class="stack">\(main)</div><div class="stack">
    <section class="card"><h2>\(words["facts"])</h2><dl class="facts">\(each: page.facts, factView)</dl></section>
    \(historyCard(page.history, page.language))</div></div>
    """
}

private func lineList(_ lines: LegalReviewPage.Lines, _ language: Language) -> HTML {
    """
    <div class="noprint">\(filterForm(lines.filter, Words("Records", language)))</div>
    \(tablePart(lines.table))\(if: lines.pager, pagerView)
    """
}
