import Domain
import Markup

/// The first page for everybody, as finished text.
struct PublicStartPage: Sendable {
    let language: Language
    let title: String
    let lede: String
    /// The newest that hold.
    let documents: [Document]
    /// What else may be read.
    let further: [Link]

    struct Document: Sendable {
        let link: Link
        let title: String
        let signedOn: String
    }
}

func publicStartView(_ page: PublicStartPage) -> HTML {
    let words = Words("PublicStart", page.language)
    let search = RecordListPage.Filter(
        path: Paths.publicDocuments, fields: [Field(name: "q", label: words["search"], value: "")],
        isSearch: true)
    return """
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div></div>
        <div class="stack"><section class="card"><h2>\(words["documents"])</h2>
        \(filterForm(search, Words("Records", page.language)))
        \(when: page.documents.isEmpty, "<p class=\"none\">\(words["none"])</p>")\
        \(when: !page.documents.isEmpty, "<ul class=\"bullets\">\(each: page.documents, document)</ul>")
        <p class="actions"><a class="button" href="\(Paths.publicDocuments)">\(words["all"])</a></p></section>
        <section class="card"><h2>\(words["further"])</h2><ul class="bullets">\(each: page.further, furtherLink)</ul></section></div>
        """
}

private func document(_ document: PublicStartPage.Document) -> HTML {
    """
    <li>\(linkView(document.link)): \(document.title) <span class="soft">\(document.signedOn)</span></li>
    """
}

private func furtherLink(_ link: Link) -> HTML {
    "<li>\(linkView(link))</li>"
}
