import Domain
import Markup

/// Both sides of a record that two people edited, field by field, above the merged form.
func conflictTable(_ conflict: RecordFormPage.Conflict, _ language: Language) -> HTML {
    let words = Words("Records", language)
    return """
        <section class="notice at-risk conflict" role="alert"><h2>\(conflict.message)</h2><p>\(words["conflict-hint"])</p>
        <div class="scroll"><table class="rowed"><caption class="unseen">\(conflict.message)</caption>
        <thead><tr><th scope="col">\(words["field"])</th><th scope="col">\(words["was"])</th>\
        <th scope="col">\(words["theirs"])</th><th scope="col">\(words["yours"])</th>\
        <th scope="col">\(words["outcome"])</th></tr></thead>
        <tbody>\(each: conflict.rows, { conflictRow($0, words) })</tbody></table></div></section>

        """
}

private func conflictRow(_ row: RecordFormPage.Conflict.Row, _ words: Words) -> HTML {
    """
    <tr\(attribute: "class", row.isClash ? "clash" : nil)><th scope="row">\(row.field)</th>\
    <td data-of="\(words["was"])">\(row.was)</td><td data-of="\(words["theirs"])">\(row.theirs)</td>\
    <td data-of="\(words["yours"])">\(row.yours)</td><td data-of="\(words["outcome"])">\(row.outcome)</td></tr>

    """
}
