import Documents
import Domain
import Hummingbird
import Reading
import Store

/// The tree of bodies on a day, one page for each body, their list in and out.
enum AgencyRoutes {
    static func add(to router: Routes) {
        router.get("/agencies", .may(.seeAgencies), use: tree)
        router.get("/agencies.csv", .may(.seeAgencies)) { _, context in
            try await file(.csv, context)
        }
        router.get("/agencies.xlsx", .may(.seeAgencies)) { _, context in
            try await file(.xlsx, context)
        }
        AgencyImportRoutes.add(to: router)
        SuccessionRoutes.add(to: router)
        router.get("/agencies/:code", .may(.seeAgencies), use: agency)
    }

    @Sendable private static func tree(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let chosen = try context.chosenDay()
        let day = chosen ?? context.today
        let (language, canWrite) = (context.language, context.may(.manageAgencies))
        let query = context.query.text("q")
        let tree = try await self.tree(on: day, context)
        let page = AgencyTreeBuilder(
            tree: tree, language: language, chosen: chosen, query: query, canWrite: canWrite
        ).treePage()
        return context.page(
            Words("Navigation", language)["agencies"], in: .agencies, main: agencyTreeView(page))
    }

    private static func tree(on day: Day, _ context: AppContext) async throws -> AgencyTree {
        let (kept, year, hasEnded) = (context.site.kept, context.shownYear, day < context.today)
        return try await context.site.store.read { db in
            try Snapshot(db: db, kept: kept, year: year, day: day, dayHasEnded: hasEnded).tree()
        }
    }

    private static func file(_ format: TableFormat, _ context: AppContext) async throws -> Response
    {
        let day = try context.chosenDay() ?? context.today
        let tree = try await tree(on: day, context)
        let rows = tree.bodies.map { body in
            AgencyRow(body.version, parentCode: body.parent.map { tree[$0].code })
        }
        return try Response.table(
            AgencyColumns.all.table(rows), named: "agencies-\(day.text)", as: format)
    }

    @Sendable private static func agency(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let code = try context.segment("code")
        let chosen = try context.chosenDay()
        let year = context.shownYear
        let day = chosen ?? min(context.today, context.visit.lastDay(of: year))
        let (language, kept, hasEnded) = (context.language, context.site.kept, day < context.today)
        let viewer = context.person?.user.id
        let page = try await context.site.store.read { db -> AgencyPage in
            let snapshot = Snapshot(db: db, kept: kept, year: year, day: day, dayHasEnded: hasEnded)
            return try AgencyBuilder(
                snapshot, code: code, language: language, chosen: chosen, viewer: viewer
            ).agencyPage()
        }
        return context.page(page.name, in: .agencies, year: year, main: agencyView(page))
    }
}
