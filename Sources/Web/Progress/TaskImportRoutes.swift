import Domain
import Hummingbird
import Markup
import Store

/// Taking progress from a file or a paste: the columns of the export, a dry run first.
enum TaskImportRoutes {
    static func add(to router: Routes) {
        router.get("/:year/tasks/import", .may(.completeTasks)) { _, context in
            _ = try context.signedIn()
            return try answer(context)
        }
        router.write("/:year/tasks/import", .may(.completeTasks), limits: .standard, use: take)
    }

    @Sendable private static func take(_ form: Form, _ context: AppContext) async throws -> Response
    {
        let year = try context.year()
        let user = try context.signedIn().user.id
        do {
            let table = TaskProgressColumns.taken(of: try ImportedTable.read(form))
            let read = TaskProgressColumns.all.read(table, blank: TaskProgressRow())
            if form.has("confirmed") {
                let summary = try await context.site.store.write {
                    try $0.importProgress(read, of: year, by: user)
                }
                return context.redirect(to: Paths.tasks(year), saying: summary.sentence)
            }
            let summary = try await context.site.store.read {
                try $0.progressImport(read, of: year).summary
            }
            return try answer(context, table: table, summary: summary)
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try answer(context, refusal: refusal)
        }
    }

    private static func answer(
        _ context: AppContext, table: CellTable? = nil, summary: ImportSummary? = nil,
        refusal: (any UserFacingError)? = nil
    ) throws -> Response {
        let year = try context.year()
        let title = Bilingual(vi: "Tiến độ nhiệm vụ", en: "Progress of tasks")
        let builder = ImportBuilder(
            language: context.language, title: title,
            crumb: Link(Words("Navigation", context.language)["tasks"], Paths.tasks(year)),
            path: Paths.taskImport(year),
            columns: TaskProgressColumns.all.map(RecordKind.Heading.init),
            extra: [], token: context.formToken,
            files: ["csv", "xlsx"].map { Paths.tasksFile(year, $0) + "?source=all" }, table: table,
            summary: summary, refusal: refusal)
        return context.page(
            title[context.language], in: .tasks, refusal: refusal,
            main: importView(builder.importPage()))
    }
}
