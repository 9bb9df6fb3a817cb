/// The printed mark at the start of a clause: "II.", "1.", "a)", a dash.
struct ClauseMarker: Hashable, Sendable {
    enum Style: Hashable, Sendable {
        case part, chapter, section, article, capital, roman
        /// 1. is of depth 1, 1.1. of depth 2.
        case number(depth: Int)
        case letter, bracketed
        case bullet(UInt32)

        /// Lower stands above higher where the text does not show otherwise.
        var rank: Int {
            switch self {
            case .part: 0
            case .chapter: 1
            case .section: 2
            case .article: 3
            case .capital, .roman: 4
            case .number(let depth): 4 + min(depth, 4)
            case .letter: 9
            case .bracketed: 10
            case .bullet(0x2A): 11
            case .bullet(0x2B): 13
            case .bullet(0x2E): 14
            case .bullet: 12
            }
        }

        var isBullet: Bool {
            if case .bullet = self { true } else { false }
        }
    }

    let style: Style
    /// As printed, without the point or bracket after it; "" for bullets.
    let label: String
    /// Its place in the count: 2 for "II", "2", "b)"; `nil` for bullets.
    let value: Int?
    /// How many tokens the mark takes.
    let length: Int

    /// Reads the mark that these tokens of one line begin with.
    init?(_ line: Range<Int>, of text: PlanText) {
        guard line.count > 1,
            let found = Self.bullet(line, text) ?? Self.number(line, text) ?? Self.letters(
                line, text)
                ?? Self.bracketed(line, text) ?? Self.titled(line, text), found.length <= line.count
        else { return nil }
        self = found
    }

    private init(_ style: Style, _ label: String, _ value: Int?, _ length: Int) {
        self.style = style
        self.label = label
        self.value = value
        self.length = length
    }

    private static func bullet(_ line: Range<Int>, _ text: PlanText) -> ClauseMarker? {
        guard let mark = text.mark(line.lowerBound) else { return nil }
        switch mark.value {
        case 0x2D, 0x2010...0x2015, 0x2212:
            guard text.mark(line.lowerBound + 1) != mark else { return nil }
            return ClauseMarker(.bullet(0x2D), "", nil, 1)
        case 0x2E:
            // ". Cấp huyện: 98,5%"
            guard !text.touchesNext(line.lowerBound), text.isWord(line.lowerBound + 1) else {
                return nil
            }
            return ClauseMarker(.bullet(0x2E), "", nil, 1)
        case 0x2B, 0x2A:
            guard text.mark(line.lowerBound + 1) != mark else { return nil }
            return ClauseMarker(.bullet(mark.value), "", nil, 1)
        case 0xB7, 0x2022, 0x2023, 0x25A0...0x25FF, 0x2705, 0x2713, 0x2714, 0x27A2, 0xF000...0xF0FF:
            return ClauseMarker(.bullet(0x2022), "", nil, 1)
        default: return nil
        }
    }

    private static func number(_ line: Range<Int>, _ text: PlanText) -> ClauseMarker? {
        let first = line.lowerBound
        guard text.isNumber(first) else { return nil }
        let label = text.string(ofTokens: first..<first + 1)
        let parts = label.split(separator: ".").compactMap { Int($0) }
        guard let value = parts.last, parts.allSatisfy({ $0 < 100 }), !label.contains(","),
            parts.count <= 4
        else { return nil }
        switch text.mark(first + 1) {
        case "."?, ")"?: return ClauseMarker(.number(depth: parts.count), label, value, 2)
        case "/"? where !text.isNumber(first + 2) && !text.touchesNext(first + 1):
            return ClauseMarker(.number(depth: parts.count), label, value, 2)
        default:
            guard parts.count > 1, text.isWord(first + 1), text.tokens[first + 1].startsWithCapital
            else { return nil }
            return ClauseMarker(.number(depth: parts.count), label, value, 1)
        }
    }

    private static func letters(_ line: Range<Int>, _ text: PlanText) -> ClauseMarker? {
        let first = line.lowerBound
        guard text.isWord(first), let mark = text.mark(first + 1),
            text.tokens[first].range.count <= 6
        else { return nil }
        let label = text.string(ofTokens: first..<first + 1)
        if text.tokens[first].isAllCapitals, [".", "/", ")", ":", "-"].contains(mark) {
            if let value = roman(label) { return ClauseMarker(.roman, label, value, 2) }
            if mark != "-", mark != ":", let value = letterValue(label.lowercased()) {
                return ClauseMarker(.capital, label, value, 2)
            }
        }
        guard !text.tokens[first].startsWithCapital, [")", ".", "/"].contains(mark),
            let value = letterValue(label)
        else { return nil }
        return ClauseMarker(.letter, label, value, 2)
    }

    private static func bracketed(_ line: Range<Int>, _ text: PlanText) -> ClauseMarker? {
        let first = line.lowerBound
        guard text.mark(first) == "(", text.mark(first + 2) == ")" else { return nil }
        let label = text.string(ofTokens: first + 1..<first + 2)
        let value =
            text.isNumber(first + 1) ? Int(label) : roman(label.uppercased()) ?? letterValue(label)
        guard let value, value < 100 else { return nil }
        return ClauseMarker(.bracketed, label, value, 3)
    }

    /// Phần, Chương, Mục and Điều with their number.
    private static func titled(_ line: Range<Int>, _ text: PlanText) -> ClauseMarker? {
        let first = line.lowerBound
        guard text.tokens[first].startsWithCapital,
            let (style, next) = titles.match(first, in: text, before: line.upperBound),
            next < line.upperBound
        else { return nil }
        let number = text.string(ofTokens: next..<next + 1)
        let value = Int(number) ?? (text.tokens[next].isAllCapitals ? roman(number) : nil)
        guard let value, value < 1_000 else { return nil }
        let label = text.string(ofTokens: first..<next + 1)
        let mark = text.mark(next + 1)
        let isClosed = mark == "." || mark == ":" || next + 1 == line.upperBound
        guard isClosed || style != .article else { return nil }
        guard isClosed || text.isWord(next + 1) && text.tokens[next + 1].startsWithCapital else {
            return nil
        }
        return ClauseMarker(
            style, label, value, next + 1 - first + (mark == "." || mark == ":" ? 1 : 0))
    }

    private static let titles = Phrases<Style>([
        (.part, "phần, phần thứ"), (.chapter, "chương"), (.section, "mục"), (.article, "điều"),
    ])

    /// The value of a Roman numeral in capitals up to XXXIX; `nil` for anything else.
    static func roman(_ label: String) -> Int? {
        let values: [UInt8: Int] = [0x49: 1, 0x56: 5, 0x58: 10]
        var total = 0
        var last = 0
        for byte in label.utf8.reversed() {
            guard let value = values[byte] else { return nil }
            total += value < last ? -value : value
            last = max(last, value)
        }
        return total > 0 && total < 40 ? total : nil
    }

    /// a, b, c, d, đ, e, g …: the letters in the order that officials count by.
    static func letterValue(_ label: String) -> Int? {
        let order = Array("abcdđeghiklmnopqrstuvxy".unicodeScalars)
        let scalars = Array(label.unicodeScalars)
        guard scalars.count == 1, let place = order.firstIndex(of: scalars[0]) else { return nil }
        return place + 1
    }
}
