import Domain
import Markup

/// One finding: what was found, where it stands, every step, and what may come next.
struct FindingPage: Sendable {
    let language: Language
    let crumbs: [Link]
    let title: String
    let text: String
    let badge: Badge
    let links: [Link]
    let facts: [TargetPage.Fact]
    /// Who may close it and on what; why it is overdue and by how much.
    let rules: [String]
    let steps: TaskPage.Table
    let repeats: TaskPage.Table?
    let forms: [TaskFormPart]
    let history: [HistoryEntry]
}

func findingPageView(_ page: FindingPage, evidence: HTML?, reminders: HTML?) -> HTML {
    let words = Words("Inspections", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head"><div><h1>\(page.title) \(badgeView(page.badge))</h1><p class="lede">\(page.text)</p></div>\
        \(linkLine(page.links))</div>
        <div class="cols"><div class="stack">
        \(each: page.forms, { formPart($0, page.language) })
        \(tablePart(page.steps))
        \(if: page.repeats, tablePart)
        \(evidence)</div><div class="stack">
        <section class="card"><h2>\(words["facts"])</h2><dl class="facts">\(each: page.facts, factView)</dl></section>
        <section class="card"><h2>\(words["rules"])</h2>\(each: page.rules, { "<p>\($0)</p>" })</section>
        \(reminders)
        \(historyCard(page.history, page.language))
        </div></div>
        """
}
