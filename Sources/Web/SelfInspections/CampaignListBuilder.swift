import Domain
import Store

/// Makes the page of the year's campaigns, and the form that opens one.
struct CampaignListBuilder {
    private let year: Int
    private let language: Language
    private let token: String
    private let mayOpen: Bool
    private let typed: Form?
    private let refusal: (any UserFacingError)?
    private let campaigns: [SelfInspectionCampaign]
    private let lists: [Checklist]
    private let scopes: [Scope]

    init(
        _ db: ReadableDatabase, year: Int, language: Language, token: String, mayOpen: Bool,
        typed: Form?, refusal: (any UserFacingError)?
    ) throws {
        self.year = year
        self.language = language
        self.token = token
        self.mayOpen = mayOpen
        self.typed = typed
        self.refusal = refusal
        campaigns = try db.selfInspectionCampaigns(of: year)
        lists = try db.checklists(of: year)
        scopes = try db.scopes()
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    func page() -> CampaignPage {
        let title = text("Các đợt tự kiểm tra năm \(year)", "Campaigns of self-inspection, \(year)")
        return CampaignPage(
            language: language,
            crumbs: [
                Link(text("Việc tự kiểm tra", "Self-inspections"), Paths.selfInspections(year)),
                Link(text("Các đợt", "Campaigns")),
            ],
            title: title,
            lede: text(
                "Mỗi đợt giao một danh mục nội dung cho nhiều cơ quan, cùng một hạn báo cáo.",
                "A campaign gives one checklist to many bodies, due on one day."),
            links: [Link(text("Danh mục nội dung", "Checklists"), Paths.checklists(year))],
            table: table(title), form: mayOpen ? form : nil)
    }

    private func table(_ title: String) -> TaskPage.Table {
        TaskPage.Table(
            caption: title,
            headings: [
                text("Số", "No."), text("Đợt tự kiểm tra", "Campaign"), text("Căn cứ", "Source"),
                text("Từ ngày", "From"), text("Hạn báo cáo", "Due on"),
            ],
            rows: campaigns.map {
                let path = Paths.selfInspectionCampaign(year, $0.number)
                return [
                    TaskPage.Cell(link: Link("\($0.number)", path)),
                    TaskPage.Cell(link: Link($0.name, path)),
                    TaskPage.Cell(link: Link($0.source)),
                    TaskPage.Cell(link: Link($0.opensOn[language])),
                    TaskPage.Cell(link: Link($0.dueOn[language])),
                ]
            }, none: text("Năm \(year) chưa mở đợt nào.", "None was opened in \(year)."))
    }

    private var form: TaskFormPart {
        let edited = EditedForm(fields, version: nil, typed: typed, refusal: refusal, language)
        return TaskFormPart(
            id: "form-campaign", heading: text("Mở đợt tự kiểm tra", "Open a campaign"),
            path: Paths.selfInspectionCampaigns(year), token: token, hidden: edited.hidden,
            fields: edited.fields, problems: edited.problems,
            problemsHeading: text("Chưa mở được", "It was not opened"),
            save: text("Mở đợt", "Open it"), isFolded: refusal == nil && !campaigns.isEmpty)
    }

    private var fields: [Field] {
        [
            Field(
                name: "name", label: text("Tên đợt", "Name"),
                value: text(
                    "Tự kiểm tra cải cách hành chính năm \(year)", "Self-inspection \(year)"),
                isRequired: true, isWide: true),
            Field(name: "source", label: text("Văn bản yêu cầu", "Document that asks for it")),
            Field(
                name: "checklist", label: text("Danh mục nội dung", "Checklist"),
                kind: .choice(
                    lists.reversed().map { Field.Choice(value: "\($0.number)", text: $0.name) }),
                hint: lists.isEmpty
                    ? text(
                        "Trước hết hãy lập danh mục nội dung của năm.",
                        "First make the checklist of the year.") : nil, isRequired: true),
            Field(
                name: "scope", label: text("Cơ quan được yêu cầu", "Bodies asked"),
                kind: .choice(
                    scopes.map { Field.Choice(value: $0.id.text, text: $0.name[language]) }),
                isRequired: true),
            Field(
                name: "opens_on", label: text("Từ ngày", "From"), kind: .day, isRequired: true),
            Field(
                name: "due_on", label: text("Hạn báo cáo", "Due on"), kind: .day,
                isRequired: true),
            Field(
                name: "asks_anew",
                label: text(
                    "Cơ quan đã tự kiểm tra theo danh mục khác cũng phải làm lại",
                    "Ask anew whoever inspected itself by another checklist"),
                kind: .tick(isChosen: typed?.has("asks_anew") ?? false), value: "",
                hint: text(
                    "Cuộc tự kiểm tra đã có trong năm được đưa vào đợt, giữ nguyên phiếu đã trả lời; không lập cuộc thứ hai.",
                    "A self-inspection that a body has in the year is taken in with its answers; no second one is made."
                ), isWide: true),
        ]
    }
}
