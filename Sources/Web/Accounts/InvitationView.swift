import Markup

func invitationView(_ page: InvitationPage) -> HTML {
    let words = Words("Accounts", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head"><div><h1>\(words["invite"])</h1><p class="lede">\(words["invite-lede"])</p></div></div>
        \(problemSummary(page.problems, heading: words["not-done"]))
        <form class="card" method="post" action="\(page.path)">\(tokenField(page.token))
        <div class="form">\(each: page.fields, fieldView)
        <div class="actions"><button class="main">\(words["invite"])</button></div></div></form>
        """
}

func signInRulesView(_ page: SignInRulesPage) -> HTML {
    let words = Words("Accounts", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head"><div><h1>\(words["rules"])</h1><p class="lede">\(words["rules-lede"])</p></div></div>
        \(problemSummary(page.problems, heading: words["not-done"]))
        <form class="card" method="post" action="\(page.path)">\(tokenField(page.token))
        <div class="form">\(each: page.fields, fieldView)
        <fieldset class="field wide"><legend>\(words["rule-roles"])</legend>\(each: page.roles, fieldView)</fieldset>
        <div class="actions"><button class="main">\(words["rules-save"])</button></div></div></form>
        """
}
