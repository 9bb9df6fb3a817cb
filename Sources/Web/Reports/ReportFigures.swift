import Domain
import Store

/// What the figures of one report come to, each computed once when it is first asked for.
final class ReportFigures {
    let db: ReadableDatabase
    let times: ReportTimes
    let scope: FigureScope
    let issuer: Agency.ID
    /// Whether its figures are of every body: the authority's own report, or one that says so.
    let isWhole: Bool
    /// The positions of the issuer and those below it, in the tree of the span's last day.
    private let covered: Range<Int>
    private let tree: AgencyTree
    private let snapshot: (ReportSpan) -> Snapshot
    private var values: [FigureName: ReportValue] = [:]
    private var standings: [ReportTime: YearStandings?] = [:]
    private var published: [ReportTime: [Registered<OutsideIndex>]] = [:]
    private let reporting: ReportingCounts

    init(_ snapshot: Snapshot, _ report: Report, _ tree: AgencyTree) throws {
        db = snapshot.db
        self.tree = tree
        times = try ReportTimes(of: report, snapshot.db)
        issuer = report.issuer
        let isRoot = tree.root.map { tree[$0].id == report.issuer } ?? true
        isWhole = report.coversAll || isRoot
        let place = tree.position(of: report.issuer)
        covered = place.map { $0..<tree[$0].end } ?? 0..<0
        scope = isWhole ? .everybody : .body(report.issuer, on: report.span.last)
        reporting = ReportingCounts(snapshot.db, report, on: snapshot.day)
        let ended = snapshot.dayHasEnded
        self.snapshot = { span in
            Snapshot(
                db: snapshot.db, kept: snapshot.kept, year: span.year, day: span.last,
                dayHasEnded: span.last < snapshot.day || ended)
        }
    }

    /// Whether the report speaks of the body.
    func covers(_ body: Agency.ID) -> Bool {
        isWhole || tree.position(of: body).map(covered.contains) ?? false
    }

    func value(_ name: FigureName) throws -> ReportValue {
        if let value = values[name] { return value }
        let value = try computed(name)
        values[name] = value
        return value
    }

    /// How the year's targets stand at the end of the span; `nil` without a confirmed plan.
    func standings(_ time: ReportTime) throws -> YearStandings? {
        if let known = standings[time] { return known }
        let found = try times.span(time).flatMap { try snapshot($0).standings() }
        standings[time] = .some(found)
        return found
    }

    /// The targets that the report speaks of: all of them, or those that the issuer leads.
    func targets(_ time: ReportTime) throws -> [YearStandings.Item] {
        let all = try standings(time)?.items ?? []
        return isWhole ? all : all.filter { $0.target.terms.lead == issuer }
    }

    private func computed(_ name: FigureName) throws -> ReportValue {
        guard let span = times.span(name.time) else { return .unknown }
        if let code = name.target { return try target(code, name.time) }
        guard let figure = ReportFigure.named(name.base) else { return .unknown }
        switch figure.kind {
        case .onTime:
            let chosen = try db.onTimeFormula(of: span.year).formula
            return try value(FigureName(chosen.figure, name.time))
        case .share(let part, let whole):
            let (one, all) = (
                try value(FigureName(part, name.time)), try value(FigureName(whole, name.time))
            )
            guard case .count(let part) = one else { return one }
            guard case .count(let whole) = all else { return all }
            return ReportValue(part, shareOf: whole)
        case .published:
            guard let named = PublishedFigure(reading: figure.name),
                let line = try result(named, name.time)?.line
            else { return .unknown }
            return (named.isRank ? line.rank.map(ReportValue.count) : nil)
                ?? (named.isRank ? .unknown : line.value.map(ReportValue.hundredths) ?? .unknown)
        case .targets:
            guard try standings(name.time) != nil else { return .unknown }
            return .count(try count(of: figure, name.time))
        case .counted:
            if ReportFigure.ofReporting.contains(figure.name) {
                return try reporting.value(figure.name, name.time, covers)
            }
            if let area = ReportFigure.parts(of: figure.name).area,
                try !db.hasTasks(in: area, of: span.year)
            {
                return .unknown
            }
            let count = try db.count(of: figure.name, in: span, over: scope)
            if count == nil, figure.isHandedInByYear, name.time != .cumulative,
                case .count = try self.value(FigureName(name.base, .cumulative))
            {
                return .count(0)
            }
            return count.map(ReportValue.count) ?? (figure.isHandedIn ? .notReported : .unknown)
        }
    }

    /// The newest results that others published by the end of the span, those that the report covers.
    func publishedResults(_ time: ReportTime) throws -> [Registered<OutsideIndex>] {
        if let known = published[time] { return known }
        let found =
            try times.span(time).map {
                try db.publishedResults(of: $0.year, by: $0.last).filter { covers($0.body) }
            } ?? []
        published[time] = found
        return found
    }

    /// The result that the name means; without a body's code the report's own.
    func result(_ named: PublishedFigure, _ time: ReportTime) throws -> Registered<OutsideIndex>? {
        let body = named.bodyCode.map { tree.bodies(coded: $0).first?.id } ?? ownBody
        return try publishedResults(time).first {
            $0.body == body && OutsideIndex.citedName($0.line.index ?? "") == named.index
        }
    }

    /// The name by which a result is cited.
    func name(of result: Registered<OutsideIndex>, isRank: Bool) -> String {
        let code = result.body == ownBody ? nil : tree.body(result.body)?.code
        return PublishedFigure(result.line.index ?? "", about: code, isRank: isRank).name
    }

    /// Whose results are meant where no body is named: everybody's report speaks of the whole.
    private var ownBody: Agency.ID? { isWhole ? tree.root.map { tree[$0].id } : issuer }

    private func count(of figure: ReportFigure, _ time: ReportTime) throws -> Int {
        let items = try targets(time)
        return items.count {
            figure.name == "chi_tieu.tong"
                || figure.name == "chi_tieu.\(ReportFigure.name(of: $0.standing.verdict))"
        }
    }

    private func target(_ code: String, _ time: ReportTime) throws -> ReportValue {
        guard let item = try standings(time)?.item(coded: code) else { return .unknown }
        guard let whole = item.standing.denominator else { return .count(item.standing.numerator) }
        return ReportValue(item.standing.numerator, shareOf: whole)
    }
}
