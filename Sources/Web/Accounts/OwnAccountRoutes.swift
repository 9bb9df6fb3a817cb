import Domain
import Hummingbird
import Store

/// A person's own account: who they are here, the password, where they are signed in.
struct OwnAccountRoutes {
    private let site: Site

    static func add(to router: Routes, _ site: Site) {
        let routes = OwnAccountRoutes(site: site)
        router.get("/account", .account, use: routes.page)
        router.get("/account/password", .account, use: routes.passwordPage)
        router.write("/account/password", .account, limits: .small, use: routes.changePassword)
        router.write("/account/sessions/closure", .account, limits: .small, use: routes.endSessions)
    }

    @Sendable private func page(_ request: Request, _ context: AppContext) async throws -> Response
    {
        let person = try context.signedIn()
        let issuer = site.settings.issuer
        let found = try await site.store.read { db in
            OwnAccountBuilder.Found(
                sessions: try db.sessions(of: person),
                hasSecondFactor: try db.hasSecondFactor(person.user.id),
                codesLeft: try db.recoveryCodesLeft(of: person.user.id),
                isLinked: try issuer.map {
                    try db.isLinked(person.user.id, to: $0.address)
                } ?? false,
                body: try person.user.agency.flatMap { try db.agencyVersions(of: $0).last?.name })
        }
        let page = OwnAccountBuilder(context: context, person: person, found: found).page()
        return context.page(page.title, main: ownAccountView(page))
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
            try requireSameTwice(form)
            try await site.store.changePassword(
                of: try context.signedIn(), from: form.whole("current"), to: form.whole("password"))
        } catch let refusal as any UserFacingError {
            return try context.passwordPage(refusal: refusal)
        }
        return context.redirect(
            to: Paths.inbox,
            saying: Bilingual(vi: "Đã đổi mật khẩu.", en: "The password was changed."))
    }

    @Sendable private func endSessions(_ form: Form, _ context: AppContext) async throws -> Response
    {
        let person = try context.signedIn()
        if let id = form.optional("session") {
            try await site.store.endSession(Identifier(id), of: person)
        } else {
            try await site.store.endOtherSessions(of: person)
        }
        return context.redirect(
            to: Paths.account, saying: Bilingual(vi: "Đã kết thúc phiên.", en: "Ended."))
    }
}

extension AppContext {
    fileprivate func passwordPage(refusal: (any UserFacingError)? = nil) throws -> Response {
        let person = try signedIn()
        let words = Words("Accounts", language)
        let server = Words("Server", language)
        // A refusal that names no field is about the present password, or about all of it.
        let problems = problems(of: refusal, otherwise: "current")
        let current = Field(
            name: "current", label: server["current"],
            kind: .password(autocomplete: "current-password"),
            problems: problems.filter { $0.field == "current" }.map { $0.message[language] },
            isRequired: true)
        let page = ChangePasswordPage(
            language: language, title: words["change"], path: Paths.password, token: formToken,
            notice: person.mustChangePassword ? server["change-now"] : nil,
            fields: [current]
                + newPasswordFields(refusal.flatMap { $0.problems.isEmpty ? nil : $0 }),
            problems: problems.map { $0.message[language] }, button: words["save"])
        return self.page(words["change"], refusal: refusal, main: changePasswordView(page))
    }
}
