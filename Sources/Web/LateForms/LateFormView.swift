import Markup

func lateFormView(_ page: LateFormPage) -> HTML {
    let words = Words("LateForms", page.language)
    return """
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div></div>
        <div class="stack"><section class="card">
        \(typedTable(page, words))
        <form method="post" action="\(page.path)" enctype="multipart/form-data">\(tokenField(page.token))\
        \(each: page.hidden, hiddenField)
        <div class="form">\(each: page.files, fieldView)
        <div class="actions"><button class="main">\(words["send"])</button></div></div></form>
        <form method="post" action="\(page.removalPath)">\(tokenField(page.token))
        <div class="actions"><button class="refuse">\(words["drop"])</button></div></form>
        </section></div>
        """
}

private func typedTable(_ page: LateFormPage, _ words: Words) -> HTML {
    guard !page.typed.isEmpty else { return "<p class=\"none\">\(words["nothing"])</p>" }
    return """
        <div class="scroll"><table class="rowed"><caption>\(page.caption)</caption>
        <thead><tr><th scope="col">\(words["field"])</th><th scope="col">\(words["value"])</th></tr></thead>
        <tbody>\(each: page.typed, typedRow)</tbody></table></div>

        """
}

private func typedRow(_ line: LateFormPage.Line) -> HTML {
    """
    <tr><th scope="row">\(line.name)</th><td class="typed">\(line.value)</td></tr>

    """
}
