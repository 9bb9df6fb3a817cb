import Documents
import Domain
import Hummingbird
import Markup
import Store

/// Tasks of the year: the list as the address narrows it, the same as a file.
enum TaskRoutes {
    static func add(to router: Routes) {
        router.get("/:year/tasks", .may(.seePlans)) { _, context in try await list(context) }
        router.get("/:year/tasks.csv", .may(.seePlans)) { _, context in
            try await file(.csv, context)
        }
        router.get("/:year/tasks.xlsx", .may(.seePlans)) { _, context in
            try await file(.xlsx, context)
        }
        router.get("/:year/tasks/boxes", .may(.seePlans), use: TaskBoxRoutes.page)
        router.get("/:year/tasks/timeline", .may(.seePlans), use: TaskTimelineRoutes.page)
        TaskPageRoutes.add(to: router)
        TaskFormRoutes.add(to: router)
        TaskImportRoutes.add(to: router)
        OfficialRoutes.add(to: router)
        CalendarRoutes.add(to: router)
        YearEndRoutes.add(to: router)
    }

    private static func list(_ context: AppContext) async throws -> Response {
        let year = try context.year()
        let asked = AskedDay(try context.day(in: year), today: context.today)
        let chosen = try context.chosenDay()
        let (language, typed, kept) = (context.language, context.query, context.site.kept)
        let canWrite = context.may(.declarePlans) || context.may(.managePlans)
        let canReport = context.may(.completeTasks)
        let page = try await context.site.store.read { db -> RecordListPage? in
            let snapshot = Snapshot(
                db: db, kept: kept, year: year, day: asked.day, dayHasEnded: asked.hasEnded)
            guard let plan = try snapshot.plan() else { return nil }
            let tree = try snapshot.tree()
            let query = try TaskQuery(typed, tree: tree, on: asked.day, db)
            let limit = TaskListBuilder.pageLength
            let found = try db.tasks(
                of: year, query.filter, issuer: plan.agency, asked: asked,
                by: query.order(db, year),
                limit: limit + 1)
            let count = try db.taskCount(
                of: year, query.filter, issuer: plan.agency, asked: asked,
                limit: TaskListBuilder.countLimit + 1)
            return TaskListBuilder(
                year: year, language: language, chosen: chosen, asked: asked, tree: tree,
                plan: plan,
                query: query, areas: try snapshot.areas(), count: count, tasks: found,
                canWrite: canWrite, canReport: canReport
            ).listPage()
        }
        let title = Words("Navigation", language)["tasks"]
        guard let page else {
            return context.page(
                title, in: .tasks,
                main: emptyYearView(EmptyYearPage(year: year, language: language)))
        }
        return context.page(title, in: .tasks, main: recordListView(page))
    }

    private static func file(_ format: TableFormat, _ context: AppContext) async throws -> Response
    {
        let year = try context.year()
        let asked = AskedDay(try context.day(in: year), today: context.today)
        let (language, typed, kept) = (context.language, context.query, context.site.kept)
        let table = try await context.site.store.read { db -> CellTable in
            let snapshot = Snapshot(
                db: db, kept: kept, year: year, day: asked.day, dayHasEnded: asked.hasEnded)
            let tree = try snapshot.tree()
            let query = try TaskQuery(typed, tree: tree, on: asked.day, db)
            let tasks = try db.allTasks(
                of: year, query.filter, issuer: try snapshot.plan()?.agency, asked: asked)
            return TaskProgressColumns.all.table(
                tasks.map { TaskProgressRow($0, tree, asked, language) })
        }
        return try Response.table(table, named: "tasks-\(year)", as: format)
    }
}

extension Snapshot {
    /// The plan of the year, kept with what else is computed from plans.
    func plan() throws -> Plan? {
        try value("plan", from: [.plans], cost: { _ in 600 }) { try $0.currentPlan(of: year) }
    }

    /// The areas that the year's tasks stand in.
    func areas() throws -> [String] {
        try value("task-areas", from: [.plans], cost: { $0.count * 80 + 64 }) {
            try $0.taskAreas(of: year)
        }
    }
}

extension TaskProgressRow {
    /// The line that the export writes and the import takes back.
    init(_ task: ListedTask, _ tree: AgencyTree, _ asked: AskedDay, _ language: Language) {
        self.init()
        code = task.code
        lead = task.lead.flatMap { tree.body($0)?.name } ?? task.leadText
        text = task.text
        dueOn = task.course.dueOn?.vi ?? task.deadlineText
        state =
            task.course.box(on: asked.day, dayHasEnded: asked.hasEnded).title[language]
        if let done = task.course.doneOn {
            (kind, on) = (.done, done)
        } else if let reported = task.course.reportedOn {
            (kind, on, share) = (.going, reported, task.course.share)
        }
    }
}
