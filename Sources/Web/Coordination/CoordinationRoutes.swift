import Domain
import Hummingbird
import Store

/// The page of a shared procedure and of a regulation, and making a need a task.
enum CoordinationRoutes {
    static func add(to router: Routes) {
        router.get("/:year/coordination/:number", .may(.seeCoordination)) { _, context in
            try await procedure(context)
        }
        router.get("/:year/coordination-regulations/:number", .may(.seeCoordination)) {
            _, context in try await regulation(context)
        }
        router.write("/:year/coordination/:number/task", .may(.managePlans), use: assign)
    }

    private static func procedure(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let number = try context.number("number")
        let page = try await read(context, kind: "coordinated-procedure") { db, builder in
            guard let found = try db.coordinatedProcedure(numbered: number) else {
                throw MissingRecord(Bilingual(vi: "thủ tục", en: "procedure"), "\(number)")
            }
            return try builder(found.body, found.id.text, try db.coordinationTasks(of: found.id))
                .page(of: found, typed: typed, refusal: refusal)
        }
        return context.page(
            page.title, in: .coordination, refusal: refusal, main: coordinationPageView(page))
    }

    private static func regulation(_ context: AppContext) async throws -> Response {
        let number = try context.number("number")
        let page = try await read(context, kind: "coordination-regulation") { db, builder in
            guard let found = try db.coordinationRegulation(numbered: number) else {
                throw MissingRecord(
                    Bilingual(vi: "quy chế phối hợp", en: "regulation"), "\(number)")
            }
            return try builder(found.issuer, found.id.text, []).page(of: found)
        }
        return context.page(page.title, in: .coordination, main: coordinationPageView(page))
    }

    private typealias Making =
        (_ owner: Agency.ID, _ record: String, _ tasks: [CoordinationTask]) throws ->
        CoordinationBuilder

    private static func read(
        _ context: AppContext, kind: String,
        _ make: @escaping @Sendable (ReadableDatabase, Making) throws -> CoordinationPage
    ) async throws -> CoordinationPage {
        let year = try context.year()
        let day = try context.day(in: year)
        let chosen = try context.chosenDay()
        let (language, kept, token) = (context.language, context.site.kept, context.formToken)
        let (user, today) = (context.person?.user.id, context.today)
        let mayAssign = context.may(.managePlans)
        return try await context.site.store.read { db in
            let snapshot = Snapshot(
                db: db, kept: kept, year: year, day: day, dayHasEnded: day < today)
            return try make(db) { owner, record, tasks in
                CoordinationBuilder(
                    year: year, language: language, chosen: chosen, day: day,
                    tree: try snapshot.tree(), review: try snapshot.coordination(), tasks: tasks,
                    history: try HistoryEntry.entries(of: kind, record, db, language),
                    token: token,
                    mayRecord: try user.map {
                        try db.isGranted(.recordCoordination, to: $0, in: owner, on: today)
                    } ?? false,
                    mayAssign: mayAssign)
            }
        }
    }

    @Sendable private static func assign(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let year = try context.year()
        let number = try context.number("number")
        let user = try context.signedIn().user.id
        let task = form.text("task")
        do {
            let code = try await context.site.store.write {
                try $0.assignCoordination(number, to: task.isEmpty ? nil : task, by: user)
            }
            return context.redirect(
                to: Paths.coordination(year, number),
                saying: Bilingual(vi: "Đã giao nhiệm vụ \(code).", en: "Task \(code) is set."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await procedure(context, typed: form, refusal: refusal)
        }
    }
}

extension ReadableDatabase {
    fileprivate func coordinationTasks(of procedure: CoordinatedProcedure.ID) throws
        -> [CoordinationTask]
    {
        try coordinationTasks().filter { $0.procedure == procedure }
    }
}
