import Domain
import Hummingbird
import Markup
import Store

/// The year's end: closing what was done, rolling over what was not.
enum YearEndRoutes {
    static func add(to router: Routes) {
        router.get("/:year/task-closures", .may(.seePlans)) { _, context in
            try await page(context)
        }
        router.write("/:year/task-closures", .may(.closeTasks), use: closeDone)
        router.write("/:year/task-rollovers", .may(.declarePlans), use: roll)
    }

    private static func page(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let year = try context.year()
        let asked = AskedDay(context.today, today: context.today)
        let (language, token, query) = (
            context.language, context.formToken, typed ?? context.query
        )
        let (mayClose, mayRoll) = (context.may(.closeTasks), context.may(.declarePlans))
        let builder = try await context.site.store.read { db -> YearEndBuilder? in
            guard let plan = try db.currentPlan(of: year) else { return nil }
            let period = try db.planYear(year)
            let tree = try db.agencyTree(on: min(period.last, asked.day))
            let source = TaskFilter.Source(rawValue: query.text("source")) ?? .main
            let code = query.text("lead")
            return YearEndBuilder(
                year: year, language: language, asked: asked, tree: tree, plan: plan,
                source: source, lead: code,
                end: try db.yearEnd(
                    of: year, source: source, issuer: plan.agency,
                    lead: code.isEmpty
                        ? nil : tree.bodies(coded: code).first?.id ?? Agency.ID("-"),
                    limit: YearEndBuilder.limit), last: period.last, mayClose: mayClose,
                mayRoll: mayRoll, token: token, typed: typed, refusal: refusal)
        }
        guard let builder else {
            return context.page(
                Words("Navigation", language)["tasks"], in: .tasks,
                main: emptyYearView(EmptyYearPage(year: year, language: language)))
        }
        return context.page(
            builder.title, in: .tasks, refusal: refusal, main: yearEndView(builder.yearEndPage()))
    }

    /// Closes all that was done, at once.
    @Sendable private static func closeDone(_ typed: Form, _ context: AppContext) async throws
        -> Response
    {
        let year = try context.year()
        let user = try context.signedIn().user.id
        do {
            let count = try await context.site.store.write {
                try $0.closeDoneTasks(of: year, by: user)
            }
            return context.redirect(
                to: Paths.taskClosures(year),
                saying: Bilingual(
                    vi: "Đã đánh giá \(Written.count(count, .vi)) nhiệm vụ hoàn thành.",
                    en:
                        "\(Written.english(count, "completed task is", "completed tasks are")) closed."
                ))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await page(context, typed: typed, refusal: refusal)
        }
    }

    /// Rolls what was chosen into the next year's plans, all or none.
    @Sendable private static func roll(_ typed: Form, _ context: AppContext) async throws
        -> Response
    {
        let year = try context.year()
        let user = try context.signedIn().user.id
        let chosen = typed.all("task")
        do {
            var problems: [Problem] = []
            let due = typed.day("due_on", &problems)
            if chosen.isEmpty {
                problems.append(
                    Problem(
                        "task", vi: "Hãy chọn ít nhất một nhiệm vụ để chuyển.",
                        en: "Choose at least one task to roll over."))
            }
            guard problems.isEmpty else { throw InvalidInput(problems) }
            let count = try await context.site.store.write { db in
                try db.rollTasks(
                    try chosen.map { try TaskPageRoutes.required($0, year, db).id }, dueOn: due,
                    by: user
                ).count
            }
            return context.redirect(
                to: Paths.tasks(year + 1),
                saying: Bilingual(
                    vi:
                        "Đã chuyển \(Written.count(count, .vi)) nhiệm vụ sang kế hoạch năm \(year + 1).",
                    en:
                        "\(Written.english(count, "task was", "tasks were")) rolled into the plan of \(year + 1)."
                ))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await page(context, typed: typed, refusal: refusal)
        }
    }
}
