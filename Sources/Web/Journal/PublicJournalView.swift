import Markup

func publicJournalView(_ page: PublicJournalPage) -> HTML {
    let words = Words("Journal", page.language)
    return """
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div>\
        \(linkLine(page.links))</div>
        <div class="stack signed">
        <section class="card"><h2>\(words["keys"])</h2>
        \(when: page.keys.isEmpty, "<p class=\"none\">\(words["no-keys"])</p>")\
        <ul class="bullets">\(each: page.keys, key)</ul>
        <p class="hint">\(words["how-to-check"])</p></section>
        <section class="card"><h2>\(words["days"])</h2>
        \(when: page.days.isEmpty, "<p class=\"none\">\(words["no-days"])</p>")\
        \(when: !page.days.isEmpty, table(page, words))
        \(if: page.pager, pagerView)</section></div>
        """
}

private func key(_ key: PublicJournalPage.Key) -> HTML {
    "<li><code>\(key.text)</code> · \(key.since)</li>"
}

private func table(_ page: PublicJournalPage, _ words: Words) -> HTML {
    """
    <div class="scroll"><table class="rowed"><caption class="unseen">\(words["days"])</caption>
    <thead><tr><th scope="col">\(words["day"])</th><th scope="col">\(words["entries"])</th>\
    <th scope="col">\(words["signed-text"])</th></tr></thead>
    <tbody>\(each: page.days, { row($0, words) })</tbody></table></div>
    """
}

private func row(_ row: PublicJournalPage.Row, _ words: Words) -> HTML {
    """
    <tr><th scope="row">\(row.day)</th><td data-of="\(words["entries"])">\(row.entries)</td>\
    <td><details><summary>\(words["signed-text"])</summary><pre>\(row.text)</pre>
    <p>\(words["signature"]) <code>\(row.signature)</code></p>\
    <p>\(words["key"]) <code>\(row.key)</code></p></details></td></tr>

    """
}
