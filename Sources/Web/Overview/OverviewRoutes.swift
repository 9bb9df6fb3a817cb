import Domain
import Hummingbird
import Markup
import Store

/// The overview of a year, for the standing office and for the leader.
enum OverviewRoutes {
    static func add(to router: Routes) {
        router.get("/", .may(.seeStandings)) { _, context in
            let year =
                context.visit.years.first { $0 == context.visit.currentYear }
                ?? context.visit.years.first
            return Response.redirect(to: Paths.overview(year ?? context.visit.currentYear))
        }
        router.get("/:year", .may(.seeStandings), use: overview)
    }

    @Sendable private static func overview(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let year = try context.year()
        let day = try context.day(in: year)
        let chosen = try context.chosenDay()
        let language = context.language
        let isLeader = context.query.optional("as") == "leader"
        let name = "overview\(isLeader ? "/leader" : "")\(chosen == nil ? "" : "/chosen")"
        let main = try await context.kept(name, of: year, on: day, from: Topic.allCases) {
            snapshot in
            guard let standings = try snapshot.standings() else {
                return emptyYearView(EmptyYearPage(year: year, language: language))
            }
            let builder = OverviewBuilder(
                year: standings, number: year, language: language, chosen: chosen,
                tasks: try snapshot.db.tasks(of: standings.plan.id))
            return isLeader ? leaderView(builder.leaderPage()) : overviewView(builder.officePage())
        }
        return context.page(Words("Navigation", language)["overview"], in: .overview, main: main)
    }
}
