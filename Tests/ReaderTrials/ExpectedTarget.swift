import Domain

/// A target that a person found in a text.
public struct ExpectedTarget: Decodable, Sendable {
    public let quote: String?
    public let comparator: String
    /// Numbers in whole hundredths; `nil` where there is no number.
    public let value: TargetValue?
    public let unit: String?
    /// The fields that the label gives besides, by name.
    public let fields: [String: Word]

    static let fieldNames = ["clause", "scope", "each", "deadline", "measure"]

    private struct Key: CodingKey {
        let stringValue: String
        let intValue: Int? = nil
        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        quote = try container.decodeIfPresent(String.self, forKey: Key("quote"))
        comparator = try container.decode(String.self, forKey: Key("comparator"))
        unit = try container.decodeIfPresent(String.self, forKey: Key("unit"))
        value = try Self.value(container)
        var fields: [String: Word] = [:]
        for name in Self.fieldNames where container.contains(Key(name)) {
            fields[name] = try container.decode(Word.self, forKey: Key(name))
        }
        self.fields = fields
    }

    private static func value(_ container: KeyedDecodingContainer<Key>) throws -> TargetValue? {
        let key = Key("value")
        guard try container.contains(key) && !container.decodeNil(forKey: key) else { return nil }
        if let number = try? container.decode(Double.self, forKey: key) {
            return .number(hundredths: Int((number * 100).rounded()))
        }
        if let ends = try? container.decode([Double].self, forKey: key), ends.count == 2 {
            return .range(
                lowHundredths: Int((ends[0] * 100).rounded()),
                highHundredths: Int((ends[1] * 100).rounded()))
        }
        return .word(try container.decode(String.self, forKey: key))
    }

    /// Whether the reader found this: same comparison, value and unit, at the quoted words.
    func fits(_ target: DraftTarget) -> Bool {
        comparator == target.comparator.rawValue && value == target.value
            && unit?.lowercased() == target.unit?.lowercased() && isQuoted(in: target.text)
    }

    private func isQuoted(in text: String) -> Bool {
        guard let quote else { return true }
        let (wanted, read) = (quote.onOneLine, text.onOneLine)
        return read.contains(wanted) || wanted.contains(read)
    }
}

/// A task that a person found in a text.
public struct ExpectedTask: Decodable, Sendable {
    public let clause: String
    public let quote: String
    public let fields: [String: Word]

    static let fieldNames = ["lead", "cooperating", "deadline", "product", "budget"]

    public init(from decoder: any Decoder) throws {
        let words = try [String: Word](from: decoder)
        clause = words["clause"]?.text ?? ""
        quote = words["quote"]?.text ?? ""
        fields = words.filter { Self.fieldNames.contains($0.key) }
    }

    func fits(_ task: DraftTask) -> Bool { task.text.onOneLine.contains(quote.onOneLine) }
}

extension String {
    /// In low letters, each run of white space one space.
    fileprivate var onOneLine: String {
        lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
