import Domain
import Store

/// Makes the page of the year's end.
struct YearEndBuilder {
    static let limit = 300

    let year: Int
    let language: Language
    let asked: AskedDay
    let tree: AgencyTree
    let plan: Plan
    let source: TaskFilter.Source
    let lead: String
    let end: YearEnd
    /// The plan year's last day.
    let last: Day
    let mayClose: Bool
    let mayRoll: Bool
    let token: String
    let typed: Form?
    let refusal: (any UserFacingError)?

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
    private var isOver: Bool { asked.isNow && asked.day >= last || asked.day > last }

    var title: String { text("Đánh giá nhiệm vụ cuối năm \(year)", "Closing the tasks of \(year)") }

    func yearEndPage() -> YearEndPage {
        YearEndPage(
            language: language,
            crumbs: [Link(text("Nhiệm vụ", "Tasks"), Paths.tasks(year)), Link(title)], title: title,
            lede: isOver
                ? text(
                    "Mỗi nhiệm vụ kết thúc là hoàn thành đúng hạn, hoàn thành quá hạn hoặc không hoàn thành; việc chưa xong được chuyển sang kế hoạch năm \(year + 1), giữ liên kết với nhiệm vụ cũ.",
                    "Each ends as completed in time, completed late or not completed; what is unfinished rolls into the plan of \(year + 1) and keeps its link."
                )
                : text(
                    "Năm kế hoạch \(year) đến hết ngày \(last.vi); từ ngày đó mới đánh giá và chuyển nhiệm vụ.",
                    "The plan year \(year) runs until \(last.en); from then on tasks are closed and rolled over."
                ),
            sources: TaskFilter.Source.allCases.map {
                OverviewPage.ViewChoice(
                    text: $0.title[language], path: address($0), isCurrent: $0 == source)
            },
            sums: sums,
            problems: refusal.map { refusal in
                refusal.problems.isEmpty
                    ? [refusal.message[language]] : refusal.problems.map { $0.message[language] }
            } ?? [],
            problemsHeading: text("Chưa thực hiện được", "It could not be done"),
            closing: closing, roll: roll,
            caption: text(
                "Nhiệm vụ chưa hoàn thành, chưa chuyển sang năm sau",
                "Unfinished and not rolled over"),
            headings: [
                text("Nhiệm vụ", "Task"), text("Chủ trì", "Lead"), text("Thời hạn", "Due"),
                text("Tình trạng", "State"), text("Đánh giá", "Closing"),
            ],
            rows: end.unfinished.map(row),
            none: text("Không còn nhiệm vụ nào.", "There is none left."))
    }

    private var sums: [TargetPage.Fact] {
        let closed = TaskClosure.Outcome.allCases.map { outcome in
            TargetPage.Fact(
                name: outcome.title[language],
                text: Written.number(end.closed[outcome] ?? 0, language), path: nil)
        }
        return closed + [
            TargetPage.Fact(
                name: text("Hoàn thành, chưa đánh giá", "Done, to be closed"),
                text: Written.number(end.doneOpen, language), path: nil),
            TargetPage.Fact(
                name: text("Chưa hoàn thành, chưa đánh giá", "Not done, to be closed"),
                text: Written.number(end.unfinishedOpen, language), path: nil),
        ]
    }

    private var closing: YearEndPage.Closing? {
        guard mayClose, isOver, end.doneOpen > 0 else { return nil }
        return YearEndPage.Closing(
            path: Paths.taskClosures(year), token: token,
            text: text(
                "Nhiệm vụ đã hoàn thành được đánh giá đúng hạn hay quá hạn theo ngày đã ghi.",
                "What was done closes in time or late by the days on record."),
            button: text("Đánh giá mọi nhiệm vụ đã hoàn thành", "Close all that was done"))
    }

    private var roll: YearEndPage.Roll? {
        guard mayRoll, isOver, !end.unfinished.isEmpty else { return nil }
        return YearEndPage.Roll(
            path: Paths.taskRollovers(year), token: token,
            hidden: [("source", source == .main ? "" : source.rawValue), ("lead", lead)]
                .filter { !$0.1.isEmpty }.map { HiddenField(name: $0.0, value: $0.1) },
            due: Field(
                name: "due_on", label: text("Hạn mới, nếu đã xác định", "New last day, if settled"),
                kind: .day, value: typed?.text("due_on") ?? "",
                problems: refusal?.problems.filter { $0.field == "due_on" }.map {
                    $0.message[language]
                } ?? []),
            button: text(
                "Chuyển các nhiệm vụ đã chọn sang kế hoạch năm \(year + 1)",
                "Roll those chosen into the plan of \(year + 1)"))
    }

    private func row(_ task: ListedTask) -> YearEndPage.Row {
        let name = task.lead.flatMap { tree.body($0)?.version.nameInSentence } ?? task.leadText
        let isClosed = task.course.closedOn != nil
        return YearEndPage.Row(
            code: task.code, isChosen: typed.map { $0.all("task").contains(task.code) } ?? isClosed,
            label: text("Chuyển nhiệm vụ \(task.code)", "Roll task \(task.code) over"),
            task: Link(
                "\(task.code). \(task.text.shortened(to: 160))", Paths.taskPage(year, task.code)),
            lead: name.capitalisedFirst,
            due: task.course.dueOn?[language] ?? task.deadlineText,
            badge: Badge(task.course.box(on: asked.day, dayHasEnded: asked.hasEnded), language),
            closing: isClosed
                ? Link(
                    text(
                        "ngày \(task.course.closedOn?.vi ?? "")", task.course.closedOn?.en ?? ""))
                : mayClose && isOver
                    ? Link(text("Đánh giá", "Close"), Paths.taskClosure(year, task.code))
                    : Link("–")
        )
    }

    private func address(_ source: TaskFilter.Source) -> String {
        Paths.changed(
            Paths.taskClosures(year),
            [
                ("source", source == .main ? nil : source.rawValue),
                ("lead", lead.isEmpty ? nil : lead),
            ])
    }
}
