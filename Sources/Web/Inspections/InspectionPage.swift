import Domain
import Markup

/// One inspection as its file: who, whom, when, what was asked for, gone through and found.
struct InspectionPage: Sendable {
    let language: Language
    let crumbs: [Link]
    let title: String
    let lede: String
    let badge: Badge
    let links: [Link]
    let facts: [TargetPage.Fact]
    let rules: [String]
    let tables: [TaskPage.Table]
    let forms: [TaskFormPart]
    let history: [HistoryEntry]
}

func inspectionPageView(_ page: InspectionPage, evidence: HTML?) -> HTML {
    let words = Words("Inspections", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head"><div><h1>\(page.title) \(badgeView(page.badge))</h1><p class="lede">\(page.lede)</p></div>\
        \(linkLine(page.links))</div>
        <div class="cols"><div class="stack">
        \(each: page.forms, { formPart($0, page.language) })
        \(each: page.tables, tablePart)
        \(evidence)</div><div class="stack">
        <section class="card"><h2>\(words["facts"])</h2><dl class="facts">\(each: page.facts, factView)</dl></section>
        <section class="card"><h2>\(words["rules"])</h2>\(each: page.rules, { "<p>\($0)</p>" })</section>
        \(historyCard(page.history, page.language))
        </div></div>
        """
}

/// A checklist to be filled on a phone, or printed on A4 and filled by pen.
struct ChecklistPage: Sendable {
    let language: Language
    let crumbs: [Link]
    let title: String
    let lede: String
    let problems: [String]
    /// `nil` for whoever may only read it.
    let form: (path: String, token: String, hidden: [HiddenField])?
    let areas: [Area]
    let links: [Link]

    struct Area: Sendable {
        let name: String
        let items: [Item]
    }

    struct Item: Sendable {
        let number: String
        let text: String
        let ground: String
        let link: Link?
        let mark: Field
        let note: Field
        /// Said so when the answer is the one of the year before.
        let copied: String?
        /// Recording as a problem what is not met; `nil` where nothing is to be recorded.
        var finding: Link?
    }
}

func checklistView(_ page: ChecklistPage) -> HTML {
    let words = Words("Inspections", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div>\(linkLine(page.links))</div>
        \(checklistBody(page))
        """
}

/// The points of a checklist, in a form where they can be answered.
func checklistBody(_ page: ChecklistPage) -> HTML {
    let words = Words("Inspections", page.language)
    let problems = problemSummary(page.problems, heading: words["refused"])
    let areas: HTML = "\(each: page.areas, { checklistArea($0) })"
    guard let form = page.form else { return "\(problems)\(areas)" }
    return """
        \(problems)<form method="post" action="\(form.path)">\(tokenField(form.token))\(each: form.hidden, hiddenField)
        \(areas)<div class="form"><div class="actions"><button class="main">\(words["save"])</button></div></div></form>
        """
}

private func checklistArea(_ area: ChecklistPage.Area) -> HTML {
    """
    <section class="card">\(when: !area.name.isEmpty, "<h2>\(area.name)</h2>")\(each: area.items, checklistItem)</section>

    """
}

private func checklistItem(_ item: ChecklistPage.Item) -> HTML {
    """
    <div class="item"><p><b>\(item.number)</b> \(item.text) <span class="soft">\(item.ground)</span> \(if: item.link, linkView)\
    \(if: item.copied, { " <span class=\"late\">\($0)</span>" }) \(if: item.finding, linkView)</p><div class="form">\(fieldView(item.mark))\(fieldView(item.note))</div></div>

    """
}
