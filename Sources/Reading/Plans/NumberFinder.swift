/// Tells numbers that are values from years, dates, symbols, levels and other numbers.
struct NumberFinder {
    let text: PlanText

    /// The values among the numbers of these tokens, in order.
    func mentions(in range: Range<Int>) -> [NumberMention] {
        var mentions: [NumberMention] = []
        var brackets = 0
        var index = range.lowerBound
        /// The token after a number that was no value; a list goes on from it: "mức độ 3, 4".
        var ignoredEnd = -1
        while index < range.upperBound {
            if let mark = text.mark(index) {
                if mark == "(" { brackets += 1 }
                if mark == ")" { brackets = max(0, brackets - 1) }
            }
            guard text.isNumber(index) else {
                if text.isWord(index), let mention = written(index, range, brackets > 0) {
                    mentions.append(mention)
                    index = mention.tokens.upperBound
                } else {
                    index += 1
                }
                continue
            }
            let isListed = ignoredEnd >= 0 && index == ignoredEnd + 1 && isListMark(ignoredEnd)
            switch read(index, range, isListed: isListed, inBrackets: brackets > 0) {
            case .value(let mention):
                mentions.append(mention)
                index = max(index + 1, mention.tokens.upperBound)
                ignoredEnd = -1
            case .ignored(let next):
                index = max(index + 1, next)
                ignoredEnd = index
            }
        }
        return mentions
    }

    /// "một trăm phần trăm"; before a noun only where the words say that it is a bound.
    private func written(_ index: Int, _ range: Range<Int>, _ inBrackets: Bool) -> NumberMention? {
        if let next = NumberWords.half(index, in: text, before: range.upperBound) {
            return NumberMention(
                tokens: index..<next, lowHundredths: 5_000, highHundredths: nil, unit: .percent,
                isInBrackets: inBrackets)
        }
        guard index == range.lowerBound || !isNumberWord(index - 1),
            let (value, next) = NumberWords.read(index, in: text, before: range.upperBound)
        else { return nil }
        let share = shareLength(next, range.upperBound)
        if share > 0 {
            return NumberMention(
                tokens: index..<next + share, lowHundredths: value * 100, highHundredths: nil,
                unit: .percent, isInBrackets: inBrackets)
        }
        guard
            Self.bounds.matches(max(range.lowerBound, index - 3)..<index, in: text).last?
                .tokens.upperBound == index,
            let noun = CountedNoun.read(next, in: text, before: range.upperBound), !noun.isSteps
        else { return nil }
        return NumberMention(
            tokens: index..<noun.tokens.upperBound, lowHundredths: value * 100,
            highHundredths: nil,
            unit: .counted(noun.tokens), isInBrackets: inBrackets)
    }

    private func isNumberWord(_ index: Int) -> Bool {
        NumberWords.read(index, in: text, before: index + 1) != nil
    }

    private enum Reading {
        case value(NumberMention)
        case ignored(next: Int)
    }

    private func read(_ index: Int, _ range: Range<Int>, isListed: Bool, inBrackets: Bool)
        -> Reading
    {
        let end = range.upperBound
        guard
            let low = ExactNumber.hundredths(
                text.scalars[text.tokens[index].range], isShare: isPercent(index + 1, end))
        else { return .ignored(next: index + 1) }
        if let day = DayWords.day(index, in: text, before: end) { return .ignored(next: day.next) }
        if let symbol = DocumentSymbol.end(from: index, in: text, before: end) {
            return .ignored(next: symbol)
        }
        let span = self.span(index, low, end)
        if span.isPercent {
            return value(index..<span.next, low, span.high, .percent, inBrackets)
        }
        if isYear(index) || follows(index, "/") { return .ignored(next: index + 1) }
        let before = NumberContext.word(before: index, from: range.lowerBound, in: text)
        if let rank = rank(index, span, before, range) {
            return value(index..<rank, low, span.high, .rank, inBrackets)
        }
        if before == .ordinal || isListed { return .ignored(next: span.next) }
        if isSpanOfTime(index, span.next, range) { return .ignored(next: span.next) }
        var next = span.next
        if next + 1 < end, text.mark(next) == "/", text.isNumber(next + 1),
            text.touchesNext(next - 1),
            text.touchesNext(next)
        {
            if isDate(index, before) { return .ignored(next: next + 2) }
            next += 2
        }
        if next + 2 < end, text.mark(next) == "(", text.mark(next + 2) == ")" { next += 3 }
        let noun = CountedNoun.read(next, in: text, before: end)
        if let noun, noun.isSteps {
            return value(index..<noun.tokens.upperBound, low, span.high, .steps, inBrackets)
        }
        return value(
            index..<(noun?.tokens.upperBound ?? span.next), low, span.high,
            .counted(noun?.tokens ?? next..<next), inBrackets)
    }

