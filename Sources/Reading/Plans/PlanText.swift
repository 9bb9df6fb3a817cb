/// A text as the reader works on it: its scalars as they came, cut once into tokens and lines.
///
/// All positions count Unicode scalars from the start of the text.
struct PlanText: Sendable {
    let scalars: [Unicode.Scalar]
    /// Words, numbers and marks in order; white space and line ends make no token.
    let tokens: [Token]
    let lines: [Line]

    struct Token: Sendable {
        enum Kind: Sendable { case word, number, mark }

        let start: Int32
        let end: Int32
        let key: WordKey
        let kind: Kind
        let startsWithCapital: Bool
        let isAllCapitals: Bool

        var range: Range<Int> { Int(start)..<Int(end) }
    }

    struct Line: Sendable {
        /// Without surrounding white space; empty for a blank line.
        let range: Range<Int>
        /// With all its white space, without the line end.
        let whole: Range<Int>
        let tokens: Range<Int>
        /// Whether a tab or an upright bar cuts it into cells.
        let hasCells: Bool

        var isBlank: Bool { tokens.isEmpty }
    }

    init(_ text: String) {
        let scalars = Array(text.unicodeScalars)
        var cutter = TokenCutter(scalars)
        cutter.run()
        self.scalars = scalars
        tokens = cutter.tokens
        lines = cutter.lines
    }

    func string(_ range: Range<Int>) -> String {
        written(range.count) { buffer in
            for index in range { buffer.append(scalars[index]) }
        }
    }

    /// The tokens of a line that is set in columns: cut at tabs, bars and gaps of three spaces or more.
    func columns(_ line: Line) -> [Range<Int>] {
        var columns: [Range<Int>] = []
        var start = line.tokens.lowerBound
        for index in line.tokens.dropFirst() {
            let gap = Int(tokens[index - 1].end)..<Int(tokens[index].start)
            let isCut = gap.count >= 3 || scalars[gap].contains { $0.value == 0x09 }
            let isBar = mark(index - 1) == "|"
            guard isCut || isBar else { continue }
            columns.append(start..<(isBar ? index - 1 : index))
            start = index
        }
        columns.append(start..<line.tokens.upperBound)
        return columns.filter { hasLetters($0) }
    }

    /// The scalars from the first to the last of these tokens.
    func range(ofTokens range: Range<Int>) -> Range<Int> {
        guard let first = range.first, let last = range.last else { return 0..<0 }
        return Int(tokens[first].start)..<Int(tokens[last].end)
    }

    /// The words of these tokens on one line, whatever line breaks stood between them.
    func words(ofTokens range: Range<Int>) -> String {
        let places = self.range(ofTokens: range)
        return written(places.count) { buffer in
            var pendingSpace = false
            for index in places {
                if TokenCutter.isSpace(scalars[index].value) {
                    pendingSpace = true
                    continue
                }
                if pendingSpace { buffer.append(" ") }
                pendingSpace = false
                buffer.append(scalars[index])
            }
        }
    }

    /// A text of at most so many scalars, written straight as UTF-8.
    private func written(_ count: Int, _ write: (inout UTF8Buffer) -> Void) -> String {
        guard count > 0 else { return "" }
        return String(unsafeUninitializedCapacity: count * 4) { bytes in
            var buffer = UTF8Buffer(bytes: bytes)
            write(&buffer)
            return buffer.count
        }
    }

    private struct UTF8Buffer {
        let bytes: UnsafeMutableBufferPointer<UInt8>
        var count = 0

        mutating func append(_ scalar: Unicode.Scalar) {
            for unit in scalar.utf8 {
                bytes[count] = unit
                count += 1
            }
        }
    }

    func string(ofTokens range: Range<Int>) -> String { string(self.range(ofTokens: range)) }

    /// The mark at this token; `nil` for words, numbers and beyond the end.
    func mark(_ index: Int) -> Unicode.Scalar? {
        guard tokens.indices.contains(index), tokens[index].kind == .mark else { return nil }
        return scalars[Int(tokens[index].start)]
    }

    func isWord(_ index: Int) -> Bool {
        tokens.indices.contains(index) && tokens[index].kind == .word
    }

    func isNumber(_ index: Int) -> Bool {
        tokens.indices.contains(index) && tokens[index].kind == .number
    }

    /// Whether no white space stands between this token and the next.
    func touchesNext(_ index: Int) -> Bool {
        index + 1 < tokens.count && tokens[index].end == tokens[index + 1].start
    }
}
