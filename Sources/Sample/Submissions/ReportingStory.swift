import Domain

/// How the agencies of a sample year report: the rules, and how each period went.
struct ReportingStory: Sendable {
    let rules: ReportingRules
    /// The day on which the standing office opened the year's periods.
    let opened: Day
    let periods: [String: Course]

    /// One period in numbers; the rest is drawn.
    struct Course: Sendable {
        /// Bodies that have sent nothing to this day.
        let missing: Int
        let late: Int
        /// Sent back once and put right.
        let mended: Int
        /// Sent back, and still so.
        let returned: Int
        /// Sent, and nobody has taken them up yet.
        let waiting: Int
        /// Without their signed document.
        let unsigned: Int
        let lock: Period.Lock?
    }

    static func of(_ edition: SampleYear.Edition) -> ReportingStory {
        switch edition {
        case .binhDinh2021: binhDinh2021
        case .giaLai2026: giaLai2026
        }
    }

    /// Three tiers: communes report to their district first, the officer sends, the data's day counts.
    private static let binhDinh2021 = ReportingStory(
        rules: ReportingRules(
            levels: .levelByLevel, sender: .officer, document: .expected, timeliness: .data,
            source: "Công văn số 24/SNV-CCHC ngày 07/01/2021 của Sở Nội vụ (minh hoạ)"),
        opened: Story.day("11/01/2021"),
        periods: [
            "q1": Course(
                missing: 2, late: 11, mended: 4, returned: 0, waiting: 0, unsigned: 0,
                lock: Period.Lock(
                    from: Story.day("05/04/2021"), reason: "đã ban hành báo cáo CCHC quý I của tỉnh"
                )),
            "h1": Course(
                missing: 1, late: 9, mended: 3, returned: 0, waiting: 0, unsigned: 0,
                lock: Period.Lock(
                    from: Story.day("05/07/2021"),
                    reason: "đã ban hành báo cáo CCHC 6 tháng của tỉnh")),
            "q3": Course(
                missing: 7, late: 12, mended: 2, returned: 4, waiting: 14, unsigned: 17, lock: nil),
        ])

    /// Two tiers: straight to the standing office, sent by the head, the signed document counts.
    private static let giaLai2026 = ReportingStory(
        rules: ReportingRules(
            levels: .straight, sender: .head, document: .expected, timeliness: .document,
            source: "Công văn số 31/SNV-CCHC ngày 05/01/2026 của Sở Nội vụ (minh hoạ)"),
        opened: Story.day("08/01/2026"),
        periods: [
            "q1": Course(
                missing: 0, late: 8, mended: 3, returned: 0, waiting: 0, unsigned: 0,
                lock: Period.Lock(
                    from: Story.day("06/04/2026"), reason: "đã ban hành báo cáo CCHC quý I của tỉnh"
                )),
            "h1": Course(
                missing: 1, late: 7, mended: 2, returned: 0, waiting: 0, unsigned: 0,
                lock: Period.Lock(
                    from: Story.day("06/07/2026"),
                    reason: "đã ban hành báo cáo CCHC 6 tháng của tỉnh")),
            "q3": Course(
                missing: 5, late: 9, mended: 1, returned: 3, waiting: 11, unsigned: 12, lock: nil),
        ])
}
