/// Reads numbers that are written in words: "một trăm phần trăm", "chín mươi lăm".
enum NumberWords {
    /// "một nửa", "quá nửa": the token after a half; `nil` when none stands here.
    static func half(_ start: Int, in text: PlanText, before end: Int) -> Int? {
        halves.match(start, in: text, before: end)?.next
    }

    private static let halves = Phrases("một nửa, nửa")

    /// The number that begins at this token and the token after it; `nil` when none does.
    ///
    /// Whole numbers to 999, as they stand before "phần trăm" or a counted noun.
    static func read(_ start: Int, in text: PlanText, before end: Int) -> (value: Int, next: Int)? {
        var index = start
        var total = 0
        var last: Int?
        while index < end, let (word, next) = words.match(index, in: text, before: end) {
            switch word {
            case .digit(let digit):
                guard last == nil else { return nil }
                last = digit
            case .unit(let digit):
                // "lăm", "mốt", "tư" only stand after tens.
                guard total > 0, last == nil else { return index > start ? (total, index) : nil }
                last = digit
            case .tens:
                guard let tens = last else { return nil }
                total += tens * 10
                last = nil
            case .ten:
                guard last == nil else { return nil }
                total += 10
            case .hundred:
                guard let hundreds = last, total == 0 else { return nil }
                total = hundreds * 100
                last = nil
            case .and:
                guard total > 0, last == nil else { return nil }
            }
            index = next
        }
        return index > start ? (total + (last ?? 0), index) : nil
    }

    private enum Word: Sendable {
        case digit(Int), unit(Int), ten, tens, hundred, and
    }

    private static let words = Phrases<Word>([
        (.digit(0), "không"), (.digit(1), "một"), (.digit(2), "hai"), (.digit(3), "ba"),
        (.digit(4), "bốn"), (.digit(5), "năm"), (.digit(6), "sáu"), (.digit(7), "bảy, bẩy"),
        (.digit(8), "tám"), (.digit(9), "chín"), (.unit(1), "mốt"), (.unit(4), "tư"),
        (.unit(5), "lăm, nhăm"), (.ten, "mười"), (.tens, "mươi"), (.hundred, "trăm"),
        (.and, "linh, lẻ"),
    ])
}
