extension LegalReview {
    /// That the outcomes are settled: from which day, and by which document.
    public struct Closing: Hashable, Sendable, Codable {
        public let on: Day
        /// The report or decision that states what came of the campaign, as it is cited.
        public let paper: String

        public init(on: Day, paper: String) {
            self.on = on
            self.paper = paper
        }
    }

    /// Every reason the campaign cannot be closed like this, with so many documents not reviewed.
    ///
    /// The last outcome was recorded on the day given; `nil` when none was. That every document needs an
    /// outcome first, is our rule; tasks that follow from outcomes may come later.
    public func problems(
        closing: Closing, open: Int, lastSettledOn: Day?, on today: Day
    ) -> [Problem] {
        var problems: [Problem] = []
        if open > 0 {
            problems.append(
                Problem(
                    "paper",
                    vi:
                        "Còn \(Written.count(open, .vi)) văn bản chưa rà soát; hãy ghi đủ kết quả rồi mới kết thúc đợt.",
                    en:
                        "\(Written.english(open, "document is", "documents are")) not reviewed; record every outcome before the campaign is closed."
                ))
        }
        if closing.paper.isEmpty || closing.paper.unicodeScalars.count > 300 {
            problems.append(
                Problem(
                    "paper",
                    vi: "Hãy ghi số, ký hiệu, ngày của báo cáo hoặc quyết định, tối đa 300 ký tự.",
                    en: "Cite the report or decision, in 300 characters at most."))
        }
        if closing.on > today {
            problems.append(
                Problem(
                    "closed_on", vi: "Ngày kết thúc không thể sau hôm nay, \(today.vi).",
                    en: "It cannot be closed after today, \(today.en)."))
        } else if let first = [opensOn, lastSettledOn].compactMap(\.self).max(), closing.on < first
        {
            problems.append(
                Problem(
                    "closed_on",
                    vi: "Ngày kết thúc không thể trước \(first.vi), ngày ghi kết quả cuối cùng.",
                    en: "It cannot be closed before its last outcome, \(first.en)."))
        }
        return problems
    }
}
