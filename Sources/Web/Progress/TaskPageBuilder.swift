import Domain
import Store

/// Makes the page of one task.
struct TaskPageBuilder {
    let year: Int
    let language: Language
    let chosen: Day?
    let asked: AskedDay
    let tree: AgencyTree
    let plan: Plan
    let task: Plan.Task
    let reckoning: Reckoning?
    let calendar: WorkingCalendar
    let parts: [Plan.Task]
    let parent: (code: String, text: String)?
    let log: [TaskProgress]
    let names: [User.ID: String]
    let closure: TaskClosure?
    /// "Trần Văn A, Giám đốc Sở Nội vụ"; `nil` when nobody was named or the viewer may not know.
    let answers: String?
    /// The head of the lead agency and its deputies for the area, on the day asked.
    let leaders: [String]
    let closureAnswers: String?
    let rolledFrom: (code: String, year: Int)?
    let rolledInto: (code: String, year: Int)?
    let history: [HistoryEntry]
    let rights: Rights
    let token: String
    let typed: TaskTyped?

    struct Rights: Sendable {
        let report: Bool
        let manage: Bool
        let close: Bool
        let assign: Bool
        let yearIsOver: Bool
    }

    private var code: String { task.code ?? "\(task.number)" }
    private var box: Plan.Task.Box { task.box(on: asked.day, dayHasEnded: asked.hasEnded) }

    func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    func taskPage() -> TaskPage {
        TaskPage(
            language: language,
            crumbs: [
                Link(text("Nhiệm vụ", "Tasks"), Paths.tasks(year, on: chosen)),
                Link(text("Nhiệm vụ \(code)", "Task \(code)")),
            ],
            title: text("Nhiệm vụ \(code)", "Task \(code)"), text: task.text,
            badge: Badge(box, language), links: links, facts: facts, reckoning: sentences,
            parts: partTable, log: logTable, closure: closureFacts, report: reportForm,
            spread: spreadForm, cancel: cancelForm, roll: rollForm, history: history)
    }

    private var links: [Link] {
        var links: [Link] = []
        let isOpen = task.closedOn == nil && task.state != .cancelled
        if rights.manage, isOpen {
            links.append(Link(text("Sửa nhiệm vụ", "Change"), Paths.taskTerms(year, code)))
        }
        if rights.assign, let lead = task.lead.flatMap({ tree.body($0) }) {
            links.append(
                Link(text("Phân công", "Who answers"), Paths.agencyDuties(lead.code)))
        }
        if rights.close, rights.yearIsOver, task.state != .approach, task.state != .cancelled {
            links.append(
                Link(text("Đánh giá cuối năm", "Close the year"), Paths.taskClosure(year, code)))
        }
        return links
    }

    private var facts: [TargetPage.Fact] {
        func fact(_ vi: String, _ en: String, _ value: String, _ path: String? = nil)
            -> TargetPage.Fact?
        { value.isEmpty ? nil : TargetPage.Fact(name: text(vi, en), text: value, path: path) }
        let lead = task.lead.flatMap { tree.body($0) }
        let partners = task.partners.compactMap { tree.body($0)?.version.nameInSentence }
        let share = task.share.map { Written.share($0, language) }
        return [
            fact(
                "Cơ quan chủ trì", "Lead agency",
                lead?.version.nameInSentence.capitalisedFirst ?? task.leadText,
                lead.map { Paths.agency($0.code, on: chosen) }),
            fact("Người chịu trách nhiệm", "Who answers", answers ?? ""),
            fact("Lãnh đạo phụ trách", "In charge", leaders.joined(separator: "; ")),
            fact(
                "Cơ quan phối hợp", "Cooperating",
                partners.isEmpty
                    ? task.cooperating
                    : Written.list(partners, language).capitalisedFirst
                        + (task.cooperating.isEmpty ? "" : " (\(task.cooperating))")),
            fact("Sản phẩm", "Product", task.product),
            fact("Kinh phí", "Budget line", task.budget),
            fact("Lĩnh vực", "Area", task.area),
            fact("Kế hoạch", "Plan", plan.symbol, planPath),
            fact(
                "Mục trong kế hoạch", "Clause", task.clause,
                task.clause.isEmpty ? nil : Paths.plan(year, on: chosen) + "#\(task.clause)"),
            fact(
                "Thời hạn theo văn bản", "Deadline as printed",
                Day(task.deadlineText)?[language] ?? task.deadlineText),
            fact(
                "Hạn cuối", "Last day",
                task.dueOn?[language]
                    ?? (task.state == .approach
                        ? "" : text("chưa xác định", "not settled"))),
            fact(
                "Tiến độ báo cáo", "Progress reported",
                share ?? text("chưa báo cáo", "not reported")),
            fact(
                "Tiến độ tính theo các phần", "Progress from its parts",
                task.computed.map { Written.share($0, language) } ?? ""),
            fact("Ngày hoàn thành", "Done on", task.doneOn?[language] ?? ""),
            fact("Đưa ra khỏi kế hoạch", "Taken out on", task.cancelledOn?[language] ?? ""),
            parent.flatMap {
                fact(
                    "Thuộc nhiệm vụ", "Part of", "\($0.code). \($0.text.shortened(to: 90))",
                    Paths.taskPage(year, $0.code, on: chosen))
            },
            rolledFrom.flatMap {
                fact(
                    "Chuyển từ", "Rolled from",
                    text("nhiệm vụ \($0.code) năm \($0.year)", "task \($0.code) of \($0.year)"),
                    Paths.taskPage($0.year, $0.code))
            },
            rolledInto.flatMap {
                fact(
                    "Chuyển sang", "Rolled into",
                    text("nhiệm vụ \($0.code) năm \($0.year)", "task \($0.code) of \($0.year)"),
                    Paths.taskPage($0.year, $0.code))
            },
        ].compactMap(\.self)
    }

