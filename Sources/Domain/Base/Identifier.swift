/// The inner name of a record: a ULID, so ids sort by age; people never see one.
///
/// An `Identifier<Plan>` is not an `Identifier<Agency>`.
public struct Identifier<Owner>: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
    public let text: String

    public init(_ text: String) {
        self.text = text
    }

    /// Makes a new id from the instant and 80 random bits.
    public init(at instant: Instant, using random: inout some RandomNumberGenerator) {
        var characters: [UInt8] = []
        characters.reserveCapacity(26)
        let time = UInt64(max(0, instant.milliseconds))
        for shift in stride(from: 45, through: 0, by: -5) {
            characters.append(crockford[Int((time >> UInt64(shift)) & 31)])
        }
        for _ in 0..<2 {
            let bits = random.next()
            for shift in stride(from: 35, through: 0, by: -5) {
                characters.append(crockford[Int((bits >> UInt64(shift)) & 31)])
            }
        }
        text = String(decoding: characters, as: UTF8.self)
    }

    /// Makes a new id from the instant and the system's randomness.
    public init(at instant: Instant) {
        var random = SystemRandomNumberGenerator()
        self.init(at: instant, using: &random)
    }

    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
    public var description: String { text }

    public init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

private let crockford = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
