/// Reads a document's number and symbol: 95/KH-UBND, 61/2018/NĐ-CP.
enum DocumentSymbol {
    /// The first symbol in these tokens, as printed; `nil` where the number is still blank.
    static func read(_ range: Range<Int>, of text: PlanText) -> String? {
        for index in range where text.isNumber(index) && text.mark(index + 1) == "/" {
            if let end = end(from: index, in: text, before: range.upperBound) {
                return text.string(ofTokens: index..<end)
            }
        }
        return nil
    }

    /// The token after the symbol that begins here; `nil` when none does.
    static func end(from index: Int, in text: PlanText, before limit: Int) -> Int? {
        var next = index + 1
        var hasLetters = text.isWord(index)
        while next + 1 < limit, text.mark(next) == "/" || text.mark(next) == "-" && hasLetters,
            text.touchesNext(next - 1), text.touchesNext(next), text.mark(next + 1) == nil
        {
            if text.isWord(next + 1) {
                guard text.tokens[next + 1].startsWithCapital else { break }
                hasLetters = true
            }
            next += 2
        }
        return hasLetters && next > index + 1 ? next : nil
    }
}
