import Domain
import Hummingbird
import Markup
import Store

/// Adding a task by hand, changing what one says, closing one with its year.
enum TaskFormRoutes {
    static func add(to router: Routes) {
        router.get("/:year/tasks/new", .may(.declarePlans)) { _, context in
            try await form(context)
        }
        router.write("/:year/tasks", .may(.declarePlans), use: add)
        router.get("/:year/tasks/:code/terms", .may(.declarePlans)) { _, context in
            try await form(context, of: try context.segment("code"))
        }
        router.write("/:year/tasks/:code/terms", .may(.declarePlans), use: correct)
        router.get("/:year/tasks/:code/closure", .may(.closeTasks)) { _, context in
            try await closure(context)
        }
        router.write("/:year/tasks/:code/closure", .may(.closeTasks), use: close)
    }

    private static func form(
        _ context: AppContext, of code: String? = nil, typed: Form? = nil,
        refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let year = try context.year()
        let day = try context.day(in: year)
        let user = try context.signedIn().user
        let (language, token, kept) = (context.language, context.formToken, context.site.kept)
        let hasEnded = day < context.today
        let page = try await context.site.store.read { db in
            let snapshot = Snapshot(
                db: db, kept: kept, year: year, day: day, dayHasEnded: hasEnded)
            let task = try code.map { try TaskPageRoutes.required($0, year, db) }
            let tree = try snapshot.tree()
            return TaskFormBuilder(
                year: year, language: language, tree: tree, task: task,
                owner: user.agency.flatMap { tree.body($0)?.code },
                codes: try task.map { try TaskFormBuilder.Codes($0, db) } ?? .init(),
                areas: try snapshot.areas(), typed: typed, refusal: refusal, token: token
            ).formPage()
        }
        return context.page(page.title, in: .tasks, refusal: refusal, main: recordFormView(page))
    }

    @Sendable private static func add(_ typed: Form, _ context: AppContext) async throws -> Response
    {
        let year = try context.year()
        let day = try context.day(in: year)
        let user = try context.signedIn().user.id
        do {
            let code = try await context.site.store.write { db -> String in
                let tree = try db.agencyTree(on: day)
                let plan = try plan(typed.text("plan"), year, tree, db)
                return try db.addTask(
                    try TaskFormReader(typed, tree: tree, year: year, db).terms(), to: plan.id,
                    by: user)
            }
            return context.redirect(
                to: Paths.taskPage(year, code),
                saying: Bilingual(vi: "Đã thêm nhiệm vụ \(code).", en: "Task \(code) is added."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await form(context, typed: typed, refusal: refusal)
        }
    }

    /// The plan of the agency with that code; without a code, the year's own.
    private static func plan(
        _ code: String, _ year: Int, _ tree: AgencyTree, _ db: ReadableDatabase
    ) throws -> Plan {
        let main = try db.currentPlan(of: year)
        if code.isEmpty, let main { return main }
        if let body = tree.bodies(coded: code).first {
            if main?.agency == body.id, let main { return main }
            if let plan = try db.agencyPlan(of: body.id, year: year) { return plan }
        }
        throw InvalidInput([
            Problem(
                "plan",
                vi:
                    "Không có kế hoạch năm \(year) của cơ quan “\(code)”; hãy khai kế hoạch đó trước.",
                en: "There is no plan of \(year) of the agency “\(code)”; declare it first.")
        ])
    }

    @Sendable private static func correct(_ typed: Form, _ context: AppContext) async throws
        -> Response
    {
        let year = try context.year()
        let day = try context.day(in: year)
        let code = try context.segment("code")
        let user = try context.signedIn().user.id
        let version = typed.version
        do {
            try await context.site.store.write { db in
                let task = try TaskPageRoutes.required(code, year, db)
                let terms = try TaskFormReader(
                    typed, tree: try db.agencyTree(on: day), year: year, db
                ).terms()
                try db.correctTask(task.id, terms, version: version, by: user)
            }
            return context.redirect(
                to: Paths.taskPage(year, code),
                saying: Bilingual(vi: "Đã ghi thay đổi.", en: "The change is recorded."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await form(context, of: code, typed: typed, refusal: refusal)
        }
    }

    private static func closure(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let year = try context.year()
        let code = try context.segment("code")
        let (language, token, today) = (context.language, context.formToken, context.today)
        let page = try await context.site.store.read { db in
            let task = try TaskPageRoutes.required(code, year, db)
            let posts = try db.answerablePosts(for: task, on: today)
            return TaskClosureBuilder(
                year: year, language: language, today: today, task: task,
                closure: try db.closure(of: task.id),
                posts: try posts.map { ($0.id, try db.heldPost($0.id, named: true) ?? $0.named) },
                typed: typed, refusal: refusal, token: token
            ).formPage()
        }
        return context.page(page.title, in: .tasks, refusal: refusal, main: recordFormView(page))
    }

    @Sendable private static func close(_ typed: Form, _ context: AppContext) async throws
        -> Response
    {
        let year = try context.year()
        let code = try context.segment("code")
        let user = try context.signedIn().user.id
        let (today, version) = (context.today, typed.version)
        do {
            try await context.site.store.write { db in
                let task = try TaskPageRoutes.required(code, year, db)
                let outcome = task.outcome ?? .failed
                // Judged as of the year's last day, so that the year's own pages say how it ended.
                let judged = min(today, try db.planYear(year).last)
                try db.closeTask(
                    task.id,
                    TaskClosure(
                        task: task.id, outcome: outcome, closedOn: judged,
                        cause: TaskClosure.Cause(rawValue: typed.text("cause")),
                        explanation: typed.text("explanation"),
                        answerable: typed.optional("answerable").map { Post.ID($0) },
                        remedy: typed.text("remedy"), document: typed.text("document")),
                    version: version, by: user)
            }
            return context.redirect(
                to: Paths.taskPage(year, code),
                saying: Bilingual(vi: "Đã ghi đánh giá cuối năm.", en: "The task is closed."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await closure(context, typed: typed, refusal: refusal)
        }
    }
}
