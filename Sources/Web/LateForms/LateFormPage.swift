import Domain

/// What somebody sent after their session had ended, to be sent on or thrown away.
struct LateFormPage: Sendable {
    /// The field that says a form was kept before.
    static let mark = "late-form"

    let language: Language
    let title: String
    let lede: String
    /// What was typed, as far as it was shown.
    let typed: [Line]
    let caption: String
    let files: [Field]
    let path: String
    let token: String
    let hidden: [HiddenField]
    let removalPath: String

    struct Line: Sendable {
        let name: String
        let value: String
    }
}

extension LateFormPage {
    init(_ form: KeptForm, _ context: AppContext) {
        let language = context.language
        let words = Words("LateForms", language)
        let titles = RecordKind.fieldTitles
        self.init(
            language: language, title: words["title"], lede: words["lede"],
            typed: form.fields.compactMap { field in
                guard !field.value.isEmpty, !field.name.hasPrefix(WasFields.prefix),
                    !["version", "confirmed", "do", Self.mark].contains(field.name)
                else { return nil }
                return Line(
                    name: titles[field.name]?[language] ?? words["other-field"],
                    value: field.value)
            },
            caption: words["typed"],
            files: form.files.map {
                Field(name: $0, label: words["file"], kind: .file(accept: ""))
            },
            path: form.path, token: context.formToken,
            hidden: form.fields.map { HiddenField(name: $0.name, value: $0.value) }
                + [HiddenField(name: Self.mark, value: "1")],
            removalPath: Paths.lateFormRemoval)
    }
}

extension RecordKind {
    /// What the fields of the forms of records, posts and targets are called, by their keys.
    static let fieldTitles: [String: Bilingual] = {
        var titles: [String: Bilingual] = [:]
        for kind in all { for column in kind.columns { titles[column.key] = column.title } }
        for column in PostColumns.all { titles[column.key] = column.heading }
        for field in TargetFields.all { titles[field.key] = field.title }
        return titles
    }()
}
