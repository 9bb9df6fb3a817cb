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
        let names = FieldNames(sentTo: form.path)
        self.init(
            language: language, title: words["title"], lede: words["lede"],
            typed: form.fields.compactMap { field in
                guard !field.value.isEmpty, !field.name.hasPrefix(WasFields.prefix),
                    !["version", "confirmed", "do", Self.mark].contains(field.name)
                else { return nil }
                return Line(
                    name: names.title(field.name, language) ?? words["other-field"],
                    value: names.shown(field.value, of: field.name, language))
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

/// What the fields of a form are called, and their values as people read them.
private struct FieldNames {
    private let columns: [RecordKind.Heading]

    /// Of the form that is sent to the address: of posts, or of a kind of record.
    init(sentTo path: String) {
        let segments = path.prefix { $0 != "?" }.split(separator: "/").map(String.init)
        if segments.first == "posts" {
            columns = PostColumns.all.map(RecordKind.Heading.init)
        } else {
            let kind = RecordKind.all.first { segments.count > 1 && $0.key == segments[1] }
            columns = kind?.columns ?? []
        }
    }

    func title(_ name: String, _ language: Language) -> String? {
        columns.first { $0.key == name }?.title[language]
            ?? TargetFields.all.first { $0.key == name }?.title[language]
    }

    func shown(_ value: String, of name: String, _ language: Language) -> String {
        guard case .choice(let options) = columns.first(where: { $0.key == name })?.input else {
            return value
        }
        return options.first { $0.value == value }?.title[language] ?? value
    }
}
