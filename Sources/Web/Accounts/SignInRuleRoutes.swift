import Domain
import Hummingbird
import Store

/// How long people stay signed in, and whose role needs a second factor.
struct SignInRuleRoutes {
    private let site: Site

    static func add(to router: Routes, _ site: Site) {
        let routes = SignInRuleRoutes(site: site)
        router.get("/settings/sign-in", .may(.manageSignIn), use: routes.page)
        router.write("/settings/sign-in", .may(.manageSignIn), limits: .small, use: routes.save)
    }

    @Sendable private func page(_ request: Request, _ context: AppContext) async throws -> Response
    {
        let user = try context.signedIn().user.id
        let rules = try await site.store.read { db in
            try db.require(.manageSignIn, of: user)
            return try db.signInRules()
        }
        return try answer(context, rules)
    }

    @Sendable private func save(_ form: Form, _ context: AppContext) async throws -> Response {
        let user = try context.signedIn().user.id
        let number = { (field: String) in Int(form.text(field)) ?? -1 }
        let rules = SignInRules(
            idleMinutes: number("idle"), longestHours: number("longest"),
            linkHours: number("link"),
            rolesWithSecondFactor: Set(form.all("roles").compactMap(Role.init)))
        do {
            try await site.store.write { try $0.setSignInRules(rules, by: user) }
        } catch let refusal as InvalidInput {
            return try answer(context, rules, form: form, refusal: refusal)
        }
        return context.redirect(
            to: Paths.signInRules,
            saying: Bilingual(vi: "Đã lưu quy định đăng nhập.", en: "The rules were saved."))
    }

    private func answer(
        _ context: AppContext, _ rules: SignInRules, form: Form? = nil,
        refusal: InvalidInput? = nil
    ) throws -> Response {
        let words = Words("Accounts", context.language)
        let problems = { (field: String) in
            refusal?.problems.filter { $0.field == field }.map { $0.message[context.language] }
                ?? []
        }
        let numbers = [
            ("idle", rules.idleMinutes), ("longest", rules.longestHours), ("link", rules.linkHours),
        ].map { field, value in
            Field(
                name: field, label: words["rule-\(field)"], kind: .number,
                value: form?.text(field) ?? String(value), hint: words["rule-\(field)-hint"],
                problems: problems(field), isRequired: true)
        }
        let roles = Role.allCases.filter { !$0.onlyReports }.map { role in
            Field(
                name: "roles", label: role.title[context.language],
                kind: .tick(isChosen: rules.rolesWithSecondFactor.contains(role)),
                value: role.rawValue, idPrefix: role.rawValue)
        }
        let page = SignInRulesPage(
            language: context.language, path: Paths.signInRules, token: context.formToken,
            crumbs: [Link(words["accounts"], Paths.accounts), Link(words["rules"])],
            fields: numbers, roles: roles,
            problems: refusal?.problems.map { $0.message[context.language] } ?? [])
        return context.page(
            words["rules"], in: .accounts, refusal: refusal, main: signInRulesView(page))
    }
}

/// The form of the rules of signing in.
struct SignInRulesPage: Sendable {
    let language: Language
    let path: String
    let token: String
    let crumbs: [Link]
    let fields: [Field]
    /// A box for each role that may be asked for a second factor.
    let roles: [Field]
    let problems: [String]
}
