import Domain
import Hummingbird
import Store

/// Handing a post over: what the leaver still owes moves to the successor in one go.
enum HandOverRoutes {
    static func add(to router: Routes) {
        router.get("/posts/:number/hand-over", .may(.handOver)) { _, context in
            try await page(context)
        }
        router.write("/posts/:number/hand-over", .may(.handOver), use: handOver)
    }

    private static func page(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let number = try context.number("number")
        let (language, today, token) = (context.language, context.today, context.formToken)
        let user = try context.signedIn().user.id
        let page = try await context.site.store.read { db in
            try HandOverBuilder(
                db, number: number, today: today, language: language, typed: typed,
                refusal: refusal, by: user
            ).handOverPage(token)
        }
        return context.page(page.title, in: .people, refusal: refusal, main: handOverView(page))
    }

    @Sendable private static func handOver(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let number = try context.number("number")
        let user = try context.signedIn().user.id
        do {
            var problems: [Problem] = []
            _ = form.required("day", &problems)
            let day = form.day("day", &problems)
            let typedNumber =
                form.count("successor", &problems) ?? form.count("successor_number", &problems)
            if typedNumber == nil, problems.isEmpty {
                problems.append(
                    Problem(
                        "successor", vi: "Hãy chọn người nhận bàn giao.",
                        en: "Choose the successor."))
            }
            guard problems.isEmpty, let day, let typedNumber else { throw InvalidInput(problems) }
            try await context.site.store.write { db in
                guard let successor = try db.person(numbered: typedNumber) else {
                    throw MissingRecord(Bilingual(vi: "người", en: "person"), "\(typedNumber)")
                }
                let plan = HandOver(
                    post: number, version: form.version,
                    successor: successor.id, day: day, records: Set(form.all("record")),
                    succession: Post.Manner(rawValue: form.text("succession")),
                    basis: form.text("basis"))
                try db.handOver(plan, by: user)
            }
            return context.redirect(
                to: Paths.person(typedNumber),
                saying: Bilingual(
                    vi: "Đã bàn giao \(Written.count(form.all("record").count, .vi)) việc.",
                    en: "\(form.all("record").count) records were handed over."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await page(context, typed: form, refusal: refusal)
        }
    }
}
