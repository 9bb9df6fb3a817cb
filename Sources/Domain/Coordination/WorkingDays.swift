/// A length of working days in whole hundredths: half a day is 50.
///
/// Internal processes give halves and quarters of a day (0,5 ngày; 0,25 ngày).
public struct WorkingDays: Hashable, Comparable, Sendable {
    public let hundredths: Int

    public init(hundredths: Int) {
        self.hundredths = hundredths
    }

    public static let zero = WorkingDays(hundredths: 0)

    /// Reads 3, 0,5 or 0.25, at most a thousand days; `nil` for anything else.
    public init?(_ text: some StringProtocol) {
        guard let number = DecimalNumber(text), !number.hasPercentSign,
            (0...100_000).contains(number.hundredths)
        else { return nil }
        hundredths = number.hundredths
    }

    public static func < (left: WorkingDays, right: WorkingDays) -> Bool {
        left.hundredths < right.hundredths
    }

    public static func + (left: WorkingDays, right: WorkingDays) -> WorkingDays {
        WorkingDays(hundredths: left.hundredths + right.hundredths)
    }

    public static func - (left: WorkingDays, right: WorkingDays) -> WorkingDays {
        WorkingDays(hundredths: left.hundredths - right.hundredths)
    }

    /// "0,5"; in English "0.5".
    public func number(_ language: Language) -> String { Written.hundredths(hundredths, language) }

    /// "0,5 ngày làm việc"; "0.5 working days".
    public var title: Bilingual {
        Bilingual(
            vi: "\(number(.vi)) ngày làm việc",
            en: "\(number(.en)) working \(hundredths == 100 ? "day" : "days")")
    }
}

// In the journal days stand as people read them.
extension WorkingDays: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let days = WorkingDays(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "not working days")
        }
        self = days
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(number(.vi))
    }
}
