import Domain
import Hummingbird
import Reading
import Store

/// Taking the list of bodies from a file: the same page as every import, with a day for all rows.
enum AgencyImportRoutes {
    static func add(to router: Routes) {
        router.get("/agencies/import", .may(.manageAgencies)) { _, context in
            _ = try context.signedIn()
            return try answer(context)
        }
        router.write("/agencies/import", .may(.manageAgencies), limits: .standard, use: take)
    }

    @Sendable private static func take(_ form: Form, _ context: AppContext) async throws -> Response
    {
        let user = try context.signedIn().user.id
        do {
            var problems: [Problem] = []
            let day = form.day("from", &problems)
            if !problems.isEmpty { throw InvalidInput(problems) }
            let table = try ImportedTable.read(form)
            let read = AgencyColumns.all.read(table, blank: AgencyRow())
            if form.has("confirmed") {
                let summary = try await context.site.store.write {
                    try $0.importAgencies(read, from: day, by: user)
                }
                return context.redirect(to: Paths.agencies(), saying: summary.sentence)
            }
            let plan = try await context.site.store.read { try $0.agencyImport(read, from: day) }
            let summary = ImportSummary(
                new: plan.newCount, changed: plan.changedCount, unchanged: plan.unchangedCount,
                problems: plan.problems, notices: plan.notices)
            return try answer(context, form: form, table: table, summary: summary)
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try answer(context, form: form, refusal: refusal)
        }
    }

    private static func answer(
        _ context: AppContext, form: Form? = nil, table: CellTable? = nil,
        summary: ImportSummary? = nil,
        refusal: (any UserFacingError)? = nil
    ) throws -> Response {
        let language = context.language
        let builder = ImportBuilder(
            language: language, title: Bilingual(vi: "Danh mục cơ quan, đơn vị", en: "Agencies"),
            crumb: Link(Words("Navigation", language)["agencies"], Paths.agencies()),
            path: Paths.agencyImport, columns: AgencyColumns.all.map(RecordKind.Heading.init),
            extra: [
                Field(
                    name: "from", label: language == .vi ? "Có hiệu lực từ ngày" : "In force from",
                    kind: .day,
                    value: form?.text("from") ?? "",
                    hint: language == .vi
                        ? "Lấy cho các dòng không ghi ngày." : "Taken for rows that give no day.",
                    problems: refusal?.problems.filter { $0.field == "from" && $0.row == nil }
                        .map { $0.message[language] } ?? [])
            ],
            token: context.formToken, files: ["/agencies.csv", "/agencies.xlsx"], table: table,
            summary: summary, refusal: refusal)
        return context.page(
            builder.title[language], in: .agencies, refusal: refusal,
            main: importView(builder.importPage()))
    }
}
