import Domain
import Markup

/// What was found in the register, with the words that were asked for marked.
struct LegalSearchPage: Sendable {
    let language: Language
    let crumbs: [Link]
    let title: String
    let lede: String
    let filter: RecordListPage.Filter
    let hits: [Hit]
    /// What is said when nothing is found, or nothing was asked yet.
    let none: String
    let next: Link?

    struct Hit: Sendable {
        let symbol: [FoundPiece]
        let path: String
        let title: [FoundPiece]
        let excerpt: [FoundPiece]
        let facts: String
        let badge: Badge?
    }
}

func legalSearchView(_ page: LegalSearchPage) -> HTML {
    let words = Words("LegalSearch", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div></div>
        <section class="card">\(filterForm(page.filter, Words("Records", page.language)))
        \(when: page.hits.isEmpty, "<p class=\"none\">\(page.none)</p>")\
        \(when: !page.hits.isEmpty, "<ol class=\"found\">\(each: page.hits, hitView)</ol>")\
        \(if: page.next, { "<p class=\"actions\"><a class=\"button\" href=\"\($0.path)\" rel=\"next\">\($0.text)</a></p>" })</section>
        """
}

private func hitView(_ hit: LegalSearchPage.Hit) -> HTML {
    """
    <li><p><a href="\(hit.path)">\(each: hit.symbol, piece)</a> \(if: hit.badge, badgeView)</p>\
    <p>\(each: hit.title, piece)</p>\
    \(when: !hit.excerpt.isEmpty, "<p class=\"soft\">\(each: hit.excerpt, piece)</p>")\
    <p class="small soft">\(hit.facts)</p></li>

    """
}

private func piece(_ piece: FoundPiece) -> HTML {
    piece.isFound ? "<mark>\(piece.text)</mark>" : "\(piece.text)"
}
