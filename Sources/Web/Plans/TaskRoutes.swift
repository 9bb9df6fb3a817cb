import Domain
import Hummingbird
import Store

/// The tasks that the year's plan gives: a list, each leading to its place in the plan.
enum TaskRoutes {
    static func add(to router: Routes) {
        router.get("/:year/tasks", .may(.seePlans), use: list)
    }

    @Sendable private static func list(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let year = try context.year()
        let day = try context.day(in: year)
        let chosen = try context.chosenDay()
        let language = context.language
        let main = try await context.kept(
            "tasks\(chosen == nil ? "" : "/chosen")", of: year, on: day, from: [.agencies, .plans]
        ) { snapshot in
            guard let plan = try snapshot.db.currentPlan(of: year) else {
                return emptyYearView(EmptyYearPage(year: year, language: language))
            }
            let tasks = try snapshot.db.tasks(of: plan.id).filter { $0.decision == .accepted }
            return recordListView(
                page(
                    tasks, plan, try snapshot.tree(), year: year, on: day, language: language,
                    chosen: chosen))
        }
        return context.page(Words("Navigation", language)["tasks"], in: .tasks, main: main)
    }

    private static func page(
        _ tasks: [Plan.Task], _ plan: Plan, _ tree: AgencyTree, year: Int, on day: Day,
        language: Language,
        chosen: Day?
    ) -> RecordListPage {
        func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
        let overdue = tasks.count { $0.isOverdue(on: day) }
        let approaches = tasks.count(where: \.isApproach)
        return RecordListPage(
            language: language,
            title: text(
                "\(Written.count(tasks.count - approaches, .vi)) nhiệm vụ, \(Written.count(overdue, .vi)) quá hạn",
                "\(tasks.count - approaches) tasks, \(overdue) overdue"),
            lede: text(
                "Kế hoạch \(plan.symbol). Ngoài ra có \(Written.count(approaches, .vi)) giải pháp không có cơ quan chủ trì, sản phẩm hay thời hạn: liệt kê, không tính quá hạn.",
                "Plan \(plan.symbol). Beside them \(approaches) approaches without lead, product or deadline: listed, never overdue."
            ),
            kinds: [], actions: [], files: [], filter: nil,
            caption: text("Tính đến hết ngày \(day.vi)", "At the end of \(day.en)"),
            headings: [
                text("TT", "No."), text("Nhiệm vụ", "Task"), text("Chủ trì", "Lead"),
                text("Sản phẩm", "Product"),
                text("Thời hạn", "Due"), text("Tình trạng", "State"),
            ].map { RecordListPage.Heading(text: $0) },
            rows: tasks.map { task in
                let lead = task.lead.flatMap { tree.body($0) }
                return RecordListPage.Row(cells: [
                    RecordListPage.Cell(text: String(task.number)),
                    RecordListPage.Cell(
                        text: task.text,
                        path: task.isInAnnex
                            ? Paths.task(year, task.number, on: chosen)
                            : Paths.plan(year, on: chosen) + "#\(task.clause)"),
                    RecordListPage.Cell(
                        text: lead?.version.nameInSentence ?? task.leadText,
                        path: lead.map { Paths.agency($0.code, on: chosen) }),
                    RecordListPage.Cell(text: task.product),
                    RecordListPage.Cell(text: task.dueOn?[language] ?? task.deadlineText),
                    task.isApproach
                        ? RecordListPage.Cell(text: text("giải pháp", "approach"))
                        : RecordListPage.Cell(badge: task.badge(on: day, language)),
                ])
            },
            pager: nil, none: text("Kế hoạch không giao nhiệm vụ nào.", "The plan gives no task."))
    }
}
