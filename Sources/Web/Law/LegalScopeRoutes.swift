import Domain
import Hummingbird
import Markup
import Store

/// Whose normative documents count to the year's target: one form.
enum LegalScopeRoutes {
    static func add(to router: Routes) {
        router.get("/:year/documents/scope", .may(.manageTemplates)) { _, context in
            try await page(context)
        }
        router.write("/:year/documents/scope", .may(.manageTemplates)) { form, context in
            try await settle(form, context)
        }
    }

    private static func settle(_ form: Form, _ context: AppContext) async throws -> Response {
        let year = try context.year()
        let user = try context.signedIn().user.id
        let levels = Agency.Level.allCases.filter { form.has("level-\($0.rawValue)") }
        let scope = LegalScope(
            year: year, levels: Set(levels), source: form.text("source"), version: form.version)
        do {
            try await context.site.store.write { try $0.settleLegalScope(scope, by: user) }
            return context.redirect(
                to: RecordKind.documents.list(year),
                saying: Bilingual(vi: "Đã ghi thay đổi.", en: "The change is recorded."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await page(context, typed: scope, refusal: refusal)
        }
    }

    private static func page(
        _ context: AppContext, typed: LegalScope? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let year = try context.year()
        let stored = try await context.site.store.read { try $0.legalScope(of: year) }
        let language = context.language
        func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
        let shown = typed ?? stored
        var source = Field(
            name: "source", label: text("Văn bản quy định", "Document that settles it"),
            value: shown.source, isRequired: true, isWide: true)
        source.problems =
            refusal?.problems.filter { $0.field == "source" }.map { $0.message[language] } ?? []
        let ticks = Agency.Level.allCases.map { level in
            Field(
                name: "level-\(level.rawValue)", label: level.title[language],
                kind: .tick(isChosen: shown.levels.contains(level)))
        }
        let title = text("Văn bản của cấp nào được tính", "Whose documents count")
        let said =
            refusal.map { $0.problems.isEmpty ? [$0.message] : $0.problems.map(\.message) } ?? []
        let part = TaskFormPart(
            id: "form-scope", heading: title, path: Paths.legalScope(year),
            token: context.formToken,
            hidden: [HiddenField(name: EditedForm.versionName, value: String(stored.version))],
            fields: ticks + [source], problems: said.map { $0[language] },
            problemsHeading: text("Chưa ghi được", "It was not recorded"),
            save: text("Ghi", "Save"))
        let crumbs = [
            Link(text("Văn bản", "Documents"), RecordKind.documents.list(year)), Link(title),
        ]
        let main: HTML = """
            \(crumbsView(crumbs, label: Words("Law", language)["crumbs"]))
            <div class="head"><div><h1>\(title), \(String(year))</h1></div></div>
            \(formPart(part, language))
            """
        return context.page(title, in: .documents, refusal: refusal, main: main)
    }
}
