import Markup

func ownAccountView(_ page: OwnAccountPage) -> HTML {
    let words = Words("Accounts", page.language)
    return """
        <div class="head"><div><h1>\(page.title)</h1></div></div>
        <div class="stack">
        <div class="two">
        <section class="card"><h2>\(words["account"])</h2>
        <dl class="facts">\(each: page.facts, fact)</dl>
        <p class="actions"><a class="button" href="\(page.passwordPath)">\(words["change"])</a></p></section>
        \(secondFactor(page.secondFactor, words))
        \(if: page.issuer, { issuer($0, page.token, words) })
        </div>
        \(sessions(page, words))
        </div>
        """
}

func factView(_ name: String, _ value: String) -> HTML {
    """
    <dt>\(name)</dt><dd>\(value)</dd>
    """
}

private func fact(_ fact: OwnAccountPage.Fact) -> HTML { factView(fact.name, fact.value) }

private func secondFactor(_ factor: OwnAccountPage.SecondFactor, _ words: Words) -> HTML {
    """
    <section class="card"><h2>\(words["factor"])</h2>
    <p>\(badgeView(Badge(kind: factor.badge, word: factor.state)))</p><p class="lede">\(factor.detail)</p>
    <p class="actions"><a class="button" href="\(factor.link.path)">\(factor.link.text)</a></p></section>

    """
}

private func issuer(_ issuer: OwnAccountPage.Issuer, _ token: String, _ words: Words) -> HTML {
    """
    <section class="card"><h2>\(issuer.name)</h2><p>\(issuer.state)</p>
    \(if: issuer.linkPath, { "<p class=\"actions\"><a class=\"button\" href=\"\($0)\">\(words["issuer-link"])</a></p>" })\
    \(if: issuer.removalPath, { removal($0, token, words) })</section>

    """
}

private func removal(_ path: String, _ token: String, _ words: Words) -> HTML {
    """
    <form method="post" action="\(path)">\(tokenField(token))<div class="actions"><button>\(words["issuer-unlink"])</button></div></form>
    """
}

private func sessions(_ page: OwnAccountPage, _ words: Words) -> HTML {
    """
    <section class="card" aria-labelledby="sessions"><h2 id="sessions">\(words["sessions"])</h2>
    <div class="scroll"><table class="rowed"><caption>\(words["sessions-hint"])</caption>
    <thead><tr><th scope="col">\(words["device"])</th><th scope="col">\(words["address"])</th>\
    <th scope="col">\(words["started"])</th><th scope="col">\(words["seen"])</th><td></td></tr></thead>
    <tbody>\(each: page.sessions, { session($0, page, words) })</tbody></table></div>
    \(when: page.hasOthers, endOthers(page, words))</section>
    """
}

private func session(_ session: OwnAccountPage.Session, _ page: OwnAccountPage, _ words: Words)
    -> HTML
{
    """
    <tr><th scope="row">\(session.device)</th><td data-of="\(words["address"])">\(session.address)</td>\
    <td data-of="\(words["started"])">\(session.started)</td><td data-of="\(words["seen"])">\(session.seen)</td>\
    <td>\(session.isThisOne ? thisOne(words) : end(session, page, words))</td></tr>

    """
}

private func thisOne(_ words: Words) -> HTML {
    """
    <b>\(words["this-one"])</b>
    """
}

private func end(_ session: OwnAccountPage.Session, _ page: OwnAccountPage, _ words: Words) -> HTML
{
    """
    <form method="post" action="\(page.sessionPath)">\(tokenField(page.token))\
    \(hiddenField(HiddenField(name: "session", value: session.id)))\
    <button aria-label="\(words("end-of", ["device": session.device]))">\(words["end"])</button></form>
    """
}

private func endOthers(_ page: OwnAccountPage, _ words: Words) -> HTML {
    """
    <form method="post" action="\(page.sessionPath)">\(tokenField(page.token))\
    <div class="actions"><button class="refuse">\(words["end-others"])</button></div></form>
    """
}
