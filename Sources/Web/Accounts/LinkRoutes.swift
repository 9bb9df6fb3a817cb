import Domain
import Hummingbird
import Store

/// Opening an account with the link of an invitation or of a reset.
///
/// Looking at the page uses nothing up, for mail programs look at links before people do.
struct LinkRoutes {
    let site: Site

    @Sendable func page(_ request: Request, _ context: AppContext) async throws -> Response {
        let secret = try context.segment("secret")
        return context.linkPage(secret, try await link(secret))
    }

    @Sendable func accept(_ request: Request, _ context: AppContext) async throws -> Response {
        let form = try await context.openForm(request)
        let secret = try context.segment("secret")
        let link = try await link(secret)
        do {
            try requireSameTwice(form)
            let step = try await site.store.acceptLink(
                secret, password: form.whole("password"), from: context.signInOrigin(request))
            return try await context.answer(step, next: Paths.home)
        } catch let refusal as InvalidInput {
            return context.linkPage(secret, link, refusal: refusal)
        } catch let refusal as SignInError {
            return context.linkPage(secret, link, refusal: refusal)
        }
    }

    private func link(_ secret: String) async throws -> AccountLink {
        guard let link = try await site.store.read({ try $0.accountLink(secret) }) else {
            throw AccountError.linkNotValid
        }
        return link
    }
}

/// Throws ``InvalidInput`` when the new password was typed differently the second time.
func requireSameTwice(_ form: Form) throws {
    guard form.whole("password") != form.whole("again") else { return }
    throw InvalidInput([
        Problem(
            "again", vi: "Hai lần nhập mật khẩu mới không giống nhau.",
            en: "The new password was typed differently the second time.")
    ])
}

extension AppContext {
    fileprivate func linkPage(
        _ secret: String, _ link: AccountLink, refusal: (any UserFacingError)? = nil
    ) -> Response {
        let words = Words("Accounts", language)
        let isInvitation = link.purpose == .invitation
        let title = words[isInvitation ? "invited-title" : "reset-title"]
        let values = [
            "name": link.account.name, "login": link.account.login,
            "until": "\(link.expiresAt.day()[language]) \(link.expiresAt.timeOfDay())",
        ]
        let issuer = isInvitation ? site.settings.issuer : nil
        let page = ChangePasswordPage(
            language: language, title: title, path: Paths.invitation(secret),
            token: openFormToken,
            notice: words("link-lede", values), fields: newPasswordFields(refusal),
            problems: problems(of: refusal, otherwise: "password").map { $0.message[language] },
            button: words[isInvitation ? "invited-accept" : "save"],
            issuer: issuer.map {
                Link(
                    words("accept-with", ["name": $0.name]), Paths.issuerSignIn(invitation: secret))
            })
        return self.page(title, refusal: refusal, main: changePasswordView(page))
    }

    /// The two fields of a new password, with the rule and what was wrong.
    func newPasswordFields(_ refusal: (any UserFacingError)?) -> [Field] {
        let words = Words("Server", language)
        let problems = problems(of: refusal, otherwise: "password")
        return [("password", "new"), ("again", "again")].map { name, label in
            Field(
                name: name, label: words[label], kind: .password(autocomplete: "new-password"),
                hint: name == "password" ? PasswordRule.explanation[language] : nil,
                problems: problems.filter { $0.field == name }.map { $0.message[language] },
                isRequired: true)
        }
    }

    /// What is wrong at each field; a refusal that names none is about the field given.
    func problems(of refusal: (any UserFacingError)?, otherwise field: String) -> [Problem] {
        guard let refusal else { return [] }
        return refusal.problems.isEmpty
            ? [Problem(field, vi: refusal.message.vi, en: refusal.message.en)] : refusal.problems
    }
}
