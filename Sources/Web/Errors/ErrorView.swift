import Markup

func errorView(_ page: ErrorPage) -> HTML {
    let words = Words("Errors", page.language)
    return """
        <section class="card error"><h1>\(page.title)</h1><p>\(page.message)</p>
        \(problemSummary(page.problems, heading: words["problems"]))
        \(remedy(page.remedy, words))
        \(if: page.reference, { reference($0, words) })
        <p>\(each: page.next, { "<a class=\"button\" href=\"\($0.path)\">\($0.text)</a> " })</p></section>
        """
}

private func remedy(_ lines: [String], _ words: Words) -> HTML? {
    guard !lines.isEmpty else { return nil }
    return """
        <h2>\(words["remedy"])</h2><ul class="bullets">\(each: lines, { "<li>\($0)</li>" })</ul>
        """
}

private func reference(_ number: String, _ words: Words) -> HTML {
    """
    <p class="soft">\(words["reference"])</p><p class="reference">\(number)</p>
    """
}
