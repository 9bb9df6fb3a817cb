import Domain

/// Finds when something is due: a day, or the words that say it.
struct DeadlineReader {
    let text: PlanText
    /// The plan's year, for days written without one: "trước 15/11".
    let year: Int?

    /// The first deadline in running text; years alone and days of the past are none.
    func read(in range: Range<Int>) -> DraftDeadline? {
        for index in range {
            if let end = quarter(index, range) { return .words(text.words(ofTokens: index..<end)) }
            guard let (cue, next) = Self.cues.match(index, in: text, before: range.upperBound)
            else { continue }
            switch cue {
            case .whole: return .words(text.words(ofTokens: index..<next))
            case .before: if let deadline = after(index, next, range.upperBound) { return deadline }
            }
        }
        return afterAct(in: range)
    }

    /// "Quý I đạt 40%", "(quý IV/2022)": a quarter that is named for itself, not "hàng quý".
    private func quarter(_ index: Int, _ range: Range<Int>) -> Int? {
        guard Self.quarters.match(index, in: text, before: range.upperBound) != nil,
            index == range.lowerBound || text.mark(index - 1) != nil
                || Self.inside.match(index - 1, in: text, before: index) != nil,
            index + 1 < range.upperBound
        else { return nil }
        let number = index + 1
        let isRoman =
            text.isWord(number)
            && ClauseMarker.roman(text.words(ofTokens: number..<number + 1)) != nil
        guard isRoman || text.isNumber(number) && isPlausible(number, after: index) else {
            return nil
        }
        return withYear(number + 1, range.upperBound)
    }

    /// The token after "/2022" or "năm 2022", where one follows.
    private func withYear(_ start: Int, _ end: Int) -> Int {
        if text.mark(start) == "/", start + 1 < end, text.isNumber(start + 1) { return start + 2 }
        if start + 1 < end, Self.years.match(start, in: text, before: end) != nil,
            text.isNumber(start + 1)
        {
            return start + 2
        }
        return start
    }

    /// A whole cell or field that says when: a day when it is one, otherwise its words.
    func read(cell: Range<Int>) -> DraftDeadline? {
        guard text.hasLetters(cell) else { return nil }
        if case .day(let day) = read(in: cell), cell.count <= 10 { return .day(day) }
        if let (day, next) = DayWords.day(
            cell.lowerBound, in: text, before: cell.upperBound, year: year),
            let day, cell.upperBound - next <= 1
        {
            return .day(day)
        }
        return .words(text.words(ofTokens: trimmed(cell)))
    }

    /// What follows "trước", "đến hết", "trong": a day, a month, a quarter or a year.
    private func after(_ start: Int, _ next: Int, _ end: Int) -> DraftDeadline? {
        if let (day, _) = DayWords.day(next, in: text, before: end, year: year) {
            return day.map { .day($0) }
        }
        if let monthly = monthly(next, end) { return .words(text.words(ofTokens: start..<monthly)) }
        var index = next
        while index < end, Self.parts.match(index, in: text, before: end) != nil { index += 1 }
        guard index < end, let (_, unit) = Self.periods.match(index, in: text, before: end),
            unit < end
        else { return nil }
        let isRoman =
            text.isWord(unit) && ClauseMarker.roman(text.words(ofTokens: unit..<unit + 1)) != nil
        guard isRoman || isPlausible(unit, after: index) else { return nil }
        // "hoàn thành trong quý II" is due in quý II; "trước tháng 6" and "đến hết" say more.
        let isInside = Self.inside.match(start, in: text, before: next)?.next == next
        return .words(text.words(ofTokens: (isInside ? index : start)..<withYear(unit + 1, end)))
    }

    /// "trước ngày 25 hàng tháng": a day of every month; returns the token after it.
    private func monthly(_ start: Int, _ end: Int) -> Int? {
        var index = start
        if index < end, text.tokens[index].key == DayWords.dayWord { index += 1 }
        guard index < end, let day = DayWords.whole(index, text), day <= 31,
            let (_, next) = Self.rhythms.match(index + 1, in: text, before: end)
        else { return nil }
        return next
    }

    /// Months to 12, quarters to 4, years of four digits; a share is none.
    private func isPlausible(_ number: Int, after unit: Int) -> Bool {
        guard let value = DayWords.whole(number, text), text.mark(number + 1) != "%" else {
            return false
        }
        if Self.years.match(unit, in: text, before: unit + 1) != nil {
            return (1990...2199).contains(value)
        }
        return value <= 53
    }

    /// "20 ngày sau khi Tỉnh ủy ban hành": days after another body's act, to the end of the phrase.
    private func afterAct(in range: Range<Int>) -> DraftDeadline? {
        for index in range where text.isNumber(index) {
            guard let (_, unit) = Self.lengths.match(index + 1, in: text, before: range.upperBound),
                unit < range.upperBound,
                Self.acts.match(unit, in: text, before: range.upperBound) != nil
            else { continue }
            let end =
                (unit..<range.upperBound).first { [",", ";", ".", ")"].contains(text.mark($0)) }
                ?? range.upperBound
            return .words(text.words(ofTokens: index..<end))
        }
        return nil
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound, let mark = text.mark(end - 1), [".", ";", ","].contains(mark)
        { end -= 1 }
        return range.lowerBound..<end
    }

    private enum Cue: Sendable { case before, whole }

    private static let cues = Phrases<Cue>([
        (
            .before,
            """
            trước, trước ngày, chậm nhất, chậm nhất là, chậm nhất ngày, chậm nhất là ngày, muộn nhất, đến, đến ngày, \
            đến hết, đến hết ngày, hết, xong trước, hạn, thời hạn, trong, cuối, đến cuối, trước khi hết, chậm nhất đến, \
            chậm nhất đến hết, hoàn thành trong, xong trong, vào, vào ngày, quý, tháng
            """
        ),
        (
            .whole,
            """
            thường xuyên trong năm, hàng tuần, hàng tháng, hàng quý, hằng tuần, hằng tháng, hằng quý, \
            định kỳ hàng tháng, định kỳ hàng quý, định kỳ hằng tháng, định kỳ hằng quý, trong năm, cả năm, cuối năm, đến cuối năm, đến hết năm, hết năm
            """
        ),
    ])
    private static let quarters = Phrases("quý")
    private static let inside = Phrases("trong, hoàn thành trong, xong trong, vào")
    private static let parts = Phrases("ngày, cuối, đầu, hết, giữa")
    private static let periods = Phrases("tháng, quý, năm, tuần")
    private static let rhythms = Phrases(
        "hàng tháng, hằng tháng, hàng quý, hằng quý, của tháng, tháng cuối quý, của tháng cuối quý, của quý"
    )
    private static let years = Phrases("năm")
    private static let lengths = Phrases("ngày, ngày làm việc, tháng, tuần")
    private static let acts = Phrases("sau khi, kể từ, kể từ khi, kể từ ngày, sau, từ ngày, từ khi")
}
