import Documents
import Domain
import Hummingbird
import Markup
import Store

/// The sheet of products per official, by month and by quarter, for the unit's own rating.
///
/// It counts and lists; it gives nobody points. That ratings rest on products: Decree 335/2025/NĐ-CP.
enum OfficialRoutes {
    static func add(to router: Routes) {
        router.get("/:year/officials", .may(.seePeople)) { _, context in try await page(context) }
        router.get("/:year/officials.csv", .may(.seePeople)) { _, context in
            try await file(.csv, context)
        }
        router.get("/:year/officials.xlsx", .may(.seePeople)) { _, context in
            try await file(.xlsx, context)
        }
    }

    private static func page(_ context: AppContext) async throws -> Response {
        let builder = try await builder(context)
        return context.page(
            Words("Navigation", context.language)["tasks"], in: .tasks,
            main: recordListView(builder.listPage()))
    }

    private static func file(_ format: TableFormat, _ context: AppContext) async throws -> Response
    {
        let builder = try await builder(context)
        let table = CellTable(
            headings: builder.headings,
            rows: builder.lines.enumerated().map {
                CellTable.Row(number: $0.offset + 2, cells: builder.cells($0.element))
            })
        return try Response.table(
            table, named: "officials-\(builder.period.key)", as: format)
    }

    private static func builder(_ context: AppContext) async throws -> OfficialBuilder {
        let year = try context.year()
        let (language, today, typed) = (context.language, context.today, context.query)
        let user = try context.signedIn().user
        let day = try context.day(in: year)
        let period = SheetPeriod(typed.text("period"), in: year) ?? SheetPeriod(month: day)
        let (kept, isDetailed) = (context.site.kept, typed.text("show") == "products")
        return try await context.site.store.read { db in
            let snapshot = Snapshot(
                db: db, kept: kept, year: year, day: day, dayHasEnded: day < today)
            let tree = try snapshot.tree()
            let code = typed.text("agency")
            let agency =
                code.isEmpty
                ? user.agency : tree.bodies(coded: code).first?.id ?? Agency.ID("-")
            let lines =
                try agency.map {
                    try db.officialProducts(
                        of: $0, from: period.first, through: min(period.last, today), by: user.id)
                } ?? []
            return OfficialBuilder(
                year: year, language: language, tree: tree, agency: agency, period: period,
                today: today, isDetailed: isDetailed,
                lines: isDetailed ? lines.map { .product($0) } : OfficialBuilder.sums(lines))
        }
    }
}
