import Documents
import Domain
import Hummingbird
import Store

/// The ledger as a list: out as a file, in with a dry run.
enum EffectListRoutes {
    static func add(to router: Routes) {
        for format in TableFormat.allCases {
            router.get(
                RouterPath("/documents/effects.\(format.rawValue)"), .may(.seeDocuments)
            ) { _, context in
                let table = try await context.site.store.read { db in
                    var rows: [EffectRow] = []
                    try db.eachEffectRow { rows.append($0) }
                    return EffectColumns.all.table(rows)
                }
                return try Response.table(table, named: "effects", as: format)
            }
        }
        let path = RouterPath("/documents/effects/import")
        router.get(path, .may(.recordDocuments)) { _, context in
            _ = try context.signedIn()
            return page(context)
        }
        router.write(path, .may(.recordDocuments), limits: .standard, use: take)
    }

    private static let title = Bilingual(vi: "Tác động hiệu lực", en: "Effects")

    private static func page(
        _ context: AppContext, table: CellTable? = nil, summary: ImportSummary? = nil,
        refusal: (any UserFacingError)? = nil
    ) -> Response {
        let builder = ImportBuilder(
            language: context.language, title: title,
            crumb: Link(title[context.language], Paths.legalEffects),
            path: Paths.legalEffectImport,
            columns: EffectColumns.all.map(RecordKind.Heading.init), extra: [],
            token: context.formToken, files: Paths.legalEffectFiles, table: table,
            summary: summary, refusal: refusal)
        return context.page(
            title[context.language], in: .documents, refusal: refusal,
            main: importView(builder.importPage()))
    }

    @Sendable private static func take(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let user = try context.signedIn().user.id
        do {
            let table = try ImportedTable.read(form)
            let read = EffectColumns.all.read(table, blank: EffectRow())
            if form.has("confirmed") {
                let summary = try await context.site.store.write {
                    try $0.importEffects(read, by: user)
                }
                return context.redirect(to: Paths.legalEffects, saying: summary.sentence)
            }
            let summary = try await context.site.store.read { try $0.effectImport(read).summary }
            return page(context, table: table, summary: summary)
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return page(context, refusal: refusal)
        }
    }
}

extension Paths {
    static let legalEffectImport = "/documents/effects/import"
    static let legalEffectFiles = ["/documents/effects.csv", "/documents/effects.xlsx"]
}
