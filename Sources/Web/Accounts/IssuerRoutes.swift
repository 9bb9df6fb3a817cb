import Domain
import Hummingbird
import Store

/// Signing in with the office's own account, linking it, and taking an invitation up with it.
struct IssuerRoutes {
    private let site: Site

    static func add(to router: Routes, _ site: Site) {
        let routes = IssuerRoutes(site: site)
        // A link, not a form: browsers don't let a form's answer lead to another site.
        router.get("/sign-in/issuer", .everyone, use: routes.begin)
        router.get("/sign-in/issuer/answer", .everyone, use: routes.answer)
        router.get("/account/issuer", .account, use: routes.beginLinking)
        router.write("/account/issuer/removal", .account, limits: .small, use: routes.unlink)
    }

    @Sendable private func begin(_ request: Request, _ context: AppContext) async throws -> Response
    {
        let next = localAddress(context.query.text("next"))
        let invitation = context.query.optional("invitation")
        return try await ask(
            context,
            try await site.store.beginIssuerRequest(
                invitation: invitation, returnPath: next))
    }

    @Sendable private func beginLinking(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let user = try context.signedIn().user.id
        return try await ask(
            context,
            try await site.store.beginIssuerRequest(linking: user, returnPath: Paths.account))
    }

    private func ask(_ context: AppContext, _ request: IssuerRequest) async throws -> Response {
        let issuer = try issuer(context)
        var response = Response.redirect(
            to: try await issuer.authorization(
                request, redirect: context.issuerAnswerAddress, at: site.store.clock()))
        response.setCookie(
            SiteCookie.made(
                SiteCookie.issuer, request.browser, seconds: 600, isSecure: context.isSecure))
        return response
    }

    @Sendable private func answer(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let asked = try await site.store.takeIssuerRequest(
            state: context.query.text("state"),
            browser: request.cookies[SiteCookie.issuer]?.value ?? "")
        do {
            let claims = try await claims(asked, context)
            return try await goOn(asked, claims, request, context)
        } catch let refusal as IssuerError where asked.purpose == .signIn {
            return context.signInPage(login: "", next: asked.returnPath, refusal: refusal)
        }
    }

    private func claims(_ asked: AnsweredRequest, _ context: AppContext) async throws
        -> IssuerClaims
    {
        let issuer = try issuer(context)
        // RFC 9207: whoever says so must be the one we asked.
        if let from = context.query.optional("iss"), from != site.settings.issuer?.address {
            throw IssuerError.notAsked
        }
        guard let code = context.query.optional("code") else { throw IssuerError.refused }
        return try await issuer.claims(
            code: code, verifier: asked.verifier, nonce: asked.nonce,
            redirect: context.issuerAnswerAddress, at: site.store.clock())
    }

    private func goOn(
        _ asked: AnsweredRequest, _ claims: IssuerClaims, _ request: Request, _ context: AppContext
    ) async throws -> Response {
        let origin = context.signInOrigin(request)
        switch asked.purpose {
        case .signIn:
            let step = try await site.store.signIn(
                issuer: claims.issuer, subject: claims.subject, from: origin)
            return try await context.answer(step, next: asked.returnPath)
        case .invitation(let hash):
            let step = try await site.store.acceptLink(
                hash: hash, issuer: claims.issuer, subject: claims.subject, from: origin)
            return try await context.answer(step, next: Paths.home)
        case .link(let user):
            // Only the one who asked, still signed in.
            guard try context.signedIn().user.id == user else { throw IssuerError.notAsked }
            try await site.store.write {
                try $0.linkSubject(claims.subject, of: claims.issuer, to: user)
            }
            return context.redirect(
                to: Paths.account,
                saying: Bilingual(vi: "Đã liên kết.", en: "The identity is linked."))
        }
    }

    @Sendable private func unlink(_ form: Form, _ context: AppContext) async throws -> Response {
        let user = try context.signedIn().user.id
        _ = try issuer(context)
        let address = site.settings.issuer?.address ?? ""
        try await site.store.write { try $0.unlinkSubject(of: address, from: user) }
        return context.redirect(
            to: Paths.account,
            saying: Bilingual(vi: "Đã bỏ liên kết.", en: "The identity is not linked any more."))
    }

    private func issuer(_ context: AppContext) throws -> IssuerClient {
        guard let issuer = site.issuer else { throw MissingPage(path: context.path) }
        return issuer
    }
}

extension AppContext {
    /// Where the issuer sends people back to; it must know this address.
    fileprivate var issuerAnswerAddress: String { siteAddress + Paths.issuerAnswer }
}
