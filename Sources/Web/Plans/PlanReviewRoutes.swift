import Domain
import Hummingbird
import Markup
import Store

/// Going through what the reader proposed: accept, edit, split or reject each, then confirm the plan.
enum PlanReviewRoutes {
    static func add(to router: Routes) {
        router.write("/plans/:id/targets/:code", .may(.declarePlans), use: decideTarget)
        router.write("/plans/:id/targets/:code/split", .may(.declarePlans)) { _, context in
            try await changeTarget(context) { db, target, user in
                try db.splitTarget(target.id, by: user)
            }
        }
        router.write("/plans/:id/targets/:code/rejection", .may(.declarePlans)) { _, context in
            try await changeTarget(context) { db, target, user in
                try db.decideTarget(
                    target.id, .rejected, terms: nil, version: target.version, by: user)
            }
        }
        router.write("/plans/:id/targets/:code/restoration", .may(.declarePlans)) { _, context in
            try await changeTarget(context) { db, target, user in
                try db.decideTarget(
                    target.id, .proposed, terms: nil, version: target.version, by: user)
            }
        }
        router.write("/plans/:id/tasks/:number", .may(.declarePlans), use: assignTask)
        router.write("/plans/:id/tasks/:number/rejection", .may(.declarePlans)) { _, context in
            try await decideTask(context, .rejected)
        }
        router.write("/plans/:id/tasks/:number/restoration", .may(.declarePlans)) { _, context in
            try await decideTask(context, .proposed)
        }
        router.write("/plans/:id/tasks-confirmation", .may(.declarePlans), use: confirmTasks)
        router.write("/plans/:id/confirmation", .may(.declarePlans), use: confirm)
    }

    /// The page, or the page again with what was typed last and why it was refused.
    static func page(
        _ plan: Plan, _ context: AppContext, typed: (anchor: String, form: Form)? = nil,
        refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        _ = try context.signedIn()
        let (language, token, today) = (context.language, context.formToken, context.today)
        let page = try await context.site.store.read { db -> PlanReviewPage in
            let replaceable = try plan.amends.map { amended in
                plan.parent == nil
                    ? try db.targets(inForceOn: plan.inForceFrom ?? today, of: amended)
                    : try db.targets(of: amended).filter { $0.decision == .accepted }
            }
            let asked =
                plan.parent == nil
                ? nil : try db.gapCheck(of: plan.year, on: today)?.asked(of: plan.agency)
            return PlanReviewBuilder(
                plan: try db.plan(plan.id) ?? plan, language: language, token: token,
                text: PlanText(
                    try db.text(of: plan.id) ?? "", clauses: try db.clauses(of: plan.id)),
                targets: try db.targets(of: plan.id), tasks: try db.tasks(of: plan.id),
                queries: try db.queries(of: plan.id), scopes: try db.scopes(),
                programmes: try db.programmes(),
                replaceable: replaceable ?? [], asked: asked ?? [],
                amendable: try db.readPlans().filter { $0.confirmation != nil && $0.amends == nil },
                tree: try db.agencyTree(on: plan.issuedOn ?? today), typed: typed, refusal: refusal
            ).reviewPage()
        }
        let history = try await context.site.store.read {
            try HistoryEntry.entries(of: "plan", plan.id.text, $0, language)
        }
        return context.page(
            page.title, in: .plan, year: plan.year, refusal: refusal,
            main: "\(planReviewView(page))\(historyCard(history, language))")
    }

    private static func plan(_ context: AppContext) async throws -> Plan {
        let id = Plan.ID(try context.segment("id"))
        guard let plan = try await context.site.store.read({ try $0.plan(id) }) else {
            throw MissingRecord(Bilingual(vi: "kế hoạch", en: "plan"), id.text)
        }
        return plan
    }

    private static func changeTarget(
        _ context: AppContext,
        _ change: @escaping @Sendable (WritableDatabase, Plan.Target, User.ID) throws -> Void
    ) async throws -> Response {
        let user = try context.signedIn().user.id
        let id = Plan.ID(try context.segment("id"))
        let code = try context.segment("code")
        let seen = Int(context.query.text("version"))
        try await context.site.store.write { db in
            guard let target = try db.targets(of: id).first(where: { $0.code == code }) else {
                throw MissingRecord(Bilingual(vi: "chỉ tiêu", en: "target"), code)
            }
            // What was split, rejected or taken back is what the person saw.
            guard seen ?? target.version == target.version else {
                throw EditConflict(Bilingual(vi: "Chỉ tiêu", en: "target"))
            }
            try change(db, target, user)
        }
        return context.redirect(to: Paths.planDocument(id) + "#target-\(code)")
    }

