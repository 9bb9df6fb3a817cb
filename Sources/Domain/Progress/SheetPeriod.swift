/// A month or a quarter of the calendar, for sheets per official.
public struct SheetPeriod: Hashable, Sendable {
    public let first: Day
    public let last: Day
    /// 2021-10, 2021-Q3; stands in addresses.
    public let key: String
    public let title: Bilingual

    private init(_ first: Day, _ last: Day, key: String, vi: String, en: String) {
        self.first = first
        self.last = last
        self.key = key
        title = Bilingual(vi: vi, en: en)
    }

    /// The month that the day is in.
    public init(month day: Day) {
        let first = day - (day.dayOfMonth - 1)
        let month = day.month < 10 ? "0\(day.month)" : "\(day.month)"
        self.init(
            first, day.endOfMonth, key: "\(day.year)-\(month)", vi: "tháng \(month)/\(day.year)",
            en: "\(month)/\(day.year)")
    }

    /// The quarter, from 1 to 4; `nil` for any other number.
    public init?(quarter: Int, of year: Int) {
        guard (1...4).contains(quarter),
            let first = Day(year: year, month: quarter * 3 - 2, day: 1),
            let last = Day(year: year, month: quarter * 3, day: 1)?.endOfMonth
        else { return nil }
        let roman = ["I", "II", "III", "IV"][quarter - 1]
        self.init(
            first, last, key: "\(year)-Q\(quarter)", vi: "quý \(roman)/\(year)",
            en: "Q\(quarter) \(year)")
    }

    /// Reads 2021-10 or 2021-Q3 of that year; `nil` for anything else.
    public init?(_ key: String, in year: Int) {
        guard key.hasPrefix("\(year)-") else { return nil }
        let rest = key.dropFirst("\(year)-".count)
        if rest.hasPrefix("Q"), let quarter = Int(rest.dropFirst()) {
            self.init(quarter: quarter, of: year)
        } else if let month = Int(rest), let day = Day(year: year, month: month, day: 1) {
            self.init(month: day)
        } else {
            return nil
        }
    }

    /// The months and quarters of a year, in order.
    public static func all(of year: Int) -> [SheetPeriod] {
        (1...4).flatMap { quarter -> [SheetPeriod] in
            (quarter * 3 - 2...quarter * 3).compactMap {
                Day(year: year, month: $0, day: 1).map(SheetPeriod.init(month:))
            } + [SheetPeriod(quarter: quarter, of: year)].compactMap(\.self)
        }
    }
}
