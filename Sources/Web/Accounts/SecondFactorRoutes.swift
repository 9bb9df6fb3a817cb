import Documents
import Domain
import Hummingbird
import Store

/// Setting the second factor up, new recovery codes, and taking it away again.
struct SecondFactorRoutes {
    private let site: Site

    static func add(to router: Routes, _ site: Site) {
        let routes = SecondFactorRoutes(site: site)
        router.get("/account/second-factor", .account, use: routes.page)
        router.write("/account/second-factor", .account, limits: .small, use: routes.set)
        router.write("/account/recovery-codes", .account, limits: .small, use: routes.renewCodes)
        router.write("/account/second-factor/removal", .account, limits: .small, use: routes.remove)
    }

    @Sendable private func page(_ request: Request, _ context: AppContext) async throws -> Response
    {
        try await answer(context)
    }

    @Sendable private func set(_ form: Form, _ context: AppContext) async throws -> Response {
        do {
            let codes = try await site.store.setSecondFactor(
                of: try context.signedIn(), secret: form.text("secret"), code: form.text("code"))
            return show(codes, context)
        } catch let refusal as any UserFacingError {
            return try await answer(context, secret: form.text("secret"), refusal: refusal)
        }
    }

    @Sendable private func renewCodes(_ form: Form, _ context: AppContext) async throws -> Response
    {
        do {
            let codes = try await site.store.renewRecoveryCodes(
                of: try context.signedIn(), code: form.text("code"))
            return show(codes, context)
        } catch let refusal as any UserFacingError {
            return try await answer(context, refusal: refusal)
        }
    }

    @Sendable private func remove(_ form: Form, _ context: AppContext) async throws -> Response {
        do {
            try await site.store.removeSecondFactor(
                of: try context.signedIn(), code: form.text("code"))
        } catch let refusal as any UserFacingError {
            return try await answer(context, refusal: refusal)
        }
        return context.redirect(
            to: Paths.account,
            saying: Bilingual(
                vi: "Đã tắt xác thực hai lớp.", en: "The second factor was removed."))
    }

    /// The recovery codes, this once.
    private func show(_ codes: [String], _ context: AppContext) -> Response {
        let words = Words("Accounts", context.language)
        let page = RecoveryCodesPage(
            language: context.language, codes: codes,
            onward: Link(words["codes-kept"], Paths.account))
        return context.page(words["codes-title"], main: recoveryCodesView(page))
    }

    private func answer(
        _ context: AppContext, secret: String? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let person = try context.signedIn()
        let words = Words("Accounts", context.language)
        let problem = refusal?.message[context.language]
        if try await site.store.read({ try $0.hasSecondFactor(person.user.id) }) {
            let page = SecondFactorPage(
                language: context.language, token: context.formToken, problem: problem,
                codesPath: Paths.recoveryCodes, removalPath: Paths.secondFactorRemoval)
            return context.page(words["factor"], refusal: refusal, main: secondFactorView(page))
        }
        let secret = secret.flatMap { $0.isEmpty ? nil : $0 } ?? Store.newSecondFactorSecret()
        let address = TimeCode.address(
            secret: Base32.bytes(secret) ?? [], account: person.user.login,
            issuer: "CaiCach \(context.workspace.name.vi)")
        guard let picture = QRCode(address) else { throw AccountError.wrongCode }
        let page = SecondFactorSetPage(
            language: context.language, token: context.formToken, path: Paths.secondFactor,
            notice: person.mustSetSecondFactor ? words["factor-required"] : nil, problem: problem,
            secret: secret, secretInGroups: grouped(secret),
            picture: picture.svg(label: words["factor-picture"]))
        return context.page(words["factor-set"], refusal: refusal, main: secondFactorSetView(page))
    }

    /// In fours, for typing by hand.
    private func grouped(_ secret: String) -> String {
        let letters = Array(secret)
        return stride(from: 0, to: letters.count, by: 4).map {
            String(letters[$0..<min($0 + 4, letters.count)])
        }.joined(separator: " ")
    }
}
