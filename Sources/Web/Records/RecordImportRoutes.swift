import Documents
import Domain
import Foundation
import Hummingbird
import Reading
import Store

/// Taking a list from a file or from what was pasted: a dry run first, then the real thing.
enum RecordImportRoutes {
    static func add(_ kind: RecordKind, to router: Routes) {
        let path = RouterPath("/:year/\(kind.key)/import")
        router.get(path, .may(kind.records)) { _, context in
            _ = try context.signedIn()
            return try answer(kind, context)
        }
        router.write(path, .may(kind.records), limits: .standard) { form, context in
            try await take(kind, form, context)
        }
    }

    private static func take(_ kind: RecordKind, _ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let year = try context.year()
        let user = try context.signedIn().user.id
        do {
            let table = try ImportedTable.read(form)
            if form.has("confirmed") {
                let summary = try await context.site.store.write { try kind.take($0, table, user) }
                return context.redirect(to: kind.list(year), saying: summary.sentence)
            }
            let summary = try await context.site.store.read { try kind.dryRun($0, table) }
            return try answer(kind, context, table: table, summary: summary)
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try answer(kind, context, refusal: refusal)
        }
    }

    private static func answer(
        _ kind: RecordKind, _ context: AppContext, table: CellTable? = nil,
        summary: ImportSummary? = nil,
        refusal: (any UserFacingError)? = nil
    ) throws -> Response {
        let year = try context.year()
        let builder = ImportBuilder(
            language: context.language, title: kind.name,
            crumb: Link(kind.name[context.language], kind.list(year)),
            path: kind.imports(year), columns: kind.columns, extra: [], token: context.formToken,
            files: ["csv", "xlsx"].map { kind.file(year, $0) }, table: table, summary: summary,
            refusal: refusal)
        return context.page(
            builder.title[context.language], in: kind.section, refusal: refusal,
            main: importView(builder.importPage()))
    }
}

/// The table that a form of an import page carries: a file, a paste, or what the dry run was shown.
enum ImportedTable {
    static func read(_ form: Form) throws -> CellTable {
        if let file = form.file("file") {
            return try Reading.TableFile.read(file.bytes(), name: file.name)
        }
        return try Reading.TableFile.read(Data(form.whole("table").utf8), name: "")
    }

    /// The table as text that ``read(_:)`` takes back.
    static func text(_ table: CellTable) -> String {
        ([table.headings] + table.rows.map(\.cells)).map { cells in
            cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
        }.joined(separator: "\n")
    }
}
