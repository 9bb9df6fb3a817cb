import Documents
import Domain
import Hummingbird
import Markup
import Store

/// Campaigns of self-inspection: opened by the standing office, followed body by body.
enum CampaignRoutes {
    static func add(to router: Routes) {
        let all = RouterPath("/:year/self-inspections/campaigns")
        router.get(all, .may(.seeInspections)) { _, context in try await list(context) }
        router.write(all, .may(.manageInspectionRules), use: open)
        router.get("/:year/self-inspections/campaigns/:number", .may(.seeInspections)) {
            _, context in try await one(context)
        }
        for format in [TableFormat.csv, .xlsx] {
            let path = "/:year/self-inspections/campaigns/:number/table.\(format.rawValue)"
            router.get(RouterPath(path), .may(.seeInspections)) { _, context in
                let builder = try await builder(context)
                return try Response.table(
                    builder.table, named: "self-inspections-\(builder.year)", as: format)
            }
        }
    }

    private static func list(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let year = try context.year()
        let (language, token) = (context.language, context.formToken)
        let mayOpen = context.may(.manageInspectionRules)
        let page = try await context.site.store.read { db in
            try CampaignListBuilder(
                db, year: year, language: language, token: token, mayOpen: mayOpen, typed: typed,
                refusal: refusal
            ).page()
        }
        return context.page(
            page.title, in: .selfInspections, refusal: refusal, main: campaignPageView(page))
    }

    @Sendable private static func open(_ form: Form, _ context: AppContext) async throws -> Response
    {
        let year = try context.year()
        let user = try context.signedIn().user.id
        do {
            var problems: [Problem] = []
            let opensOn = form.requiredDay("opens_on", &problems)
            let dueOn = form.requiredDay("due_on", &problems)
            guard let opensOn, let dueOn, problems.isEmpty else { throw InvalidInput(problems) }
            let campaign = try await context.site.store.write {
                try $0.openSelfInspections(
                    of: year, name: form.text("name"), source: form.text("source"),
                    checklist: Int(form.text("checklist")) ?? 0,
                    scope: Scope.ID(form.text("scope")), from: opensOn, to: dueOn,
                    askingAnew: form.has("asks_anew"), by: user)
            }
            return context.redirect(
                to: Paths.selfInspectionCampaign(year, campaign.number),
                saying: Bilingual(
                    vi: "Đã mở đợt tự kiểm tra.", en: "The self-inspections are asked for."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await list(context, typed: form, refusal: refusal)
        }
    }

    private static func one(_ context: AppContext) async throws -> Response {
        let page = try await builder(context).page()
        return context.page(page.title, in: .selfInspections, main: campaignPageView(page))
    }

    private static func builder(_ context: AppContext) async throws -> CampaignBuilder {
        let year = try context.year()
        let number = try context.number("number")
        let state = SelfInspectionCampaign.State(rawValue: context.query.text("state"))
        let (language, day) = (context.language, try context.day(in: year))
        return try await context.site.store.read {
            try CampaignBuilder(
                $0, number: number, year: year, on: day, state: state, language: language)
        }
    }
}

extension Form {
    /// The day typed; a problem when the field is empty.
    fileprivate func requiredDay(_ name: String, _ problems: inout [Problem]) -> Day? {
        let before = problems.count
        let day = day(name, &problems)
        if day == nil, problems.count == before {
            problems.append(Problem(name, vi: "Hãy ghi ngày.", en: "Give the day."))
        }
        return day
    }
}
