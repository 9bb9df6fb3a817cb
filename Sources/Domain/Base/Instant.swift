/// A moment, in UTC, to the millisecond.
public struct Instant: Hashable, Sendable, Comparable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public let milliseconds: Int64

    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Reads the stored form, `yyyy-MM-ddTHH:mm:ss.SSSZ`.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 24, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "."),
            bytes[23] == UInt8(ascii: "Z"),
            let day = Day(String(decoding: bytes[0..<10], as: UTF8.self)),
            let hour = number(bytes[11..<13]), let minute = number(bytes[14..<16]),
            let second = number(bytes[17..<19]), let millisecond = number(bytes[20..<23]),
            hour < 24, minute < 60, second < 60
        else { return nil }
        milliseconds =
            ((Int64(day.number) * 24 + hour) * 60 + minute) * 60_000 + second * 1_000 + millisecond
    }

    public static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }
    public static func + (instant: Instant, seconds: Int) -> Instant {
        Instant(milliseconds: instant.milliseconds + Int64(seconds) * 1_000)
    }

    /// The day at this moment in a zone so many minutes east of UTC (Asia/Ho_Chi_Minh: 420).
    public func day(minutesEast: Int = 420) -> Day {
        let local = milliseconds + Int64(minutesEast) * 60_000
        return Day(number: Int(local >= 0 ? local / 86_400_000 : (local - 86_399_999) / 86_400_000))
    }

    /// `HH:mm` in that zone.
    public func timeOfDay(minutesEast: Int = 420) -> String {
        let local = milliseconds + Int64(minutesEast) * 60_000
        let minutes = Int((local % 86_400_000 + 86_400_000) % 86_400_000 / 60_000)
        return padded(minutes / 60, 2) + ":" + padded(minutes % 60, 2)
    }

    /// `yyyy-MM-ddTHH:mm:ss.SSSZ`, which sorts as it runs.
    public var text: String {
        let rest = Int((milliseconds % 86_400_000 + 86_400_000) % 86_400_000)
        return day(minutesEast: 0).text + "T" + padded(rest / 3_600_000, 2) + ":"
            + padded(rest / 60_000 % 60, 2) + ":" + padded(rest / 1_000 % 60, 2) + "."
            + padded(rest % 1_000, 3) + "Z"
    }
}

private func number(_ digits: ArraySlice<UInt8>) -> Int64? {
    var value: Int64 = 0
    for digit in digits {
        guard (0x30...0x39).contains(digit) else { return nil }
        value = value * 10 + Int64(digit - 0x30)
    }
    return value
}

private func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
