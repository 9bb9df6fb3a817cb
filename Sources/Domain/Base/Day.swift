/// A calendar day, without a time or a zone: law speaks of days.
public struct Day: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
    /// Days since 1970-01-01; negative before it.
    public let number: Int

    public init(number: Int) {
        self.number = number
    }

    /// Returns `nil` for a day that does not exist, such as 31/02, or outside the years 1900 to 2199.
    public init?(year: Int, month: Int, day: Int) {
        guard (1900...2199).contains(year), (1...12).contains(month),
            day >= 1, day <= Day.length(ofMonth: month, year: year)
        else { return nil }
        number = Day.number(year, month, day)
    }

    /// Reads `yyyy-MM-dd`, or as officials write it: `dd/MM/yyyy`, `d/M/yyyy`, `dd-MM-yyyy`.
    public init?(_ text: some StringProtocol) {
        var fields: [Int] = []
        var digits = 0
        var value = 0
        var separator: UInt8?
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39:
                guard digits < 4 else { return nil }
                value = value * 10 + Int(byte - 0x30)
                digits += 1
            case 0x2D, 0x2F:
                guard digits > 0, separator == nil || separator == byte, fields.count < 2 else {
                    return nil
                }
                separator = byte
                if fields.isEmpty, digits == 3 { return nil }
                fields.append(value)
                (digits, value) = (0, 0)
            default: return nil
            }
        }
        guard fields.count == 2, digits > 0 else { return nil }
        fields.append(value)
        if fields[0] > 31 {
            self.init(year: fields[0], month: fields[1], day: fields[2])
        } else {
            self.init(year: fields[2], month: fields[1], day: fields[0])
        }
    }

    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
    public static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
    public static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }
    /// Days from the right day to the left one.
    public static func - (left: Day, right: Day) -> Int { left.number - right.number }

    public var year: Int { civil.year }
    public var month: Int { civil.month }
    public var dayOfMonth: Int { civil.day }

    /// `yyyy-MM-dd`, as stored.
    public var text: String {
        let (year, month, day) = civil
        return "\(year)-\(twoDigits(month))-\(twoDigits(day))"
    }

    public var description: String { text }

    /// 15/10/2021.
    public var vi: String {
        let (year, month, day) = civil
        return "\(twoDigits(day))/\(twoDigits(month))/\(year)"
    }

    /// 15 Oct 2021.
    public var en: String {
        let (year, month, day) = civil
        return "\(day) \(englishMonths[month - 1]) \(year)"
    }

    public subscript(language: Language) -> String { language == .vi ? vi : en }
    public var bilingual: Bilingual { Bilingual(vi: vi, en: en) }

    /// The last day of this day's month.
    public var endOfMonth: Day {
        let (year, month, _) = civil
        return Day(number: Day.number(year, month, Day.length(ofMonth: month, year: year)))
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let day = Day(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a day")
        }
        self = day
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        default: 31
        }
    }

    // The proleptic Gregorian calendar by eras of 400 years, counted from 1 March.
    private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private var civil: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
            dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        )
    }
}

/// Days from the first, inclusive, until the last, exclusive; an open end has no last day.
public struct Tenure: Hashable, Sendable, Codable {
    public let from: Day
    /// The first day on which it no longer holds; `nil` when it still does.
    public let until: Day?

    public init(from: Day, until: Day? = nil) {
        self.from = from
        self.until = until
    }

    public func contains(_ day: Day) -> Bool {
        from <= day && until.map { day < $0 } ?? true
    }
}

private func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

private let englishMonths = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
]
