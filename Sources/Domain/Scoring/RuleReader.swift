/// Reads a rule as decisions and criteria files write it.
///
/// Cases stand one after another with ";" or on lines of their own, each "condition: points".
/// Conditions are `>=30%`, `25%-<30%`, `>2`, `0`, "từ 25% đến dưới 30%", a word to choose, or
/// "không phát sinh". Points are `1`, `0,5`, `x/85% * 10`, `-1 - (x-2) * 1`, or "không tính".
struct RuleReader {
    private(set) var problems: [Problem] = []

    static func read(_ text: String) -> (rule: Rule?, problems: [Problem]) {
        var reader = RuleReader()
        let rule = reader.rule(Vietnamese.composed(text))
        return reader.problems.isEmpty ? (rule, []) : (nil, reader.problems)
    }

    private mutating func rule(_ text: String) -> Rule {
        let start = text.trimmed
        guard start.hasPrefix("[") else { return Rule(cases(start)) }
        var branches: [Rule.Branch] = []
        for piece in start.split(separator: "[") {
            let halves = piece.split(separator: "]", maxSplits: 1).map(\.trimmed)
            guard halves.count == 2, !halves[0].isEmpty else {
                refuse(
                    vi: "Trường hợp “[\(piece.trimmed)” chưa đóng ngoặc hoặc chưa có thang điểm.",
                    en: "The branch “[\(piece.trimmed)” is not closed or has no scale.")
                continue
            }
            branches.append(Rule.Branch(name: halves[0], cases: cases(halves[1])))
        }
        return Rule(branches: branches)
    }

    private mutating func cases(_ text: String) -> [Rule.Case] {
        let lines = text.split { $0 == ";" || $0.isNewline }.map(\.trimmed)
            .filter { !$0.isEmpty }
        if lines.isEmpty {
            refuse(
                vi: "Cách tính điểm còn trống; hãy ghi như “>=30%: 1; 25%-<30%: 0,5; <25%: 0”.",
                en: "The rule is empty; write it as “>=30%: 1; 25%-<30%: 0.5; <25%: 0”.")
        }
        return lines.compactMap { line(String($0)) }
    }

    private mutating func line(_ text: String) -> Rule.Case? {
        guard let colon = text.firstIndex(of: ":") else {
            // A bare formula holds for every figure.
            guard let award = award(text) else { return nil }
            let all = Rule.Band(
                lower: Rule.Limit(.zero, isIncluded: true), upper: nil)
            return Rule.Case(.within(all), award)
        }
        let before = text[..<colon].trimmed
        let after = text[text.index(after: colon)...].trimmed
        guard let condition = condition(before), let award = award(after) else { return nil }
        return Rule.Case(condition, award)
    }

    private mutating func condition(_ text: String) -> Rule.Condition? {
        let folded = Vietnamese.folded(text)
        if folded == "khong phat sinh" || folded == "nothing arose" { return .nothingArose }
        if let plain = RuleReader.inSigns(text), let band = band(plain) { return .within(band) }
        guard let first = text.utf8.first, !"<>=≥≤-0123456789".utf8.contains(first) else {
            refuse(
                vi:
                    "Không hiểu mức “\(text)”; hãy ghi như >=30%, 25%-<30%, >2, 0 hoặc một từ để chọn.",
                en:
                    "The condition “\(text)” is not understood; write >=30%, 25%-<30%, >2, 0 or a word to choose."
            )
            return nil
        }
        return .chosen(text)
    }

    /// "từ 25% đến dưới 30%" as 25%-<30%; `nil` when words other than these stand in it.
    private static func inSigns(_ text: String) -> String? {
        var signs = ""
        var word = ""
        var words: [String] = []
        func take() {
            if !word.isEmpty { words.append(Vietnamese.folded(word)) }
            word = ""
        }
        for scalar in text.unicodeScalars {
            if scalar.properties.isAlphabetic {
                word.unicodeScalars.append(scalar)
            } else if !scalar.properties.isWhitespace {
                take()
                signs += words.map { sign($0) ?? "?" }.joined()
                words = []
                signs.unicodeScalars.append(scalar)
            } else {
                take()
            }
        }
        take()
        if words == ["tro", "len"] {
            signs = ">=" + signs
        } else if words == ["tro", "xuong"] {
            signs = "<=" + signs
        } else if !words.isEmpty {
            return nil
        }
        guard !signs.contains("?"), !signs.isEmpty else { return nil }
        return signs.replacing("≥", with: ">=").replacing("≤", with: "<=")
            .replacing("–", with: "-")
    }

    private static func sign(_ word: String) -> String? {
        switch word {
        case "tu", "from": ""
        case "den", "to": "-"
        case "duoi", "below": "<"
        case "tren", "above": ">"
        default: nil
        }
    }