    @Sendable private static func decideTarget(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let code = try context.segment("code")
        let plan = try await plan(context)
        let today = context.today
        do {
            let tree = try await context.site.store.read {
                try $0.agencyTree(on: plan.issuedOn ?? today)
            }
            let terms = try TargetForm(form, tree).terms()
            let decision: Plan.Target.Decision = form.text("do") == "save" ? .proposed : .accepted
            let replaced = form.optional("replaces").map { Plan.Target.ID($0) }
            let above: Plan.Target.ID?? =
                plan.parent == nil
                ? nil : .some(form.optional("mirrors").map { Plan.Target.ID($0) })
            return try await changeTarget(context) { db, target, user in
                if decision == .accepted {
                    let problems = target.decided(.accepted, terms: terms).problems
                    if !problems.isEmpty { throw InvalidInput(problems) }
                }
                try db.decideTarget(
                    target.id, decision, terms: terms, replacing: replaced, carryingOut: above,
                    version: form.version, by: user)
            }
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await page(plan, context, typed: ("target-\(code)", form), refusal: refusal)
        }
    }

    @Sendable private static func assignTask(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let user = try context.signedIn().user.id
        let number = try context.number("number")
        let plan = try await plan(context)
        let today = context.today
        do {
            let tree = try await context.site.store.read {
                try $0.agencyTree(on: plan.issuedOn ?? today)
            }
            var problems: [Problem] = []
            let due = form.day("due_on", &problems)
            let lead = TargetForm(form, tree).agency("lead", &problems)
            if !problems.isEmpty { throw InvalidInput(problems) }
            try await context.site.store.write {
                try $0.assignTask(
                    number, of: plan.id, lead: lead, dueOn: due, version: form.version, by: user)
                try $0.decideTasks([number], of: plan.id, .accepted, by: user)
            }
            return context.redirect(to: Paths.planDocument(plan.id) + "#task-\(number)")
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await page(plan, context, typed: ("task-\(number)", form), refusal: refusal)
        }
    }

    private static func decideTask(
        _ context: AppContext, _ decision: Plan.Target.Decision
    ) async throws -> Response {
        let user = try context.signedIn().user.id
        let number = try context.number("number")
        let id = Plan.ID(try context.segment("id"))
        try await context.site.store.write {
            try $0.decideTasks([number], of: id, decision, by: user)
        }
        return context.redirect(to: Paths.planDocument(id) + "#task-\(number)")
    }

    @Sendable private static func confirmTasks(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let user = try context.signedIn().user.id
        let id = Plan.ID(try context.segment("id"))
        try await context.site.store.write { db in
            let whole = try db.tasks(of: id).filter {
                $0.decision == .proposed && ($0.isApproach || $0.lead != nil)
            }
            try db.decideTasks(whole.map(\.number), of: id, .accepted, by: user)
        }
        return context.redirect(to: Paths.planDocument(id) + "#tasks")
    }

    @Sendable private static func confirm(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let user = try context.signedIn().user.id
        let plan = try await plan(context)
        let today = context.today
        do {
            let corrected = try PlanHeadForm(form).plan(plan)
            try await context.site.store.write { db in
                try db.correctPlan(corrected, by: user)
                try db.confirmPlan(plan.id, by: user, on: today)
            }
            if plan.parent != nil {
                return context.redirect(
                    to: Paths.planDocument(plan.id),
                    saying: Bilingual(
                        vi: "Kế hoạch của đơn vị đã được khai.",
                        en: "The agency's plan is declared."))
            }
            return context.redirect(
                to: plan.amends == nil ? Paths.plan(corrected.year) : Paths.planDocument(plan.id),
                saying: Bilingual(
                    vi: "Kế hoạch đã được xác nhận; từ nay các chỉ tiêu được tính hằng ngày.",
                    en: "The plan is confirmed; its targets are counted from now on."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await page(plan, context, typed: ("issue", form), refusal: refusal)
        }
    }
}
