import Domain

extension CriteriaSet {
    /// The set as YAML that an import takes back as it was.
    public var yaml: String {
        var lines: [String] = []
        func add(_ key: String, _ value: String) {
            if !value.isEmpty { lines.append("\(key): \(quoted(value))") }
        }
        add("name", details.name)
        lines.append("block: \(details.block?.rawValue ?? "province")")
        lines.append("year: \(details.year)")
        add("symbol", details.symbol)
        add("issued", details.issuedOn?.vi ?? "")
        add("source", details.source)
        add("classes", details.classes.text)
        lines.append("ties: \(details.ties.rawValue)")
        if !notes.isEmpty {
            lines.append("notes:")
            lines += notes.sorted { $0.key < $1.key }.map { "  \(quoted($0)): \(quoted($1))" }
        }
        lines.append("criteria:")
        for criterion in criteria {
            let row = CriterionRow(criterion)
            var mark = "- "
            for column in CriteriaColumns.all {
                let cell = column.write(row)
                guard !cell.isEmpty else { continue }
                lines.append("\(mark)\(column.key): \(quoted(cell))")
                mark = "  "
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// A text between double quotation marks, as YAML and JSON both read it.
private func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": quoted += "\\\""
        case "\\": quoted += "\\\\"
        case "\n": quoted += "\\n"
        case "\t": quoted += "\\t"
        default: quoted.unicodeScalars.append(scalar)
        }
    }
    return quoted + "\""
}
