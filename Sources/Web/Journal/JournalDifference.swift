import Domain

/// Says a change field by field, in words: names for ids, days as officials write them.
struct JournalDifference {
    let names: [String: JournalName]
    let language: Language

    /// The fields that differ; more than the limit are left out.
    func lines(_ change: RecordedChange, limit: Int = 40) -> [JournalPage.Line] {
        change.fieldChanges.prefix(limit).map { field in
            JournalPage.Line(
                field: JournalWords.field(change.kind, field, language),
                before: field.before.map { text($0, of: field, in: change.kind) },
                after: field.after.map { text($0, of: field, in: change.kind) })
        }
    }

    /// The record itself, with the address of its page where it has one.
    func record(_ change: RecordedChange) -> Link {
        let kind = JournalWords.kind(change.kind, language)
        switch names[change.record] {
        case nil: return Link(kind)
        case .person(let name): return Link("\(kind): \(name)")
        case .agency(let code, let name): return Link(name, Paths.agency(code))
        case .plan(let symbol): return Link("\(kind) \(symbol)")
        case .programme(let symbol): return Link("\(kind) \(symbol)")
        case .target(let code, let year):
            return Link("\(kind) \(code)", Paths.target(year, code))
        case .task(let code, let year):
            return Link("\(kind) \(code)", Paths.taskPage(year, code))
        case .numbered(let noun, let number, let year):
            let page = RecordKind.all.first { $0.journalKind == noun && $0.correct != nil }
            return Link("\(kind) \(number)", page?.one(year, number))
        case .scope(let name): return Link("\(kind): \(name[language])")
        }
    }

    private func text(_ value: JournalValue, of field: FieldChange, in kind: String) -> String {
        let words = Words("Journal", language)
        switch value {
        case .truth(let truth): return words[truth ? "yes" : "no"]
        case .number(let number):
            let isLabel = ["year", "number", "firstYear", "lastYear"].contains(field.name)
            return isLabel ? String(number) : Written.number(number, language)
        case .list(let values):
            return Written.list(values.map { text($0, of: field, in: kind) }, language)
        case .text(let text): return meaning(text, of: field, in: kind).shortened(to: 400)
        }
    }

    private func meaning(_ text: String, of field: FieldChange, in kind: String) -> String {
        if let meaning = JournalChoices.meaning(of: text, field: field, in: kind) {
            return meaning[language]
        }
        if let name = names[text] { return self.text(name) }
        if text.utf8.count == 10, let day = Day(text) { return day[language] }
        return text
    }

    private func text(_ name: JournalName) -> String {
        switch name {
        case .person(let name), .agency(_, let name), .plan(let name), .programme(let name): name
        case .target(let code, _): code
        case .task(let code, _): (language == .vi ? "số " : "no. ") + code
        case .numbered(_, let number, _):
            (language == .vi ? "số " : "no. ") + String(number)
        case .scope(let name): name[language]
        }
    }
}
