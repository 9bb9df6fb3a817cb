import Domain

/// The fields of a record's form as they are to be shown: as stored, as typed and refused, or with
/// both versions brought together.
struct EditedForm {
    let fields: [Field]
    /// The version that the form goes by, and what its fields held when it was opened.
    let hidden: [HiddenField]
    /// Both sides, when somebody else was quicker.
    let conflict: RecordFormPage.Conflict?
    /// Every problem once more, for above the form; none when there is a conflict, which says it.
    let problems: [String]

    /// The stored fields hold what is on record now, or what a new record begins with.
    ///
    /// A new record has no version, a form just opened has nothing typed.
    init(
        _ stored: [Field], version: Int?, typed: Form?, refusal: (any UserFacingError)?,
        _ language: Language
    ) {
        guard let typed, let refusal else {
            fields = stored
            hidden = Self.opened(stored, version)
            conflict = nil
            problems = []
            return
        }
        if let conflict = refusal as? EditConflict, version != nil {
            let merged = MergedForm(
                stored, typed: typed, message: conflict.sideBySide[language], language: language)
            fields = merged.fields
            hidden = Self.opened(stored, version)
            self.conflict = merged.conflict
            problems = []
            return
        }
        fields = stored.map { field in
            var field = field.holding(typed.text(field.name))
            field.problems = refusal.problems.filter { $0.field == field.name }
                .map { $0.message[language] }
            return field
        }
        hidden =
            version == nil
            ? []
            : ([Self.versionName] + typed.names(from: WasFields.prefix)).map {
                HiddenField(name: $0, value: typed.text($0))
            }
        conflict = nil
        problems =
            refusal.problems.isEmpty
            ? [refusal.message[language]]
            : refusal.problems.map { problem in
                let label = stored.first { $0.name == problem.field }?.label
                return label.map { "\($0): \(problem.message[language])" }
                    ?? problem.message[language]
            }
    }

    static let versionName = "version"

    private static func opened(_ stored: [Field], _ version: Int?) -> [HiddenField] {
        guard let version else { return [] }
        return [HiddenField(name: versionName, value: String(version))] + WasFields.hidden(stored)
    }
}

extension Form {
    /// The version of the record that the form was opened on; 0, which none has, when it says none.
    var version: Int { Int(text(EditedForm.versionName)) ?? 0 }
}