    /// `>=30%`, `>25%-<30%`, `5`, `<10`.
    private func band(_ text: String) -> Rule.Band? {
        var rest = text[...]
        let sign = RuleReader.takeSign(&rest)
        let halves = rest.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = number(halves[0]) else { return nil }
        if halves.count == 2 {
            guard sign == nil || sign == ">" || sign == ">=" else { return nil }
            var second = halves[1]
            let end = RuleReader.takeSign(&second)
            guard end == nil || end == "<" || end == "<=", let last = number(second) else {
                return nil
            }
            return Rule.Band(
                lower: Rule.Limit(first, isIncluded: sign != ">"),
                upper: Rule.Limit(last, isIncluded: end != "<"))
        }
        switch sign {
        case ">": return Rule.Band(lower: Rule.Limit(first, isIncluded: false), upper: nil)
        case ">=": return Rule.Band(lower: Rule.Limit(first, isIncluded: true), upper: nil)
        case "<": return Rule.Band(lower: nil, upper: Rule.Limit(first, isIncluded: false))
        case "<=": return Rule.Band(lower: nil, upper: Rule.Limit(first, isIncluded: true))
        default:
            let limit = Rule.Limit(first, isIncluded: true)
            return Rule.Band(lower: limit, upper: limit)
        }
    }

    private static func takeSign(_ text: inout Substring) -> String? {
        for sign in [">=", "<=", ">", "<", "="] where text.hasPrefix(sign) {
            text = text.dropFirst(sign.count)
            return sign
        }
        return nil
    }

    private func number(_ text: Substring) -> Fraction? {
        guard let number = DecimalNumber(text), number.hundredths >= 0 else { return nil }
        return Fraction(number.hundredths, number.hasPercentSign ? 10_000 : 100)
    }

    private mutating func award(_ text: String) -> Rule.Award? {
        let folded = Vietnamese.folded(text)
        if folded == "khong tinh" || folded == "not counted" { return .notCounted }
        if let points = Points(text) { return .points(points) }
        var formula = FormulaReader(text)
        if let linear = formula.linear() { return .linear(linear) }
        refuse(
            vi: "Không hiểu số điểm “\(text)”; hãy ghi như 0,5, x/85% * 10 hoặc “không tính”.",
            en: "The points “\(text)” are not understood; write 0.5, x/85% * 10 or “not counted”.")
        return nil
    }

    private mutating func refuse(vi: String, en: String) {
        problems.append(Problem("rule", vi: vi, en: en))
    }
}

/// Reads `1 + (x - 2)/10 * 0,5`: constant, origin, divisor and rate, each but the rate optional.
private struct FormulaReader {
    private let bytes: [UInt8]
    private var place = 0

    init(_ text: String) {
        let plain = text.replacing("×", with: "*").replacing("·", with: "*")
            .replacing("−", with: "-").replacing("–", with: "-").replacing("X", with: "x")
        bytes = plain.utf8.filter { $0 != 0x20 && $0 != 0x09 }
    }

    mutating func linear() -> Rule.Linear? {
        var constant = Points.zero
        var isFalling = false
        if peek(bytes.count) != UInt8(ascii: "x"), peek(bytes.count) != UInt8(ascii: "(") {
            guard let first = number(), first.hasPercentSign == false else { return nil }
            constant = Points(hundredths: first.hundredths)
            if take("-") { isFalling = true } else if !take("+") { return nil }
        }
        var origin = Fraction.zero
        if take("(") {
            guard take("x"), take("-"), let number = number(), take(")") else { return nil }
            origin = number.fraction
        } else if !take("x") {
            return nil
        }
        var per = Fraction.one
        if take("/") {
            guard let number = number(), number.hundredths > 0 else { return nil }
            per = number.fraction
        }
        guard take("*"), let rate = number(), rate.hasPercentSign == false, place == bytes.count
        else { return nil }
        let points = Points(hundredths: isFalling ? -rate.hundredths : rate.hundredths)
        return Rule.Linear(constant: constant, origin: origin, per: per, rate: points)
    }

    private func peek(_ end: Int) -> UInt8? { place < end ? bytes[place] : nil }

    private mutating func take(_ character: Character) -> Bool {
        guard let ascii = character.asciiValue, peek(bytes.count) == ascii else { return false }
        place += 1
        return true
    }

    private mutating func number() -> DecimalNumber? {
        var end = place
        if end < bytes.count, bytes[end] == UInt8(ascii: "-") { end += 1 }
        while end < bytes.count, isPart(bytes[end]) { end += 1 }
        guard let number = DecimalNumber(String(decoding: bytes[place..<end], as: UTF8.self)) else {
            return nil
        }
        place = end
        return number
    }

    private func isPart(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: "%")
    }
}

extension DecimalNumber {
    fileprivate var fraction: Fraction { Fraction(hundredths, hasPercentSign ? 10_000 : 100) }
}

extension Rule {
    /// Reads a rule; every piece that is not understood is named, with how to write it.
    public static func read(_ text: String) -> (rule: Rule?, problems: [Problem]) {
        RuleReader.read(text)
    }
}
