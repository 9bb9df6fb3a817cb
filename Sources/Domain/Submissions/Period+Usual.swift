extension Period {
    /// The four periods of a year as the Ministry of Home Affairs asks for them, for the standing
    /// office to open and change.
    ///
    /// First and last days and the authority's own due day: 581/BNV-CCHC. The days for agencies, a
    /// week before the period's end and four days before the authority's, are a suggestion of ours
    /// that no document gives; so the source is empty until somebody names one.
    public static func usual(in planYear: PlanYear) -> [Period] {
        let year = planYear.year
        return [
            ("q1", Bilingual(vi: "Quý I", en: "First quarter"), planYear.first, 3),
            ("h1", Bilingual(vi: "6 tháng đầu năm", en: "Half-year"), planYear.first, 6),
            ("q3", Bilingual(vi: "Quý III", en: "Third quarter"), nil, 9),
            ("year", Bilingual(vi: "Năm", en: "Year"), planYear.first, 12),
        ].enumerated().compactMap { index, usual in
            let (code, name, start, month) = usual
            guard let first = start ?? Day(year: year, month: 6, day: 15),
                let fourteenth = Day(year: year, month: month, day: 14),
                let due = Day(year: year, month: month, day: 20)
            else { return nil }
            let last = month == 12 ? max(planYear.last, first) : fourteenth
            let agencyLast = max(first, last - 7)
            return Period(
                year: year, code: code, position: index + 1, name: name, first: first, last: last,
                agencyLast: agencyLast, agencyDue: max(agencyLast, due - 6),
                lowerDue: max(agencyLast, due - 9), due: max(due, last))
        }
    }

    /// The last day for a body to submit: bodies that go through another agency have less time.
    public func due(through superior: Agency.ID?) -> Day {
        superior == nil ? agencyDue : lowerDue ?? agencyDue
    }

    /// "15/12/2020 - 14/03/2021".
    public var span: Bilingual {
        Bilingual(vi: "\(first.vi) - \(last.vi)", en: "\(first.en) - \(last.en)")
    }
}

extension Sequence<Period> {
    /// The period that agencies work on by the day: the first whose figures aren't long since due.
    ///
    /// It stays current until the authority's own report is due; then the next one is. After the last
    /// one, the last.
    public func current(on day: Day) -> Period? {
        let ordered = sorted { $0.position < $1.position }
        return ordered.first { day <= $0.due } ?? ordered.last
    }
}
