import Domain
import Markup

/// One document of the register: what is known of it, what is odd, what it rests on, its text.
struct LegalDocumentPage: Sendable {
    let language: Language
    let crumbs: [Link]
    let title: String
    let lede: String
    let badge: Badge?
    let links: [Link]
    /// What a person should look at again, each a sentence; empty when nothing is odd.
    let queries: [String]
    let tables: [TaskPage.Table]
    let facts: [TargetPage.Fact]
    /// Each condition with its answer, who judged and when.
    let judgement: [TargetPage.Fact]
    let text: Words?
    let form: TaskFormPart?
    let history: [HistoryEntry]

    /// The whole text as it was read.
    struct Words: Sendable {
        let heading: String
        let note: String
        let summary: String
        let lines: [String]
    }
}

/// Where the document stands on the day comes first, as another feature makes it.
func legalDocumentView(
    _ page: LegalDocumentPage, further: HTML? = nil, evidence: HTML?
) -> HTML {
    let words = Web.Words("Law", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head"><div><h1>\(page.title)\(if: page.badge, { " \(badgeView($0))" })</h1><p class="lede">\(page.lede)</p></div>\
        \(linkLine(page.links))</div>
        <div class="cols"><div class="stack">
        \(queryCard(page.queries, words))
        \(further)
        \(each: page.tables, tablePart)
        \(if: page.text, textCard)
        \(if: page.form, { formPart($0, page.language) })
        \(evidence)</div><div class="stack">
        <section class="card"><h2>\(words["facts"])</h2><dl class="facts">\(each: page.facts, factView)</dl></section>
        \(when: !page.judgement.isEmpty, judgementCard(page.judgement, words))
        \(historyCard(page.history, page.language))
        </div></div>
        """
}

private func queryCard(_ queries: [String], _ words: Words) -> HTML? {
    guard !queries.isEmpty else { return nil }
    return """
        <section class="card"><h2>\(words["queries"])</h2><p class="soft">\(words["queries-lede"])</p>
        <ul class="rows">\(each: queries, { "<li>\($0)</li>" })</ul></section>

        """
}

private func judgementCard(_ facts: [TargetPage.Fact], _ words: Words) -> HTML {
    """
    <section class="card"><h2>\(words["judgement"])</h2><dl class="facts">\(each: facts, factView)</dl></section>

    """
}

private func textCard(_ text: LegalDocumentPage.Words) -> HTML {
    """
    <section class="card"><h2>\(text.heading)</h2><p class="soft">\(text.note)</p>
    <details><summary>\(text.summary)</summary>\(each: text.lines, { "<p>\($0)</p>" })</details></section>

    """
}
