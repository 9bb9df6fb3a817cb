import Domain
import Store

/// Makes the page of one document of a campaign: what is known, the outcome, its task.
struct LegalReviewLineBuilder {
    let review: LegalReview
    let listed: ListedLegalReviewLine
    let language: Language
    let day: Day
    let token: String
    let tree: AgencyTree
    let alerts: [ListedBasisAlert]
    let history: [HistoryEntry]
    let mayRecord: Bool
    let mayManage: Bool
    let mayAssign: Bool
    let refused: (name: String, form: Form, refusal: any UserFacingError)?

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
    private var finding: LegalReview.Finding { listed.line.finding }

    func page() -> LegalReviewPage {
        let outcome = finding.outcome
        let state = review.state(settledOn: listed.line.settledOn, on: day)
        return LegalReviewPage(
            language: language,
            crumbs: [
                Link(LegalReviewListBuilder.title(language), Paths.legalReviews),
                Link(review.name.shortened(to: 60), Paths.legalReview(review.number)),
                Link(listed.symbol),
            ],
            title: text("Rà soát \(listed.symbol)", "Review of \(listed.symbol)"),
            badge: outcome.map {
                Badge(
                    kind: $0 == .keep ? .kept : .atRisk,
                    word: $0.title[language].capitalisedFirst)
            }
                ?? Badge(
                    kind: state == .overdue ? .broken : .notDue, word: state.title[language]),
            lede: listed.title, tables: [alertTable].compactMap(\.self), facts: facts,
            forms: [
                mayRecord && isOpen ? outcomeForm : nil,
                mayAssign && listed.line.isOwed ? taskForm : nil,
                mayManage && isOpen ? bodyForm : nil,
            ].compactMap(\.self), history: history)
    }

    /// Outcomes of a closed campaign stay; a form that was refused for that is shown with its words.
    private var isOpen: Bool { review.closing == nil || refused != nil }

    private var facts: [TargetPage.Fact] {
        func fact(_ vi: String, _ en: String, _ value: String, _ path: String? = nil)
            -> TargetPage.Fact?
        {
            value.isEmpty ? nil : TargetPage.Fact(name: text(vi, en), text: value, path: path)
        }
        func body(_ id: Agency.ID?) -> String { id.flatMap { tree.body($0)?.name } ?? "" }
        return [
            fact("Văn bản", "Document", listed.symbol, Paths.legalDocument(listed.number)),
            fact("Ngày ký", "Signed on", listed.signedOn[language]),
            fact("Tình trạng hiệu lực", "Effect", listed.state.title[language]),
            fact("Cơ quan rà soát", "Reviewed by", body(listed.line.body)),
            fact("Thời hạn rà soát", "Due on", review.dueOn[language]),
            fact("Đợt kết thúc ngày", "Campaign closed on", review.closing?.on[language] ?? ""),
            fact("Kết quả ghi ngày", "Recorded on", listed.line.settledOn?[language] ?? ""),
            fact("Lý do", "Reason", finding.reason),
            fact("Cơ quan thực hiện", "Carried out by", body(finding.doer)),
            fact("Thời hạn thực hiện", "By when", finding.doBy?[language] ?? ""),
            listed.task.flatMap {
                fact("Nhiệm vụ", "Task", $0.code, Paths.taskPage($0.year, $0.code))
            },
        ].compactMap(\.self)
    }

    /// What changed under the document: the first thing whoever looks at it wants to know.
    private var alertTable: TaskPage.Table? {
        guard !alerts.isEmpty else { return nil }
        return TaskPage.Table(
            caption: text("Căn cứ đã thay đổi", "Its bases that changed"),
            headings: [
                text("Căn cứ", "Basis"), text("Đã", "What happened"), text("Từ ngày", "From"),
            ],
            rows: alerts.map {
                [
                    TaskPage.Cell(
                        link: Link($0.basisSymbol, Paths.legalDocument($0.basisNumber))),
                    TaskPage.Cell(link: Link($0.effect.passive[language])),
                    TaskPage.Cell(link: Link($0.from[language])),
                ]
            }, none: "")
    }

    private var outcomeForm: TaskFormPart {
        part(
            "outcome", text("Kết quả rà soát", "Outcome"), "", text("Ghi kết quả", "Record it"),
            [
                Field(
                    name: "outcome", label: text("Kết quả", "Outcome"),
                    kind: .oneOf(
                        LegalReview.Outcome.allCases.map {
                            Field.Choice(
                                value: $0.rawValue, text: $0.title[language].capitalisedFirst)
                        }), value: finding.outcome?.rawValue ?? "", isRequired: true),
                Field(
                    name: "reason", label: text("Lý do, căn cứ", "Reason"),
                    kind: .longText(rows: 3), value: finding.reason, isRequired: true,
                    isWide: true),
                Field(
                    name: "doer", label: text("Cơ quan thực hiện (mã)", "Carried out by (code)"),
                    kind: .suggested(choices),
                    value: finding.doer.flatMap { tree.body($0)?.code } ?? "",
                    hint: text(
                        "Để trống: cơ quan rà soát.", "Empty: the agency that reviews it.")),
                Field(
                    name: "do_by", label: text("Thời hạn thực hiện", "By when"), kind: .day,
                    value: finding.doBy?.vi ?? "",
                    hint: text(
                        "Không ghi khi giữ nguyên.", "Not for a document that is kept.")),
            ])
    }

    private var taskForm: TaskFormPart {
        part(
            "task", text("Giao nhiệm vụ", "Make it a task"), "task",
            text("Giao nhiệm vụ", "Make the task"),
            [
                Field(
                    name: "task", label: text("Nhiệm vụ đã có trong kế hoạch", "Task in the plan"),
                    hint: text(
                        "Ghi mã nhiệm vụ, ví dụ 11; để trống thì giao nhiệm vụ mới.",
                        "Its code, such as 11; left empty, a new task is made."))
            ])
    }

    private var bodyForm: TaskFormPart {
        part(
            "body", text("Giao cho cơ quan khác", "Give it to another agency"), "body",
            text("Giao", "Give"),
            [
                Field(
                    name: "body", label: text("Cơ quan (mã)", "Agency (code)"),
                    kind: .suggested(choices), isRequired: true)
            ], isFolded: true)
    }

    private var choices: [Field.Choice] {
        tree.bodies.map { Field.Choice(value: $0.code, text: $0.name) }
    }

    private func part(
        _ name: String, _ heading: String, _ thing: String, _ save: String, _ fields: [Field],
        isFolded: Bool = false
    ) -> TaskFormPart {
        let mine = refused.flatMap { $0.name == name ? $0 : nil }
        let fields = fields.map {
            var field = $0
            field.idPrefix = "\(name)-"
            return field
        }
        let edited = EditedForm(
            fields, version: listed.line.version, typed: mine?.form, refusal: mine?.refusal,
            language)
        return TaskFormPart(
            id: "form-\(name)", heading: heading,
            path: thing.isEmpty
                ? Paths.legalReviewLine(review.number, listed.number)
                : Paths.legalReviewLine(review.number, listed.number, thing),
            token: token, hidden: edited.hidden, fields: edited.fields, problems: edited.problems,
            problemsHeading: text("Chưa ghi được", "It was not recorded"),
            conflict: edited.conflict, save: save, isFolded: isFolded)
    }
}
