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

    func formPage() -> RecordFormPage {
        let merged = mergedForm
        let fields = merged?.fields ?? kind.columns.enumerated().map(field)
        return RecordFormPage(
            language: language,
            crumbs: [Link(kind.name[language], kind.list(year)), Link(title)],
            title: title, lede: nil,
            path: line.map { kind.one(year, $0.number) } ?? kind.list(year), token: token,
            hidden: hidden, groups: [RecordFormPage.Group(heading: nil, fields: fields)],
            problems: merged == nil ? problems : [], conflict: merged?.conflict,
            saveLabel: canWrite ? text("Ghi", "Save") : nil,
            cancelPath: kind.list(year), withdraw: nil, history: [])
    }

    private var problems: [String] {
        guard let refusal else { return [] }
        guard !refusal.problems.isEmpty else { return [refusal.message[language]] }
        return refusal.problems.map { problem in
            let title =
                kind.columns.first { $0.key == problem.field }?.title[language] ?? problem.field
            return "\(title): \(problem.message[language])"
        }
    }

    /// Both versions brought together, when somebody else was quicker.
    private var mergedForm: MergedForm? {
        guard let line, let typed, let refusal, refusal is EditConflict else { return nil }
        return MergedForm(
            stored(line), typed: typed, message: refusal.message[language], language: language)
    }

    /// The version that the form goes by, and what its fields held when it was opened.
    private var hidden: [HiddenField] {
        guard let line else { return [] }
        if let typed, mergedForm == nil {
            let was = typed.names(from: WasFields.prefix)
            return [HiddenField(name: "version", value: typed.text("version"))]
                + was.map { HiddenField(name: $0, value: typed.text($0)) }
        }
        return [HiddenField(name: "version", value: String(line.version))]
            + WasFields.hidden(stored(line))
    }

    /// The fields as the record stands now.
    private func stored(_ line: RecordKind.Line) -> [Field] {
        zip(kind.columns, line.cells).map { column, cell in
            Field(
                name: column.key, label: column.title[language], kind: input(column, cell),
                value: cell, isRequired: column.isRequired, isWide: column.input == .longText)
        }
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
