import Domain

/// Makes the form of one record from the columns of its kind.
struct RecordFormBuilder {
    let kind: RecordKind
    let year: Int
    let language: Language
    let tree: AgencyTree
    /// The record being edited; `nil` for a new one.
    let line: RecordKind.Line?
    let typed: Form?
    let refusal: (any UserFacingError)?
    let token: String
    let canWrite: Bool
    /// What the journal tells of the record.
    var history: [HistoryEntry] = []

    func formPage() -> RecordFormPage {
        let unplaced = refusal.map { refusal in
            refusal.problems.isEmpty
                ? [refusal.message[language]]
                : refusal.problems.map { problem in
                    let title =
                        kind.columns.first { $0.key == problem.field }?.title[language]
                        ?? problem.field
                    return "\(title): \(problem.message[language])"
                }
        }
        return RecordFormPage(
            language: language,
            crumbs: [Link(kind.name[language], kind.list(year)), Link(title)],
            title: title, lede: nil,
            path: line.map { kind.one(year, $0.number) } ?? kind.list(year), token: token,
            hidden: line.map {
                [HiddenField(name: "version", value: typed?.text("version") ?? String($0.version))]
            } ?? [],
            groups: [
                RecordFormPage.Group(heading: nil, fields: kind.columns.enumerated().map(field))
            ],
            problems: unplaced ?? [], conflict: nil, saveLabel: text("Ghi", "Save"),
            cancelPath: kind.list(year), withdraw: nil, history: history)
    }

    private var title: String {
        line.map { "\(kind.name[language]), \(text("số", "no.")) \($0.number)" }
            ?? kind.add[language]
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    private func field(_ position: Int, _ column: RecordKind.Heading) -> Field {
        let value =
            typed?.text(column.key) ?? line?.cells[position]
            ?? (column.key == "year" ? String(year) : "")
        return Field(
            name: column.key, label: column.title[language], kind: input(column, value),
            value: value,
            problems: refusal?.problems.filter { $0.field == column.key }.map {
                $0.message[language]
            } ?? [],
            isRequired: column.isRequired, isWide: column.input == .longText)
    }

    private func input(_ column: RecordKind.Heading, _ value: String) -> Field.Kind {
        switch column.input {
        case .text: .text
        case .longText: .longText(rows: 3)
        case .day: .day
        case .count: .number
        case .agency:
            .suggested(
                tree.bodies.map { Field.Choice(value: $0.code, text: $0.name) })
        case .choice(let options):
            .choice(
                [Field.Choice(value: "", text: "–")]
                    + options.map {
                        Field.Choice(
                            value: $0.value, text: $0.title[language], isChosen: $0.value == value)
                    })
        }
    }
}
