/// The days that a report speaks of: a period, or any other span of a plan year.
public struct ReportSpan: Hashable, Sendable, Codable {
    public let year: Int
    /// "quý III năm 2021", inside a sentence.
    public let title: Bilingual
    public let first: Day
    public let last: Day

    public init(year: Int, title: Bilingual, first: Day, last: Day) {
        self.year = year
        self.title = title
        self.first = first
        self.last = last
    }

    /// The span with another first day: the year's, for what counts from the year's beginning.
    public func beginning(on day: Day) -> ReportSpan {
        ReportSpan(year: year, title: title, first: min(day, last), last: last)
    }
}

/// With which span a figure is asked: the report's own, or one to compare it with.
public enum ReportTime: String, CaseIterable, Hashable, Sendable, Codable {
    case own
    /// The period before (kỳ trước).
    case before
    /// The same period a year ago (cùng kỳ năm trước).
    case lastYear
    /// From the year's first day to the period's last (lũy kế từ đầu năm).
    case cumulative

    /// What stands behind the bar in a name: `{kiem_tra.cuoc|cung_ky}`; empty for its own.
    public var suffix: String {
        switch self {
        case .own: ""
        case .before: "ky_truoc"
        case .lastYear: "cung_ky"
        case .cumulative: "luy_ke"
        }
    }

    public var title: Bilingual {
        switch self {
        case .own: Bilingual(vi: "trong kỳ", en: "in the period")
        case .before: Bilingual(vi: "kỳ trước", en: "the period before")
        case .lastYear: Bilingual(vi: "cùng kỳ năm trước", en: "the same period a year ago")
        case .cumulative: Bilingual(vi: "lũy kế từ đầu năm", en: "since the year began")
        }
    }
}
