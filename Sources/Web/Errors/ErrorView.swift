import Markup

func errorView(_ page: ErrorPage) -> HTML {
    let words = Words("Errors", page.language)
    return """
        <section class="card error"><h1>\(page.title)</h1><p>\(page.message)</p>
        \(problemSummary(page.problems, heading: words["problems"]))
        \(if: page.reference, { reference($0, words) })
        <p>\(each: page.next, { "<a class=\"button\" href=\"\($0.path)\">\($0.text)</a> " })</p></section>
        """
}

private func reference(_ number: String, _ words: Words) -> HTML {
    """
    <p class="soft">\(words["reference"])</p><p class="reference">\(number)</p>
    """
}
