import Domain
import Store

/// Makes the form of a task: new, or to be changed.
struct TaskFormBuilder {
    let year: Int
    let language: Language
    let tree: AgencyTree
    /// `nil` for a new one.
    let task: Plan.Task?
    /// The code of the person's own agency, for a new one.
    let owner: String?
    let codes: Codes
    let areas: [String]
    let typed: Form?
    let refusal: (any UserFacingError)?
    let token: String

    /// What people call the tasks that this one is tied to.
    struct Codes: Sendable {
        var parent = ""
        var waitsFor = ""

        init() {}

        init(_ task: Plan.Task, _ db: ReadableDatabase) throws {
            parent = try task.parent.flatMap { try db.codeAndYear(of: $0) }?.code ?? ""
            waitsFor = try task.deadline?.task.flatMap { try db.codeAndYear(of: $0) }?.code ?? ""
        }
    }

    func formPage() -> RecordFormPage {
        let groups = [whatFields, whoFields, whenFields, partFields]
        let edited = EditedForm(
            groups.flatMap(\.fields), version: task?.version, typed: typed, refusal: refusal,
            language)
        var fields = edited.fields[...]
        let code = task?.code ?? ""
        let title =
            task == nil
            ? text("Thêm nhiệm vụ", "Add a task")
            : text("Sửa nhiệm vụ \(code)", "Change task \(code)")
        return RecordFormPage(
            language: language,
            crumbs: [
                Link(text("Nhiệm vụ", "Tasks"), Paths.tasks(year)),
                task == nil ? nil : Link(code, Paths.taskPage(year, code)), Link(title),
            ].compactMap(\.self),
            title: title, lede: nil,
            path: task == nil ? Paths.tasks(year) : Paths.taskTerms(year, code), token: token,
            hidden: edited.hidden,
            groups: groups.map { group in
                let own = Array(fields.prefix(group.fields.count))
                fields = fields.dropFirst(group.fields.count)
                return RecordFormPage.Group(heading: group.heading, fields: own)
            },
            problems: edited.problems, conflict: edited.conflict, saveLabel: text("Ghi", "Save"),
            cancelPath: task == nil ? Paths.tasks(year) : Paths.taskPage(year, code),
            withdraw: nil, history: [])
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    private var terms: Plan.Task.Terms { task?.terms ?? Plan.Task.Terms() }

    private var whatFields: RecordFormPage.Group {
        var fields: [Field] = []
        if task == nil {
            fields.append(
                Field(
                    name: "plan",
                    label: text("Kế hoạch của cơ quan (mã)", "Plan of the agency (code)"),
                    value: typed?.text("plan") ?? owner ?? "",
                    hint: text(
                        "Để trống: kế hoạch chung của năm.", "Empty: the year's own plan.")))
        }
        fields += [
            Field(
                name: "text", label: text("Nội dung nhiệm vụ", "What is to be done"),
                kind: .longText(rows: 3), value: terms.text, isRequired: true, isWide: true),
            Field(
                name: "area", label: text("Lĩnh vực", "Area"),
                kind: .suggested(areas.map { Field.Choice(value: $0, text: $0) }), value: terms.area
            ),
            Field(name: "product", label: text("Sản phẩm", "Product"), value: terms.product),
            Field(name: "budget", label: text("Kinh phí", "Budget line"), value: terms.budget),
        ]
        return RecordFormPage.Group(heading: text("Nội dung", "What"), fields: fields)
    }

    private var whoFields: RecordFormPage.Group {
        RecordFormPage.Group(
            heading: text("Ai thực hiện", "Who"),
            fields: [
                Field(
                    name: "lead", label: text("Cơ quan chủ trì (mã)", "Lead agency (code)"),
                    kind: .suggested(tree.suggestions),
                    value: terms.lead.flatMap { tree.body($0)?.code } ?? "",
                    hint: text(
                        "Một cơ quan; người chịu trách nhiệm được phân công ở trang của cơ quan đó.",
                        "One agency; who answers is named on that agency's page.")),
                Field(
                    name: "partners", label: text("Cơ quan phối hợp (mã)", "Cooperating (codes)"),
                    value: terms.partners.compactMap { tree.body($0)?.code }
                        .joined(separator: ", "),
                    hint: text("Cách nhau bằng dấu phẩy.", "Separated by commas.")),
                Field(
                    name: "cooperating",
                    label: text("Phối hợp, theo văn bản", "Cooperating, as printed"),
                    value: terms.cooperating),
            ])
    }

    private var whenFields: RecordFormPage.Group {
        let deadline = terms.deadline
        func choices<Choice: CaseIterable & RawRepresentable<String>>(
            _ all: Choice.Type, _ title: (Choice) -> Bilingual, none: String? = nil
        ) -> Field.Kind {
            .choice(
                (none.map { [Field.Choice(value: "", text: $0)] } ?? [])
                    + all.allCases.map {
                        Field.Choice(value: $0.rawValue, text: title($0)[language])
                    })
        }
        return RecordFormPage.Group(
            heading: text("Thời hạn", "When"),
            fields: [
                Field(
                    name: "deadline_kind", label: text("Loại thời hạn", "Kind"),
                    kind: choices(
                        Plan.Task.Deadline.Kind.self, \.title,
                        none: text("Chưa xác định", "Not settled")),
                    value: deadline?.kind.rawValue ?? ""),
                Field(
                    name: "deadline_text", label: text("Theo văn bản", "As printed"),
                    value: terms.deadlineText),
                Field(
                    name: "deadline_day", label: text("Một ngày: hạn cuối", "A day: the last day"),
                    kind: .day, value: deadline?.day?.vi ?? ""),
                Field(
                    name: "deadline_rhythm", label: text("Định kỳ: nhịp", "A rhythm"),
                    kind: choices(Plan.Task.Deadline.Rhythm.self, \.title, none: "–"),
                    value: deadline?.rhythm?.rawValue ?? ""),
                Field(
                    name: "deadline_count",
                    label: text("Sau một việc: số ngày", "After an act: days"),
                    kind: .number, value: deadline?.count.map { "\($0)" } ?? ""),
                Field(
                    name: "deadline_counting", label: text("Đếm theo", "Counted in"),
                    kind: choices(Plan.Task.Deadline.Counting.self, \.title),
                    value: deadline?.counting?.rawValue ?? "working"),
                Field(
                    name: "deadline_act", label: text("Việc làm mốc", "The act"),
                    value: deadline?.act ?? "",
                    hint: text(
                        "Ví dụ: Tỉnh ủy ban hành Chương trình hành động.", "As the plan words it.")),
                Field(
                    name: "deadline_act_on", label: text("Ngày của việc đó", "Day of the act"),
                    kind: .day, value: deadline?.actOn?.vi ?? "",
                    hint: text("Để trống khi chưa diễn ra.", "Empty until it happens.")),
                Field(
                    name: "deadline_task",
                    label: text("Hoặc nhiệm vụ làm mốc (mã)", "Or a task (code)"),
                    value: codes.waitsFor),
            ])
    }

    private var partFields: RecordFormPage.Group {
        RecordFormPage.Group(
            heading: text("Thuộc nhiệm vụ khác", "Part of another task"),
            fields: [
                Field(
                    name: "parent", label: text("Nhiệm vụ cha (mã)", "Parent task (code)"),
                    value: codes.parent),
                Field(
                    name: "weight",
                    label: text("Trọng số trong nhiệm vụ cha", "Weight in the parent"),
                    kind: .number, value: "\(terms.weight)"),
                Field(
                    name: "part_rule",
                    label: text("Nếu có các phần: cách tính", "If it has parts: how they count"),
                    kind: .choice(
                        Plan.Task.PartRule.allCases.map {
                            Field.Choice(value: $0.rawValue, text: $0.title[language])
                        }), value: terms.partRule.rawValue),
            ])
    }
}
