import Domain
import Hummingbird
import Markup
import Store

/// The living plan of a year, the list of plans, and one document that was read.
enum PlanRoutes {
    static func add(to router: Routes, _ site: Site) {
        router.get("/:year/plan", .may(.seePlans), use: livingPlan)
        router.get("/plans", .may(.seePlans), use: list)
        router.get("/plans/:id", .may(.seePlans)) { _, context in try await document(context) }
        PlanUploadRoutes.add(to: router)
        PlanReviewRoutes.add(to: router)
        ProgrammeRoutes.add(to: router)
        AgencyPlanRoutes.add(to: router, site)
    }

    @Sendable private static func livingPlan(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let year = try context.year()
        let day = try context.day(in: year)
        let chosen = try context.chosenDay()
        let language = context.language
        let name = "plan\(chosen == nil ? "" : "/chosen")"
        let main = try await context.kept(name, of: year, on: day, from: Topic.allCases) {
            snapshot in
            guard let standings = try snapshot.standings() else {
                return emptyYearView(EmptyYearPage(year: year, language: language))
            }
            let builder = try builder(
                standings.plan, standings, snapshot.db, year: year, language: language,
                chosen: chosen)
            return livingPlanView(builder.livingPlanPage())
        }
        let plan = try await context.site.store.read { try $0.currentPlan(of: year)?.id }
        var evidence: HTML?
        if let plan {
            evidence = evidencePartView(
                try await context.evidencePart(of: Evidence.Subject(.plan, plan.text)))
        }
        return context.page(
            Words("Navigation", language)["plan"], in: .plan, main: "\(main)\(evidence)")
    }

    private static func builder(
        _ plan: Plan, _ standings: YearStandings, _ db: ReadableDatabase, year: Int,
        language: Language,
        chosen: Day?
    ) throws -> LivingPlanBuilder {
        LivingPlanBuilder(
            plan: plan, issuer: standings.tree.body(plan.agency)?.name ?? "",
            text: PlanText(try db.text(of: plan.id) ?? "", clauses: try db.clauses(of: plan.id)),
            tasks: try db.tasks(of: plan.id).filter { $0.parent == nil },
            amendments: try db.amendments(of: plan.id),
            programme: try db.programmes().first { $0.id == plan.programme }, standings: standings,
            number: year, language: language, chosen: chosen)
    }

    /// A confirmed document is read with its standing; an open one is gone through.
    private static func document(_ context: AppContext) async throws -> Response {
        let id = Plan.ID(try context.segment("id"))
        let found = try await context.site.store.read { try $0.plan(id) }
        guard let plan = found else {
            throw MissingRecord(Bilingual(vi: "kế hoạch", en: "plan"), id.text)
        }
        if plan.parent != nil { return try await agencyDocument(plan, context) }
        guard plan.confirmation != nil else {
            try Access.may(.reviewPlans).require(context)
            return try await PlanReviewRoutes.page(plan, context)
        }
        if plan.amends == nil { return .redirect(to: Paths.plan(plan.year)) }
        let (kept, language, day) = (
            context.site.kept, context.language, try context.day(in: plan.year)
        )
        let hasEnded = day < context.today
        let main = try await context.site.store.read { db -> HTML in
            let snapshot = Snapshot(
                db: db, kept: kept, year: plan.year, day: day, dayHasEnded: hasEnded)
            guard let standings = try snapshot.standings() else {
                return emptyYearView(EmptyYearPage(year: plan.year, language: language))
            }
            return livingPlanView(
                try builder(plan, standings, db, year: plan.year, language: language, chosen: nil)
                    .livingPlanPage())
        }
        return context.page(plan.symbol, in: .plan, year: plan.year, main: main)
    }

    /// An agency's open draft is gone through by whoever may declare it; all else is on its page.
    private static func agencyDocument(_ plan: Plan, _ context: AppContext) async throws
        -> Response
    {
        let today = context.today
        let (body, text) = try await context.site.store.read { db in
            (
                try db.agencies(named: [plan.agency], on: today)[plan.agency],
                try db.text(of: plan.id)
            )
        }
        if plan.confirmation == nil, text != nil {
            let user = try context.signedIn().user.id
            try await context.site.store.read {
                try $0.require(.declarePlans, of: user, in: plan.agency)
            }
            return try await PlanReviewRoutes.page(plan, context)
        }
        return .redirect(to: Paths.agencyPlan(plan.year, body?.code ?? ""))
    }

    @Sendable private static func list(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let (language, today) = (context.language, context.today)
        let (canWrite, canReview) = (context.may(.managePlans), context.may(.reviewPlans))
        let page = try await context.site.store.read { db -> PlanListPage in
            let tree = try db.agencyTree(on: today)
            // What nobody has confirmed yet is for those who go through it.
            let plans = try db.readPlans().filter { canReview || $0.confirmation != nil }
            let contents = try Dictionary(
                uniqueKeysWithValues: plans.map { plan in
                    (plan.id, (try db.targets(of: plan.id).count, try db.tasks(of: plan.id).count))
                })
            return PlanListBuilder(
                language: language, plans: plans, programmes: try db.programmes(),
                tree: tree,
                contents: contents, canWrite: canWrite
            ).listPage()
        }
        return context.page(page.title, in: .plan, main: planListView(page))
    }
}
