import Domain
import Store

/// Makes the page of all campaigns, and the form that opens one.
struct LegalReviewListBuilder {
    let language: Language
    let day: Day
    let chosen: Day?
    let token: String
    let mayOpen: Bool
    let typed: Form?
    let refusal: (any UserFacingError)?
    let reviews: [ListedLegalReview]
    let fields: [String]
    let bodies: [AgencyTree.Body]

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    static func title(_ language: Language) -> String {
        language == .vi ? "Rà soát, hệ thống hóa văn bản" : "Reviews of documents"
    }

    func page() -> LegalReviewPage {
        LegalReviewPage(
            language: language,
            crumbs: [
                Link(text("Văn bản", "Documents"), Paths.documents(day.year, on: chosen)),
                Link(Self.title(language)),
            ],
            title: Self.title(language),
            lede: text(
                "Mỗi đợt giao từng văn bản của sổ cho cơ quan rà soát, có thời hạn; kết quả cần thực hiện được giao thành nhiệm vụ.",
                "A campaign gives documents of the register to agencies, with a last day; outcomes that ask for something become tasks."
            ),
            links: [
                Link(
                    text("Danh mục hết hiệu lực, hệ thống hóa", "Lists to be published"),
                    Paths.expiredDocuments)
            ], tables: [table], forms: mayOpen ? [form] : [])
    }

    private var table: TaskPage.Table {
        TaskPage.Table(
            caption: text("Các đợt, tính đến ngày \(day.vi)", "Campaigns on \(day.en)"),
            headings: [
                text("Số", "No."), text("Đợt", "Campaign"), text("Loại", "Kind"),
                text("Thời hạn", "Due on"), text("Tình trạng", "State"),
                text("Văn bản", "Documents"), text("Đã rà soát", "Reviewed"),
            ],
            rows: reviews.map { listed in
                let review = listed.review
                let path = Paths.legalReview(review.number, on: chosen)
                return [
                    TaskPage.Cell(link: Link("\(review.number)", path)),
                    TaskPage.Cell(link: Link(review.name, path)),
                    TaskPage.Cell(link: Link(review.kind.title[language].capitalisedFirst)),
                    TaskPage.Cell(link: Link(review.dueOn[language])),
                    TaskPage.Cell(badge: badge(listed)),
                    TaskPage.Cell(
                        link: Link(Written.number(listed.found, language)), isNumber: true),
                    TaskPage.Cell(
                        link: Link(Written.number(listed.done, language)), isNumber: true),
                ]
            }, none: text("Chưa mở đợt nào.", "None was opened yet."))
    }

    private func badge(_ listed: ListedLegalReview) -> Badge {
        if let closing = listed.review.closing, closing.on <= day {
            return Badge(kind: .kept, word: text("đã kết thúc", "closed"))
        }
        if listed.done == listed.found {
            return Badge(kind: .kept, word: text("rà soát xong", "all reviewed"))
        }
        return listed.review.dueOn < day
            ? Badge(
                kind: .broken,
                word: text("quá hạn", "overdue"))
            : Badge(kind: .notDue, word: text("trong hạn", "under way"))
    }

    private var form: TaskFormPart {
        let edited = EditedForm(
            formFields, version: nil, typed: typed, refusal: refusal, language)
        return TaskFormPart(
            id: "form-review", heading: text("Mở đợt rà soát, hệ thống hóa", "Open a campaign"),
            path: Paths.legalReviews, token: token, hidden: edited.hidden, fields: edited.fields,
            problems: edited.problems, problemsHeading: text("Chưa mở được", "It was not opened"),
            save: text("Mở đợt", "Open it"), isFolded: !reviews.isEmpty)
    }

    private var formFields: [Field] {
        [
            Field(
                name: "name", label: text("Tên đợt", "Name"), isRequired: true, isWide: true),
            Field(
                name: "kind", label: text("Loại", "Kind"),
                kind: .choice(
                    LegalReview.Kind.allCases.map {
                        Field.Choice(
                            value: $0.rawValue, text: $0.title[language].capitalisedFirst)
                    })),
            Field(name: "source", label: text("Văn bản yêu cầu", "Document that asks for it")),
            Field(
                name: "field", label: text("Lĩnh vực", "Field"),
                kind: .choice(
                    [Field.Choice(value: "", text: text("Mọi lĩnh vực", "All"))]
                        + fields.map {
                            Field.Choice(value: $0, text: $0.capitalisedFirst)
                        })),
            Field(
                name: "body", label: text("Giao cho", "Given to"),
                kind: .choice(
                    [
                        Field.Choice(
                            value: "", text: text("Cơ quan ban hành văn bản", "Each issuer"))
                    ]
                        + bodies.map { Field.Choice(value: $0.code, text: $0.name) }),
                hint: text(
                    "Sau khi mở có thể giao từng văn bản cho cơ quan khác, kể cả bằng tệp.",
                    "Single documents can be given to others later, by a file too.")),
            Field(name: "signed_from", label: text("Ký từ ngày", "Signed from"), kind: .day),
            Field(
                name: "signed_until", label: text("Ký đến hết ngày", "Signed through"), kind: .day),
            Field(
                name: "opens_on", label: text("Bắt đầu", "Opens on"), kind: .day, value: day.vi,
                isRequired: true),
            Field(
                name: "due_on", label: text("Thời hạn", "Due on"), kind: .day, isRequired: true),
            Field(
                name: "all_natures",
                label: text(
                    "Gồm cả văn bản hành chính và chính sách",
                    "Individual documents and policies, too"), kind: .tick(isChosen: false)),
            Field(
                name: "with_expired",
                label: text("Gồm cả văn bản đã hết hiệu lực", "Expired documents, too"),
                kind: .tick(isChosen: false)),
        ]
    }
}
