import Documents
import Domain
import Hummingbird
import Markup
import Store

/// One target: its page, its rows as files, and figures typed for it.
enum TargetRoutes {
    static func add(to router: Routes) {
        router.get("/:year/targets", .may(.seeStandings)) { _, context in
            Response.redirect(to: Paths.overview(try context.year(), on: try context.chosenDay()))
        }
        router.get("/:year/targets/:code", .may(.seeStandings), use: target)
        router.get("/:year/targets/:code/rows.csv", .may(.seeStandings)) {
            try await rows($0, $1, .csv)
        }
        router.get("/:year/targets/:code/rows.xlsx", .may(.seeStandings)) {
            try await rows($0, $1, .xlsx)
        }
        router.write("/:year/targets/:code/figures", .may(.recordFigures), use: recordFigure)
        router.write("/:year/targets/:code/reading", .may(.managePlans), use: settleReading)
    }

    @Sendable private static func target(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        try await page(context)
    }

    static func page(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let year = try context.year()
        let code = try context.segment("code")
        let day = try context.day(in: year)
        let request = Asking(context, year: year)
        let canWrite = context.may(.recordFigures) || context.may(.managePlans)
        let key = [
            "target", code, request.show, String(request.page),
            request.chosen == nil ? "" : "chosen",
            canWrite ? "write" : "",
        ].joined(separator: "/")
        let topics = Topic.allCases
        let main = try await context.kept(key, of: year, on: day, from: topics) { snapshot in
            targetView(try builder(snapshot, code, request).targetPage())
        }
        let form = canWrite ? try await form(context, year, code, typed, refusal) : nil
        let evidence = try await evidence(context, year, code, on: day)
        return context.page(
            code, in: .overview, refusal: refusal, main: "\(main)\(form)\(evidence)")
    }

    /// The evidence for the target, which is not the same for everybody.
    private static func evidence(
        _ context: AppContext, _ year: Int, _ code: String, on day: Day
    ) async throws -> HTML? {
        let found = try await context.site.store.read { db in
            try db.currentPlan(of: year).flatMap { plan in
                try db.targets(inForceOn: day, of: plan.id).first { $0.code == code }?.id
            }
        }
        guard let found else { return nil }
        return evidencePartView(
            try await context.evidencePart(of: Evidence.Subject(.target, found.text)))
    }

    /// What the address asks of the page.
    private struct Asking: Sendable {
        let year: Int
        let show: String
        let page: Int
        let language: Language
        let chosen: Day?

        init(_ context: AppContext, year: Int) {
            self.year = year
            let asked = context.query.optional("show") ?? "all"
            show = ["counted", "uncounted"].contains(asked) ? asked : "all"
            page = context.pageNumber
            language = context.language
            chosen = (try? context.chosenDay()) ?? nil
        }
    }

    private static func builder(
        _ snapshot: Snapshot, _ code: String, _ asking: Asking
    ) throws -> TargetBuilder {
        guard let standings = try snapshot.standings(), let item = standings.item(coded: code)
        else {
            throw MissingRecord(Bilingual(vi: "chỉ tiêu", en: "target"), code)
        }
        let quote: String? =
            item.target.end > item.target.start
            ? try snapshot.db.text(of: item.target.plan)
                .map { PlanText($0, clauses: []).words(item.target.start, item.target.end) } : nil
        return TargetBuilder(
            year: standings, item: item, number: asking.year, language: asking.language,
            chosen: asking.chosen, quote: quote,
            history: try HistoryEntry.entries(
                of: "target", item.target.id.text, snapshot.db, asking.language),
            actions: [], show: asking.show, page: asking.page)
    }

    private static func rows(
        _ request: Request, _ context: AppContext, _ format: TableFormat
    ) async throws -> Response {
        let year = try context.year()
        let day = try context.day(in: year)
        let code = try context.segment("code")
        let asking = Asking(context, year: year)
        let (kept, hasEnded) = (context.site.kept, day < context.today)
        let builder = try await context.site.store.read { db -> TargetBuilder in
            try Self.builder(
                Snapshot(db: db, kept: kept, year: year, day: day, dayHasEnded: hasEnded), code,
                asking)
        }
        return try Response.table(
            named: "\(code)-\(day.text)", as: format, titled: code, headings: builder.headings,
            rows: builder.shownRows.lazy.map { row in
                builder.cells(row).map { TableCell.text($0.text) }
            })
    }
}
