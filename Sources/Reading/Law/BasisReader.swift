import Domain

/// Finds what a document rests on: the paragraphs "Căn cứ …;", "Xét Tờ trình số …" above its articles.
enum BasisReader {
    /// Bases stand above the first article; no document has more lines of them.
    private static let mostLines = 400
    private static let starts = ["can cu ", "xet ", "theo de nghi ", "thuc hien "]
    private static let ends = ["dieu 1", "quyet dinh", "quyet nghi", "nghi quyet", "ban hanh"]

    static func read(_ text: String) -> [LegalBasis] {
        var bases: [LegalBasis] = []
        for paragraph in paragraphs(text) {
            for part in paragraph.split(separator: ";") {
                bases += citations(in: part.trimmed)
            }
        }
        return Array(bases.prefix(LegalBasis.most))
    }

    /// Each paragraph of bases in one line, however a PDF broke it.
    private static func paragraphs(_ text: String) -> [String] {
        var paragraphs: [String] = []
        var isOpen = false
        for line in text.split(whereSeparator: \.isNewline).prefix(mostLines) {
            let words = line.trimmed
            let folded = Vietnamese.folded(String(words.prefix(40))) + " "
            if starts.contains(where: folded.hasPrefix) {
                paragraphs.append(words)
                isOpen = true
            } else if !paragraphs.isEmpty, ends.contains(where: folded.hasPrefix) {
                break
            } else if isOpen, let last = paragraphs.last {
                paragraphs[paragraphs.count - 1] = "\(last) \(words)"
            }
            if words.hasSuffix(";") || words.hasSuffix(".") { isOpen = false }
        }
        return paragraphs
    }

    /// The documents that one part cites; one without a symbol when it names only a law and its day.
    private static func citations(in part: String) -> [LegalBasis] {
        let words = part.split(whereSeparator: \.isWhitespace)
        let symbols = words.indices.compactMap { place in
            symbol(words[place]).map { (place: place, text: $0) }
        }
        let text = String(part.prefix(500)).trimmedEnd
        guard !symbols.isEmpty else {
            let folded = Vietnamese.folded(part)
            guard folded.contains("luat ") || folded.contains("phap lenh ") else { return [] }
            return [LegalBasis(text: text, symbol: "", datedOn: day(in: words[...]))]
        }
        return symbols.enumerated().map { number, symbol in
            let next = number + 1 < symbols.count ? symbols[number + 1].place : words.endIndex
            return LegalBasis(
                text: text, symbol: symbol.text,
                datedOn: day(in: words[(symbol.place + 1)..<next]))
        }
    }

    /// The symbol that a word is, without the marks around it.
    private static func symbol(_ word: Substring) -> String? {
        guard word.utf8.contains(UInt8(ascii: "/")),
            let start = word.firstIndex(where: { $0.isNumber })
        else { return nil }
        let bare = word[start...].trimmingSuffix { ",.;:)”\"".contains($0) }
        // "(số 30/…" may lose its bracket, "QĐ30/…" keeps its letters and is none.
        guard word[..<start].allSatisfy({ !$0.isLetter }) else { return nil }
        return LegalDocument.Symbol(bare).map(\.text)
    }

    private static func day(in words: ArraySlice<Substring>) -> Day? {
        let folded = Vietnamese.folded(words.joined(separator: " ")).split(separator: " ")
        guard let mark = folded.firstIndex(of: "ngay") else { return nil }
        return WrittenDay.first(in: folded[(mark + 1)...])
    }
}

extension Substring {
    fileprivate func trimmingSuffix(_ isOut: (Character) -> Bool) -> Substring {
        var rest = self
        while let last = rest.last, isOut(last) { rest.removeLast() }
        return rest
    }
}

extension String {
    /// Without the comma or stop at its end.
    fileprivate var trimmedEnd: String {
        String(Substring(self).trimmingSuffix { ",.;: ".contains($0) })
    }
}
