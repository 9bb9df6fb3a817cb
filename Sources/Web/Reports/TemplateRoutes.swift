import Domain
import Hummingbird
import Store

/// The texts from which reports are made: the list, one to be changed, a new one.
enum TemplateRoutes {
    static func add(to router: Routes) {
        router.get("/settings/templates", .may(.manageTemplates), use: list)
        router.get("/settings/templates/new", .may(.manageTemplates)) { _, context in
            try await form(context, nil)
        }
        router.write("/settings/templates", .may(.manageTemplates)) { typed, context in
            try await add(typed, context)
        }
        router.get("/settings/templates/:number", .may(.manageTemplates)) { _, context in
            try await form(context, try context.number("number"))
        }
        router.write("/settings/templates/:number", .may(.manageTemplates), use: change)
    }

    @Sendable private static func list(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let (language, token) = (context.language, context.formToken)
        let templates = try await context.site.store.read { try $0.reportTemplates() }
        let page = TemplateBuilder(language: language, token: token).listPage(templates)
        return context.page(page.title, in: .reports, main: templateListView(page))
    }

    private static func form(
        _ context: AppContext, _ number: Int?, typed: Form? = nil,
        refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let (language, token) = (context.language, context.formToken)
        let (template, history) = try await context.site.store.read { db in
            try number.map { number -> (ReportTemplate?, [HistoryEntry]) in
                guard let template = try db.reportTemplate(numbered: number) else {
                    throw MissingRecord(
                        Bilingual(vi: "mẫu văn bản", en: "template"), "\(number)")
                }
                return (
                    template,
                    try HistoryEntry.entries(of: "template", numbered: number, db, language)
                )
            } ?? (nil, [])
        }
        let page = TemplateBuilder(language: language, token: token).formPage(
            template, typed: typed, refusal: refusal, history: history)
        return context.page(
            page.form.title, in: .reports, refusal: refusal, main: templateFormView(page))
    }

    private static func add(_ typed: Form, _ context: AppContext) async throws -> Response {
        let user = try context.signedIn().user.id
        do {
            if typed.has("usual") {
                try await context.site.store.write { db in
                    for template in ReportTemplate.usual { try db.addTemplate(template, by: user) }
                }
                return context.redirect(
                    to: Paths.templates,
                    saying: Bilingual(
                        vi: "Đã thêm các mẫu thông dụng; hãy sửa cho đúng quy định của địa phương.",
                        en: "The usual templates are added; change them to what your rules say."))
            }
            let template = try TemplateBuilder.read(typed)
            let added = try await context.site.store.write {
                try $0.addTemplate(template, by: user)
            }
            return context.redirect(
                to: Paths.template(added.number),
                saying: Bilingual(vi: "Đã thêm mẫu.", en: "The template is added."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await form(context, nil, typed: typed, refusal: refusal)
        }
    }

    @Sendable private static func change(_ typed: Form, _ context: AppContext) async throws
        -> Response
    {
        let number = try context.number("number")
        let user = try context.signedIn().user.id
        do {
            let template = try TemplateBuilder.read(typed).taking(
                id: ReportTemplate.ID(""), number: number, version: typed.version)
            try await context.site.store.write { try $0.changeTemplate(template, by: user) }
            return context.redirect(
                to: Paths.template(number),
                saying: Bilingual(vi: "Đã ghi thay đổi.", en: "The change is recorded."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await form(context, number, typed: typed, refusal: refusal)
        }
    }
}
