/// What can be said of a target on a day (kết quả đánh giá); it knows whether it can still change.
///
/// Source: design 5.6; the words are those officials write.
public enum Verdict: String, CaseIterable, Hashable, Sendable, Codable {
    /// Kept for good: nothing later can undo it, or the period is closed.
    case kept
    /// A share that holds so far and could still break.
    case holding
    /// Not there yet; what is scheduled, or the pace so far, reaches it in time.
    case onCourse
    /// Nothing to judge by before the deadline.
    case notDue
    /// Something should have been counted and nothing was entered, or nothing arose.
    case noData
    /// Not there yet, and neither schedule nor pace reaches it in time.
    case atRisk
    /// The deadline has passed, or the figures make it impossible.
    case broken

    public var title: Bilingual {
        switch self {
        case .kept: Bilingual(vi: "Đạt", en: "Kept")
        case .holding: Bilingual(vi: "Đang bảo đảm", en: "Holding")
        case .onCourse: Bilingual(vi: "Đúng tiến độ", en: "On course")
        case .atRisk: Bilingual(vi: "Có nguy cơ không đạt", en: "At risk")
        case .broken: Bilingual(vi: "Không đạt", en: "Not kept")
        case .notDue: Bilingual(vi: "Chưa đến hạn", en: "Not yet due")
        case .noData: Bilingual(vi: "Chưa có số liệu", en: "No figures yet")
        }
    }

    /// The stricter of two: the one further down the list of cases.
    public static func stricter(_ left: Verdict, _ right: Verdict) -> Verdict {
        left.severity >= right.severity ? left : right
    }

    /// From 0 for kept to 6 for broken.
    public var severity: Int {
        Verdict.allCases.firstIndex(of: self) ?? 0
    }

    /// The verdict before a deadline while nothing at all was entered or scheduled.
    ///
    /// Early means that so little of the time has passed that nothing is expected yet.
    static func unstarted(isEarly: Bool) -> Verdict { isEarly ? .notDue : .noData }

    /// Judges what was reached by a deadline, at the end of the day asked.
    ///
    /// - Parameters:
    ///   - isMet: whether the threshold is reached by what counts, late work left out.
    ///   - isFinal: whether nothing later can undo it once it is met.
    ///   - isImpossible: whether the figures rule it out already.
    ///   - isClosed: whether the deadline's day has ended.
    ///   - forecast: whether it will be met, as far as schedule or pace tell; `nil` when they don't.
    /// - Returns: the verdict, which is one of the seven.
    public static func judge(
        isMet: Bool, isFinal: Bool, isImpossible: Bool = false, isClosed: Bool, forecast: Bool?
    ) -> Verdict {
        if isImpossible { return .broken }
        if isClosed { return isMet ? .kept : .broken }
        if isMet { return isFinal ? .kept : .holding }
        guard let forecast else { return .notDue }
        return forecast ? .onCourse : .atRisk
    }
}
