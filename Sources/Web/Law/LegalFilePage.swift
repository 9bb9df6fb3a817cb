import Domain
import Markup
import Store

/// How one document came about: its steps with their terms, the opinions and how each was taken up.
struct LegalFilePage: Sendable {
    let language: Language
    let crumbs: [Link]
    let title: String
    let lede: String
    /// What the steps come to, in one sentence.
    let verdict: String
    let steps: TaskPage.Table
    let stepFiles: [Link]
    let opinions: TaskPage.Table
    let opinionFiles: [Link]
    /// What the steps suggest for the four conditions; `nil` for a document that is not judged.
    let proposal: TaskPage.Table?
    let forms: [TaskFormPart]
}

func legalFileView(_ page: LegalFilePage) -> HTML {
    let words = Words("Law", page.language)
    return """
        \(crumbsView(page.crumbs, label: words["crumbs"]))
        <div class="head"><div><h1>\(page.title)</h1><p class="lede">\(page.lede)</p></div></div>
        <div class="stack"><section class="card"><p>\(page.verdict)</p>\(linkLine(page.stepFiles))</section>
        \(tablePart(page.steps))
        \(if: page.proposal, tablePart)
        \(tablePart(page.opinions))
        <section class="card noprint">\(linkLine(page.opinionFiles))</section>
        \(each: page.forms, { formPart($0, page.language) })</div>
        """
}

/// Makes the page of how a document came about.
struct LegalFileBuilder {
    let document: LegalDocument
    let file: LegalFile
    let calendar: WorkingCalendar
    let language: Language
    let token: String
    let mayRecord: Bool
    let year: Int
    /// Those that held when the document was signed.
    let procedures: [LegalProcedure]
    let proposal: LegalProposal
    let today: Day
    /// The form that was refused, by name, and why.
    let refused: (name: String, form: Form, refusal: any UserFacingError)?

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    var title: String { text("Hồ sơ xây dựng văn bản", "How the document came about") }

    func page() -> LegalFilePage {
        LegalFilePage(
            language: language,
            crumbs: [
                Link(text("Văn bản", "Documents"), RecordKind.documents.list(year)),
                Link(document.symbol, Paths.legalDocument(document.number)), Link(title),
            ],
            title: title, lede: "\(document.symbol): \(document.title)", verdict: verdict,
            steps: stepTable, stepFiles: files("steps"), opinions: opinionTable,
            opinionFiles: files("opinions"), proposal: proposalTable, forms: mayRecord ? forms : [])
    }

    private func files(_ list: String) -> [Link] {
        let name =
            list == "steps" ? text("Các bước", "Steps") : text("Bảng tổng hợp ý kiến", "Opinions")
        return ["csv", "xlsx"].map {
            Link("\(name) \($0.uppercased())", Paths.legalFile(document.number, list, $0))
        }
    }

    private var verdict: String {
        guard !file.steps.isEmpty else {
            return text(
                "Chưa ghi bước nào; kết quả kiểm tra bốn mặt ghi ở trang văn bản.",
                "No step is on record; the four answers stand on the document's page.")
        }
        let states = file.steps.map { $0.state(calendar) }
        let wrong = states.count { !$0.isInOrder }
        return wrong == 0
            ? text(
                "Đủ \(Written.count(states.count, .vi)) bước, đúng hạn.",
                "All \(states.count) steps are there and in time.")
            : text(
                "\(Written.count(wrong, .vi)) trong \(Written.count(states.count, .vi)) bước còn thiếu hoặc sai thời hạn; người có thẩm quyền kết luận ở trang văn bản.",
                "\(wrong) of \(states.count) steps are missing or out of time; the checking body concludes on the document's page."
            )
    }

