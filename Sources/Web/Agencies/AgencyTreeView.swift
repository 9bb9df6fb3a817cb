import Markup

func agencyTreeView(_ page: AgencyTreePage) -> HTML {
    let words = Words("Agencies", page.language)
    return """
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div>\(linkLine(page.links))</div>
        \(searchForm(page.search, words))
        <div class="stack">
        \(if: page.found, { foundList($0, words) })
        \(each: page.blocks, block)
        </div>
        """
}

private func searchForm(_ search: AgencyTreePage.Search, _ words: Words) -> HTML {
    """
    <form class="filter" method="get" action="\(search.path)" role="search">
    <div class="field"><label for="q">\(words["search"])</label>\
    <input type="search" id="q" name="q" value="\(search.query)" autocomplete="off" placeholder="\(words["search-example"])"></div>
    \(each: search.kept, hiddenField)<button>\(words["find"])</button></form>
    """
}

private func foundList(_ found: AgencyTreePage.Found, _ words: Words) -> HTML {
    """
    <section class="card"><h2>\(words["found"])</h2><p class="soft">\(found.summary)</p>
    <ul class="tree">\(each: found.agencies, agencyNode)</ul></section>

    """
}

private func block(_ block: AgencyTreePage.Block) -> HTML {
    """
    <section class="card"><div class="title"><h2>\(block.heading)</h2><span class="soft">\(block.count)</span></div>
    <ul class="tree columns">\(each: block.agencies, agencyNode)</ul></section>

    """
}

private func agencyNode(_ node: AgencyTreePage.Node) -> HTML {
    guard !node.children.isEmpty else {
        return """
            <li>\(nodeName(node))\(if: node.count, { "<span class=\"count\">\($0)</span>" })</li>

            """
    }
    return """
        <li class="branch"><span>\(nodeName(node))</span><details\(attribute: "open", when: node.isOpen)>\
        <summary>\(node.count ?? "\(node.children.count)")<span class="unseen">, \(node.name.text)</span></summary>
        <ul>\(each: node.children, agencyNode)</ul></details></li>

        """
}

private func nodeName(_ node: AgencyTreePage.Node) -> HTML {
    """
    \(linkView(node.name))<span class="code">\(node.code)</span>\(if: node.badge, { " \(badgeView($0))" })
    """
}
