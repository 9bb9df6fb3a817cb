import Domain
import Foundation

/// What a person typed into a form, and the files they attached.
///
/// An absent field and an empty one are told apart by ``has(_:)``; a form shown again is filled from
/// ``text(_:)``.
struct Form: Sendable {
    private var fields: [String: [String]] = [:]
    private var attached: [String: [FormFile]] = [:]

    init(
        _ fields: [(name: String, value: String)] = [], files: [(name: String, file: FormFile)] = []
    ) {
        for (name, value) in fields { self.fields[name, default: []].append(value) }
        for (name, file) in files { attached[name, default: []].append(file) }
    }

    /// Whether the field was sent, be it empty; a ticked box is.
    func has(_ name: String) -> Bool { fields[name] != nil }

    /// The field without white space around it; empty when it is not there.
    func text(_ name: String) -> String { (fields[name]?.first ?? "").trimmed }

    /// The field as typed, white space included; for documents pasted whole.
    func whole(_ name: String) -> String { fields[name]?.first ?? "" }

    /// The field, or `nil` when nothing was typed.
    func optional(_ name: String) -> String? {
        let text = text(name)
        return text.isEmpty ? nil : text
    }

    /// Every value sent under the name: ticked boxes, chosen rows.
    func all(_ name: String) -> [String] { (fields[name] ?? []).map(\.trimmed) }

    /// Every typed field with its name, names in alphabetical order.
    var typed: [(name: String, value: String)] {
        fields.sorted { $0.key < $1.key }.flatMap { name, values in
            values.map { (name: name, value: $0) }
        }
    }

    /// The names of the fields that carried files.
    var fileNames: [String] { attached.keys.sorted() }

    /// The names of all fields that begin so, in alphabetical order.
    func names(from start: String) -> [String] {
        fields.keys.filter { $0.hasPrefix(start) }.sorted()
    }

    /// The file attached under the name; `nil` when none was chosen.
    func file(_ name: String) -> FormFile? { files(name).first }

    /// The files attached under the name; a browser sends a nameless empty one when none was chosen.
    func files(_ name: String) -> [FormFile] { attached[name] ?? [] }

    /// The day typed: dd/mm/yyyy or yyyy-MM-dd; `nil` when the field is empty.
    func day(_ name: String, _ problems: inout [Problem]) -> Day? {
        read(name, &problems, Day.init) { typed in
            (
                vi: "“\(typed)” không phải là ngày có thật; hãy ghi như 15/10/2021.",
                en: "“\(typed)” is not a day that exists; write it as 15/10/2021."
            )
        }
    }

    /// The whole number typed, at least zero: 11000, 11.000 or 11 000; `nil` when the field is empty.
    func count(_ name: String, _ problems: inout [Problem]) -> Int? {
        read(name, &problems, wholeNumber) { typed in
            (
                vi: "“\(typed)” không phải là số nguyên không âm; hãy ghi như 11000.",
                en: "“\(typed)” is not a whole number of zero or more; write it as 11000."
            )
        }
    }

    /// The text typed; a problem when the field is empty.
    func required(_ name: String, _ problems: inout [Problem]) -> String {
        let text = text(name)
        if text.isEmpty {
            problems.append(
                Problem(name, vi: "Ô này không được để trống.", en: "This field must not be empty.")
            )
        }
        return text
    }

    private func read<Value>(
        _ name: String, _ problems: inout [Problem], _ read: (String) -> Value?,
        otherwise: (String) -> (vi: String, en: String)
    ) -> Value? {
        guard let typed = optional(name) else { return nil }
        if let value = read(typed) { return value }
        let said = otherwise(typed)
        problems.append(Problem(name, vi: said.vi, en: said.en))
        return nil
    }
}

private func wholeNumber(_ typed: String) -> Int? {
    let digits = typed.unicodeScalars.filter {
        $0 != "." && $0 != "," && !$0.properties.isWhitespace
    }
    guard !digits.isEmpty, digits.count <= 15, digits.allSatisfy({ ("0"..."9").contains($0) })
    else { return nil }
    return Int(String(String.UnicodeScalarView(digits)))
}