    private var stepTable: TaskPage.Table {
        TaskPage.Table(
            caption: text("Trình tự, thủ tục", "Steps"),
            headings: [
                text("Bước", "Step"), text("Cơ quan", "Body"), text("Thời hạn", "Term"),
                text("Bắt đầu", "Begun"), text("Xong", "Done"), text("Văn bản", "Paper"),
                text("Kết quả", "State"), text("Căn cứ", "Source"),
            ],
            rows: file.steps.map { step in
                let term = step.days.map {
                    "\(step.term.title[language]) \(Written.count($0, language)) \(step.counting.title[language])"
                }
                let state = step.state(calendar)
                return [
                    step.title, step.body, term ?? "", step.startedOn?[language] ?? "",
                    step.doneOn?[language] ?? "", step.paper,
                    state.title[language]
                        + (step.waived.isEmpty ? "" : ": \(step.waived)"), step.source,
                ].map { TaskPage.Cell(link: Link($0)) }
            }, none: text("Chưa ghi bước nào.", "No step is on record."))
    }

    private var isJudged: Bool { document.details.nature == .normative }

    private var proposalTable: TaskPage.Table? {
        guard isJudged else { return nil }
        return TaskPage.Table(
            caption: text(
                "Đề xuất từ các bước và bảng thẩm quyền",
                "What the steps and the table of competences suggest"),
            headings: [
                text("Mặt", "Condition"), text("Đề xuất", "Proposed"), text("Vì", "Because"),
                text("Đã ghi", "On record"),
            ],
            rows: proposal.lines.map { line in
                [
                    TaskPage.Cell(link: Link(line.condition.title[language].capitalisedFirst)),
                    TaskPage.Cell(
                        badge: Badge(
                            kind: line.answer.map { $0 == .met ? .kept : .broken } ?? .noData,
                            word: line.answer?.title[language]
                                ?? text("không đề xuất", "nothing"))),
                    TaskPage.Cell(link: Link(line.reason[language])),
                    TaskPage.Cell(
                        link: Link(
                            document.answers[line.condition]?.title[language]
                                ?? text("chưa kiểm tra", "not checked"))),
                ]
            }, none: "",
            lede: text(
                "Chỉ là đề xuất; người có thẩm quyền xem và ghi kết quả.",
                "A proposal only; the checking body looks and decides."))
    }

    /// The answers to be taken over, each as proposed or as it is on record.
    private var judgementForm: TaskFormPart {
        let fields = LegalDocument.Condition.allCases.map { condition in
            Field(
                name: condition.rawValue, label: condition.title[language].capitalisedFirst,
                kind: .choice(
                    [Field.Choice(value: "", text: text("chưa kiểm tra", "not checked"))]
                        + LegalDocument.Answer.allCases.map {
                            Field.Choice(value: $0.rawValue, text: $0.title[language])
                        }),
                value: (document.answers[condition] ?? proposal[condition])?.rawValue ?? "")
        }
        return part(
            "judgement", text("Ghi kết quả kiểm tra bốn mặt", "Record the four answers"),
            fields + [
                Field(
                    name: "judged_on", label: text("Ngày kiểm tra", "Judged on"), kind: .day,
                    value: (document.judgedOn ?? today).vi),
                Field(
                    name: "judge", label: text("Cơ quan kiểm tra", "Judged by"),
                    value: document.judge),
            ], version: document.version)
    }

    private var opinionTable: TaskPage.Table {
        TaskPage.Table(
            caption: text(
                "Tổng hợp, tiếp thu, giải trình ý kiến", "Opinions and how they were taken up"),
            headings: [
                text("Cơ quan, tổ chức", "Whose"), text("Hỏi ngày", "Asked"),
                text("Trả lời", "Answered"), text("Văn bản", "Letter"), text("Ý kiến", "Opinion"),
                text("Xử lý", "Taken up"), text("Nội dung tiếp thu, giải trình", "What was done"),
            ],
            rows: file.opinions.map { line in
                [
                    line.body, line.askedOn?[language] ?? "", line.answeredOn?[language] ?? "",
                    line.paper, line.opinion,
                    line.taken?.title[language] ?? text("chưa xử lý", "not settled"), line.reply,
                ].map { TaskPage.Cell(link: Link($0)) }
            }, none: text("Chưa ghi ý kiến nào.", "No opinion is on record."))
    }

