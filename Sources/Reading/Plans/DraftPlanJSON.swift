import Domain

extension DraftPlan {
    /// The draft as JSON: always the same keys in the same order, `null` for what is unknown.
    ///
    /// `start` and `end` count Unicode scalars of the extracted text, `end` exclusive.
    public var json: String {
        JSONText.object(
            [
                ("document", document.json),
                ("clauses", JSONText.list(clauses.map(\.json))),
                ("targets", JSONText.list(targets.map(\.json))),
                ("tasks", JSONText.list(tasks.map(\.json))),
                ("queries", JSONText.list(queries.map(\.json))),
            ], separator: ",\n")
    }
}

extension DraftPlan.Header {
    fileprivate var json: String {
        JSONText.object([
            ("symbol", JSONText.string(symbol)), ("type", JSONText.string(type)),
            ("issuer", JSONText.string(issuer)), ("place", JSONText.string(place)),
            ("issuedOn", JSONText.string(issuedOn?.text)),
            ("effectiveOn", JSONText.string(effectiveOn?.text)),
            ("year", year.map(String.init) ?? "null"), ("title", JSONText.string(title)),
            ("signer", JSONText.string(signer)),
        ])
    }
}

extension DraftClause {
    fileprivate var json: String {
        JSONText.object([
            ("path", JSONText.string(path)), ("kind", JSONText.string(kind.rawValue)),
            ("text", JSONText.string(text)), ("start", "\(start)"), ("end", "\(end)"),
        ])
    }
}

extension DraftTarget {
    fileprivate var json: String {
        JSONText.object([
            ("clause", JSONText.string(clause)), ("text", JSONText.string(text)),
            ("start", "\(start)"),
            ("end", "\(end)"), ("comparator", JSONText.string(comparator.rawValue)),
            ("value", value?.json ?? "null"), ("unit", JSONText.string(unit)),
            ("scope", JSONText.string(scope)), ("each", JSONText.string(each)),
            ("deadline", JSONText.string(deadline?.text)), ("measure", JSONText.string(measure)),
        ])
    }
}

extension DraftTask {
    fileprivate var json: String {
        JSONText.object([
            ("clause", JSONText.string(clause)), ("text", JSONText.string(text)),
            ("lead", JSONText.string(lead)), ("cooperating", JSONText.string(cooperating)),
            ("deadline", JSONText.string(deadline?.text)), ("product", JSONText.string(product)),
            ("budget", JSONText.string(budget)),
        ])
    }
}

extension DraftQuery {
    fileprivate var json: String {
        JSONText.object([
            ("start", "\(start)"), ("end", "\(end)"), ("vi", JSONText.string(message.vi)),
            ("en", JSONText.string(message.en)),
        ])
    }
}

extension TargetValue {
    fileprivate var json: String {
        switch self {
        case .number(let hundredths): JSONText.number(hundredths: hundredths)
        case .range(let low, let high):
            "[\(JSONText.number(hundredths: low)),\(JSONText.number(hundredths: high))]"
        case .word(let word): JSONText.string(word)
        }
    }
}

/// Writes JSON by hand, so that keys keep the order that the format promises.
private enum JSONText {
    static func object(_ members: [(String, String)], separator: String = ",") -> String {
        "{" + members.map { "\"\($0)\":\($1)" }.joined(separator: separator) + "}"
    }

    /// One element a line, so that two versions can be compared.
    static func list(_ elements: [String]) -> String {
        elements.isEmpty ? "[]" : "[\n" + elements.joined(separator: ",\n") + "\n]"
    }

    static func number(hundredths: Int) -> String {
        let rest = hundredths % 100
        guard rest != 0 else { return "\(hundredths / 100)" }
        return "\(hundredths / 100)."
            + (rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)")
    }

    static func string(_ text: String?) -> String {
        guard let text else { return "null" }
        var written = String.UnicodeScalarView()
        written.append("\"")
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22, 0x5C:
                written.append("\\")
                written.append(scalar)
            case 0x0A: written.append(contentsOf: "\\n".unicodeScalars)
            case 0x0D: written.append(contentsOf: "\\r".unicodeScalars)
            case 0x09: written.append(contentsOf: "\\t".unicodeScalars)
            case 0x00..<0x20, 0x7F, 0x2028, 0x2029:
                let digits = String(scalar.value, radix: 16)
                let padded = String(repeating: "0", count: 4 - digits.count) + digits
                written.append(contentsOf: ("\\u" + padded).unicodeScalars)
            default: written.append(scalar)
            }
        }
        written.append("\"")
        return String(written)
    }
}
