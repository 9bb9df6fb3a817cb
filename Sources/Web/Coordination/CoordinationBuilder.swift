import Documents
import Domain
import Store

/// Makes the pages of a procedure and of a regulation from one snapshot.
struct CoordinationBuilder {
    let year: Int
    let language: Language
    let chosen: Day?
    let day: Day
    let tree: AgencyTree
    let review: CoordinationReview
    let tasks: [CoordinationTask]
    let history: [HistoryEntry]
    let token: String
    let mayRecord: Bool
    let mayAssign: Bool

    func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    func page(
        of procedure: CoordinatedProcedure, typed: Form?, refusal: (any UserFacingError)?
    ) -> CoordinationPage {
        let kind = RecordKind.coordinatedProcedures
        let state = procedure.state(tasks, on: day)
        return CoordinationPage(
            language: language,
            crumbs: [Link(kind.name[language], kind.list(year, on: chosen)), Link(procedure.code)],
            title: procedure.name,
            lede: "\(procedure.code) · \(procedure.field.title[language])",
            badge: state?.badge(language) ?? Badge(kind: .noData, word: "–"),
            links: mayRecord
                ? [
                    Link(
                        text("Sửa thông tin", "Change"),
                        Paths.coordination(year, procedure.number, "terms"))
                ] : [],
            points: review.points(on: procedure).map { $0.message[language] },
            tables: [regulationTable(procedure), taskTable],
            form: mayAssign && procedure.need != nil && tasks.isEmpty
                ? assignment(of: procedure, typed, refusal) : nil,
            facts: facts(of: procedure), history: history)
    }

    private func facts(of procedure: CoordinatedProcedure) -> [TargetPage.Fact] {
        func answer(_ answer: CoordinatedProcedure.Answer?) -> String {
            answer?.title[language] ?? text("chưa rõ", "not said")
        }
        let process = [answer(procedure.hasProcess), procedure.processSymbol]
            .filter { !$0.isEmpty }.joined(separator: ", ")
        var facts = [
            fact(text("Cơ quan chủ trì", "Lead body"), procedure.body),
            TargetPage.Fact(
                name: text("Thời hạn công bố", "Published limit"),
                text: procedure.limit?.title[language] ?? text("chưa ghi", "not entered")),
            TargetPage.Fact(
                name: text("Quy chế phối hợp", "Regulation"),
                text: answer(procedure.hasRegulation)),
            TargetPage.Fact(
                name: text("Quyết định phê duyệt quy trình nội bộ", "Internal process"),
                text: process),
        ]
        if let need = procedure.need {
            facts.append(
                TargetPage.Fact(
                    name: text("Cần", "To do"),
                    text: need.title[language] + " " + (procedure.needOf?.title[language] ?? "")))
            if let doer = procedure.doer { facts.append(fact(text("Thực hiện", "By whom"), doer)) }
            facts.append(
                TargetPage.Fact(
                    name: text("Thời hạn", "By when"),
                    text: procedure.dueOn?[language] ?? text("chưa ghi", "not entered")))
        }
        if !procedure.note.isEmpty {
            facts.append(TargetPage.Fact(name: text("Ghi chú", "Note"), text: procedure.note))
        }
        return facts
    }

    private func fact(_ name: String, _ agency: Agency.ID) -> TargetPage.Fact {
        let body = tree.body(agency)
        return TargetPage.Fact(
            name: name, text: body?.name ?? "", path: body.map { Paths.agency($0.code) })
    }

    private func regulationTable(_ procedure: CoordinatedProcedure) -> TaskPage.Table {
        let named = review.regulations.filter { $0.procedures.contains(procedure.code) }
        return TaskPage.Table(
            caption: text("Quy chế phối hợp về thủ tục này", "Regulations on this procedure"),
            headings: [
                text("Số, ký hiệu", "Symbol"), text("Trích yếu", "Title"),
                text("Có hiệu lực từ", "In force from"), text("Tổng thời gian", "In all"),
                text("Hiệu lực", "Effect"),
            ],
            rows: named.map { regulation in
                let state = regulation.effect(review)
                return [
                    TaskPage.Cell(
                        link: Link(
                            regulation.symbol,
                            Paths.coordinationRegulation(year, regulation.number))),
                    TaskPage.Cell(link: Link(regulation.title)),
                    TaskPage.Cell(link: Link(regulation.inForceOn[language])),
                    TaskPage.Cell(link: Link(regulation.totalDays.title[language])),
                    TaskPage.Cell(badge: Badge(state, language)),
                ]
            }, none: text("Chưa ghi quy chế nào.", "None is registered yet."))
    }

    private var taskTable: TaskPage.Table {
        TaskPage.Table(
            caption: text("Nhiệm vụ đã giao", "Tasks made"),
            headings: [
                text("Nhiệm vụ", "Task"), text("Cơ quan", "Agency"), text("Thời hạn", "Due"),
                text("Hoàn thành", "Done"),
            ],
            rows: tasks.map { task in
                [
                    TaskPage.Cell(link: Link(task.code, Paths.taskPage(task.year, task.code))),
                    TaskPage.Cell(link: Link(task.lead.flatMap { tree.body($0)?.name } ?? "")),
                    TaskPage.Cell(link: Link(task.dueOn?[language] ?? "")),
                    TaskPage.Cell(link: Link(task.doneOn?[language] ?? "")),
                ]
            }, none: text("Chưa giao nhiệm vụ nào.", "No task was made yet."))
    }

    private func assignment(
        of procedure: CoordinatedProcedure, _ typed: Form?, _ refusal: (any UserFacingError)?
    ) -> TaskFormPart {
        let edited = EditedForm(
            [
                Field(
                    name: "task", label: text("Nhiệm vụ đã có trong kế hoạch", "Task in the plan"),
                    hint: text(
                        "Ghi mã nhiệm vụ, ví dụ 11; để trống thì giao nhiệm vụ mới.",
                        "Its code, such as 11; left empty, a new task is made."))
            ], version: nil, typed: typed, refusal: refusal, language)
        return TaskFormPart(
            id: "form-assign", heading: text("Giao nhiệm vụ", "Make it a task"),
            path: Paths.coordination(year, procedure.number, "task"), token: token,
            hidden: edited.hidden, fields: edited.fields, problems: edited.problems,
            problemsHeading: text("Chưa ghi được", "It was not recorded"),
            save: text("Giao nhiệm vụ", "Make the task"))
    }
}

extension Badge {
    init(_ state: EffectState, _ language: Language) {
        let kind: Kind =
            switch state {
            case .inForce: .kept
            case .partlyExpired, .partlySuspended: .holding
            case .pending: .notDue
            case .suspended, .unsuitable: .atRisk
            case .expired: .broken
            case .unknown: .noData
            }
        self.init(kind: kind, word: state.title[language])
    }
}
