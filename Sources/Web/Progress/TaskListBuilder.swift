import Domain
import Store

/// Makes the page of the list of tasks.
struct TaskListBuilder {
    static let pageLength = 50
    /// Beyond this a list says only that there are more.
    static let countLimit = 1_000

    let year: Int
    let language: Language
    let chosen: Day?
    let asked: AskedDay
    let tree: AgencyTree
    let plan: Plan
    let query: TaskQuery
    let areas: [String]
    let count: Int
    /// One more than a page holds when there are more.
    let tasks: [ListedTask]
    let canWrite: Bool
    let canReport: Bool

    func listPage() -> RecordListPage {
        let shown = tasks.prefix(Self.pageLength)
        return RecordListPage(
            language: language, title: title,
            lede: lede,
            kinds: TaskView.allCases.map {
                OverviewPage.ViewChoice(
                    text: $0.title[language], path: $0.path(year, on: chosen),
                    isCurrent: $0 == .list)
            },
            actions: actions,
            files: ["csv", "xlsx"].map {
                Link($0.uppercased(), address(Paths.tasksFile(year, $0, on: chosen)))
            },
            filter: filter,
            caption: asked.hasEnded
                ? text("Tính đến hết ngày \(asked.day.vi)", "At the end of \(asked.day.en)")
                : text("Tính đến ngày \(asked.day.vi)", "On \(asked.day.en)"),
            headings: headings, rows: shown.map(row), pager: pager(shown.last),
            none: text("Không có nhiệm vụ nào khớp với bộ lọc.", "No task matches the filter."))
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    private var title: String {
        if count > Self.countLimit {
            return text(
                "Hơn \(Written.number(Self.countLimit, .vi)) nhiệm vụ",
                "More than \(Written.number(Self.countLimit, .en)) tasks")
        }
        return text(
            "\(Written.count(count, .vi)) nhiệm vụ", Written.english(count, "task", "tasks"))
    }

    private var lede: String {
        switch query.filter.source {
        case .main: text("Kế hoạch \(plan.symbol).", "Plan \(plan.symbol).")
        case .agencies:
            text(
                "Kế hoạch của các cơ quan, đơn vị thực hiện Kế hoạch \(plan.symbol).",
                "The plans of the agencies that carry out plan \(plan.symbol).")
        case .all:
            text(
                "Kế hoạch \(plan.symbol) và kế hoạch của các cơ quan, đơn vị thực hiện.",
                "Plan \(plan.symbol) and the plans of the agencies that carry it out.")
        }
    }

    private var actions: [Link] {
        var actions: [Link] = []
        if canWrite {
            actions.append(Link(text("Thêm nhiệm vụ", "Add a task"), Paths.newTask(year)))
        }
        if canReport {
            actions.append(
                Link(text("Nhập tiến độ từ tệp", "Import progress"), Paths.taskImport(year)))
            actions.append(
                Link(text("Theo từng công chức", "Per official"), Paths.officials(year)))
            actions.append(
                Link(
                    text("Đôn đốc", "Chase"),
                    Paths.changed(
                        Paths.newReminder(year),
                        [
                            ("kind", InboxItem.Kind.task.rawValue),
                            ("agency", query.leadCode.isEmpty ? nil : query.leadCode),
                            ("due", query.filter.box == .openInTime ? "soon" : nil),
                        ])))
            actions.append(Link(text("Cuối năm", "Year's end"), Paths.taskClosures(year)))
            actions.append(Link(text("Lịch làm việc", "Working calendar"), Paths.calendar(year)))
        }
        return actions
    }

    private var headings: [RecordListPage.Heading] {
        let byDue = query.sort == .due
        let sorted = query.filter.source == .main
        return [
            RecordListPage.Heading(
                text: text("Mã", "Code"),
                path: sorted && byDue ? address(list, [("sort", "number"), ("after", nil)]) : nil,
                order: byDue ? nil : .ascending),
            RecordListPage.Heading(text: text("Nhiệm vụ", "Task")),
            RecordListPage.Heading(text: text("Chủ trì", "Lead")),
            RecordListPage.Heading(text: text("Sản phẩm", "Product")),
            RecordListPage.Heading(
                text: text("Thời hạn", "Due"),
                path: sorted && !byDue ? address(list, [("sort", "due"), ("after", nil)]) : nil,
                order: byDue ? .ascending : nil),
            RecordListPage.Heading(text: text("Tiến độ", "Progress"), isNumber: true),
            RecordListPage.Heading(text: text("Báo cáo", "Reported")),
            RecordListPage.Heading(text: text("Tình trạng", "State")),
        ]
    }

    private func row(_ task: ListedTask) -> RecordListPage.Row {
        let lead = task.lead.flatMap { tree.body($0) }
        let path = Paths.taskPage(year, task.code, on: chosen)
        return RecordListPage.Row(cells: [
            RecordListPage.Cell(text: task.code, path: path),
            RecordListPage.Cell(text: task.text.shortened(to: 240), path: path),
            RecordListPage.Cell(
                text: lead?.version.nameInSentence.capitalisedFirst ?? task.leadText,
                path: lead.map { Paths.agency($0.code, on: chosen) }),
            RecordListPage.Cell(text: task.product.shortened(to: 120)),
            RecordListPage.Cell(text: task.course.dueOn?[language] ?? task.deadlineText),
            RecordListPage.Cell(
                text: (task.course.computed.map { ("Σ ", $0) } ?? task.course.share.map { ("", $0) })
                    .map { "\($0.0)\(Written.share($0.1, language))" } ?? ""),
            RecordListPage.Cell(text: task.course.reportedOn?[language] ?? ""),
            RecordListPage.Cell(
                badge: Badge(
                    task.course.box(on: asked.day, dayHasEnded: asked.hasEnded), language)),
        ])
    }

    private var list: String { Paths.tasks(year, on: chosen) }

    private var filter: RecordListPage.Filter {
        func all(_ vi: String = "Tất cả", _ en: String = "All") -> Field.Choice {
            Field.Choice(value: "", text: text(vi, en))
        }
        let filter = query.filter
        return RecordListPage.Filter(
            path: Paths.tasks(year),
            fields: [
                Field(name: "q", label: text("Tìm", "Search"), value: filter.search),
                Field(
                    name: "source", label: text("Thuộc", "In"),
                    kind: .choice(
                        TaskFilter.Source.allCases.map {
                            Field.Choice(
                                value: $0.rawValue, text: $0.title[language],
                                isChosen: filter.source == $0)
                        })),
                Field(
                    name: "state", label: text("Tình trạng", "State"),
                    kind: .choice(
                        [all()]
                            + Plan.Task.Box.allCases.map {
                                Field.Choice(
                                    value: $0.rawValue, text: $0.title[language],
                                    isChosen: filter.box == $0)
                            })),
                areas.isEmpty
                    ? nil
                    : Field(
                        name: "area", label: text("Lĩnh vực", "Area"),
                        kind: .choice(
                            [all()]
                                + areas.map {
                                    Field.Choice(value: $0, text: $0, isChosen: filter.area == $0)
                                })),
                Field(
                    name: "silent", label: text("Không cập nhật", "Not updated"),
                    kind: .choice(
                        [Field.Choice(value: "", text: "–")]
                            + [30, 60, 90].map { (days: Int) in
                                Field.Choice(
                                    value: "\(days)",
                                    text: text("quá \(days) ngày", "over \(days) days"),
                                    isChosen: filter.silentDays == days)
                            })),
                Field(
                    name: "lead", label: text("Chủ trì (mã)", "Lead (code)"),
                    kind: .suggested(tree.suggestions), value: query.leadCode),
            ].compactMap(\.self),
            kept: [
                ("on", chosen?.text), ("sort", query.sort == .due ? "due" : nil),
                ("partner", query.partnerCode.isEmpty ? nil : query.partnerCode),
                ("person", query.personNumber.isEmpty ? nil : query.personNumber),
            ].compactMap { name, value in value.map { HiddenField(name: name, value: $0) } })
    }

    private func address(
        _ base: String, _ changes: [(name: String, value: String?)] = []
    ) -> String {
        let filter = query.filter
        let asked = Paths.changed(
            base,
            [
                ("q", filter.search.isEmpty ? nil : filter.search),
                ("source", filter.source == .main ? nil : filter.source.rawValue),
                ("state", filter.box?.rawValue), ("area", filter.area),
                ("silent", filter.silentDays.map { "\($0)" }),
                ("lead", query.leadCode.isEmpty ? nil : query.leadCode),
                ("partner", query.partnerCode.isEmpty ? nil : query.partnerCode),
                ("person", query.personNumber.isEmpty ? nil : query.personNumber),
                ("sort", query.sort == .due && filter.source == .main ? "due" : nil),
            ])
        return Paths.changed(asked, changes)
    }

    private func pager(_ last: ListedTask?) -> Pager? {
        let hasMore = tasks.count > Self.pageLength
        guard hasMore || query.after != nil else { return nil }
        return Pager(
            text: "", label: text("Các trang", "Pages"),
            previous: query.after == nil
                ? nil : Link(text("Trang đầu", "First page"), address(list)),
            next: hasMore
                ? last.map {
                    Link(text("Trang sau", "Next page"), address(list, [("after", $0.code)]))
                } : nil)
    }
}

/// The ways to look at the year's tasks.
enum TaskView: CaseIterable {
    case list, boxes, timeline

    var title: Bilingual {
        switch self {
        case .list: Bilingual(vi: "Danh sách", en: "List")
        case .boxes: Bilingual(vi: "Tổng hợp", en: "Summary")
        case .timeline: Bilingual(vi: "Tiến độ trong năm", en: "Timeline")
        }
    }

    func path(_ year: Int, on: Day?) -> String {
        switch self {
        case .list: Paths.tasks(year, on: on)
        case .boxes: Paths.taskBoxes(year, on: on)
        case .timeline: Paths.taskTimeline(year, on: on)
        }
    }
}

extension Badge {
    init(_ box: Plan.Task.Box, _ language: Language) {
        let kind: Kind =
            switch box {
            case .doneInTime: .kept
            case .doneLate: .holding
            case .openInTime: .notDue
            case .openLate: .atRisk
            case .failed: .broken
            case .cancelled, .approach: .noData
            }
        self.init(kind: kind, word: box.title[language])
    }
}
