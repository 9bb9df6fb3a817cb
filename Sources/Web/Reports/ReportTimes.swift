import Domain
import Store

/// The spans that a report's figures are asked in: its own, and those it is compared with.
struct ReportTimes: Sendable {
    let own: ReportSpan
    /// `nil` for the first period of a year.
    let before: ReportSpan?
    let lastYear: ReportSpan
    /// Whether the year before has a plan here; without one nothing is known of it, which is not zero.
    let knowsLastYear: Bool
    let cumulative: ReportSpan

    init(of report: Report, _ db: ReadableDatabase) throws {
        let span = report.span
        own = span
        lastYear = span.yearEarlier
        knowsLastYear = try db.plannedYears().contains(span.year - 1)
        cumulative = span.beginning(on: try db.planYear(span.year).first)
        before = try ReportPeriods.all(of: span.year, db).last { $0.span.last < span.last }?.span
    }

    func span(_ time: ReportTime) -> ReportSpan? {
        switch time {
        case .own: own
        case .before: before
        case .lastYear: knowsLastYear ? lastYear : nil
        case .cumulative: cumulative
        }
    }
}

/// The periods that reports of a year are drawn up for.
struct ReportPeriods {
    let code: String
    let name: Bilingual
    let span: ReportSpan

    /// Returns the year's periods in order: those that were opened, otherwise the usual ones.
    static func all(of year: Int, _ db: ReadableDatabase) throws -> [ReportPeriods] {
        let opened = try db.periods(of: year)
        let periods = opened.isEmpty ? Period.usual(in: try db.planYear(year)) : opened
        return periods.map { period in
            ReportPeriods(
                code: period.code, name: period.name,
                span: ReportSpan(
                    year: year, title: title(period.name, year), first: period.first,
                    last: period.last))
        }
    }

    /// "quý III năm 2021", "năm 2021": the name inside a sentence, with its year.
    private static func title(_ name: Bilingual, _ year: Int) -> Bilingual {
        let vi = name.vi.prefix(1).lowercased() + name.vi.dropFirst()
        return Bilingual(
            vi: vi == "năm" ? "năm \(year)" : "\(vi) năm \(year)",
            en: "\(name.en.prefix(1).lowercased())\(name.en.dropFirst()) \(year)")
    }
}
