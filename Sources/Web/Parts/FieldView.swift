import Markup

/// A value that a form carries without showing it.
struct HiddenField: Sendable {
    let name: String
    let value: String
}

/// One thing that a form asks, with what was typed and what is wrong with it.
struct Field: Sendable {
    enum Kind: Sendable {
        case text
        /// dd/mm/yyyy, in a field of our own, for browsers write days by their own country.
        case day
        case number
        case password(autocomplete: String)
        case longText(rows: Int)
        case choice([Choice])
        /// All choices in sight, one to be picked.
        case oneOf([Choice])
        /// A name to be typed, with suggestions.
        case suggested([Choice])
        case file(accept: String)
        case tick(isChosen: Bool)
    }

    struct Choice: Sendable {
        let value: String
        let text: String
        var isChosen = false
        /// The heading under which choices stand together, in the order given.
        var group: String?
        /// What follows from it, in a `oneOf`.
        var detail: String?
    }

    let name: String
    let label: String
    var kind = Kind.text
    var value = ""
    var hint: String?
    /// What is wrong and how to mend it, each a sentence.
    var problems: [String] = []
    var isRequired = false
    /// Sets fields with equal names apart when several forms stand on a page.
    var idPrefix = ""
    var autocomplete: String?
    /// Whether it takes the whole width of the form.
    var isWide = false

    fileprivate var id: String { "\(idPrefix)f-\(name)" }
    fileprivate var describedBy: String? {
        let ids = [problems.isEmpty ? nil : "\(id)-problem", hint == nil ? nil : "\(id)-hint"]
            .compactMap(\.self)
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }
}

func hiddenField(_ field: HiddenField) -> HTML {
    """
    <input type="hidden" name="\(field.name)" value="\(field.value)">
    """
}

/// The secret that shows a form was sent from our own page.
func tokenField(_ token: String) -> HTML {
    hiddenField(HiddenField(name: "token", value: token))
}

/// The label, what to know, the field, and its problems tied to it.
func fieldView(_ field: Field) -> HTML {
    if case .tick(let isChosen) = field.kind { return tickView(field, isChosen) }
    if case .oneOf(let choices) = field.kind { return radioView(field, choices) }
    return """
        <div class="field\(when: field.isWide, " wide")">
        <label for="\(field.id)">\(field.label)\(when: field.isRequired, requiredMark)</label>
        \(control(field))
        \(if: field.hint, { "<p class=\"hint\" id=\"\(field.id)-hint\">\($0)</p>" })
        \(problemList(field))</div>

        """
}

private let requiredMark: HTML = """
    <span class="must" aria-hidden="true"> *</span>
    """

private func tickView(_ field: Field, _ isChosen: Bool) -> HTML {
    """
    <div class="field tick">
    <label><input type="checkbox" name="\(field.name)" value="\(field.value.isEmpty ? "1" : field.value)"\
    \(attribute: "checked", when: isChosen)\(states(field))> <span>\(field.label)</span></label>
    \(if: field.hint, { "<p class=\"hint\" id=\"\(field.id)-hint\">\($0)</p>" })
    \(problemList(field))</div>

    """
}

private func radioView(_ field: Field, _ choices: [Field.Choice]) -> HTML {
    """
    <fieldset class="field wide"\(attribute: "aria-describedby", field.describedBy)>\
    <legend>\(field.label)\(when: field.isRequired, requiredMark)</legend>
    \(if: field.hint, { "<p class=\"hint\" id=\"\(field.id)-hint\">\($0)</p>" })
    \(each: choices, { radio($0, field) })\(problemList(field))</fieldset>

    """
}

private func radio(_ choice: Field.Choice, _ field: Field) -> HTML {
    """
    <label class="radio"><input type="radio" name="\(field.name)" value="\(choice.value)"\
    \(attribute: "checked", when: choice.isChosen || !field.value.isEmpty && choice.value == field.value)> \
    <span>\(choice.text)\(if: choice.detail, { "<small>\($0)</small>" })</span></label>

    """
}

private func control(_ field: Field) -> HTML {
    switch field.kind {
    case .text: return input(field, type: "text")
    case .day:
        return """
            <input id="\(field.id)" name="\(field.name)" value="\(field.value)" size="10" maxlength="10" \
            inputmode="numeric" autocomplete="off" placeholder="dd/mm/yyyy"\(states(field))>
            """
    case .number:
        return """
            <input id="\(field.id)" name="\(field.name)" value="\(field.value)" size="8" inputmode="decimal" \
            autocomplete="off"\(states(field))>
            """
    case .password(let autocomplete):
        return """
            <input type="password" id="\(field.id)" name="\(field.name)" autocomplete="\(autocomplete)"\(states(field))>
            """
    case .longText(let rows):
        return """
            <textarea id="\(field.id)" name="\(field.name)" rows="\(rows)"\(states(field))>
            \(field.value)</textarea>
            """
    case .choice(let choices):
        return """
            <select id="\(field.id)" name="\(field.name)"\(states(field))>\(choiceList(choices, field.value))</select>
            """
    case .suggested(let choices):
        return """
            <input id="\(field.id)" name="\(field.name)" value="\(field.value)" autocomplete="off" \
            list="\(field.id)-list"\(states(field))>
            <datalist id="\(field.id)-list">\(choiceList(choices, ""))</datalist>
            """
    case .file(let accept):
        return """
            <input type="file" id="\(field.id)" name="\(field.name)" accept="\(accept)"\(states(field))>
            """
    case .tick, .oneOf: return .empty
    }
}

private func input(_ field: Field, type: String) -> HTML {
    """
    <input type="\(type)" id="\(field.id)" name="\(field.name)" value="\(field.value)"\
    \(attribute: "autocomplete", field.autocomplete)\(states(field))>
    """
}

private func states(_ field: Field) -> HTML {
    """
    \(attribute: "required", when: field.isRequired)\
    \(attribute: "aria-invalid", field.problems.isEmpty ? nil : "true")\
    \(attribute: "aria-describedby", field.describedBy)
    """
}

private func problemList(_ field: Field) -> HTML? {
    guard !field.problems.isEmpty else { return nil }
    return """
        <p class="problem" id="\(field.id)-problem">\(field.problems.joined(separator: " "))</p>
        """
}

private func choiceList(_ choices: [Field.Choice], _ value: String) -> HTML {
    var groups: [(name: String?, choices: [Field.Choice])] = []
    for choice in choices {
        if groups.last.map({ $0.name == choice.group }) == true {
            groups[groups.count - 1].choices.append(choice)
        } else {
            groups.append((choice.group, [choice]))
        }
    }
    return "\(each: groups, { choiceGroup($0.name, $0.choices, value) })"
}

private func choiceGroup(_ name: String?, _ choices: [Field.Choice], _ value: String) -> HTML {
    let options: HTML = "\(each: choices, { choiceView($0, value) })"
    guard let name else { return options }
    return """
        <optgroup label="\(name)">\(options)</optgroup>
        """
}

private func choiceView(_ choice: Field.Choice, _ value: String) -> HTML {
    """
    <option value="\(choice.value)"\
    \(attribute: "selected", when: choice.isChosen || !value.isEmpty && choice.value == value)>\(choice.text)</option>
    """
}

/// All that is wrong with a form, above it, for whoever cannot see where the fields are.
func problemSummary(_ problems: [String], heading: String) -> HTML? {
    guard !problems.isEmpty else { return nil }
    return """
        <section class="notice broken" role="alert" tabindex="-1"><h2>\(heading)</h2>\
        <ul>\(each: problems, { "<li>\($0)</li>" })</ul></section>
        """
}
