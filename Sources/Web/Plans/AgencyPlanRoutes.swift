import Documents
import Domain
import Hummingbird
import Markup
import Store

/// An agency's own plan: declared in three fields, drafted from the plan above, amended, replaced; and
/// what agencies' plans lack against it.
enum AgencyPlanRoutes {
    static func add(to router: Routes, _ site: Site) {
        let limits = FormLimits.kept(
            site.settings.largestFile, in: site.store.files.incomingFolder)
        router.get("/:year/agencies/:code/plan", .may(.seePlans)) { _, context in
            try await page(context)
        }
        router.write(
            "/:year/agencies/:code/plan", .may(.declarePlans), limits: limits, use: declare)
        router.write(
            "/:year/agencies/:code/plan/documents", .may(.declarePlans), limits: limits,
            use: change)
        router.write("/:year/agencies/:code/plan/draft", .may(.declarePlans), use: draft)
        for format in TableFormat.allCases {
            let name = format.rawValue
            router.get(
                RouterPath("/:year/agencies/:code/plan/gaps.\(name)"), .may(.seeGaps)
            ) { _, context in
                try await GapRoutes.file(format, of: try context.segment("code"), context)
            }
        }
        GapRoutes.add(to: router)
    }

    private static func page(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let (year, code) = (try context.year(), try context.segment("code"))
        let (day, language, token) = (
            try context.day(in: year), context.language, context.formToken
        )
        let viewer = context.person?.user.id
        let (page, declared, history) = try await context.site.store.read { db in
            let builder = try AgencyPlanBuilder(
                db, code: code, year: year, day: day, language: language, viewer: viewer,
                token: token, typed: typed, refusal: refusal)
            let plan = try db.agencyPlan(of: builder.body.agency, year: year)
            let history = try plan.flatMap { plan in
                plan.declaredOn == nil
                    ? nil : try HistoryEntry.entries(of: "plan", plan.id.text, db, language)
            }
            return (
                builder.agencyPlanPage(), plan?.declaredOn == nil ? nil : plan?.id, history ?? []
            )
        }
        var evidence: HTML?
        if let declared {
            evidence = evidencePartView(
                try await context.evidencePart(of: Evidence.Subject(.plan, declared.text)))
        }
        return context.page(
            page.title, in: .agencyPlans, year: year, refusal: refusal,
            main: "\(agencyPlanView(page))\(evidence)\(historyCard(history, language))")
    }

    @Sendable private static func declare(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        try await write(form, context) { db, agency, year, symbol, issuedOn, user, today in
            try db.declareAgencyPlan(
                of: agency, year: year, symbol: symbol, issuedOn: issuedOn, by: user, on: today)
        }
    }

    @Sendable private static func change(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let isReplacement = form.text("kind") == "replaces"
        return try await write(form, context) {
            db, agency, year, symbol, issuedOn, user, today in
            try db.changeAgencyPlan(
                of: agency, year: year, symbol: symbol, issuedOn: issuedOn,
                isReplacement: isReplacement, by: user, on: today)
        }
    }

    private typealias Action =
        @Sendable (
            WritableDatabase, Agency.ID, Int, String, Day, User.ID, Day
        ) throws -> Plan.ID

    /// Reads symbol, day and file, does it, and goes back to the plan's page.
    private static func write(
        _ form: Form, _ context: AppContext, _ action: @escaping Action
    ) async throws -> Response {
        let (year, code, today) = (
            try context.year(), try context.segment("code"), context.today
        )
        let user = try context.signedIn().user.id
        do {
            var problems: [Problem] = []
            let symbol = form.required("symbol", &problems)
            _ = form.required("issued_on", &problems)
            let day = form.day("issued_on", &problems)
            if let day, day > today {
                problems.append(
                    Problem(
                        "issued_on", vi: "Ngày này chưa đến; hôm nay là \(today.vi).",
                        en: "That day is still to come; today is \(today.en)."))
            }
            guard problems.isEmpty, let day else { throw InvalidInput(problems) }
            let files = form.files("file").filter { $0.size > 0 || !$0.name.isEmpty }
            let uploads =
                files.isEmpty ? [] : try await EvidenceIntake(context.site).take(files, by: user)
            try await context.site.store.write { db in
                guard let body = try db.agencies(coded: code, on: today).first else {
                    throw MissingRecord(Bilingual(vi: "cơ quan", en: "agency"), code)
                }
                let plan = try action(db, body.agency, year, symbol, day, user, today)
                guard !uploads.isEmpty else { return }
                _ = try db.attachEvidence(
                    uploads, to: Evidence.Subject(.plan, plan.text), note: "", by: user)
            }
            return context.redirect(
                to: Paths.agencyPlan(year, code),
                saying: Bilingual(
                    vi: "Đã ghi \(symbol) ngày \(day.vi).",
                    en: "\(symbol) of \(day.en) is recorded."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await page(context, typed: form, refusal: refusal)
        }
    }

    @Sendable private static func draft(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let (year, code, today) = (
            try context.year(), try context.segment("code"), context.today
        )
        let user = try context.signedIn().user.id
        let id = try await context.site.store.write { db in
            guard let body = try db.agencies(coded: code, on: today).first else {
                throw MissingRecord(Bilingual(vi: "cơ quan", en: "agency"), code)
            }
            return try db.draftAgencyPlan(of: body.agency, year: year, by: user, on: today)
        }
        return context.redirect(
            to: Paths.planDocument(id),
            saying: Bilingual(
                vi: "Đã soạn dự thảo từ kế hoạch cấp trên; hãy sửa từng mục.",
                en: "The draft is made from the plan above; go through it."))
    }
}
