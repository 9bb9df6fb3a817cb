import Documents
import Domain
import Hummingbird
import Markup
import Store

/// Four boxes per area, agency and person.
enum TaskBoxRoutes {
    @Sendable static func page(_ request: Request, _ context: AppContext) async throws -> Response {
        let year = try context.year()
        let asked = AskedDay(try context.day(in: year), today: context.today)
        let chosen = try context.chosenDay()
        let (language, kept, typed) = (context.language, context.site.kept, context.query)
        let mayKnow = context.may(.seePeople)
        let grouping = TaskGrouping(rawValue: typed.text("by")) ?? .area
        let source = TaskFilter.Source(rawValue: typed.text("source")) ?? .all
        let page = try await context.site.store.read { db -> TaskBoxPage? in
            let snapshot = Snapshot(
                db: db, kept: kept, year: year, day: asked.day, dayHasEnded: asked.hasEnded)
            guard let plan = try snapshot.plan() else { return nil }
            let boxes = try snapshot.value(
                "task-boxes/\(grouping.rawValue)/\(source.rawValue)", from: [.plans],
                cost: { $0.count * 240 + 64 }
            ) {
                try $0.taskBoxes(
                    of: year, source: source, issuer: plan.agency, by: grouping, asked: asked)
            }
            let people =
                grouping == .person && mayKnow
                ? try db.numberedNames(boxes.keys.map { User.ID($0) }) : [:]
            return TaskBoxBuilder(
                year: year, language: language, chosen: chosen, asked: asked,
                tree: try snapshot.tree(), grouping: grouping, source: source, boxes: boxes,
                people: people, mayKnow: mayKnow
            ).boxPage()
        }
        let title = Words("Navigation", language)["tasks"]
        guard let page else {
            return context.page(
                title, in: .tasks,
                main: emptyYearView(EmptyYearPage(year: year, language: language)))
        }
        return context.page(title, in: .tasks, main: taskBoxView(page))
    }
}

/// The boxes of the year, a line for each area, agency or person.
struct TaskBoxPage: Sendable {
    let language: Language
    let title: String
    let views: [OverviewPage.ViewChoice]
    let groupings: [OverviewPage.ViewChoice]
    let sources: [OverviewPage.ViewChoice]
    let caption: String
    let headings: [String]
    let rows: [Row]
    let sum: [Link]
    let none: String

    struct Row: Sendable {
        let name: Link
        /// One for each heading but the first.
        let counts: [Link]
        let bar: BoxBar
    }
}

struct TaskBoxBuilder {
    let year: Int
    let language: Language
    let chosen: Day?
    let asked: AskedDay
    let tree: AgencyTree
    let grouping: TaskGrouping
    let source: TaskFilter.Source
    let boxes: [String: TaskBoxes]
    let people: [User.ID: (number: Int, name: String)]
    let mayKnow: Bool

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
    private static let shown: [Plan.Task.Box] = Plan.Task.Box.four + [.failed, .cancelled]

    func boxPage() -> TaskBoxPage {
        let sum = boxes.values.reduce(TaskBoxes(), +)
        return TaskBoxPage(
            language: language,
            title: text(
                "\(Written.count(sum.total, .vi)) nhiệm vụ, \(Written.count(sum[.openLate], .vi)) quá hạn chưa hoàn thành",
                "\(Written.english(sum.total, "task", "tasks")), \(sum[.openLate]) open and overdue"
            ),
            views: TaskView.allCases.map {
                OverviewPage.ViewChoice(
                    text: $0.title[language], path: $0.path(year, on: chosen),
                    isCurrent: $0 == .boxes)
            },
            groupings: TaskGrouping.allCases.filter { $0 != .person || mayKnow }.map {
                OverviewPage.ViewChoice(
                    text: $0.title[language], path: address(by: $0, source),
                    isCurrent: $0 == grouping)
            },
            sources: TaskFilter.Source.allCases.map {
                OverviewPage.ViewChoice(
                    text: $0.title[language], path: address(by: grouping, $0),
                    isCurrent: $0 == source)
            },
            caption: asked.hasEnded
                ? text("Tính đến hết ngày \(asked.day.vi)", "At the end of \(asked.day.en)")
                : text("Tính đến ngày \(asked.day.vi)", "On \(asked.day.en)"),
            headings: [grouping.title[language], ""] + Self.shown.map { $0.title[language] }
                + [text("Cộng", "Total")],
            rows: lines.map { row($0.key, $0.name, $0.boxes) },
            sum: Self.shown.map {
                Link(Written.number(sum[$0], language), list([("state", $0.rawValue)]))
            }
                + [Link(Written.number(sum.total, language), list([]))],
            none: text("Chưa có nhiệm vụ nào.", "There is no task yet."))
    }

    private var lines: [(key: String, name: String, boxes: TaskBoxes)] {
        boxes.filter { $0.value.total + $0.value[.cancelled] > 0 }.map { key, boxes in
            (key: key, name: name(key), boxes: boxes)
        }.sorted {
            ($0.key.isEmpty ? 1 : 0, Vietnamese.sortKey($0.name), $0.key)
                < ($1.key.isEmpty ? 1 : 0, Vietnamese.sortKey($1.name), $1.key)
        }
    }

    private func name(_ key: String) -> String {
        switch grouping {
        case .area: key.isEmpty ? text("Chưa ghi lĩnh vực", "No area") : key
        case .agency:
            key.isEmpty
                ? text("Chưa xác định cơ quan chủ trì", "No lead")
                : tree.body(Agency.ID(key))?.version.nameInSentence.capitalisedFirst
                    ?? text(
                        "Cơ quan không còn", "A body that is no more")
        case .person:
            key.isEmpty
                ? text("Chưa phân công", "Nobody named") : people[User.ID(key)]?.name ?? "–"
        }
    }

    private func row(_ key: String, _ name: String, _ boxes: TaskBoxes) -> TaskBoxPage.Row {
        let field: (name: String, value: String?) =
            switch grouping {
            case .area: ("area", key)
            case .agency: ("lead", tree.body(Agency.ID(key))?.code)
            case .person: ("person", people[User.ID(key)].map { "\($0.number)" })
            }
        let isNamed = !key.isEmpty && field.value != nil
        return TaskBoxPage.Row(
            name: Link(name, isNamed ? list([field]) : nil),
            counts: Self.shown.map { box in
                Link(
                    boxes[box] == 0 ? "–" : Written.number(boxes[box], language),
                    isNamed && boxes[box] > 0 ? list([field, ("state", box.rawValue)]) : nil)
            } + [Link(Written.number(boxes.total, language))],
            bar: BoxBar(
                parts: (Plan.Task.Box.four + [.failed]).map {
                    BoxBar.Part(
                        colour: Badge($0, language).kind.rawValue, count: boxes[$0])
                },
                label: (Plan.Task.Box.four + [.failed]).filter { boxes[$0] > 0 }.map {
                    "\($0.title[language].lowercasedFirst) \(boxes[$0])"
                }.joined(separator: ", ")))
    }

    private func address(by grouping: TaskGrouping, _ source: TaskFilter.Source) -> String {
        Paths.changed(
            Paths.taskBoxes(year, on: chosen),
            [
                ("by", grouping == .area ? nil : grouping.rawValue),
                ("source", source == .all ? nil : source.rawValue),
            ])
    }

    private func list(_ fields: [(name: String, value: String?)]) -> String {
        Paths.changed(
            Paths.tasks(year, on: chosen),
            [("source", source == .main ? nil : source.rawValue)] + fields)
    }
}
