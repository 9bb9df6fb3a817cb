import Documents
import Domain
import Hummingbird
import Store

/// What agencies' plans lack against the plan above: as a list by agency, and as a file of every gap.
enum GapRoutes {
    static func add(to router: Routes) {
        router.get("/:year/gaps", .may(.seeGaps), use: page)
        for format in TableFormat.allCases {
            router.get(RouterPath("/:year/gaps.\(format.rawValue)"), .may(.seeGaps)) {
                _, context in
                try await file(format, of: nil, context)
            }
        }
    }

    /// The gap check of every agency within the viewer's reach.
    private static func builder(_ context: AppContext, agency code: String? = nil) async throws
        -> GapBuilder
    {
        let year = try context.year()
        let (day, language, user) = (
            try context.day(in: year), context.language, try context.signedIn().user.id
        )
        let query = GapBuilder.Query(
            finding: context.query.optional("found").flatMap(PlanGap.Finding.init),
            block: context.query.optional("block").flatMap(Agency.Block.init),
            page: context.pageNumber)
        return try await context.site.store.read { db in
            try GapBuilder(
                db, year: year, day: day, language: language, viewer: user, query: query,
                only: code)
        }
    }

    @Sendable private static func page(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let builder = try await builder(context)
        let page = builder.listPage()
        return context.page(
            page.title, in: .agencyPlans, year: builder.year, main: recordListView(page))
    }

    /// Every line of the check, gaps or not, in the viewer's language.
    static func file(_ format: TableFormat, of agency: String?, _ context: AppContext) async throws
        -> Response
    {
        let builder = try await builder(context, agency: agency)
        let name = agency.map { "gaps-\(builder.year)-\($0)" } ?? "gaps-\(builder.year)"
        return try Response.table(
            named: name, as: format, titled: name, headings: builder.headings,
            rows: builder.cells())
    }
}
