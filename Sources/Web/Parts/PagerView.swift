import Markup

/// Where one is in a long list: "1-50 trong 191", and the pages before and after.
struct Pager: Sendable {
    let text: String
    let label: String
    var previous: Link?
    var next: Link?
}

func pagerView(_ pager: Pager) -> HTML {
    """
    <nav class="pages" aria-label="\(pager.label)"><span>\(pager.text)</span>\
    \(if: pager.previous, { pageLink($0, "prev") })\(if: pager.next, { pageLink($0, "next") })</nav>
    """
}

private func pageLink(_ link: Link, _ relation: String) -> HTML {
    """
    <a class="button" href="\(link.path)" rel="\(relation)">\(link.text)</a>
    """
}
