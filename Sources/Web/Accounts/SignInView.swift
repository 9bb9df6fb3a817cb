import Markup

func signInView(_ page: SignInPage) -> HTML {
    let words = Words("Accounts", page.language)
    let login = Field(
        name: "login", label: words["login"], value: page.login, isRequired: true,
        autocomplete: "username")
    let password = Field(
        name: "password", label: words["password"],
        kind: .password(autocomplete: "current-password"),
        problems: page.problem.map { [$0] } ?? [], isRequired: true)
    return """
        <section class="card narrow"><h1>\(words["sign-in"])</h1>
        \(if: page.hint, { "<p class=\"notice\">\($0)</p>" })
        <form method="post" action="\(page.path)">\(tokenField(page.token))\
        \(hiddenField(HiddenField(name: "return", value: page.returnPath)))
        <div class="form">\(fieldView(login))\(fieldView(password))
        <div class="actions"><button class="main">\(words["sign-in"])</button></div></div></form>
        \(if: page.issuer, issuerLink)
        <p class="hint">\(words["forgotten"])</p></section>
        """
}

func signInCodeView(_ page: CodePage) -> HTML {
    let words = Words("Accounts", page.language)
    return """
        <section class="card narrow"><h1>\(words["code-title"])</h1>
        <p class="lede">\(words["code-lede"])</p>
        <form method="post" action="\(page.path)">\(tokenField(page.token))\(each: page.hidden, hiddenField)
        <div class="form">\(fieldView(codeField(page.problem, words)))
        <div class="actions"><button class="main">\(words["code-send"])</button></div></div></form></section>
        """
}

func codeField(_ problem: String?, _ words: Words, label: String = "code", hint: String? = nil)
    -> Field
{
    Field(
        name: "code", label: words[label], hint: hint, problems: problem.map { [$0] } ?? [],
        isRequired: true, autocomplete: "one-time-code")
}

func changePasswordView(_ page: ChangePasswordPage) -> HTML {
    let words = Words("Accounts", page.language)
    return """
        <section class="card narrow"><h1>\(page.title)</h1>
        \(if: page.notice, { "<p class=\"notice at-risk\">\($0)</p>" })
        \(problemSummary(page.problems, heading: words["problems"]))
        <form method="post" action="\(page.path)">\(tokenField(page.token))
        <div class="form">\(each: page.fields, fieldView)
        <div class="actions"><button class="main">\(page.button)</button></div></div></form>
        \(if: page.issuer, issuerLink)</section>
        """
}

private func issuerLink(_ link: Link) -> HTML {
    """
    <p class="or"><a class="button" href="\(link.path)">\(link.text)</a></p>
    """
}
