import Domain

/// Reads days as officials write them: 31/12/2020, "ngày 31 tháng 12 năm 2020".
enum DayWords {
    static let dayWord = WordKey.keys("ngày")[0]
    private static let monthWord = WordKey.keys("tháng")[0]
    private static let yearWord = WordKey.keys("năm")[0]

    /// The day written from this token on; its year may come from the plan when the text has none.
    ///
    /// - Returns: the day (`nil` when it does not exist, such as 31/02) and the token after it;
    ///   `nil` when no day is written here.
    static func day(
        _ start: Int, in text: PlanText, before end: Int, year: Int? = nil
    ) -> (day: Day?, next: Int)? {
        var index = start
        if index < end, text.tokens[index].key == dayWord { index += 1 }
        guard index < end, let day = whole(index, text), day <= 31 else { return nil }
        if index + 2 < end, text.tokens[index + 1].key == monthWord,
            let month = whole(index + 2, text)
        {
            var next = index + 3
            if text.mark(next) == "," { next += 1 }
            if next + 1 < end, text.tokens[next].key == yearWord,
                let written = whole(next + 1, text)
            {
                return (Day(year: written, month: month, day: day), next + 2)
            }
            return year.map { (Day(year: $0, month: month, day: day), index + 3) }
        }
        guard index + 2 < end, let mark = text.mark(index + 1),
            mark == "/" || mark == "-" || mark == ".",
            let month = whole(index + 2, text), text.touchesNext(index), text.touchesNext(index + 1)
        else { return dotted(index, text) }
        if index + 4 < end, text.mark(index + 3) == mark, let written = whole(index + 4, text),
            written > 1_000
        {
            return (Day(year: written, month: month, day: day), index + 5)
        }
        guard mark == "/", month <= 12, let year else { return nil }
        return (Day(year: year, month: month, day: day), index + 3)
    }

    /// 31.12.2020, which is one token.
    private static func dotted(_ index: Int, _ text: PlanText) -> (day: Day?, next: Int)? {
        let parts = text.string(ofTokens: index..<index + 1).split(separator: ".").map { Int($0) }
        guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2],
            year > 1_000
        else { return nil }
        return (Day(year: year, month: month, day: day), index + 1)
    }

    static func whole(_ index: Int, _ text: PlanText) -> Int? {
        guard text.isNumber(index), text.tokens[index].range.count <= 10 else { return nil }
        return Int(text.string(ofTokens: index..<index + 1))
    }
}

/// Finds the year that a plan is for in its title: the last "năm 2021".
enum YearOfPlan {
    private static let yearWord = WordKey.keys("năm")[0]

    static func read(_ lines: [Range<Int>], of text: PlanText) -> Int? {
        for line in lines.reversed() {
            for index in line.reversed() where text.isNumber(index) && index > line.lowerBound {
                guard let year = DayWords.whole(index, text), (1990...2199).contains(year) else {
                    continue
                }
                if text.tokens[index - 1].key == yearWord { return year }
            }
        }
        return nil
    }
}
