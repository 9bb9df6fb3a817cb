import Domain

/// What the journal's actions, records and fields are called.
///
/// Their keys come from entries, some of them older than the program; one without a word stands as
/// it is written.
enum JournalWords {
    static func action(_ action: String, _ language: Language) -> String {
        named(["action.\(action)"], language) ?? action
    }

    static func kind(_ kind: String, _ language: Language) -> String {
        named(["kind.\(kind)"], language) ?? kind
    }

    /// The field of a kind of record: by its whole path, otherwise by the path's last part.
    static func field(_ kind: String, _ change: FieldChange, _ language: Language) -> String {
        if let part = part(of: change, language) { return part }
        let keys = [
            "field.\(kind).\(change.field)", "field.\(change.field)", "field.\(change.name)",
        ]
        return named(keys, language) ?? change.field
    }

    /// What a field of one line of a list is called: "Tiêu chí 1.2.1: Điểm tối đa".
    private static func part(of change: FieldChange, _ language: Language) -> String? {
        let parts = change.field.split(separator: ".")
        guard parts.count > 2, let list = named(["list.\(parts[0])"], language),
            let name = named(
                ["field.\(parts[0]).\(change.name)", "field.\(change.name)"], language)
        else { return nil }
        return "\(list) \(parts.dropFirst().dropLast().joined(separator: ".")): \(name)"
    }

    /// Every action there is a word for, in the order of the words, for the filter.
    static func actions(_ language: Language) -> [(action: String, text: String)] {
        let texts = Words.files["Journal.\(language.rawValue)"] ?? [:]
        return texts.filter { $0.key.hasPrefix("action.") }
            .map { (String($0.key.dropFirst(7)), $0.value) }
            .sorted { Vietnamese.sortKey($0.1) < Vietnamese.sortKey($1.1) }
    }

    /// Every kind of record there is a word for.
    static func kinds(_ language: Language) -> [(kind: String, text: String)] {
        let texts = Words.files["Journal.\(language.rawValue)"] ?? [:]
        return texts.filter { $0.key.hasPrefix("kind.") }
            .map { (String($0.key.dropFirst(5)), $0.value) }
            .sorted { Vietnamese.sortKey($0.1) < Vietnamese.sortKey($1.1) }
    }

    private static func named(_ keys: [String], _ language: Language) -> String? {
        let words = Words("Journal", language)
        return keys.first(where: words.has).map { words[$0] }
    }
}
