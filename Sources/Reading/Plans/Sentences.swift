extension PlanText {
    /// Cuts tokens into sentences: at a stop before a capital, never inside a name or a number.
    func sentences(_ range: Range<Int>) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = range.lowerBound
        for index in range {
            guard let mark = mark(index), [".", "!", "?", "…"].contains(mark),
                index + 1 < range.upperBound,
                !touchesNext(index), !isAbbreviation(index - 1), beginsSentence(index + 1)
            else { continue }
            sentences.append(start..<index + 1)
            start = index + 1
        }
        if start < range.upperBound { sentences.append(start..<range.upperBound) }
        return sentences.filter { hasLetters($0) }
    }

    private func beginsSentence(_ index: Int) -> Bool {
        switch tokens[index].kind {
        case .word: tokens[index].startsWithCapital
        case .number: true
        case .mark: mark(index) == "“" || mark(index) == "\""
        }
    }

    /// Whether the word is a short form with a point after it, as TP or ThS.
    private func isAbbreviation(_ index: Int) -> Bool {
        guard isWord(index), touchesNext(index) else { return false }
        let length = tokens[index].range.count
        return tokens[index].startsWithCapital
            && (length == 1 || length <= 3 && isShort(tokens[index].key))
    }

    private func isShort(_ key: WordKey) -> Bool { shortForms.contains(key) }
}

private let shortForms = Set(WordKey.keys("tp tx tt ths ts kt tm tl ubnd bs gs pgs hđnd"))