    private func value(
        _ tokens: Range<Int>, _ low: Int, _ high: Int?, _ unit: NumberMention.Unit,
        _ inBrackets: Bool
    ) -> Reading {
        .value(
            NumberMention(
                tokens: tokens, lowHundredths: low, highHundredths: high, unit: unit,
                isInBrackets: inBrackets))
    }

    /// "45% - 50%", "từ 2 đến 2,5%": both ends, and whether they are shares.
    private func span(_ index: Int, _ low: Int, _ end: Int) -> (
        high: Int?, isPercent: Bool, next: Int
    ) {
        let firstShare = isPercent(index + 1, end)
        let next = index + 1 + shareLength(index + 1, end)
        var second = next
        if let mark = text.mark(next), next < end, [0x2D, 0x2013, 0x2014].contains(mark.value) {
            second = next + 1
        } else if next < end, Self.until.match(next, in: text, before: end) != nil {
            second = next + 1
        }
        guard second > next, second < end, text.isNumber(second) else {
            return (nil, firstShare, next)
        }
        let secondShare = isPercent(second + 1, end)
        guard
            let high = ExactNumber.hundredths(
                text.scalars[text.tokens[second].range], isShare: secondShare),
            secondShare || !firstShare, !isYear(second), text.mark(second + 1) != "/"
        else { return (nil, firstShare, next) }
        return (high, secondShare, second + 1 + shareLength(second + 1, end))
    }

    private func isPercent(_ index: Int, _ end: Int) -> Bool { shareLength(index, end) > 0 }

    private func shareLength(_ index: Int, _ end: Int) -> Int {
        guard index < end else { return 0 }
        if text.mark(index) == "%" { return 1 }
        return Self.perCent.match(index, in: text, before: end) == nil ? 0 : 2
    }

    /// "trong 10 năm tới", but not "tối đa 02 tháng".
    private func isSpanOfTime(_ index: Int, _ next: Int, _ range: Range<Int>) -> Bool {
        Self.spans.match(next, in: text, before: range.upperBound) != nil
            && !Self.bounds.occurs(in: max(range.lowerBound, index - 4)..<index, of: text)
    }

    private func isYear(_ index: Int) -> Bool {
        guard text.tokens[index].range.count == 4, let value = DayWords.whole(index, text) else {
            return false
        }
        return (1900...2199).contains(value)
    }

    private func follows(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
        text.mark(index - 1) == mark && text.touchesNext(index - 1)
    }

    private func isListMark(_ index: Int) -> Bool {
        if let mark = text.mark(index) { return [",", "-", "–", "&", "/", "."].contains(mark) }
        return index < text.tokens.count
            && Self.listWords.match(index, in: text, before: text.tokens.count) != nil
    }

    /// 30/6 after "trước", 15/11 after "ngày", 6/2021 after "tháng"; 37/37 otherwise is no date.
    private func isDate(_ index: Int, _ before: NumberContext?) -> Bool {
        guard let second = DayWords.whole(index + 2, text) else { return true }
        // "4,5/5 điểm"
        guard let first = DayWords.whole(index, text) else { return false }
        if second >= 1900 { return true }
        if first == 24, second == 7 || second == 24 { return true }
        return before != nil && first <= 31 && second <= 12
    }

    /// The token after the place in a ranking that this number names; `nil` when it names none.
    private func rank(
        _ index: Int, _ span: (high: Int?, isPercent: Bool, next: Int), _ before: NumberContext?,
        _ range: Range<Int>
    ) -> Int? {
        let rest = range.clamped(to: span.next..<min(span.next + 14, range.upperBound))
        switch before {
        case .rank:
            let isOfAll = span.next + 1 < range.upperBound && text.mark(span.next) == "/"
            return isOfAll && text.isNumber(span.next + 1) ? span.next + 2 : span.next
        case .among:
            return Self.foremost.occurs(in: rest, of: text) ? span.next : nil
        default: return nil
        }
    }

    private static let perCent = Phrases("phần trăm")
    private static let until = Phrases("đến, tới")
    private static let spans = Phrases("năm, tháng")
    private static let bounds = Phrases(
        "ít nhất, tối thiểu, không quá, tối đa, không dưới, không ít hơn, nhiều nhất, không vượt quá"
    )
    private static let listWords = Phrases("và, hoặc, đến")
    private static let foremost = Phrases(
        "dẫn đầu, đứng đầu, cao nhất, tốt nhất, hàng đầu, xếp hạng cao, có thứ hạng cao, tốp đầu, đầu cả nước"
    )
}
