import Domain

/// What every field of a form held when it was opened, carried along unseen.
///
/// When somebody else was quicker, the second form shows all three: what was, theirs and yours.
enum WasFields {
    static let prefix = "was."

    static func hidden(_ fields: [Field]) -> [HiddenField] {
        fields.filter(\.isKept).map { HiddenField(name: prefix + $0.name, value: $0.value) }
    }
}

/// Two versions of one record, and the fields with both brought together.
struct MergedForm {
    let conflict: RecordFormPage.Conflict
    let fields: [Field]

    /// The fields hold what is on record now; the form, what was typed and what was there before.
    init(
        _ stored: [Field], typed: Form, message: String, language: Language
    ) {
        var rows: [RecordFormPage.Conflict.Row] = []
        var fields: [Field] = []
        for field in stored {
            let edited = EditedField(
                key: field.name, was: typed.text(WasFields.prefix + field.name),
                theirs: field.value, yours: typed.text(field.name))
            guard field.isKept, typed.has(WasFields.prefix + field.name) else {
                fields.append(field)
                continue
            }
            var merged = field.holding(edited.merged)
            if edited.outcome == .clash {
                merged.problems.append(
                    Self.choose(field.shown(edited.theirs), language))
            }
            fields.append(merged)
            guard edited.outcome != .untouched else { continue }
            rows.append(
                RecordFormPage.Conflict.Row(
                    field: field.label, was: field.shown(edited.was),
                    theirs: field.shown(edited.theirs), yours: field.shown(edited.yours),
                    outcome: edited.outcome.title[language], isClash: edited.outcome == .clash))
        }
        self.fields = fields
        conflict = RecordFormPage.Conflict(message: message, rows: rows)
    }

    private static func choose(_ theirs: String, _ language: Language) -> String {
        language == .vi
            ? "Người khác đã ghi “\(theirs)”; ô này đang giữ nội dung của bạn, hãy chọn một."
            : "Somebody else wrote “\(theirs)”; the field holds yours, so choose one."
    }
}

extension Field {
    /// Whether it holds something that two people can make different things of.
    fileprivate var isKept: Bool {
        switch kind {
        case .password, .file: false
        default: true
        }
    }

    /// The field with another value in it.
    func holding(_ value: String) -> Field {
        var field = self
        field.value = value
        switch kind {
        case .choice(let choices): field.kind = .choice(choices.choosing(value))
        case .oneOf(let choices): field.kind = .oneOf(choices.choosing(value))
        case .tick: field.kind = .tick(isChosen: !value.isEmpty)
        default: break
        }
        return field
    }

    /// The value as people read it: the words of a choice, an en dash for nothing.
    func shown(_ value: String) -> String {
        let text: String? =
            switch kind {
            case .choice(let choices), .oneOf(let choices), .suggested(let choices):
                choices.first { $0.value == value }?.text
            default: nil
            }
        let shown = text ?? value
        return shown.isEmpty ? "–" : shown
    }
}

extension [Field.Choice] {
    fileprivate func choosing(_ value: String) -> [Field.Choice] {
        map { choice in
            var choice = choice
            choice.isChosen = choice.value == value
            return choice
        }
    }
}
