import Documents
import Domain
import Markup

func taskBoxView(_ page: TaskBoxPage) -> HTML {
    let words = Words("Progress", page.language)
    return """
        <div class="head"><div><h1>\(page.title)</h1></div>\(viewChoices(page.views, label: words["views"]))</div>
        <section class="card"><div class="title">\(viewChoices(page.groupings, label: words["grouped"]))\
        \(viewChoices(page.sources, label: words["sources"]))</div>
        \(when: page.rows.isEmpty, "<p class=\"none\">\(page.none)</p>")\
        \(when: !page.rows.isEmpty, boxTable(page))</section>
        """
}

private func boxTable(_ page: TaskBoxPage) -> HTML {
    """
    <div class="scroll" tabindex="0" role="region" aria-label="\(page.caption)"><table class="boxes"><caption>\(page.caption)</caption>
    <thead><tr>\(each: page.headings.enumerated(), { heading($0.element, $0.offset) })</tr></thead>
    <tbody>\(each: page.rows, boxRow)</tbody>
    <tfoot><tr><th scope="row">\(page.headings.last ?? "")</th><td></td>\(each: page.sum, count)</tr></tfoot></table></div>
    """
}

private func heading(_ text: String, _ position: Int) -> HTML {
    if text.isEmpty { return "<td></td>" }
    return """
        <th scope="col"\(attribute: "class", position > 1 ? "n" : nil)>\(text)</th>
        """
}

private func boxRow(_ row: TaskBoxPage.Row) -> HTML {
    """
    <tr><th scope="row">\(linkView(row.name))</th><td>\(row.bar.svg)</td>\(each: row.counts, count)</tr>

    """
}

private func count(_ link: Link) -> HTML {
    """
    <td class="n">\(linkView(link))</td>
    """
}
