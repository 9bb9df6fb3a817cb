/// Points (điểm) in whole hundredths: 0,25 is 25.
///
/// Points are computed as exact fractions and rounded half up once, where a criterion's rule gives
/// them; sums of points are exact.
public struct Points: Hashable, Comparable, Sendable {
    public let hundredths: Int

    public init(hundredths: Int) {
        self.hundredths = hundredths
    }

    public static let zero = Points(hundredths: 0)

    /// Reads points as officials write them: 3, 0,5 or 0.25, −1; at most two decimals.
    ///
    /// - Returns: `nil` for anything else, or beyond a million.
    public init?(_ text: some StringProtocol) {
        guard let number = DecimalNumber(text), number.hasPercentSign == false else { return nil }
        hundredths = number.hundredths
    }

    public static func < (left: Points, right: Points) -> Bool {
        left.hundredths < right.hundredths
    }
    public static func + (left: Points, right: Points) -> Points {
        Points(hundredths: left.hundredths + right.hundredths)
    }
    public static func - (left: Points, right: Points) -> Points {
        Points(hundredths: left.hundredths - right.hundredths)
    }
    public static func += (left: inout Points, right: Points) { left = left + right }
    public static prefix func - (points: Points) -> Points {
        Points(hundredths: -points.hundredths)
    }
}

// In the journal points stand as people read them.
extension Points: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let points = Points(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not points")
        }
        self = points
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Written.points(self, .vi))
    }
}

extension Written {
    /// 3, 0,5 or 13,65; in English 0.5.
    ///
    /// Decimals that are zero are left out.
    public static func points(_ points: Points, _ language: Language) -> String {
        hundredths(points.hundredths, language)
    }

    public static func points(_ points: Points) -> Bilingual {
        Bilingual(vi: self.points(points, .vi), en: self.points(points, .en))
    }

    /// A number of hundredths with the decimals it needs, at most two.
    static func hundredths(_ value: Int, _ language: Language) -> String {
        let (whole, rest) = abs(value).quotientAndRemainder(dividingBy: 100)
        let sign = value < 0 ? "−" : ""
        guard rest != 0 else { return sign + number(whole, language) }
        let digits = rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
        return sign + number(whole, language) + (language == .vi ? "," : ".") + digits
    }
}

/// A number with at most two decimals, as officials write it: 1.204, 0,5, 85%, −1.
struct DecimalNumber: Hashable, Sendable {
    /// Hundredths; of a per cent, when it has the sign.
    let hundredths: Int
    let hasPercentSign: Bool

    /// A dot before three digits groups thousands; before one or two, as a comma, it begins decimals.
    init?(_ text: some StringProtocol) {
        var bytes = Array(text.trimmed.utf8)
        hasPercentSign = bytes.last == UInt8(ascii: "%")
        if hasPercentSign {
            bytes.removeLast()
            while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
        }
        var isNegative = false
        if bytes.first == UInt8(ascii: "-") {
            isNegative = true
            bytes.removeFirst()
        } else if bytes.starts(with: Array("−".utf8)) {
            isNegative = true
            bytes.removeFirst(3)
        }
        guard let size = DecimalNumber.magnitude(bytes) else { return nil }
        hundredths = isNegative ? -size : size
    }

    private static func magnitude(_ bytes: [UInt8]) -> Int? {
        var groups: [(digits: Int, value: Int)] = [(0, 0)]
        var marks: [UInt8] = []
        for byte in bytes {
            switch byte {
            case 0x30...0x39:
                guard groups[groups.count - 1].digits < 9 else { return nil }
                groups[groups.count - 1].digits += 1
                groups[groups.count - 1].value =
                    groups[groups.count - 1].value * 10 + Int(byte - 0x30)
            case UInt8(ascii: ","), UInt8(ascii: "."):
                marks.append(byte)
                groups.append((0, 0))
            default: return nil
            }
        }
        guard groups.allSatisfy({ $0.digits > 0 }), groups.count <= 4 else { return nil }
        var decimals = 0
        if let mark = marks.last, let last = groups.last {
            if mark == UInt8(ascii: ",") || last.digits < 3 {
                guard last.digits <= 2 else { return nil }
                decimals = last.digits == 1 ? last.value * 10 : last.value
                groups.removeLast()
                marks.removeLast()
            }
        }
        guard marks.allSatisfy({ $0 == UInt8(ascii: ".") }),
            groups.dropFirst().allSatisfy({ $0.digits == 3 })
        else { return nil }
        if groups.count > 1, groups[0].digits > 3 { return nil }
        let whole = groups.reduce(0) { $0 * ($1.digits == 3 ? 1_000 : 1) + $1.value }
        guard whole <= 1_000_000_000 else { return nil }
        return whole * 100 + decimals
    }
}
