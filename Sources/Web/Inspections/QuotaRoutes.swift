import Domain
import Hummingbird
import Markup
import Store

/// Quotas of inspection: the board, the calendar of the year, and drafting a plan with its gap in sight.
enum QuotaRoutes {
    static func add(to router: Routes) {
        router.get("/:year/inspections/quotas", .may(.seeInspections)) { _, context in
            try await board(context)
        }
        router.get("/:year/inspections/calendar", .may(.seeInspections)) { _, context in
            try await calendar(context)
        }
        router.get("/:year/inspections/picks", .may(.recordInspections)) { _, context in
            try await picks(context)
        }
        router.write("/:year/inspections/picks", .may(.recordInspections), use: plan)
        InspectionPlanRoutes.add(to: router)
    }

    private static func board(_ context: AppContext) async throws -> Response {
        let year = try context.year()
        let day = try context.day(in: year)
        let chosen = try context.chosenDay()
        let language = context.language
        let user = context.person?.user.id
        let (today, managesRules) = (context.today, context.may(.manageInspectionRules))
        let page = try await context.site.store.read { db in
            let boards = try db.quotaBoards(of: year, on: day)
            let inspectors = Set(boards.flatMap { $0.inspectingBodies })
            let mine = try inspectors.filter { agency in
                guard let user else { return false }
                return try db.isGranted(.recordInspections, to: user, in: agency, on: today)
            }
            return QuotaBuilder(
                year: year, language: language, chosen: chosen, day: day, boards: boards,
                rules: try db.inspectionRules(of: year), mine: mine,
                names: try db.agencies(
                    named: Set(boards.flatMap { $0.mergers.flatMap { [$0.from, $0.to] } })
                        .union(inspectors), on: day), managesRules: managesRules
            ).quotaPage()
        }
        return context.page(page.title, in: .inspections, main: quotaView(page))
    }

    private static func calendar(_ context: AppContext) async throws -> Response {
        let year = try context.year()
        let day = try context.day(in: year)
        let chosen = try context.chosenDay()
        let (language, kept, hasEnded) = (context.language, context.site.kept, day < context.today)
        let by = context.query.text("by")
        let page = try await context.site.store.read { db in
            let snapshot = Snapshot(db: db, kept: kept, year: year, day: day, dayHasEnded: hasEnded)
            var inspections: [Inspection] = []
            try db.eachInspection(of: year) { inspections.append($0) }
            return InspectionCalendarBuilder(
                year: year, language: language, chosen: chosen, day: day,
                tree: try snapshot.tree(), inspections: inspections,
                ends: try db.inspectionEnds(of: year), by: by
            ).page()
        }
        return context.page(page.title, in: .inspections, main: inspectionCalendarView(page))
    }

    private static func picks(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let year = try context.year()
        let day = try context.day(in: year)
        let code = typed?.text("by") ?? context.query.text("by")
        let (language, token) = (context.language, context.formToken)
        let page = try await context.site.store.read { db in
            let inspector = try required(code, on: day, db)
            let lines = try db.quotaBoards(of: year, on: day).flatMap { board in
                board.lines(of: inspector.agency).map { (board, $0) }
            }
            let bodies = Set(lines.flatMap { $0.1.bodies.map(\.body) })
            return PickBuilder(
                year: year, language: language, day: day, inspector: inspector, lines: lines,
                picks: try db.inspectionPicks(among: bodies, year: year, on: day),
                weights: try db.inspectionRules(of: year).weights, token: token, typed: typed,
                refusal: refusal
            ).page()
        }
        return context.page(page.title, in: .inspections, refusal: refusal, main: pickView(page))
    }

    @Sendable private static func plan(_ form: Form, _ context: AppContext) async throws -> Response
    {
        let year = try context.year()
        let day = try context.day(in: year)
        let user = try context.signedIn().user.id
        do {
            let summary = try await context.site.store.write { db in
                let inspector = try required(form.text("by"), on: day, db)
                var problems: [Problem] = []
                var drafts: [InspectionDraft] = []
                let tree = try db.agencyTree(on: day)
                let mode = Inspection.Mode(rawValue: form.text("mode")) ?? .onSite
                for code in form.all("body") {
                    guard let body = tree.bodies(coded: code).first else { continue }
                    let name = "on-\(code)"
                    _ = form.required(name, &problems)
                    guard let on = form.day(name, &problems) else { continue }
                    drafts.append(InspectionDraft(body.id, on: on, mode: mode))
                }
                guard problems.isEmpty else { throw InvalidInput(problems) }
                return try db.planInspections(
                    drafts, by: inspector.agency, because: form.optional("reason"), by: user)
            }
            return context.redirect(
                to: Paths.inspectionPicks(year, by: form.text("by")), saying: summary.sentence)
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await picks(context, typed: form, refusal: refusal)
        }
    }

    static func required(
        _ code: String, on day: Day, _ db: ReadableDatabase
    ) throws -> Agency.Version {
        guard let found = try db.agencies(coded: code, on: day).first else {
            throw MissingRecord(Bilingual(vi: "cơ quan kiểm tra", en: "inspecting body"), code)
        }
        return found
    }
}

extension QuotaBoard {
    /// Whose plans the quota asks for.
    var inspectingBodies: [Agency.ID] {
        together == nil ? apart.lines.map { Agency.ID($0.key) } : inspectors
    }

    /// The lines that the body has to fill.
    func lines(of inspector: Agency.ID) -> [QuotaBudget.Line] {
        together == nil
            ? apart.lines.filter { $0.key == inspector.text }
            : inspectors.contains(inspector) ? judged.first?.lines ?? [] : []
    }
}
