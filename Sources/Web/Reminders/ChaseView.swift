import Markup

func chaseView(_ page: ChasePage) -> HTML {
    let words = Words("Reminders", page.language)
    return """
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div>\
        \(viewChoices(page.tabs, label: words["views"]))</div>
        <div class="stack">\(problemSummary(page.problems, heading: words["refused"]))
        <section class="card">\(filterForm(page.filter, Words("Records", page.language)))
        \(if: page.note, { "<p class=\"hint\">\($0)</p>" })
        \(when: page.groups.isEmpty, "<p class=\"none\">\(page.none)</p>")\
        \(when: !page.groups.isEmpty, chaseForm(page, words))</section></div>
        """
}

private func chaseForm(_ page: ChasePage, _ words: Words) -> HTML {
    """
    <form method="post" action="\(page.path)">\(tokenField(page.token))
    <div class="scroll"><table class="rowed"><caption>\(words["choose"])</caption>
    <thead><tr><th scope="col">\(words["what"])</th><th scope="col">\(words["reason"])</th>\
    <th scope="col">\(words["reminded"])</th></tr></thead>
    \(each: page.groups, { group($0, words) })</table></div>
    <h2 class="after">\(words["how"])</h2>
    <div class="form">\(each: page.channels, fieldView)\(fieldView(page.answerBy))
    <div class="actions"><button class="main">\(words["remind"])</button></div></div></form>
    """
}

private func group(_ group: ChasePage.Group, _ words: Words) -> HTML {
    """
    <tbody><tr class="group-head"><th colspan="3" scope="rowgroup">\(linkView(group.agency)) <small>\(group.count)</small></th></tr>
    \(each: group.items, { item($0, words) })</tbody>

    """
}

private func item(_ item: ChasePage.Item, _ words: Words) -> HTML {
    """
    <tr><th scope="row"><label class="pick"><input type="checkbox" name="item" value="\(item.key)"\
    \(attribute: "checked", when: item.isChosen)> <span>\(linkView(item.title)) <small>\(item.kind)</small></span></label></th>\
    <td data-of="\(words["reason"])">\(item.reason)</td>\
    <td data-of="\(words["reminded"])">\(item.reminded)</td></tr>

    """
}
