import Markup

func secondFactorSetView(_ page: SecondFactorSetPage) -> HTML {
    let words = Words("Accounts", page.language)
    return """
        <section class="card narrow"><h1>\(words["factor-set"])</h1>
        \(if: page.notice, { "<p class=\"notice at-risk\">\($0)</p>" })
        <ol class="numbered"><li>\(words["factor-step-1"])</li>
        <li>\(words["factor-step-2"])\(page.picture)<p class="hint">\(words["factor-by-hand"])</p>\
        <p class="reference">\(page.secretInGroups)</p></li>
        <li>\(words["factor-step-3"])</li></ol>
        <form method="post" action="\(page.path)">\(tokenField(page.token))\
        \(hiddenField(HiddenField(name: "secret", value: page.secret)))
        <div class="form">\(fieldView(codeField(page.problem, words)))
        <div class="actions"><button class="main">\(words["factor-confirm"])</button></div></div></form></section>
        """
}

func secondFactorView(_ page: SecondFactorPage) -> HTML {
    let words = Words("Accounts", page.language)
    return """
        <div class="head"><div><h1>\(words["factor"])</h1><p class="lede">\(words["factor-is-on"])</p></div></div>
        \(problemSummary(page.problem.map { [$0] } ?? [], heading: words["code-refused"]))
        <div class="two">
        \(codeForm(page.codesPath, "codes-renew", "codes-renew-hint", "new-codes-", page.token, words))
        \(codeForm(page.removalPath, "factor-remove", "factor-remove-hint", "removal-", page.token, words))
        </div>
        """
}

private func codeForm(
    _ path: String, _ title: String, _ hint: String, _ prefix: String, _ token: String,
    _ words: Words
) -> HTML {
    var field = codeField(nil, words)
    field.idPrefix = prefix
    return """
        <section class="card"><h2>\(words[title])</h2><p class="lede">\(words[hint])</p>
        <form method="post" action="\(path)">\(tokenField(token))
        <div class="form">\(fieldView(field))<div class="actions"><button>\(words[title])</button></div></div></form></section>

        """
}

func recoveryCodesView(_ page: RecoveryCodesPage) -> HTML {
    let words = Words("Accounts", page.language)
    return """
        <section class="card narrow"><h1>\(words["codes-title"])</h1>
        <p class="notice at-risk">\(words["codes-lede"])</p>
        <ol class="codes">\(each: page.codes, { "<li><code>\($0)</code></li>" })</ol>
        <div class="actions noprint"><button type="button" data-print="" hidden="">\(words["print"])</button>\
        <a class="button" href="\(page.onward.path)">\(page.onward.text)</a></div></section>
        """
}
