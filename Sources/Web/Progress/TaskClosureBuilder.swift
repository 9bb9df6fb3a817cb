import Domain
import Store

/// Makes the form with which a task is closed at the year's end.
struct TaskClosureBuilder {
    let year: Int
    let language: Language
    let today: Day
    let task: Plan.Task
    let closure: TaskClosure?
    /// Who may have to answer, with the days of the post.
    let posts: [(id: Post.ID, words: Bilingual)]
    let typed: Form?
    let refusal: (any UserFacingError)?
    let token: String

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    func formPage() -> RecordFormPage {
        let code = task.code ?? ""
        let outcome = task.outcome ?? .failed
        let edited = EditedForm(
            outcome == .failed ? fields : [], version: task.version, typed: typed,
            refusal: refusal, language)
        let title = text("Đánh giá cuối năm: nhiệm vụ \(code)", "Close task \(code)")
        return RecordFormPage(
            language: language,
            crumbs: [
                Link(text("Nhiệm vụ", "Tasks"), Paths.tasks(year)),
                Link(code, Paths.taskPage(year, code)), Link(title),
            ],
            title: title,
            lede: text(
                "Kết quả: \(outcome.title.vi.lowercasedFirst). Hạn \(task.dueOn?.vi ?? "chưa xác định"), hoàn thành \(task.doneOn.map { "ngày \($0.vi)" } ?? "chưa").",
                "Outcome: \(outcome.title.en.lowercasedFirst). Due \(task.dueOn?.en ?? "not settled"), done \(task.doneOn?.en ?? "no")."
            ),
            path: Paths.taskClosure(year, code), token: token, hidden: edited.hidden,
            groups: [RecordFormPage.Group(heading: nil, fields: edited.fields)],
            problems: edited.problems, conflict: edited.conflict,
            saveLabel: text("Ghi đánh giá", "Close"), cancelPath: Paths.taskPage(year, code),
            withdraw: nil, history: [])
    }

    private var fields: [Field] {
        [
            Field(
                name: "cause", label: text("Nguyên nhân", "Cause"),
                kind: .oneOf(
                    TaskClosure.Cause.allCases.map {
                        Field.Choice(value: $0.rawValue, text: $0.title[language])
                    }), value: closure?.cause?.rawValue ?? "", isRequired: true),
            Field(
                name: "explanation", label: text("Giải trình", "Explanation"),
                kind: .longText(rows: 3), value: closure?.explanation ?? "", isRequired: true,
                isWide: true),
            Field(
                name: "answerable",
                label: text("Người chịu trách nhiệm", "Who answers for it"),
                kind: .oneOf(
                    posts.map { Field.Choice(value: $0.id.text, text: $0.words[language]) }),
                value: closure?.answerable?.text ?? "",
                hint: posts.isEmpty
                    ? text(
                        "Chưa ghi người đứng đầu của cơ quan chủ trì vào thời hạn của nhiệm vụ; hãy ghi ở trang Nhân sự, vai trò.",
                        "No head of the lead agency is on record for the day the task was due; enter one on the People page."
                    )
                    : text(
                        "Người đứng đầu, cấp phó phụ trách lĩnh vực giữ chức vào thời hạn của nhiệm vụ.",
                        "The head and the deputies for the area in office when the task was due."),
                isRequired: true),
            Field(
                name: "remedy", label: text("Biện pháp khắc phục", "Remedy"),
                kind: .longText(rows: 2), value: closure?.remedy ?? "", isRequired: true,
                isWide: true),
            Field(
                name: "document", label: text("Văn bản xử lý", "Handling document"),
                value: closure?.document ?? "",
                hint: text("Số, ký hiệu, ngày; có thể bổ sung sau.", "May be added later."),
                isWide: true),
        ]
    }
}
