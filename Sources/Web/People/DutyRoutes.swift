import Domain
import Hummingbird
import Store

/// Who answers for what an agency owes: one form for all of it.
enum DutyRoutes {
    static func add(to router: Routes) {
        router.get("/agencies/:code/duties", .may(.assignDuties)) { _, context in
            try await page(context)
        }
        router.write("/agencies/:code/duties", .may(.assignDuties), use: assign)
    }

    private static func page(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let code = try context.segment("code")
        let year = context.shownYear
        let day = try context.chosenDay() ?? min(context.today, context.visit.lastDay(of: year))
        let (language, token, user) = (
            context.language, context.formToken, try context.signedIn().user.id
        )
        let page = try await context.site.store.read { db in
            try DutyBuilder(
                db, code: code, year: year, day: day, language: language, typed: typed,
                refusal: refusal, by: user
            ).dutyPage(token)
        }
        return context.page(
            page.title, in: .agencies, year: year, refusal: refusal, main: dutyView(page))
    }

    @Sendable private static func assign(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let code = try context.segment("code")
        let user = try context.signedIn().user.id
        do {
            var problems: [Problem] = []
            _ = form.required("day", &problems)
            let day = form.day("day", &problems)
            guard problems.isEmpty, let day else { throw InvalidInput(problems) }
            let typed = DutyBuilder.choices(form)
            try await context.site.store.write { db in
                let changes = try typed.map { choice in
                    DutyChange(
                        kind: choice.kind, record: choice.record,
                        was: try choice.was.flatMap { try db.person(numbered: $0)?.id },
                        person: try choice.person.map { number in
                            guard let person = try db.person(numbered: number) else {
                                throw MissingRecord(
                                    Bilingual(vi: "người", en: "person"), "\(number)")
                            }
                            return person.id
                        })
                }
                try db.assignDuties(changes, from: day, by: user)
            }
            return context.redirect(
                to: Paths.agencyDuties(code),
                saying: Bilingual(vi: "Đã ghi phân công.", en: "It is recorded."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await page(context, typed: form, refusal: refusal)
        }
    }
}
