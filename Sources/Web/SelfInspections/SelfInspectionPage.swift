import Domain
import Markup

/// A body's self-inspection: its answers, for itself and each of its units, its problems, its report.
struct SelfInspectionPage: Sendable {
    let checklist: ChecklistPage
    /// The body itself and its offices and units, one of them shown.
    let units: [OverviewPage.ViewChoice]
    let facts: [TargetPage.Fact]
    /// Problems that the body found itself.
    let findings: TaskPage.Table
    let links: [Link]
    let forms: [TaskFormPart]
    let history: [HistoryEntry]
}

func selfInspectionView(_ page: SelfInspectionPage, evidence: HTML?) -> HTML {
    let language = page.checklist.language
    let words = Words("Inspections", language)
    let units: HTML? =
        page.units.count > 1 ? viewChoices(page.units, label: words["units"]) : nil
    return """
        \(crumbsView(page.checklist.crumbs, label: words["crumbs"]))
        <div class="head"><div><h1>\(page.checklist.title)</h1><p class="lede">\(page.checklist.lede)</p></div>\
        \(linkLine(page.checklist.links))</div>
        \(units)
        <div class="cols"><div class="stack">\(checklistBody(page.checklist))\
        \(tablePart(page.findings))\(linkLine(page.links))</div><div class="stack">
        <section class="card"><h2>\(words["facts"])</h2><dl class="facts">\(each: page.facts, factView)</dl></section>
        \(each: page.forms, { formPart($0, language) })
        \(evidence)\(historyCard(page.history, language))</div></div>
        """
}
