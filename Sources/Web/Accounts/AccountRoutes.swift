import Domain
import Hummingbird
import Markup
import Store

/// Signing in and out, and choosing another password.
struct AccountRoutes {
    private let site: Site

    static func add(to router: Routes, _ site: Site) {
        let routes = AccountRoutes(site: site)
        router.get("/sign-in", .everyone, use: routes.signInPage)
        // Not a `write`, for nobody is signed in yet; its form is bound to the browser instead.
        router.writeWithoutSession("/session", use: routes.signIn)
        router.write("/session/closure", .account, limits: .small, use: routes.signOut)
        router.get("/account", .account, use: routes.account)
        router.get("/account/password", .account, use: routes.passwordPage)
        router.write("/account/password", .account, limits: .small, use: routes.changePassword)
    }

    @Sendable private func signInPage(_ request: Request, _ context: AppContext) -> Response {
        let next = localAddress(context.query.text("next"))
        guard context.person == nil else { return .redirect(to: next) }
        return context.signInPage(login: "", next: next)
    }

    @Sendable private func signIn(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let form = try await context.openForm(request)
        let next = localAddress(form.text("return"))
        do {
            let person = try await site.store.signIn(
                login: form.text("login"), password: form.whole("password"),
                device: request.headers[.userAgent] ?? "", address: context.device)
            var response = Response.redirect(to: person.mustChangePassword ? Paths.password : next)
            response.setCookie(
                SiteCookie.made(
                    SiteCookie.session, person.token, seconds: nil, isSecure: site.settings.isSecure
                ))
            return response
        } catch let refusal as SignInError {
            return context.signInPage(login: form.text("login"), next: next, refusal: refusal)
        }
    }

    @Sendable private func signOut(_ form: Form, _ context: AppContext) async throws -> Response {
        try await site.store.signOut(try context.signedIn().token)
        var response = Response.redirect(to: Paths.home)
        response.setCookie(SiteCookie.removed(SiteCookie.session, isSecure: site.settings.isSecure))
        return response
    }

    @Sendable private func account(_ request: Request, _ context: AppContext) throws -> Response {
        _ = try context.signedIn()
        return .redirect(to: Paths.password)
    }

    @Sendable private func passwordPage(_ request: Request, _ context: AppContext) throws
        -> Response
    {
        try context.passwordPage()
    }

    @Sendable private func changePassword(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        do {
            guard form.whole("password") == form.whole("again") else {
                throw InvalidInput([
                    Problem(
                        "again", vi: "Hai lần nhập mật khẩu mới không giống nhau.",
                        en: "The new password was typed differently the second time.")
                ])
            }
            try await site.store.changePassword(
                of: try context.signedIn(), from: form.whole("current"), to: form.whole("password"))
        } catch let refusal as any UserFacingError {
            return try context.passwordPage(refusal: refusal)
        }
        return context.redirect(
            to: Paths.home,
            saying: Bilingual(vi: "Đã đổi mật khẩu.", en: "The password was changed."))
    }
}

extension AppContext {
    fileprivate func signInPage(login: String, next: String, refusal: SignInError? = nil)
        -> Response
    {
        let words = Words("Server", language)
        let page = SignInPage(
            language: language, path: Paths.session, token: openFormToken, login: login,
            problem: refusal?.message[language], returnPath: next,
            hint: workspace.isMadeUp ? words["first-sign-in"] : nil)
        var response = self.page(words["sign-in"], refusal: refusal, main: signInView(page))
        if let seconds = refusal?.retryAfter { response.headers[.retryAfter] = String(seconds) }
        return response
    }

    fileprivate func passwordPage(refusal: (any UserFacingError)? = nil) throws -> Response {
        let person = try signedIn()
        let words = Words("Server", language)
        // A refusal that names no field is about the present password, or about all of it.
        let problems =
            refusal.map {
                $0.problems.isEmpty
                    ? [Problem("current", vi: $0.message.vi, en: $0.message.en)] : $0.problems
            } ?? []
        let field = { (name: String, label: String, autocomplete: String) in
            Field(
                name: name, label: words[label], kind: .password(autocomplete: autocomplete),
                problems: problems.filter { $0.field == name }.map { $0.message[language] },
                isRequired: true)
        }
        let page = ChangePasswordPage(
            language: language, path: Paths.password, token: formToken,
            notice: person.mustChangePassword ? words["change-now"] : nil,
            fields: [
                field("current", "current", "current-password"),
                field("password", "new", "new-password"),
                field("again", "again", "new-password"),
            ],
            problems: problems.map { $0.message[language] })
        return self.page(words["account"], refusal: refusal, main: changePasswordView(page))
    }
}

/// An address on this site to go on to; anything else becomes the first page.
///
/// `//elsewhere` and `/\elsewhere` lead browsers to another site.
func localAddress(_ address: String) -> String {
    let scalars = Array(address.unicodeScalars)
    guard scalars.first == "/", scalars.count == 1 || (scalars[1] != "/" && scalars[1] != "\\"),
        scalars.allSatisfy({ $0.value > 0x20 && $0.value < 0x7F })
    else { return Paths.home }
    return address
}
