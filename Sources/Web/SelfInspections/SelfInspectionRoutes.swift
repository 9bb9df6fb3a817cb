import Domain
import Hummingbird
import Markup
import Store

/// A body's own inspection: its answers to the checklist, its units, its report.
enum SelfInspectionRoutes {
    static func add(to router: Routes) {
        let one = "/:year/self-inspections/:number"
        router.get(RouterPath(one), .may(.seeInspections)) { _, context in
            try await page(context)
        }
        router.write(RouterPath("\(one)/answers"), .may(.recordSelfInspections)) { form, context in
            try await take("answers", form, context) { db, number, user in
                try db.answerSelfInspection(
                    number, checklist: Int(form.text("checklist")) ?? 0,
                    unit: Int(form.text("unit")) ?? 0, ChecklistBuilder.answers(form), by: user)
            }
        }
        router.write(RouterPath("\(one)/units"), .may(.recordSelfInspections)) { form, context in
            let names = form.whole("units").split(separator: "\n").map(\.trimmed)
            return try await take("units", form, context) { db, number, user in
                try db.nameInspectedUnits(names.filter { !$0.isEmpty }, of: number, by: user)
            }
        }
        router.write(RouterPath("\(one)/report"), .may(.recordSelfInspections)) { form, context in
            try await take("report", form, context) { db, number, user in
                var problems: [Problem] = []
                let day = form.day("held_on", &problems)
                let heldOn = try day ?? db.workspace().today(db.now)
                guard problems.isEmpty else { throw InvalidInput(problems) }
                try db.reportSelfInspection(
                    number, symbol: form.text("report_symbol"), heldOn: heldOn,
                    version: form.version, by: user)
            }
        }
    }

    private static func page(
        _ context: AppContext, typed: SelfInspectionBuilder.Typed? = nil
    ) async throws -> Response {
        let year = try context.year()
        let number = try context.number("number")
        let unit = Int((typed?.fields ?? context.query).text("unit")) ?? 0
        let (language, today, token) = (context.language, context.today, context.formToken)
        let user = context.person?.user.id
        let builder = try await context.site.store.read { db in
            try SelfInspectionBuilder(
                db, number: number, year: year, unit: unit, language: language, today: today,
                user: user, token: token, typed: typed)
        }
        let evidence = evidencePartView(
            try await context.evidencePart(
                of: builder.subject, returning: Paths.selfInspection(year, number)))
        return context.page(
            builder.title, in: .selfInspections, refusal: builder.refusal,
            main: selfInspectionView(builder.page(), evidence: evidence))
    }

    private static func take(
        _ name: String, _ form: Form, _ context: AppContext,
        _ action: @escaping @Sendable (WritableDatabase, Int, User.ID) throws -> Void
    ) async throws -> Response {
        let year = try context.year()
        let number = try context.number("number")
        let user = try context.signedIn().user.id
        do {
            try await context.site.store.write { try action($0, number, user) }
            let unit = Int(form.text("unit")) ?? 0
            return context.redirect(
                to: Paths.selfInspection(year, number, unit: unit),
                saying: Bilingual(
                    vi: "Đã ghi thay đổi.", en: "The change is recorded."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await page(
                context,
                typed: SelfInspectionBuilder.Typed(form: name, fields: form, refusal: refusal))
        }
    }
}
