import Domain

/// Makes the form of one post from the columns of its list.
struct PostFormBuilder {
    let language: Language
    let tree: AgencyTree
    /// What the form begins with, or what is on record.
    let stored: PostRow
    /// The post being put right; `nil` for a new one.
    let post: Post?
    let typed: Form?
    let refusal: (any UserFacingError)?
    let token: String

    var title: String {
        guard let post else { return text("Giao chức vụ, vai trò", "Give a post") }
        return text(
            "Chức vụ số \(post.number): \(stored.name ?? "")",
            "Post no. \(post.number): \(stored.name ?? "")")
    }

    func formPage() -> RecordFormPage {
        let edited = EditedForm(
            stored(fields: PostColumns.all.filter { post == nil || !Self.whose.contains($0.key) }),
            version: post?.version, typed: typed,
            refusal: refusal, language)
        return RecordFormPage(
            language: language,
            crumbs: [Link(Words("Navigation", language)["people"], Paths.people()), Link(title)],
            title: title, lede: lede, path: post.map { Paths.post($0.number) } ?? Paths.posts,
            token: token, hidden: edited.hidden + whose,
            groups: [RecordFormPage.Group(heading: nil, fields: edited.fields)],
            problems: edited.problems, conflict: edited.conflict, saveLabel: text("Ghi", "Save"),
            cancelPath: Paths.people(), withdraw: nil, history: [])
    }

    /// What was typed, as the list of one line that an import takes.
    static func table(_ form: Form) -> CellTable {
        CellTable(
            headings: PostColumns.all.map(\.key),
            rows: [CellTable.Row(number: 2, cells: PostColumns.all.map { form.text($0.key) })])
    }

    /// Whose a post on record is does not change: it is ended, and another begins.
    private static let whose: Set<String> = ["person_number", "name"]

    private var whose: [HiddenField] {
        guard post != nil else { return [] }
        return PostColumns.all.filter { Self.whose.contains($0.key) }.map {
            HiddenField(name: $0.key, value: $0.write(stored))
        }
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    private var lede: String? {
        guard post == nil else { return nil }
        return text(
            "Để trống số của người nếu là người mới; chức vụ đã có thì chỉ sửa, không thêm lần nữa.",
            "Leave the person's number empty for somebody new; a post on record is corrected, never added twice."
        )
    }

    private func stored(fields columns: [Column<PostRow>]) -> [Field] {
        columns.map { column in
            let value = column.write(stored)
            let heading = RecordKind.Heading(column)
            return Field(
                name: column.key, label: column.heading[language], kind: input(heading, value),
                value: value, hint: hint(column.key), isRequired: column.isRequired)
        }
    }

    private func hint(_ key: String) -> String? {
        switch key {
        case "areas":
            text("Nhiều lĩnh vực cách nhau bằng dấu chấm phẩy.", "Separate several by “;”.")
        case "title":
            text("Như trong quyết định: Phó Giám đốc Sở Nội vụ.", "As the decision words it.")
        case "until_on":
            text("Ngày đầu tiên không còn giữ.", "The first day on which it is no longer held.")
        default: nil
        }
    }

    private func input(_ column: RecordKind.Heading, _ value: String) -> Field.Kind {
        switch column.input {
        case .agency:
            .suggested(tree.bodies.map { Field.Choice(value: $0.code, text: $0.name) })
        case .choice(let options):
            .choice(
                [Field.Choice(value: "", text: "–")]
                    + options.map {
                        Field.Choice(
                            value: $0.value, text: $0.title[language], isChosen: $0.value == value)
                    })
        case .day: .day
        case .count: .number
        case .longText: .longText(rows: 3)
        case .text, .shown: .text
        }
    }
}
