import Markup

func reminderView(_ page: ReminderPage) -> HTML {
    let words = Words("Reminders", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div></div>
        \(each: page.notices, noticeView)
        <div class="cols"><div class="stack">
        \(if: page.message, { messageCard($0, words) })
        \(if: page.letter, { letterCard($0, words) })
        <section class="card"><h2>\(words["list"])</h2>\(listTable(page, words))</section></div>
        <aside class="stack"><section class="card"><h2>\(words["ways"])</h2>
        <ul class="rows">\(each: page.channels, channel)</ul>
        <dl class="facts">\(each: page.facts, factView)</dl></section>
        \(if: page.withdrawal, { withdrawalCard($0, words) })</aside></div>
        """
}

private func channel(_ channel: ReminderPage.Channel) -> HTML {
    """
    <li>\(badgeView(channel.badge)) <small>\(channel.text)</small></li>
    """
}

private func messageCard(_ message: ReminderPage.Message, _ words: Words) -> HTML {
    """
    <section class="card"><div class="title"><h2>\(words["message"])</h2><small>\(message.length)</small></div>
    <label class="unseen" for="message">\(words["message"])</label>
    <textarea id="message" rows="6" readonly>
    \(message.text)</textarea><p class="hint">\(words["message-hint"])</p></section>

    """
}

private func letterCard(_ letter: ReminderPage.Letter, _ words: Words) -> HTML {
    """
    <section class="card"><div class="title"><h2>\(words["letter"])</h2>\
    <a class="button" href="\(letter.download.path ?? "")">\(letter.download.text)</a></div>
    \(problemSummary(letter.problems, heading: words["refused"]))
    \(when: !letter.fields.isEmpty, letterForm(letter, words))</section>

    """
}

private func letterForm(_ letter: ReminderPage.Letter, _ words: Words) -> HTML {
    """
    <form method="post" action="\(letter.path)">\(tokenField(letter.token))\(each: letter.hidden, hiddenField)
    <div class="form">\(each: letter.fields, fieldView)<div class="actions"><button class="main">\(words["sign"])</button></div></div></form>
    """
}

private func withdrawalCard(_ withdrawal: ReminderPage.Withdrawal, _ words: Words) -> HTML {
    """
    <section class="card"><details><summary>\(words["withdraw"])</summary>
    <form method="post" action="\(withdrawal.path)">\(tokenField(withdrawal.token))\
    \(each: withdrawal.hidden, hiddenField)<p class="hint">\(words["withdraw-hint"])</p>
    <div class="form">\(fieldView(withdrawal.reason))<div class="actions"><button class="refuse">\(words["withdraw"])</button></div></div></form></details></section>

    """
}

private func listTable(_ page: ReminderPage, _ words: Words) -> HTML {
    """
    <div class="scroll"><table class="rowed"><caption>\(page.caption)</caption>
    <thead><tr><th scope="col">\(words["what"])</th><th scope="col">\(words["agency"])</th>\
    <th scope="col">\(words["due"])</th><th scope="col">\(words["now"])</th></tr></thead>
    <tbody>\(each: page.rows, { row($0, words) })</tbody></table></div>
    """
}

private func row(_ row: ReminderPage.Row, _ words: Words) -> HTML {
    """
    <tr><th scope="row">\(linkView(row.title)) <small>\(row.kind)</small></th>\
    <td data-of="\(words["agency"])">\(linkView(row.agency))</td>\
    <td data-of="\(words["due"])">\(row.due)</td>\
    <td data-of="\(words["now"])">\(badgeView(row.now))</td></tr>

    """
}

/// A list with the tabs of chasing above it.
func tabbedListView(_ page: ReminderListPage) -> HTML {
    let words = Words("Reminders", page.language)
    return """
        \(viewChoices(page.tabs, label: words["views"]))
        \(recordListView(page.list))
        """
}
