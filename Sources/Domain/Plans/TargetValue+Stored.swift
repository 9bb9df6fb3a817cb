extension TargetValue: Codable {
    /// The form the database and the journal keep: 3000, 4500-5000, or a word after an equals sign.
    public var stored: String {
        switch self {
        case .number(let value): "\(value)"
        case .range(let low, let high): "\(low)-\(high)"
        case .word(let word): "=\(word)"
        }
    }

    /// Reads the stored form; `nil` when it is none.
    public init?(stored: String) {
        if stored.hasPrefix("=") {
            self = .word(String(stored.dropFirst()))
            return
        }
        let ends = stored.split(separator: "-").map { Int($0) }
        if ends.count == 1, let value = ends[0] {
            self = .number(hundredths: value)
        } else if ends.count == 2, let low = ends[0], let high = ends[1] {
            self = .range(lowHundredths: low, highHundredths: high)
        } else {
            return nil
        }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = TargetValue(stored: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "not a target's value")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(stored)
    }
}
