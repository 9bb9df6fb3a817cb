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
        let merged = mergedForm
        return RecordFormPage(
            language: language,
            crumbs: [Link(Words("Navigation", language)["people"], Paths.people()), Link(title)],
            title: title, lede: lede, path: post.map { Paths.post($0.number) } ?? Paths.posts,
            token: token, hidden: hidden(merged),
            groups: [
                RecordFormPage.Group(heading: nil, fields: merged?.fields ?? storedFields.map(shown))
            ],
            problems: merged == nil ? problems : [], conflict: merged?.conflict,
            saveLabel: text("Ghi", "Save"), cancelPath: Paths.people(), withdraw: nil, history: [])
    }

    /// What was typed, as the list of one line that an import takes.
    static func table(_ form: Form) -> CellTable {
        CellTable(
            headings: PostColumns.all.map(\.key),
            rows: [CellTable.Row(number: 2, cells: PostColumns.all.map { form.text($0.key) })])
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    private var lede: String? {
        guard post == nil else { return nil }
        return text(
            "Để trống số của người nếu là người mới; chức vụ đã có thì chỉ sửa, không thêm lần nữa.",
            "Leave the person's number empty for somebody new; a post on record is corrected, never added twice."
        )
    }

    private var columns: [Column<PostRow>] { PostColumns.all }

    private var storedFields: [Field] {
        columns.map { column in
            let value = column.write(stored)
            let heading = RecordKind.Heading(column)
            return Field(
                name: column.key, label: column.heading[language], kind: input(heading, value),
                value: value, hint: hint(column.key), isRequired: column.isRequired)
        }
    }

    private func shown(_ field: Field) -> Field {
        var field = typed.map { field.holding($0.text(field.name)) } ?? field
        field.problems =
            refusal?.problems.filter { $0.field == field.name }.map { $0.message[language] } ?? []
        return field
    }

    private func hint(_ key: String) -> String? {
        switch key {
        case "areas": text("Nhiều lĩnh vực cách nhau bằng dấu chấm phẩy.", "Separate several by “;”.")
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
        case .text: .text
        }
    }

    private var mergedForm: MergedForm? {
        guard post != nil, let typed, let refusal, refusal is EditConflict else { return nil }
        return MergedForm(
            storedFields, typed: typed, message: refusal.message[language], language: language)
    }

    private func hidden(_ merged: MergedForm?) -> [HiddenField] {
        guard let post else { return [] }
        if let typed, merged == nil {
            return [HiddenField(name: "version", value: typed.text("version"))]
                + typed.names(from: WasFields.prefix).map {
                    HiddenField(name: $0, value: typed.text($0))
                }
        }
        return [HiddenField(name: "version", value: String(post.version))]
            + WasFields.hidden(storedFields)
    }

    private var problems: [String] {
        guard let refusal else { return [] }
        guard !refusal.problems.isEmpty else { return [refusal.message[language]] }
        return refusal.problems.map { problem in
            let title = columns.first { $0.key == problem.field }?.heading[language]
            return title.map { "\($0): \(problem.message[language])" } ?? problem.message[language]
        }
    }
}
