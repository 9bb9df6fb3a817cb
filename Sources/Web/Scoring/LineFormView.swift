import Markup

func lineFormView(_ page: LineFormPage, token: String, words: Words) -> HTML {
    """
    \(crumbsView(page.crumbs, label: words["crumbs"]))
    <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div></div>
    <div class="stack">
    \(problemSummary(page.problems, heading: words["refused"]))
    \(if: page.caveat, { "<p class=\"notice at-risk\">\($0)</p>" })
    \(viewChoices(page.areas, label: words["areas"]))
    <form class="card" method="post" action="\(page.path)">\(tokenField(token))\(each: page.hidden, hiddenField)
    \(each: page.lines, line)
    <div class="actions"><button class="main">\(page.saveLabel)</button>\
    <a class="button" href="\(page.cancelPath)">\(words["back"])</a></div></form>
    </div>
    """
}

private func line(_ line: LineFormPage.Line) -> HTML {
    """
    <fieldset class="group score-line"><legend>\(line.heading)</legend>
    <ul class="working">\(each: line.notes, { "<li>\($0)</li>" })</ul>
    <div class="form">\(each: line.fields, fieldView)</div></fieldset>

    """
}
