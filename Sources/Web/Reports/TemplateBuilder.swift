import Domain

/// The list of templates.
struct TemplateListPage: Sendable {
    let language: Language
    let title: String
    let lede: String
    let token: String
    let path: String
    let actions: [Link]
    /// "Thêm các mẫu thông dụng", while there is none; `nil` afterwards.
    let usualLabel: String?
    let rows: [(title: Link, use: String, kind: String, source: String)]
}

/// One template to be changed, with every name it may hold.
struct TemplateFormPage: Sendable {
    let form: RecordFormPage
    let names: [ReportPage.NameRow]
}

/// Makes the pages of templates.
struct TemplateBuilder {
    let language: Language
    let token: String

    func listPage(_ templates: [ReportTemplate]) -> TemplateListPage {
        TemplateListPage(
            language: language, title: text("Mẫu văn bản", "Templates"),
            lede: text(
                "Mẫu chỉ là chữ và tên số liệu; sửa mẫu không đổi văn bản đã lập.",
                "A template is text and names of figures; documents drawn up keep their words."),
            token: token, path: Paths.templates,
            actions: [Link(text("Thêm mẫu", "Add a template"), Paths.newTemplate)],
            usualLabel: templates.isEmpty
                ? text("Thêm các mẫu thông dụng", "Add the usual templates") : nil,
            rows: templates.map {
                (
                    Link($0.title, Paths.template($0.number)), $0.use.title[language],
                    $0.kind.title[language], $0.source
                )
            })
    }

    func formPage(
        _ template: ReportTemplate?, typed: Form?, refusal: (any UserFacingError)?,
        history: [HistoryEntry]
    ) -> TemplateFormPage {
        let edited = EditedForm(
            fields(template), version: template?.version, typed: typed, refusal: refusal, language)
        let title = template?.title ?? text("Mẫu mới", "New template")
        // A problem of the text names its line.
        let problems =
            refusal.map { refusal in
                refusal.problems.map { problem in
                    problem.row.map {
                        text("Dòng \($0): ", "Line \($0): ") + problem.message[language]
                    } ?? problem.message[language]
                }
            } ?? []
        return TemplateFormPage(
            form: RecordFormPage(
                language: language,
                crumbs: [Link(text("Mẫu văn bản", "Templates"), Paths.templates), Link(title)],
                title: title,
                lede: text(
                    "# I. Đề mục; ## 1. Mục; ### a) Điểm; - gạch đầu dòng; > Căn cứ; % Tên phụ lục; | ô | ô | dòng của bảng; [[bảng]] đứng riêng một dòng. Biểu tổng hợp: mỗi dòng một cột “mã | tên | đơn vị | công thức | kỳ hoặc lũy kế”.",
                    "# I. part; ## 1. section; ### a) point; - item; > basis; [[table]] on a line of its own. Consolidated table: a column a line, “code | heading | unit | formula | kỳ or lũy kế”."
                ),
                path: template.map { Paths.template($0.number) } ?? Paths.templates, token: token,
                hidden: edited.hidden,
                groups: [RecordFormPage.Group(heading: nil, fields: edited.fields)],
                problems: problems.isEmpty ? edited.problems : problems,
                conflict: edited.conflict, saveLabel: text("Ghi", "Save"),
                cancelPath: Paths.templates, withdraw: nil, history: history),
            names: ReportBuilder.names(language))
    }

    private func fields(_ template: ReportTemplate?) -> [Field] {
        [
            Field(
                name: "title", label: text("Tên mẫu", "Name"), value: template?.title ?? "",
                isRequired: true),
            Field(
                name: "use", label: text("Dùng cho", "Used for"),
                kind: .choice(
                    ReportTemplate.Use.allCases.map {
                        Field.Choice(value: $0.rawValue, text: $0.title[language])
                    }), value: (template?.use ?? .other).rawValue, isRequired: true),
            Field(
                name: "kind", label: text("Loại văn bản", "Kind"),
                kind: .choice(
                    OfficialDocument.Kind.allCases.map {
                        Field.Choice(value: $0.rawValue, text: $0.title[language])
                    }), value: (template?.kind ?? .report).rawValue, isRequired: true),
            Field(
                name: "source", label: text("Căn cứ, nguồn của mẫu", "Source"),
                value: template?.source ?? ""),
            Field(
                name: "subject", label: text("Trích yếu", "Subject"),
                value: template?.subject ?? "",
                isWide: true),
            Field(
                name: "body", label: text("Nội dung", "Text"), kind: .longText(rows: 24),
                value: template?.body ?? "", isRequired: true, isWide: true),
            Field(
                name: "addressees",
                label: text("Kính gửi, mỗi dòng một nơi", "Addressed to, a line each"),
                kind: .longText(rows: 3), value: template?.addressees ?? "", isWide: true),
            Field(
                name: "recipients",
                label: text("Nơi nhận, mỗi dòng một nơi", "Recipients, a line each"),
                kind: .longText(rows: 5), value: template?.recipients ?? "", isWide: true),
        ]
    }

    /// The template that a form says; its id and number are those of the record.
    static func read(_ form: Form) throws -> ReportTemplate {
        guard let use = ReportTemplate.Use(rawValue: form.text("use")),
            let kind = OfficialDocument.Kind(rawValue: form.text("kind"))
        else {
            throw InvalidInput([
                Problem(
                    "use", vi: "Hãy chọn mẫu dùng cho việc gì và loại văn bản.",
                    en: "Choose what the template is for and the kind of document.")
            ])
        }
        func text(_ name: String) -> String {
            form.text(name).replacing("\r\n", with: "\n")
        }
        return ReportTemplate(
            id: ReportTemplate.ID(""), number: 0, use: use, kind: kind, title: text("title"),
            subject: text("subject"), body: text("body"), addressees: text("addressees"),
            recipients: text("recipients"), source: text("source"))
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
}
