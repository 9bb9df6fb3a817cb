import Domain
import Markup

func operationsView(_ page: OperationsPage) -> HTML {
    let words = Words("Operations", page.language)
    return """
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div></div>
        <div class="stack">
        <div class="watch">\(each: page.cards, { card($0, page.token) })</div>
        <section class="card"><h2>\(words["backups"])</h2>
        \(when: page.backups.isEmpty, "<p class=\"none\">\(words["no-backups"])</p>")\
        \(when: !page.backups.isEmpty, backupTable(page.backups, words))</section>
        <section class="card"><h2>\(words["jobs"])</h2>\(rowTable(page.jobs, words["jobs"], page.token, words))</section>
        <section class="card" id="mails"><h2>\(words["mails"])</h2>\(if: page.mailNote, { "<p class=\"hint\">\($0)</p>" })
        \(when: page.mails.isEmpty, "<p class=\"none\">\(words["no-mails"])</p>")\
        \(when: !page.mails.isEmpty, rowTable(page.mails, words["mails"], page.token, words))
        \(if: page.pager, pagerView)</section></div>
        """
}

private func card(_ card: OperationsPage.Card, _ token: String) -> HTML {
    """
    <section class="card"><h2>\(card.title)</h2><p class="figure">\(card.figure) \(badgeView(card.badge))</p>
    <p class="hint">\(card.detail)</p>\(if: card.action, { button($0, token) })</section>

    """
}

private func button(_ action: Link, _ token: String) -> HTML {
    """
    <form method="post" action="\(action.path ?? "")">\(tokenField(token))<button>\(action.text)</button></form>
    """
}

private func backupTable(_ backups: [OperationsPage.Backup], _ words: Words) -> HTML {
    """
    <div class="scroll"><table class="rowed"><caption class="unseen">\(words["backups"])</caption>
    <thead><tr><th scope="col">\(words["made"])</th><th scope="col">\(words["file"])</th>\
    <th scope="col" class="n">\(words["size"])</th><th scope="col" class="n">\(words["rows"])</th>\
    <th scope="col" class="n">\(words["entries"])</th></tr></thead>
    <tbody>\(each: backups, { backup($0, words) })</tbody></table></div>
    """
}

private func backup(_ backup: OperationsPage.Backup, _ words: Words) -> HTML {
    """
    <tr><th scope="row">\(backup.made)</th><td data-of="\(words["file"])"><code>\(backup.path)</code></td>\
    <td class="n" data-of="\(words["size"])">\(backup.size)</td>\
    <td class="n" data-of="\(words["rows"])">\(backup.rows)</td>\
    <td class="n" data-of="\(words["entries"])">\(backup.entries)</td></tr>

    """
}

private func rowTable(
    _ rows: [OperationsPage.Row], _ caption: String, _ token: String, _ words: Words
) -> HTML {
    """
    <div class="scroll"><table class="rowed"><caption class="unseen">\(caption)</caption>
    <thead><tr><th scope="col">\(words["what"])</th><th scope="col">\(words["when"])</th>\
    <th scope="col">\(words["state"])</th><th scope="col" class="n">\(words["attempts"])</th>\
    <th scope="col">\(words["outcome"])</th></tr></thead>
    <tbody>\(each: rows, { row($0, token, words) })</tbody></table></div>
    """
}

private func row(_ row: OperationsPage.Row, _ token: String, _ words: Words) -> HTML {
    """
    <tr><th scope="row">\(row.what)</th><td data-of="\(words["when"])">\(row.when)</td>\
    <td data-of="\(words["state"])">\(badgeView(row.badge))</td>\
    <td class="n" data-of="\(words["attempts"])">\(row.attempts)</td>\
    <td data-of="\(words["outcome"])"><small>\(row.outcome)</small>\(if: row.action, { button($0, token) })</td></tr>

    """
}
