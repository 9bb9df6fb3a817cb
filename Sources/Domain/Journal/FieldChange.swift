import Foundation

/// One field of a record that a change touched, before and after.
public struct FieldChange: Hashable, Sendable {
    /// Its path in the record, as the record is written in the journal: `terms.lead`.
    public let field: String
    /// `nil` when there was nothing.
    public let before: JournalValue?
    /// `nil` when there is nothing any more.
    public let after: JournalValue?

    public init(field: String, before: JournalValue?, after: JournalValue?) {
        self.field = field
        self.before = before
        self.after = after
    }

    /// The last part of the path: `lead`.
    public var name: String { field.split(separator: ".").last.map(String.init) ?? field }
}

/// A value as the journal's canonical JSON holds it.
public enum JournalValue: Hashable, Sendable {
    case text(String)
    case number(Int)
    case truth(Bool)
    case list([JournalValue])

    /// Every text in it; ids among them are named by whoever shows it.
    public var texts: [String] {
        switch self {
        case .text(let text): [text]
        case .number, .truth: []
        case .list(let values): values.flatMap(\.texts)
        }
    }
}

extension RecordedChange {
    /// The fields that differ, in the order of their paths; none when the texts were erased.
    ///
    /// The record's inner name and its version are left out: they say nothing to a reader.
    public var fieldChanges: [FieldChange] {
        let (old, new) = (fields(of: before), fields(of: after))
        return Set(old.keys).union(new.keys).sorted().compactMap { field in
            guard old[field] != new[field], !["id", "version"].contains(field) else { return nil }
            return FieldChange(field: field, before: old[field], after: new[field])
        }
    }
}

/// The leaves of a record by their paths; an empty text or list says no more than a missing one.
private func fields(of json: String?) -> [String: JournalValue] {
    guard let json, let tree = try? JSONDecoder().decode(Node.self, from: Data(json.utf8)) else {
        return [:]
    }
    var fields: [String: JournalValue] = [:]
    func walk(_ node: Node, _ path: String) {
        switch node {
        case .object(let members):
            for (key, member) in members { walk(member, path.isEmpty ? key : "\(path).\(key)") }
        case .null, .value(.text("")), .value(.list([])): break
        case .value(let value): fields[path] = value
        }
    }
    walk(tree, "")
    return fields
}

/// A part of a JSON text.
private enum Node: Decodable {
    case object([String: Node])
    case value(JournalValue)
    case null

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let members = try? container.decode([String: Node].self) {
            self = .object(members)
        } else if let nodes = try? container.decode([Node].self) {
            self = .value(.list(nodes.compactMap(\.flat)))
        } else if let truth = try? container.decode(Bool.self) {
            self = .value(.truth(truth))
        } else if let number = try? container.decode(Int.self) {
            self = .value(.number(number))
        } else {
            self = .value(.text(try container.decode(String.self)))
        }
    }

    /// The value inside a list; of an object there, its own values in the order of their names.
    private var flat: JournalValue? {
        switch self {
        case .value(let value): value
        case .object(let members):
            .list(members.sorted { $0.key < $1.key }.compactMap(\.value.flat))
        case .null: nil
        }
    }
}
