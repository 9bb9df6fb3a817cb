import Domain
import Hummingbird
import Markup
import Store

extension TargetRoutes {
    /// The form for a figure typed by hand; `nil` for targets that are counted from records.
    static func figureForm(
        _ context: AppContext, _ year: Int, _ code: String, _ typed: Form?,
        _ refusal: (any UserFacingError)?
    ) async throws -> HTML? {
        let day = try context.day(in: year)
        let isTyped = try await context.site.store.read { db in
            try db.currentPlan(of: year).map { plan in
                try db.targets(inForceOn: day, of: plan.id)
                    .contains { $0.code == code && $0.terms.measure == .typed }
            } ?? false
        }
        guard isTyped else { return nil }
        let language = context.language
        func field(_ name: String, _ vi: String, _ en: String, _ kind: Field.Kind = .text, _ required: Bool = true) -> Field {
            Field(
                name: name, label: language == .vi ? vi : en, kind: kind,
                value: typed?.text(name) ?? (name == "day" ? day.vi : ""),
                problems: refusal?.problems.filter { $0.field == name }.map { $0.message[language] } ?? [],
                isRequired: required)
        }
        return figureFormView(
            FigureFormPage(
                language: language, path: Paths.targetFigures(year, code), token: context.formToken,
                fields: [
                    field("day", "Số liệu đến ngày", "Figure of", .day),
                    field("numerator", "Tử số", "Numerator", .number),
                    field("denominator", "Mẫu số (để trống nếu là một con số)", "Denominator (empty for a plain number)", .number, false),
                    field("source", "Nguồn", "Source"), field("note", "Ghi chú", "Note", .text, false),
                ],
                problems: refusal.map { [$0.message[language]] } ?? []))
    }

    @Sendable static func recordFigure(_ form: Form, _ context: AppContext) async throws -> Response {
        let year = try context.year()
        let code = try context.segment("code")
        let person = try context.signedIn()
        var problems: [Problem] = []
        let day = form.day("day", &problems)
        if day == nil, problems.isEmpty { _ = form.required("day", &problems) }
        let numerator = form.count("numerator", &problems)
        if numerator == nil, !problems.contains(where: { $0.field == "numerator" }) {
            _ = form.required("numerator", &problems)
        }
        let denominator = form.count("denominator", &problems)
        guard problems.isEmpty, let day, let numerator else { throw InvalidInput(problems) }
        let figure = Facts.Figure(
            day: day, numerator: numerator, denominator: denominator, source: form.text("source"),
            note: form.text("note"), recordedOn: context.today)
        try await context.site.store.write { db in
            guard let plan = try db.currentPlan(of: year),
                let target = try db.targets(inForceOn: day, of: plan.id).first(where: { $0.code == code })
            else { throw MissingRecord(Bilingual(vi: "chỉ tiêu", en: "target"), code) }
            try db.recordFigure(figure, for: target.id, by: person.user.id)
        }
        return context.redirect(
            to: Paths.target(year, code),
            saying: Bilingual(vi: "Đã ghi số liệu ngày \(day.vi).", en: "The figure of \(day.en) is recorded."))
    }
}

/// The form for one figure typed by hand.
struct FigureFormPage: Sendable {
    let language: Language
    let path: String
    let token: String
    let fields: [Field]
    let problems: [String]
}

func figureFormView(_ page: FigureFormPage) -> HTML {
    let words = Words("Targets", page.language)
    return """
        <section class="card noprint" aria-labelledby="figure-form"><h2 id="figure-form">\(words["figure-form"])</h2>
        \(problemSummary(page.problems, heading: words["figure-refused"]))
        <form method="post" action="\(page.path)" class="fields">\(tokenField(page.token))
        \(each: page.fields, fieldView)
        <button class="primary">\(words["figure-save"])</button></form></section>
        """
}
