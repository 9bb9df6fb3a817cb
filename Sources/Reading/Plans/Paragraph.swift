/// One paragraph of the text: a line, or the lines that a copy has broken it into.
struct Paragraph: Sendable {
    var tokens: Range<Int>
    let marker: ClauseMarker?
    let firstLine: Int
    var lastLine: Int
    /// Whether it is a row of a table: cells cut by tabs or upright bars.
    let hasCells: Bool

    /// Its tokens without the printed mark.
    var body: Range<Int> {
        min(tokens.lowerBound + (marker?.length ?? 0), tokens.upperBound)..<tokens.upperBound
    }
}

extension PlanText {
    /// Returns the paragraphs from this line on; decoration ("-----", "[...]") makes none.
    func paragraphs(fromLine first: Int) -> [Paragraph] {
        let width = wrappedWidth
        var paragraphs: [Paragraph] = []
        var blankBefore = true
        for number in first..<max(first, lines.count) {
            let line = lines[number]
            guard hasLetters(line.tokens) else {
                blankBefore = true
                continue
            }
            let marker = line.hasCells ? nil : ClauseMarker(line.tokens, of: self)
            if let last = paragraphs.last, !line.hasCells, !last.hasCells,
                last.lastLine + 1 == number || blankBefore,
                continues(last, line, marker, blankBefore: blankBefore, width: width)
            {
                paragraphs[paragraphs.count - 1].tokens =
                    last.tokens.lowerBound..<line.tokens.upperBound
                paragraphs[paragraphs.count - 1].lastLine = number
            } else {
                paragraphs.append(
                    Paragraph(
                        tokens: line.tokens, marker: marker, firstLine: number, lastLine: number,
                        hasCells: line.hasCells))
            }
            blankBefore = false
        }
        return paragraphs
    }

    /// The longest line where lines were broken at a page's width; `nil` where they end with paragraphs.
    private var wrappedWidth: Int? {
        var long = 0
        var width = 0
        for line in lines where !line.hasCells {
            if line.range.count > 160 { return nil }
            if line.range.count >= 60 { long += 1 }
            width = max(width, line.range.count)
        }
        return long >= 3 ? width : nil
    }

    func hasLetters(_ range: Range<Int>) -> Bool {
        range.contains { tokens[$0].kind != .mark }
    }

    func isAllCapitals(_ range: Range<Int>) -> Bool {
        var letters = 0
        for index in range where tokens[index].kind == .word {
            guard tokens[index].isAllCapitals || tokens[index].key == .unknown else { return false }
            letters += tokens[index].range.count
        }
        return letters > 1
    }

    /// Whether the text before this token came to a stop: a point, semicolon or colon.
    func endsSentence(_ range: Range<Int>) -> Bool {
        guard let last = range.last, let mark = mark(last) else { return false }
        return [".", ";", ":", "!", "?", "…", "]", "/"].contains(mark)
    }

    private func continues(
        _ last: Paragraph, _ line: Line, _ marker: ClauseMarker?, blankBefore: Bool, width: Int?
    ) -> Bool {
        let first = tokens[line.tokens.lowerBound]
        let startsLow = first.kind == .word && !first.startsWithCapital && first.key != .unknown
        let isClosed = endsSentence(last.tokens)
        if let marker {
            // Broken at a page's width, "giai đoạn 2020\n- 2025" begins no new clause.
            guard width != nil, !blankBefore, !isClosed, lines[last.lastLine].range.count >= 55
            else { return false }
            let next = line.tokens.lowerBound + marker.length
            return marker.style.isBullet && next < line.tokens.upperBound
                && !tokens[next].startsWithCapital && tokens[next].kind != .number
                || marker.style.isBullet && isNumber(last.tokens.upperBound - 1)
        }
        if isAllCapitals(lines[last.lastLine].tokens) || isAllCapitals(line.tokens) { return false }
        if blankBefore { return !isClosed && startsLow }
        if !isClosed, startsLow || mark(last.tokens.upperBound - 1) == "," { return true }
        guard let width else { return false }
        // After a stop, only a full line goes on; otherwise any long one does.
        return lines[last.lastLine].range.count >= (isClosed ? width * 17 / 20 : 55)
    }
}
