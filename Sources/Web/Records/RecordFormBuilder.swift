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
    /// What a link to the form of a new record fills in beforehand, by the columns' names.
    var filled: Form?

    func formPage() -> RecordFormPage {
        let edited = EditedForm(
            stored, version: line?.version, typed: typed, refusal: refusal, language)
        return RecordFormPage(
            language: language,
            crumbs: [Link(kind.name[language], kind.list(year)), Link(title)],
            title: title, lede: nil,
            path: line.map { kind.one(year, $0.number) } ?? kind.list(year), token: token,
            hidden: edited.hidden,
            groups: [RecordFormPage.Group(heading: nil, fields: edited.fields)],
            problems: edited.problems, conflict: edited.conflict,
            saveLabel: canWrite ? text("Ghi", "Save") : nil,
            cancelPath: kind.list(year), withdraw: nil, history: history)
    }

    private var title: String {
        line.map { "\(kind.name[language]), \(text("số", "no.")) \($0.number)" }
            ?? kind.add[language]
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    /// The fields as the record stands now, or as a new one begins.
    private var stored: [Field] {
        kind.columns.enumerated().map { position, column in
            let value = line?.cells[position] ?? beforehand(column)
            return Field(
                name: column.key, label: column.title[language], kind: input(column, value),
                value: value, isRequired: column.isRequired, isWide: column.input == .longText)
        }
    }

    private func beforehand(_ column: RecordKind.Heading) -> String {
        if column.key == "year" { return String(year) }
        return String((filled?.text(column.key) ?? "").prefix(2_000))
    }

    private func input(_ column: RecordKind.Heading, _ value: String) -> Field.Kind {
        switch column.input {
        case .text, .shown: .text
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
