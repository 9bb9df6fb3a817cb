import Markup

func slipView(_ page: SlipPage) -> HTML {
    let words = Words("Accounts", page.language)
    return """
        <div class="head noprint"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div>
        <div class="actions"><button type="button" data-print="" hidden="">\(words["print"])</button>\
        <a class="button" href="\(page.onward.path)">\(page.onward.text)</a></div></div>
        <div class="stack">\(each: page.slips, { slip($0, words) })</div>
        """
}

private func slip(_ slip: SlipPage.Slip, _ words: Words) -> HTML {
    """
    <article class="card slip">\(slip.picture)<div><h2>\(slip.name)</h2>
    <dl class="facts">\(factView(words["login"], slip.login))\(factView(words["link"], slip.address))</dl>
    <p>\(words["slip-how"])</p><p class="soft">\(slip.until)</p>
    \(if: slip.mailed, { "<p class=\"noprint\">\($0)</p>" })
    <details class="noprint"><summary>\(words["slip-copy"])</summary><pre class="message">\(slip.message)</pre></details></div></article>

    """
}
