import Domain
import Hummingbird
import Markup
import Store

extension TargetRoutes {
    /// What a signed-in person may do on the page: type a figure, or settle an open reading.
    static func form(
        _ context: AppContext, _ year: Int, _ code: String, _ typed: Form?,
        _ refusal: (any UserFacingError)?
    ) async throws -> HTML? {
        let day = try context.day(in: year)
        let found = try await context.site.store.read { db -> Plan.Target? in
            try db.currentPlan(of: year).flatMap { plan in
                try db.targets(inForceOn: day, of: plan.id).first { $0.code == code }
            }
        }
        guard let target = found else { return nil }
        let scopes = try await context.site.store.read { try $0.scopes() }
        let tiers = scopes.first { $0.id == target.terms.scope }?.tiers.count ?? 0
        if target.terms.measure == .typed {
            guard context.may(.recordFigures) else { return nil }
            return actionFormView(figurePage(context, year, code, typed, refusal, on: day))
        }
        guard target.terms.measure == .bodiesInspected, tiers > 1, target.terms.reading == nil,
            context.may(.managePlans)
        else { return nil }
        return actionFormView(
            readingPage(context, year, code, typed, refusal, version: target.version))
    }

    private static func figurePage(
        _ context: AppContext, _ year: Int, _ code: String, _ typed: Form?,
        _ refusal: (any UserFacingError)?, on day: Day
    ) -> TargetFormPage {
        let language = context.language
        func field(
            _ name: String, _ vi: String, _ en: String, _ kind: Field.Kind = .text,
            isRequired: Bool = true
        ) -> Field {
            Field(
                name: name, label: language == .vi ? vi : en, kind: kind,
                value: typed?.text(name) ?? (name == "day" ? day.vi : ""),
                problems: refusal?.problems.filter { $0.field == name }.map { $0.message[language] }
                    ?? [],
                isRequired: isRequired)
        }
        return TargetFormPage(
            language: language, name: "figure", path: Paths.targetFigures(year, code),
            token: context.formToken,
            fields: [
                field("day", "Số liệu đến ngày", "Figure of", .day),
                field("numerator", "Tử số", "Numerator", .number),
                field(
                    "denominator", "Mẫu số (để trống nếu là một con số)",
                    "Denominator (empty for a plain number)", .number, isRequired: false),
                field("source", "Nguồn", "Source"),
                field("note", "Ghi chú", "Note", isRequired: false),
            ],
            problems: refusal.map { [$0.message[language]] } ?? [])
    }

    private static func readingPage(
        _ context: AppContext, _ year: Int, _ code: String, _ typed: Form?,
        _ refusal: (any UserFacingError)?, version: Int
    ) -> TargetFormPage {
        let language = context.language
        return TargetFormPage(
            language: language, name: "reading", path: Paths.targetReading(year, code),
            token: context.formToken,
            fields: [
                Field(
                    name: "reading", label: language == .vi ? "Cách tính" : "Reading",
                    kind: .oneOf(
                        Plan.Target.Reading.allCases.map {
                            Field.Choice(value: $0.rawValue, text: $0.title[language])
                        }),
                    value: typed?.text("reading") ?? "", isRequired: true),
                Field(
                    name: "reading_basis",
                    label: language == .vi ? "Văn bản quyết định" : "Document that settles it",
                    value: typed?.text("reading_basis") ?? "",
                    problems: refusal?.problems.filter { $0.field == "reading_basis" }
                        .map { $0.message[language] } ?? [],
                    isRequired: true),
            ],
            problems: refusal.map { [$0.message[language]] } ?? [],
            hidden: [HiddenField(name: EditedForm.versionName, value: String(version))])
    }

    @Sendable static func settleReading(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let year = try context.year()
        let code = try context.segment("code")
        let user = try context.signedIn().user.id
        let day = try context.day(in: year)
        do {
            guard let reading = Plan.Target.Reading(rawValue: form.text("reading")) else {
                throw InvalidInput([
                    Problem(
                        "reading", vi: "Hãy chọn một cách tính.", en: "Choose one of the readings.")
                ])
            }
            let basis = form.text("reading_basis")
            try await context.site.store.write { db in
                let target = try requiredTarget(code, year, day, db)
                try db.settleReading(
                    of: target.id, as: reading, basis: basis, version: form.version, by: user)
            }
            return context.redirect(
                to: Paths.target(year, code),
                saying: Bilingual(vi: "Đã chốt cách tính.", en: "It is settled."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await page(context, typed: form, refusal: refusal)
        }
    }

    private static func requiredTarget(
        _ code: String, _ year: Int, _ day: Day, _ db: ReadableDatabase
    ) throws -> Plan.Target {
        guard let plan = try db.currentPlan(of: year),
            let target = try db.targets(inForceOn: day, of: plan.id).first(where: {
                $0.code == code
            })
        else { throw MissingRecord(Bilingual(vi: "chỉ tiêu", en: "target"), code) }
        return target
    }

    @Sendable static func recordFigure(_ form: Form, _ context: AppContext) async throws -> Response
    {
        let year = try context.year()
        let code = try context.segment("code")
        let user = try context.signedIn().user.id
        do {
            let figure = try figure(form, recordedOn: context.today)
            try await context.site.store.write { db in
                let target = try requiredTarget(code, year, figure.day, db)
                try db.recordFigure(figure, for: target.id, by: user)
            }
            return context.redirect(
                to: Paths.target(year, code),
                saying: Bilingual(
                    vi: "Đã ghi số liệu ngày \(figure.day.vi).",
                    en: "The figure of \(figure.day.en) is recorded."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await page(context, typed: form, refusal: refusal)
        }
    }

    private static func figure(_ form: Form, recordedOn: Day) throws -> Facts.Figure {
        var problems: [Problem] = []
        _ = form.required("day", &problems)
        _ = form.required("numerator", &problems)
        let day = form.day("day", &problems)
        let numerator = form.count("numerator", &problems)
        let denominator = form.count("denominator", &problems)
        guard problems.isEmpty, let day, let numerator else { throw InvalidInput(problems) }
        return Facts.Figure(
            day: day, numerator: numerator, denominator: denominator, source: form.text("source"),
            note: form.text("note"), recordedOn: recordedOn)
    }
}

/// A form under a target's page: for a figure typed by hand, or to settle a reading.
struct TargetFormPage: Sendable {
    let language: Language
    /// `figure` or `reading`: which words it uses.
    let name: String
    let path: String
    let token: String
    let fields: [Field]
    let problems: [String]
    /// The version that the form goes by.
    var hidden: [HiddenField] = []
}

func actionFormView(_ page: TargetFormPage) -> HTML {
    let words = Words("Targets", page.language)
    return """
        <section class="card noprint" aria-labelledby="\(page.name)-form"><h2 id="\(page.name)-form">\(words["\(page.name)-form"])</h2>
        \(problemSummary(page.problems, heading: words["\(page.name)-refused"]))
        <form method="post" action="\(page.path)">\(tokenField(page.token))\(each: page.hidden, hiddenField)<div class="form">
        \(each: page.fields, fieldView)
        <div class="actions"><button class="main">\(words["\(page.name)-save"])</button></div></div></form></section>
        """
}