    private var forms: [TaskFormPart] {
        var forms = [form("steps", text("Nhập các bước từ tệp", "Take the steps from a file"))]
        if file.steps.isEmpty, !procedures.isEmpty {
            forms.insert(
                part(
                    "procedure", text("Lập các bước theo quy trình", "Begin with a procedure"),
                    [
                        Field(
                            name: "procedure",
                            label: text("Quy trình ngày ký", "Procedure on the day of signing"),
                            kind: .choice(
                                procedures.map {
                                    Field.Choice(value: $0.code, text: $0.title[language])
                                }), isRequired: true, isWide: true)
                    ]), at: 0)
        }
        if !file.steps.isEmpty { forms.insert(stepForm, at: 0) }
        if isJudged { forms.insert(judgementForm, at: 0) }
        return forms + [
            opinionForm,
            form("opinions", text("Nhập bảng ý kiến từ tệp", "Take the opinions from a file")),
        ]
    }

    private var stepForm: TaskFormPart {
        part(
            "step", text("Ghi kết quả một bước", "Record a step"),
            [
                Field(
                    name: "position", label: text("Bước", "Step"),
                    kind: .choice(
                        file.steps.enumerated().map { place, step in
                            Field.Choice(
                                value: String(place + 1), text: "\(place + 1). \(step.title)")
                        }), isRequired: true, isWide: true),
                Field(name: "started_on", label: text("Ngày bắt đầu", "Begun on"), kind: .day),
                Field(name: "done_on", label: text("Ngày xong", "Done on"), kind: .day),
                Field(name: "paper", label: text("Văn bản", "Paper")),
                Field(name: "waived", label: text("Lý do bỏ qua", "Why waived")),
            ])
    }

    private var opinionForm: TaskFormPart {
        part(
            "opinion", text("Ghi thêm một ý kiến", "Add an opinion"),
            LegalOpinionColumns.all.map { column in
                let kind: Field.Kind =
                    switch column.input {
                    case .day: .day
                    case .longText: .longText(rows: 3)
                    case .choice(let options):
                        .choice(
                            [Field.Choice(value: "", text: "–")]
                                + options.map {
                                    Field.Choice(value: $0.value, text: $0.title[language])
                                })
                    default: .text
                    }
                return Field(
                    name: column.key, label: column.heading[language], kind: kind,
                    isRequired: column.isRequired, isWide: column.input == .longText)
            })
    }

    private func form(_ name: String, _ heading: String) -> TaskFormPart {
        part(
            name, heading,
            [
                Field(
                    name: "file", label: text("Tệp", "File"), kind: .file(accept: ".csv,.xlsx"),
                    hint: text(
                        "Cùng mẫu với tệp tải về; danh sách trong tệp thay cho danh sách đang có.",
                        "The same columns as the download; the file takes the list's place."),
                    isRequired: true, isWide: true)
            ])
    }

    private func part(
        _ name: String, _ heading: String, _ fields: [Field], version: Int? = nil
    ) -> TaskFormPart {
        let refused = refused.flatMap { $0.name == name ? $0 : nil }
        let fields = fields.map {
            var field = $0
            field.idPrefix = name
            return field
        }
        let edited = EditedForm(
            fields, version: version ?? file.version, typed: refused?.form,
            refusal: refused?.refusal, language
        )
        // A list says in which row, a form in which field.
        let isList = name == "steps" || name == "opinions"
        let rows = (isList ? refused : nil)?.refusal.problems.compactMap { problem in
            problem.row.map { text("Dòng \($0): ", "Row \($0): ") + problem.message[language] }
        }
        return TaskFormPart(
            id: "form-\(name)", heading: heading,
            path: Paths.legalFile(document.number, name), token: token, hidden: edited.hidden,
            fields: edited.fields,
            problems: rows.flatMap { $0.isEmpty ? nil : $0 } ?? edited.problems,
            problemsHeading: text("Chưa ghi được", "It was not recorded"),
            conflict: edited.conflict, save: text("Ghi", "Save"), isFolded: true)
    }
}
