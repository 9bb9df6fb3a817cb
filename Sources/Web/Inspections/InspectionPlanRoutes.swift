import Documents
import Domain
import Hummingbird
import Markup
import Store

/// A body's yearly plan of inspection: what it names, its draft, what was issued and what changed since.
enum InspectionPlanRoutes {
    static func add(to router: Routes) {
        router.get("/:year/inspections/plan", .may(.seeInspections)) { _, context in
            try await page(context)
        }
        router.write("/:year/inspections/plan", .may(.recordInspections), use: issue)
        router.get("/:year/inspections/plan.docx", .may(.recordInspections)) { _, context in
            try await draft(context)
        }
    }

    private static func page(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let year = try context.year()
        let (day, today) = (try context.day(in: year), context.today)
        let code = typed?.text("by") ?? context.query.text("by")
        let (language, token, user) = (context.language, context.formToken, context.person?.user.id)
        let page = try await context.site.store.read { db in
            let issuer = try QuotaRoutes.required(code, on: day, db)
            let lines = try db.plannedInspections(of: issuer.agency, year: year, on: day)
            let plans = try db.inspectionPlans(of: issuer.agency, year: year)
            let agencies = Set(
                (lines + plans.flatMap(\.lines)).flatMap { [$0.body, $0.inspector] })
            let mayIssue =
                try user.map {
                    try db.isGranted(
                        .recordInspections, to: $0, in: issuer.agency, on: today)
                } ?? false
            return InspectionPlanBuilder(
                year: year, language: language, today: today, issuer: issuer, lines: lines,
                plans: plans, names: try db.agencies(named: agencies, on: day),
                mayIssue: mayIssue, token: token, typed: typed, refusal: refusal
            ).page()
        }
        return context.page(
            page.title, in: .inspections, refusal: refusal, main: inspectionPlanView(page))
    }

    @Sendable private static func issue(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let year = try context.year()
        let day = try context.day(in: year)
        let user = try context.signedIn().user.id
        do {
            var problems: [Problem] = []
            let symbol = form.required("symbol", &problems)
            _ = form.required("issued_on", &problems)
            let on = form.day("issued_on", &problems)
            guard problems.isEmpty, let on else { throw InvalidInput(problems) }
            try await context.site.store.write { db in
                let issuer = try QuotaRoutes.required(form.text("by"), on: day, db)
                try db.issueInspectionPlan(
                    of: year, by: issuer.agency, symbol: symbol, on: on, user: user)
            }
            return context.redirect(
                to: Paths.inspectionPlan(year, by: form.text("by")),
                saying: Bilingual(
                    vi: "Đã ghi kế hoạch ban hành.", en: "The issued plan is recorded."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await page(context, typed: form, refusal: refusal)
        }
    }

    /// The draft of the plan, to be signed elsewhere.
    private static func draft(_ context: AppContext) async throws -> Response {
        let year = try context.year()
        let (day, today) = (try context.day(in: year), context.today)
        let code = context.query.text("by")
        let draft = try await context.site.store.read { db -> InspectionPlanDraft in
            let issuer = try QuotaRoutes.required(code, on: day, db)
            guard
                let letterhead = try db.letterhead(
                    of: issuer.agency, in: try db.agencyTree(on: day))
            else {
                throw MissingRecord(Bilingual(vi: "cơ quan kiểm tra", en: "inspecting body"), code)
            }
            let lines = try db.plannedInspections(of: issuer.agency, year: year, on: day)
            let names = try db.agencies(
                named: Set(lines.flatMap { [$0.body, $0.inspector] }), on: day)
            let plan = try db.currentPlan(of: year)
            return InspectionPlanDraft(
                letterhead: letterhead, year: year, day: today, lines: lines,
                names: names.mapValues(\.nameInSentence),
                basis: plan.map { "\($0.type) số \($0.symbol)" } ?? "",
                rules: try db.inspectionRules(of: year))
        }
        let place = try TemporaryFile(ending: "docx")
        try WordDocument.write(draft.document, to: place.path)
        return Response(
            status: .ok,
            headers: [
                .contentType: WordDocument.contentType,
                .contentDisposition: "attachment; filename=\"ke-hoach-kiem-tra-\(year).docx\"",
                .cacheControl: "private, no-cache",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try place.bytes())))
    }
}

extension Paths {
    static func inspectionPlan(_ year: Int, by issuer: String) -> String {
        path([String(year), "inspections", "plan"], [("by", issuer)])
    }
    static func inspectionPlanDraft(_ year: Int, by issuer: String) -> String {
        path([String(year), "inspections", "plan.docx"], [("by", issuer)])
    }
}
