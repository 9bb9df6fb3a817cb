import Domain
import Hummingbird
import Store

/// What registers have beside their lists: how the share on time is counted, replication as tasks.
enum RegisterRoutes {
    static func add(to router: Routes) {
        router.write("/:year/dossiers/formula", .may(.manageTemplates), use: choose)
        router.write("/:year/initiatives/:number/tasks", .may(.declarePlans), use: replicate)
    }

    @Sendable private static func choose(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let year = try context.year()
        let user = try context.signedIn().user.id
        guard let formula = OnTimeFormula(rawValue: form.text("formula")) else {
            throw InvalidInput([
                Problem("formula", vi: "Hãy chọn một cách tính.", en: "Choose a formula.")
            ])
        }
        let chosen = ChosenFormula(year: year, formula: formula, source: form.text("source"))
        try await context.site.store.write { try $0.chooseOnTimeFormula(chosen, by: user) }
        return context.redirect(
            to: Paths.register("dossiers", year),
            saying: Bilingual(
                vi: "Đã chọn cách tính tỷ lệ đúng hạn của năm.",
                en: "The year's formula is chosen."))
    }

    @Sendable private static func replicate(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let year = try context.year()
        let number = try context.number("number")
        let user = try context.signedIn().user.id
        do {
            let count = try await context.site.store.write {
                try $0.replicateInitiative(number, by: user)
            }
            return context.redirect(
                to: Paths.path([String(year), "initiatives", String(number)]),
                saying: Bilingual(
                    vi: "Đã giao \(Written.count(count, .vi)) nhiệm vụ nhân rộng.",
                    en:
                        "\(Written.english(count, "task", "tasks")) made for those who take it over."
                ))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            guard let kind = RecordKind.all.first(where: { $0.key == "initiatives" }) else {
                throw refusal
            }
            return try await RecordRoutes.form(kind, context, editing: number, refusal: refusal)
        }
    }

    static func formulaChoice(
        _ chosen: ChosenFormula, token: String, _ language: Language
    ) -> RecordListPage.Choice {
        func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
        return RecordListPage.Choice(
            heading: text(
                "Chọn cách tính tỷ lệ đúng hạn của năm", "Choose how the year's share is counted"),
            path: Paths.onTimeFormula(chosen.year), token: token,
            fields: [
                Field(
                    name: "formula", label: text("Cách tính", "Formula"),
                    kind: .choice(
                        OnTimeFormula.allCases.map {
                            Field.Choice(
                                value: $0.rawValue, text: $0.title[language],
                                isChosen: $0 == chosen.formula)
                        }), isRequired: true, idPrefix: "formula-"),
                Field(
                    name: "source",
                    label: text("Văn bản quy định", "The document that says so"),
                    value: chosen.source, isRequired: true, idPrefix: "formula-"),
            ],
            label: text("Chọn", "Choose"))
    }
}
