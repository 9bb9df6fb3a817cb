import Domain
import Hummingbird
import Store

/// Signing in with login and password, then with a code where there is a second factor; and out.
struct SignInRoutes {
    let site: Site

    @Sendable func page(_ request: Request, _ context: AppContext) -> Response {
        let next = localAddress(context.query.text("next"))
        guard context.person == nil else { return .redirect(to: next) }
        return context.signInPage(login: "", next: next)
    }

    @Sendable func begin(_ request: Request, _ context: AppContext) async throws -> Response {
        let form = try await context.openForm(request)
        let next = localAddress(form.text("return"))
        do {
            let step = try await site.store.beginSignIn(
                login: form.text("login"), password: form.whole("password"),
                from: context.signInOrigin(request))
            return try await context.answer(step, next: next)
        } catch let refusal as SignInError {
            return context.signInPage(login: form.text("login"), next: next, refusal: refusal)
        }
    }

    @Sendable func codePage(_ request: Request, _ context: AppContext) async throws -> Response {
        let next = localAddress(context.query.text("next"))
        let waiting = request.cookies[SiteCookie.waiting]?.value ?? ""
        guard try await site.store.read({ try $0.isWaiting(waiting) }) else {
            return .redirect(to: Paths.signIn(next: next))
        }
        return context.codePage(next: next)
    }

    @Sendable func finish(_ request: Request, _ context: AppContext) async throws -> Response {
        let form = try await context.openForm(request)
        let next = localAddress(form.text("return"))
        do {
            let step = try await site.store.finishSignIn(
                waiting: request.cookies[SiteCookie.waiting]?.value ?? "", code: form.text("code"),
                from: context.signInOrigin(request))
            return try await context.answer(step, next: next)
        } catch SignInError.beginAgain {
            return context.signInPage(login: "", next: next, refusal: SignInError.beginAgain)
        } catch let refusal as any UserFacingError {
            return context.codePage(next: next, refusal: refusal)
        }
    }

    @Sendable func signOut(_ form: Form, _ context: AppContext) async throws -> Response {
        try await site.store.signOut(try context.signedIn().token)
        var response = Response.redirect(to: Paths.home)
        response.setCookie(SiteCookie.removed(SiteCookie.session, isSecure: context.isSecure))
        return response
    }
}

extension AppContext {
    /// From where somebody signs in, as the request and its device cookie say.
    func signInOrigin(_ request: Request) -> SignInOrigin {
        SignInOrigin(
            device: request.headers[.userAgent] ?? "", address: device,
            knownDevice: request.cookies[SiteCookie.device]?.value)
    }

    /// Goes on after a password, a link or an issuer was right: to the code, or in.
    ///
    /// The session is always a new one; one that the browser brought along ends.
    func answer(_ step: SignInStep, next: String) async throws -> Response {
        switch step {
        case .code(let waiting):
            var response = Response.redirect(to: Paths.signInCode(next: next))
            response.setCookie(
                SiteCookie.made(SiteCookie.waiting, waiting, seconds: 300, isSecure: isSecure))
            return response
        case .done(let now, let device):
            if let before = person { try await site.store.signOut(before.token) }
            let path =
                now.mustChangePassword
                ? Paths.password
                : now.mustSetSecondFactor
                    ? Paths.secondFactor : next == Paths.home ? Paths.inbox : next
            var response = Response.redirect(to: path)
            response.setCookie(
                SiteCookie.made(SiteCookie.session, now.token, seconds: nil, isSecure: isSecure))
            response.setCookie(
                SiteCookie.made(
                    SiteCookie.device, device, seconds: 31_536_000, isSecure: isSecure))
            response.setCookie(SiteCookie.removed(SiteCookie.waiting, isSecure: isSecure))
            return response
        }
    }

    func signInPage(login: String, next: String, refusal: (any UserFacingError)? = nil) -> Response
    {
        let words = Words("Accounts", language)
        let page = SignInPage(
            language: language, path: Paths.session, token: openFormToken, login: login,
            problem: refusal?.message[language], returnPath: next,
            hint: workspace.isMadeUp ? Words("Server", language)["first-sign-in"] : nil,
            issuer: site.settings.issuer.map {
                Link(words("sign-in-with", ["name": $0.name]), Paths.issuerSignIn(next: next))
            })
        return self.page(words["sign-in"], refusal: refusal, main: signInView(page))
    }

    fileprivate func codePage(next: String, refusal: (any UserFacingError)? = nil) -> Response {
        let words = Words("Accounts", language)
        let page = CodePage(
            language: language, path: Paths.signInCode, token: openFormToken,
            problem: refusal?.message[language],
            hidden: [HiddenField(name: "return", value: next)])
        return self.page(words["code-title"], refusal: refusal, main: signInCodeView(page))
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
