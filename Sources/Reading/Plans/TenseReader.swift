/// Tells what is promised from what was reached.
struct TenseReader {
    let text: PlanText
    /// The year that the plan is for; what is said of earlier years is past.
    let year: Int?

    /// Whether the sentence promises in so many words.
    func isPromise(_ sentence: Range<Int>) -> Bool {
        Self.promises.occurs(in: sentence, of: text)
    }

    /// What was reached, not what is promised.
    func isPast(_ sentence: Range<Int>, _ section: Section) -> Bool {
        if Self.reported.occurs(in: sentence, of: text) { return true }
        if Self.softeners.occurs(in: sentence, of: text) { return false }
        if Self.pastAnywhere.occurs(in: sentence, of: text) { return true }
        if section.isEmpty, Self.past.occurs(in: sentence, of: text) { return true }
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

    static let softeners = Phrases("phấn đấu, duy trì, mục tiêu, chỉ tiêu")
    private static let pastAnywhere = Phrases(
        """
        đã đạt, tính đến, trong năm qua, năm qua, so với cùng kỳ, kết quả đạt được, lũy kế, hiện đạt, đã hoàn thành được, \
        đã có, đã tiếp nhận, đã giải quyết, đã tổ chức, đã kiểm tra, trong kỳ
        """)
    private static let reported = Phrases(
        "so với chỉ tiêu, vượt chỉ tiêu, so với cùng kỳ, so cùng kỳ, tính đến nay, đã đạt")
    private static let past = Phrases(
        "đã, đạt được, vừa, hiện nay, hiện có, đến nay, theo báo cáo, hiện")
    private static let promises = Phrases(
        "phấn đấu, mục tiêu, chỉ tiêu, phải, tối thiểu, ít nhất, không quá, tối đa, đến năm, trở lên, sẽ, bảo đảm, đảm bảo"
    )
    private static let yearWords = Phrases("năm")
    private static let comparing = Phrases("so với, hơn, so")
}