    private var planPath: String? {
        guard plan.parent != nil else { return Paths.plan(year, on: chosen) }
        return tree.body(plan.agency).map { Paths.agencyPlan(year, $0.code, on: chosen) }
    }

    /// How the last day comes about, and how late it is or was.
    private var sentences: [String] {
        var sentences: [String] = []
        if task.state == .approach {
            return [
                text(
                    "Đây là giải pháp: không có cơ quan chủ trì, sản phẩm hay thời hạn nên không tính quá hạn.",
                    "This is an approach: without lead, product or deadline it is never overdue.")
            ]
        }
        if let reckoning {
            sentences.append(reckoning.words[language])
        } else if let due = task.dueOn {
            sentences.append(
                text("Hạn là ngày \(due.vi) theo kế hoạch.", "Due on \(due.en) by the plan."))
        } else {
            sentences.append(
                text(
                    "Chưa ai xác định thời hạn này nghĩa là ngày nào nên chưa tính quá hạn.",
                    "Nobody settled which day this deadline means, so it is not overdue."))
        }
        guard let due = task.dueOn else { return sentences }
        let days = task.course.daysLate(on: asked.day)
        let working = calendar.workingDays(
            after: due, through: min(task.doneOn ?? asked.day, asked.day))
        let until =
            asked.hasEnded
            ? text("Đến hết ngày \(asked.day.vi)", "By the end of \(asked.day.en)")
            : text("Đến ngày \(asked.day.vi)", "By \(asked.day.en)")
        switch box {
        case .openLate:
            sentences.append(
                text(
                    "\(until) chưa hoàn thành: quá hạn \(Written.count(days, .vi)) ngày (\(Written.count(working, .vi)) ngày làm việc), tính từ ngày \((due + 1).vi).",
                    "\(until) it is not done: \(Written.english(days, "day", "days")) late (\(Written.english(working, "working day", "working days"))), counted from \((due + 1).en)."
                ))
        case .doneLate:
            sentences.append(
                text(
                    "Hoàn thành ngày \(task.doneOn?.vi ?? ""), chậm \(Written.count(days, .vi)) ngày (\(Written.count(working, .vi)) ngày làm việc).",
                    "Done on \(task.doneOn?.en ?? ""), \(Written.english(days, "day", "days")) late (\(Written.english(working, "working day", "working days")))."
                ))
        case .openInTime where due >= asked.day:
            sentences.append(
                text(
                    "Còn \(Written.count(due - asked.day, .vi)) ngày.",
                    "\(Written.english(due - asked.day, "day is", "days are")) left."))
        default: break
        }
        return sentences
    }

