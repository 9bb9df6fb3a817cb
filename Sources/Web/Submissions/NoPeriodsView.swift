import Markup

/// A year in which no reporting period was opened.
func noPeriodsView(_ words: Words, _ link: Link?) -> HTML {
    """
    <div class="head"><div><h1>\(words["title"])</h1></div></div>
    <section class="card"><p class="none">\(words["no-periods"])</p>\
    \(if: link, { "<p class=\"actions\"><a class=\"button\" href=\"\($0.path)\">\($0.text)</a></p>" })</section>
    """
}
