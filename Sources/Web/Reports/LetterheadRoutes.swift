import Domain
import Hummingbird
import Markup
import Store

/// How one body heads its documents: today, before, and from a day on.
enum LetterheadRoutes {
    static func add(to router: Routes) {
        router.get("/agencies/:code/letterhead", .may(.seeAgencies)) { _, context in
            try await page(context)
        }
        router.write("/agencies/:code/letterhead", .may(.setLetterheads)) { form, context in
            try await set(form, context)
        }
    }

    private static func set(_ form: Form, _ context: AppContext) async throws -> Response {
        let (code, today) = (try context.segment("code"), context.today)
        let user = try context.signedIn().user.id
        do {
            var problems: [Problem] = []
            let from = form.day("from", &problems)
            if from == nil, problems.isEmpty { _ = form.required("from", &problems) }
            problems += wording(form, of: Agency.ID(""), from: from ?? today).problems
            guard let from, problems.isEmpty else { throw InvalidInput(problems) }
            try await context.site.store.write { db in
                let agency = try known(code, on: today, db).agency
                try db.setLetterhead(wording(form, of: agency, from: from), by: user)
            }
            return context.redirect(
                to: Paths.letterhead(code),
                saying: Bilingual(
                    vi: "Đã đặt phần đầu văn bản; văn bản đã ký giữ nguyên.",
                    en: "The letterhead is set; what was signed stays as it was."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await page(context, typed: form, refusal: refusal)
        }
    }

    private static func wording(_ form: Form, of agency: Agency.ID, from: Day) -> LetterheadWording
    {
        LetterheadWording(
            agency: agency, from: from,
            superior: form.has("no_superior") ? "" : form.optional("superior"),
            issuer: form.text("issuer"), name: form.text("name"), place: form.text("place"),
            abbreviation: form.text("abbreviation"), source: form.text("source"),
            version: form.version)
    }

    private static func page(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let code = try context.segment("code")
        let day = try context.chosenDay() ?? context.today
        let (language, user, token) = (
            context.language, context.person?.user.id, context.formToken
        )
        let page = try await context.site.store.read { db in
            try LetterheadBuilder(
                db, known(code, on: day, db), on: day, user: user, language: language,
                token: token, typed: typed, refusal: refusal
            ).page()
        }
        return context.page(
            page.title, in: .agencies, refusal: refusal, main: letterheadPage(page))
    }

    /// The body that has the code on the day, otherwise the last that had it.
    private static func known(_ code: String, on day: Day, _ db: ReadableDatabase) throws
        -> Agency.Version
    {
        let versions = try db.agencies(coded: code)
        guard let version = versions.last(where: { $0.tenure.contains(day) }) ?? versions.last
        else { throw MissingRecord(Bilingual(vi: "cơ quan", en: "agency"), code) }
        return version
    }
}

extension Paths {
    static func letterhead(_ code: String, on: Day? = nil) -> String {
        path(["agencies", code, "letterhead"], on: on)
    }
}