    private var partTable: TaskPage.Table? {
        guard !parts.isEmpty else { return nil }
        let sum = Plan.Task.sum(parts.map(\.asPart), by: task.partRule)
        let left = parts.count - sum.counted
        return TaskPage.Table(
            caption: text("Các phần", "Parts"),
            headings: [
                text("Mã", "Code"), text("Nhiệm vụ", "Task"), text("Chủ trì", "Lead"),
                text("Trọng số", "Weight"), text("Tiến độ", "Progress"), text("Thời hạn", "Due"),
                text("Tình trạng", "State"),
            ],
            rows: parts.map { part in
                let code = part.code ?? "\(part.number)"
                let lead = part.lead.flatMap { tree.body($0)?.version.nameInSentence }
                return [
                    TaskPage.Cell(link: Link(code, Paths.taskPage(year, code, on: chosen))),
                    TaskPage.Cell(
                        link: Link(
                            part.text == task.text
                                ? text("như nhiệm vụ chung", "as the whole")
                                : part.text.shortened(to: 160))),
                    TaskPage.Cell(link: Link(lead?.capitalisedFirst ?? part.leadText)),
                    TaskPage.Cell(link: Link("\(part.weight)"), isNumber: true),
                    TaskPage.Cell(
                        link: Link(
                            (part.computed ?? part.share).map { Written.share($0, language) }
                                ?? text("chưa báo cáo", "not reported")), isNumber: true),
                    TaskPage.Cell(link: Link(part.dueOn?[language] ?? part.deadlineText)),
                    TaskPage.Cell(
                        badge: Badge(
                            part.box(on: asked.day, dayHasEnded: asked.hasEnded), language)),
                ]
            }, none: "",
            lede: text(
                "Quy tắc: \(task.partRule.title.vi.lowercasedFirst); hoàn thành \(sum.done)/\(sum.counted) phần"
                    + (left > 0
                        ? ", không tính \(Written.count(left, .vi)) phần đã đưa ra khỏi kế hoạch."
                        : "."),
                "Rule: \(task.partRule.title.en.lowercasedFirst); \(sum.done) of \(sum.counted) parts done"
                    + (left > 0 ? ", \(left) taken out of the plan are left out." : ".")))
    }

    private var logTable: TaskPage.Table {
        TaskPage.Table(
            caption: text("Báo cáo tiến độ", "Reports"),
            headings: [
                text("Tính đến", "As of"), text("Báo cáo", "Report"), text("Tiến độ", "Progress"),
                text("Kết quả, sản phẩm", "What was done"), text("Khó khăn", "Difficulties"),
                text("Người ghi", "Recorded by"),
            ],
            rows: log.filter { $0.content.on <= asked.day }.map { entry in
                let content = entry.content
                let recorded = entry.recordedAt.day()
                return [
                    TaskPage.Cell(link: Link(content.on[language])),
                    TaskPage.Cell(link: Link(content.kind.title[language])),
                    TaskPage.Cell(
                        link: Link(content.share.map { Written.share($0, language) } ?? ""),
                        isNumber: true),
                    TaskPage.Cell(
                        link: Link(
                            [content.note, content.product].filter { !$0.isEmpty }
                                .joined(separator: " · "))),
                    TaskPage.Cell(link: Link(content.difficulty)),
                    TaskPage.Cell(
                        link: Link(
                            [
                                entry.author.flatMap { names[$0] } ?? "",
                                text("ghi ngày \(recorded.vi)", "on \(recorded.en)"),
                            ].filter { !$0.isEmpty }.joined(separator: ", "))),
                ]
            },
            none: text("Chưa có báo cáo nào.", "Nothing was reported yet."))
    }

    private var closureFacts: [TargetPage.Fact] {
        guard let closure else { return [] }
        func fact(_ vi: String, _ en: String, _ value: String) -> TargetPage.Fact? {
            value.isEmpty ? nil : TargetPage.Fact(name: text(vi, en), text: value, path: nil)
        }
        return [
            fact("Kết quả", "Outcome", closure.outcome.title[language]),
            fact("Ngày đánh giá", "Closed on", closure.closedOn[language]),
            fact("Nguyên nhân", "Cause", closure.cause?.title[language] ?? ""),
            fact("Giải trình", "Explanation", closure.explanation),
            fact("Người chịu trách nhiệm", "Answers for it", closureAnswers ?? ""),
            fact("Biện pháp khắc phục", "Remedy", closure.remedy),
            fact(
                "Văn bản xử lý", "Handling document",
                closure.document.isEmpty && closure.outcome == .failed
                    ? text("chưa có", "none yet") : closure.document),
        ].compactMap(\.self)
    }
}
