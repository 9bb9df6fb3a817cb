/// Tells what is promised from what was reached.
struct TenseReader {
    let text: PlanText
    /// The year that the plan is for; what is said of earlier years is past.
    let year: Int?

    /// Whether the sentence promises in so many words.
    func isPromise(_ sentence: Range<Int>) -> Bool {
        Self.promises.occurs(in: sentence, of: text)
    }

    /// "Năm 2021, tỷ lệ số hóa mới đạt 22%": a part that tells of an earlier year, whatever follows.
    func isPastPart(_ part: Range<Int>, before value: Int) -> Bool {
        let left = part.lowerBound..<max(part.lowerBound, value)
        if Self.softeners.occurs(in: left, of: text) { return false }
        if Self.reachedOnly.occurs(in: left, of: text) { return true }
        guard let year else { return false }
        for index in left where text.isNumber(index) && index > left.lowerBound {
            guard Self.yearWords.match(index - 1, in: text, before: index) != nil,
                let named = DayWords.whole(index, text), (1990..<year).contains(named)
            else { continue }
            let isOpening = index - 1 - left.lowerBound <= 1
            let isReached =
                index + 1 < left.upperBound
                && Self.reached.match(index + 1, in: text, before: left.upperBound)?.next == value
            if isOpening && text.mark(index + 1) == "," || isReached { return true }
        }
        return false
    }

    /// "đã ban hành 315 quyết định": a thing done, not "hồ sơ đã số hóa đạt 50%".
    func isDone(_ left: Range<Int>) -> Bool {
        guard let done = Self.done.first(left, in: text), done.tokens.upperBound < left.upperBound,
            Self.acts.match(done.tokens.upperBound, in: text, before: left.upperBound) != nil
        else { return false }
        return !Self.bounds.occurs(in: done.tokens.upperBound..<left.upperBound, of: text)
    }

    /// What was reached, not what is promised.
    func isPast(_ sentence: Range<Int>, _ section: Section) -> Bool {
        if !section.contains(.target), Self.compared.occurs(in: sentence, of: text) { return true }
        if Self.reported.occurs(in: sentence, of: text) { return true }
        if Self.softeners.occurs(in: sentence, of: text) { return false }
        // In a plan's targets, what follows the value only describes: "giấy tờ … đã có".
        let value = section.contains(.target) ? sentence.first { text.isNumber($0) } : nil
        let told = sentence.lowerBound..<(value ?? sentence.upperBound)
        if Self.pastAnywhere.occurs(in: told, of: text) { return true }
        if Self.toldOpenings.match(sentence.lowerBound, in: text, before: sentence.upperBound)
            != nil
        {
            return true
        }
        if isMonthsOf(sentence), !isPromise(sentence) { return true }
        if section.isEmpty, !isPromise(sentence), Self.past.occurs(in: sentence, of: text) {
            return true
        }
        guard let year else { return false }
        var hasEarlier = false
        for index in sentence where text.isNumber(index) && index > sentence.lowerBound {
            guard Self.yearWords.match(index - 1, in: text, before: index) != nil,
                let named = DayWords.whole(index, text), (1990...2199).contains(named)
            else { continue }
            if named >= year { return false }
            let isBaseline = Self.comparing.occurs(
                in: max(sentence.lowerBound, index - 4)..<index, of: text)
            if !isBaseline { hasEarlier = true }
        }
        return hasEarlier && section.isDisjoint(with: .target)
    }

    /// "9 tháng đầu năm": what is counted so far.
    private func isMonthsOf(_ sentence: Range<Int>) -> Bool {
        sentence.prefix(12).contains {
            text.isNumber($0)
                && Self.months.match($0 + 1, in: text, before: sentence.upperBound) != nil
        }
    }

    static let softeners = Phrases("phấn đấu, duy trì, mục tiêu, chỉ tiêu")
    private static let pastAnywhere = Phrases(
        """
        đã đạt, tính đến, trong năm qua, năm qua, kết quả đạt được, lũy kế, hiện đạt, đã hoàn thành được, \
        đã có, đã tiếp nhận, đã giải quyết, đã tổ chức, đã kiểm tra, trong kỳ
        """)
    private static let reported = Phrases(
        "so với chỉ tiêu, vượt chỉ tiêu, tính đến nay, đã đạt, ghi nhận")
    private static let compared = Phrases("so với cùng kỳ, so cùng kỳ")
    private static let reachedOnly = Phrases(
        "mới đạt, mới chỉ đạt, hiện đạt, mới có, đã đạt, chỉ mới đạt")
    private static let done = Phrases("đã")
    private static let bounds = Phrases(
        "ít nhất, tối thiểu, trên, dưới, không, tối đa, đạt, phải, trở lên, từ, chiếm, bằng")
    private static let acts = Phrases(
        """
        ban hành, thực hiện, hoàn thành, tổ chức, tiếp, tiếp nhận, giải quyết, phối hợp, kiểm tra, xử lý, cấp, công bố, \
        triển khai, xây dựng, thành lập, bố trí, ký, niêm yết, khắc phục, cắt giảm, tham mưu, trình, rà soát, đào tạo
        """)
    private static let reached = Phrases("đạt, là, có, chiếm, đạt tỷ lệ, đạt được, ở mức")
    private static let past = Phrases(
        "đã, đạt được, vừa qua, hiện nay, hiện có, đến nay, theo báo cáo")
    private static let months = Phrases("tháng đầu năm, tháng qua, tháng đầu")
    private static let toldOpenings = Phrases(
        """
        đến nay, hiện nay, hiện cả nước, hiện có, theo thống kê, theo báo cáo, theo kết quả, qua thống kê, tính đến, \
        căn cứ kết quả, tính bình quân giai đoạn, trong năm qua, thời gian qua, những năm qua, kế thừa kết quả, kết quả năm
        """)
    private static let promises = Phrases(
        "phấn đấu, mục tiêu, chỉ tiêu, phải, tối thiểu, ít nhất, không quá, tối đa, đến năm, trở lên, sẽ, bảo đảm, đảm bảo"
    )
    private static let yearWords = Phrases("năm")
    private static let comparing = Phrases("so với, hơn, so")
}
