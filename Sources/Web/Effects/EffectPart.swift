import Documents
import Domain
import Markup

/// What the ledger says of a document, on its page.
struct EffectPart: Sendable {
    let language: Language
    let heading: String
    let badge: Badge
    /// Since when, which parts, what differs: each a sentence.
    let sentences: [String]
    /// `nil` when nothing acts on it and it acts on nothing.
    let graph: EffectGraph?
    let tables: [TaskPage.Table]
    let forms: [TaskFormPart]
}

func effectPartView(_ part: EffectPart) -> HTML {
    """
    <section class="card" id="effect"><h2>\(part.heading) \(badgeView(part.badge))</h2>\
    \(each: part.sentences, { "<p>\($0)</p>" })\
    \(if: part.graph, { "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"\($0.label)\">\($0.svg)</div>" })</section>
    \(each: part.tables, tablePart)
    \(each: part.forms, { formPart($0, part.language) })
    """
}
