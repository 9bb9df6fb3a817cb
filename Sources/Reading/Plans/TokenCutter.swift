/// Cuts scalars into tokens and lines in one pass.
struct TokenCutter {
    private let scalars: [Unicode.Scalar]
    private(set) var tokens: [PlanText.Token] = []
    private(set) var lines: [PlanText.Line] = []
    private var lineStart = 0
    private var lineFirstToken = 0
    private var lineHasCells = false

    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
        tokens.reserveCapacity(scalars.count / 4)
    }

    mutating func run() {
        var index = 0
        while index < scalars.count {
            let value = scalars[index].value
            switch value {
            case 0x0D where index + 1 < scalars.count && scalars[index + 1].value == 0x0A:
                endLine(at: index)
                index += 2
                lineStart = index
            case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029:
                endLine(at: index)
                index += 1
                lineStart = index
            case 0x09:
                lineHasCells = true
                index += 1
            case 0x30...0x39: index = number(from: index)
            case _ where Self.isSpace(value) || isEmphasis(index): index += 1
            default: index = wordOrMark(from: index)
            }
        }
        endLine(at: scalars.count)
    }

    /// Marks of a web copy that are no part of the words: asterisks round bold ones, # before headings.
    private func isEmphasis(_ index: Int) -> Bool {
        let value = scalars[index].value
        if value == 0x23 {
            return scalars[lineStart..<index].allSatisfy { $0.value == 0x23 || $0.value == 0x20 }
        }
        guard value == 0x2A else { return false }
        // A bullet stands alone before a space.
        let next = index + 1 < scalars.count ? scalars[index + 1].value : 0x0A
        return !Self.isSpace(next)
            || !scalars[lineStart..<index].allSatisfy { Self.isSpace($0.value) }
    }

    /// White space, and the invisible scalars that web copies carry.
    static func isSpace(_ value: UInt32) -> Bool {
        switch value {
        case 0x00...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200F, 0x2028, 0x2029, 0x202F, 0x205F,
            0x2060, 0x3000, 0xFEFF:
            true
        default: false
        }
    }

    /// Digits with points and commas inside: 1,27 and 172.977 and 2.1.3 are one number each.
    private mutating func number(from start: Int) -> Int {
        var end = start
        while end < scalars.count {
            let value = scalars[end].value
            let isInner = value == 0x2C || value == 0x2E
            guard
                isDigit(value)
                    || isInner && end + 1 < scalars.count && isDigit(scalars[end + 1].value)
            else { break }
            end += 1
        }
        let isCode = end < scalars.count && LetterTable.entry(scalars[end].value).kind == .letter
        guard !isCode else { return code(from: start) }
        append(.number, start..<end)
        return end
    }

    /// Letters and digits run together (30c, L3): a word that nothing is compared with.
    private mutating func code(from start: Int) -> Int {
        var end = start
        while end < scalars.count,
            isDigit(scalars[end].value) || LetterTable.entry(scalars[end].value).kind != .none
        { end += 1 }
        append(.word, start..<end)
        return end
    }

    private mutating func wordOrMark(from start: Int) -> Int {
        var builder = WordKeyBuilder()
        var end = start
        while end < scalars.count, builder.add(scalars[end]) { end += 1 }
        guard end > start else {
            if scalars[start].value == 0x7C { lineHasCells = true }
            append(.mark, start..<start + 1)
            return start + 1
        }
        if end < scalars.count, isDigit(scalars[end].value) { return code(from: start) }
        append(
            .word, start..<end, key: builder.key, startsWithCapital: builder.startsWithCapital,
            isAllCapitals: builder.capitals == builder.count)
        return end
    }

    private func isDigit(_ value: UInt32) -> Bool { (0x30...0x39).contains(value) }

    private mutating func append(
        _ kind: PlanText.Token.Kind, _ range: Range<Int>, key: WordKey = .unknown,
        startsWithCapital: Bool = false, isAllCapitals: Bool = false
    ) {
        tokens.append(
            PlanText.Token(
                start: Int32(range.lowerBound), end: Int32(range.upperBound), key: key, kind: kind,
                startsWithCapital: startsWithCapital, isAllCapitals: isAllCapitals))
    }

    private mutating func endLine(at end: Int) {
        let own = lineFirstToken..<tokens.count
        var range = lineStart..<lineStart
        if let first = own.first, let last = own.last {
            range = Int(tokens[first].start)..<Int(tokens[last].end)
        }
        lines.append(
            PlanText.Line(range: range, whole: lineStart..<end, tokens: own, hasCells: lineHasCells)
        )
        lineFirstToken = tokens.count
        lineHasCells = false
    }
}
