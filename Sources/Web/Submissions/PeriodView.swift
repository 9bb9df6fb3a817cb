import Markup

func periodView(_ page: PeriodPage) -> HTML {
    let words = Words("Submissions", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(words["settings-lede"])</p></div></div>
        <div class="stack">\(problemSummary(page.problems, heading: words["refused"]))
        \(if: page.openPath, { openForm($0, page.token, words) })
        \(each: page.periods, { periodCard($0, page.token, words) })
        <details class="card"\(attribute: "open", when: page.isNewOpen)><summary>\(words["new-period"])</summary>\
        <p class="soft">\(words["new-period-hint"])</p>\(editForm(page.new, page.token, words["add"]))</details>
        <section class="card"><h2>\(words["rules"])</h2>\(editForm(page.rules, page.token, words["save"]))</section></div>
        """
}

private func openForm(_ path: String, _ token: String, _ words: Words) -> HTML {
    """
    <form class="card" method="post" action="\(path)">\(tokenField(token))<button class="main">\(words["open-usual"])</button></form>

    """
}

private func editForm(_ form: PeriodPage.EditForm, _ token: String, _ label: String) -> HTML {
    """
    <form method="post" action="\(form.path)">\(tokenField(token))\(each: form.hidden, hiddenField)
    <div class="form">\(each: form.fields, fieldView)<div class="actions"><button class="main">\(label)</button></div></div></form>
    """
}

private func periodCard(_ entry: PeriodPage.Entry, _ token: String, _ words: Words) -> HTML {
    """
    <section class="card"><div class="title"><h2>\(entry.name)</h2><span class="soft">\(entry.span)</span>\
    <span>\(each: entry.badges, { "\(badgeView($0)) " })</span></div>
    <details\(attribute: "open", when: entry.isOpen)><summary>\(words["period-days"])</summary>\
    \(editForm(entry.days, token, words["save"]))</details>
    <details><summary>\(words["lock"])</summary><p class="soft">\(words["lock-hint"])</p>\
    \(editForm(entry.lock, token, words["lock-save"]))</details>
    <details\(attribute: "open", when: !entry.exceptions.isEmpty)><summary>\(words["exceptions"])</summary>\
    <ul class="rows">\(each: entry.exceptions, { exception($0, entry, token, words) })</ul>\
    \(editForm(entry.exception, token, words["exception-give"]))</details>
    \(if: entry.removalPath, { removal($0, token, words) })</section>

    """
}

private func exception(
    _ exception: PeriodPage.Exception, _ entry: PeriodPage.Entry, _ token: String, _ words: Words
) -> HTML {
    """
    <li><form class="actions" method="post" action="\(entry.exception.path)">\(tokenField(token))\
    \(hiddenField(HiddenField(name: "agency", value: exception.code)))\
    \(hiddenField(HiddenField(name: "end", value: "1")))<span>\(exception.text)</span> \
    <button class="bare">\(words["exception-end"])</button></form></li>

    """
}

private func removal(_ path: String, _ token: String, _ words: Words) -> HTML {
    """
    <form method="post" action="\(path)">\(tokenField(token))<button class="bare refuse">\(words["remove"])</button></form>
    """
}
