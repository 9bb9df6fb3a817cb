import Domain
import Hummingbird
import Store

/// Who carries on what another body was: suggested by codes and names, confirmed by a person.
enum SuccessionRoutes {
    static func add(to router: Routes) {
        router.get("/agencies/successions", .may(.seeAgencies)) { _, context in
            try await answer(context)
        }
        router.write("/agencies/successions", .may(.manageAgencies), use: confirm)
    }

    private static let pageLength = 25

    @Sendable private static func confirm(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let user = try context.signedIn().user.id
        do {
            var problems: [Problem] = []
            let day = form.day("day", &problems)
            if day == nil, problems.isEmpty { _ = form.required("day", &problems) }
            guard let day, problems.isEmpty else { throw InvalidInput(problems) }
            let (from, to) = (form.text("from"), form.text("to"))
            let kind = Succession.Kind(rawValue: form.text("kind")) ?? .merged
            let basis = form.text("basis")
            try await context.site.store.write { db in
                let succession = Succession(
                    from: try agency(from, on: day - 1, "from", db),
                    to: try agency(to, on: day, "to", db),
                    day: day, kind: kind, basis: basis)
                try db.confirmSuccession(succession, by: user)
            }
            return context.redirect(
                to: Paths.successions,
                saying: Bilingual(vi: "Đã ghi việc kế thừa.", en: "The succession is recorded."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await answer(context, typed: form, refusal: refusal)
        }
    }

    private static func agency(_ code: String, on day: Day, _ field: String, _ db: ReadableDatabase)
        throws -> Agency.ID
    {
        switch AgencyDirectory(try db.agencies(coded: code)).agency(
            coded: code, on: day, field: field)
        {
        case .found(let agency): return agency
        case .problem(let problem): throw InvalidInput([problem])
        }
    }

    private static func answer(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        _ = try context.signedIn()
        let (language, token) = (context.language, context.formToken)
        let number = max(1, context.query.optional("page").flatMap { Int($0) } ?? 1)
        let page = try await context.site.store.read { db -> SuccessionPage in
            try SuccessionBuilder(
                versions: try db.agencyVersions(), confirmed: try db.successions(),
                language: language,
                token: token, number: number, pageLength: pageLength, typed: typed, refusal: refusal
            ).successionPage()
        }
        return context.page(page.title, in: .agencies, refusal: refusal, main: successionView(page))
    }
}
