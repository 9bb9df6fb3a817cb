import Documents
import Domain
import Hummingbird
import Markup
import Store

/// The year's plan as a picture: each task from its beginning to its last day.
enum TaskTimelineRoutes {
    /// More than a person can take in at a glance; the list has the rest.
    static let limit = 120

    @Sendable static func page(_ request: Request, _ context: AppContext) async throws -> Response {
        let year = try context.year()
        let asked = AskedDay(try context.day(in: year), today: context.today)
        let chosen = try context.chosenDay()
        let (language, kept, typed) = (context.language, context.site.kept, context.query)
        let page = try await context.site.store.read { db -> TaskTimelinePage? in
            let snapshot = Snapshot(
                db: db, kept: kept, year: year, day: asked.day, dayHasEnded: asked.hasEnded)
            guard let plan = try snapshot.plan() else { return nil }
            let tree = try snapshot.tree()
            let query = try TaskQuery(typed, tree: tree, on: asked.day, db)
            let tasks = try db.tasks(
                of: year, query.filter, issuer: plan.agency, asked: asked, by: TaskOrder(.due),
                limit: limit + 1)
            return TaskTimelineBuilder(
                year: year, language: language, chosen: chosen, asked: asked, tree: tree,
                plan: plan, period: try db.planYear(year),
                tasks: tasks.filter { $0.course.state != .approach }
            ).timelinePage()
        }
        let title = Words("Navigation", language)["tasks"]
        guard let page else {
            return context.page(
                title, in: .tasks,
                main: emptyYearView(EmptyYearPage(year: year, language: language)))
        }
        return context.page(title, in: .tasks, main: taskTimelineView(page))
    }
}

struct TaskTimelinePage: Sendable {
    let language: Language
    let title: String
    let lede: String
    let views: [OverviewPage.ViewChoice]
    let months: [TaskTimeline.Month]
    /// Where the day asked is, in hundredths of a per cent of the year.
    let now: Int
    let nowText: String
    let rows: [Row]
    let legend: [Badge]
    /// Said when not all tasks are shown.
    let more: Link?
    let none: String

    struct Row: Sendable {
        let task: Link
        let lead: String
        let due: String
        let badge: Badge
        let bar: TaskTimeline
    }
}

struct TaskTimelineBuilder {
    let year: Int
    let language: Language
    let chosen: Day?
    let asked: AskedDay
    let tree: AgencyTree
    let plan: Plan
    let period: PlanYear
    let tasks: [ListedTask]

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    func timelinePage() -> TaskTimelinePage {
        let shown = tasks.prefix(TaskTimelineRoutes.limit)
        return TaskTimelinePage(
            language: language,
            title: text("Tiến độ nhiệm vụ năm \(year)", "Tasks of \(year)"),
            lede: text(
                "Kế hoạch \(plan.symbol), từ \(period.first.vi) đến \(period.last.vi); xếp theo hạn cuối.",
                "Plan \(plan.symbol), \(period.first.en) to \(period.last.en); by last day."),
            views: TaskView.allCases.map {
                OverviewPage.ViewChoice(
                    text: $0.title[language], path: $0.path(year, on: chosen),
                    isCurrent: $0 == .timeline)
            },
            months: months, now: place(asked.day),
            nowText: text("ngày \(asked.day.vi)", "\(asked.day.en)"),
            rows: shown.map(row),
            legend: (Plan.Task.Box.four + [.failed, .cancelled]).map { Badge($0, language) },
            more: tasks.count > TaskTimelineRoutes.limit
                ? Link(
                    text("Còn nhiệm vụ khác; xem danh sách.", "There are more; see the list."),
                    Paths.tasks(year, on: chosen)) : nil,
            none: text("Chưa có nhiệm vụ nào.", "There is no task yet."))
    }

    private func row(_ task: ListedTask) -> TaskTimelinePage.Row {
        let course = task.course
        let badge = Badge(course.box(on: asked.day, dayHasEnded: asked.hasEnded), language)
        let start = max(period.first, plan.issuedOn ?? period.first)
        let end = course.dueOn ?? period.last
        let done = course.doneOn.flatMap { $0 <= asked.day ? $0 : nil }
        let reached = done ?? min(asked.day, max(end, asked.day))
        let lead = task.lead.flatMap { tree.body($0)?.version.nameInSentence }
        return TaskTimelinePage.Row(
            task: Link(
                "\(task.code). \(task.text.shortened(to: 70))",
                Paths.taskPage(year, task.code, on: chosen)),
            lead: (lead ?? task.leadText).capitalisedFirst.shortened(to: 40),
            due: course.dueOn?[language] ?? text("chưa xác định", "not settled"), badge: badge,
            bar: TaskTimeline(
                months: months.map(\.place), from: place(start), due: place(end),
                reached: place(reached), done: done.map(place), now: place(asked.day),
                hasDue: course.dueOn != nil, colour: badge.kind.rawValue,
                label: [
                    badge.word.lowercasedFirst,
                    course.dueOn.map { text("hạn \($0.vi)", "due \($0.en)") },
                    done.map { text("hoàn thành \($0.vi)", "done \($0.en)") },
                ].compactMap(\.self).joined(separator: ", ")))
    }

    /// Where a day lies in the year, in hundredths of a per cent.
    private func place(_ day: Day) -> Int {
        let length = max(1, period.last - period.first + 1)
        return min(max((day - period.first) * 10_000 / length, 0), 10_000)
    }

    private var months: [TaskTimeline.Month] {
        (1...12).compactMap { month in
            guard let first = Day(year: year, month: month, day: 1), period.contains(first) else {
                return nil
            }
            return TaskTimeline.Month(
                place: place(first), name: text("T\(month)", "\(month)"))
        }
    }
}
