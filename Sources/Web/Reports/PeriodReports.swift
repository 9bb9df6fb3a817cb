import Domain
import Store

/// What every body that has to report sent for one period, as it stands on a day.
struct PeriodReports {
    struct Line {
        let body: AgencyTree.Body
        let submission: Submission?
        let standing: SubmissionStanding

        var isAccepted: Bool { standing.state == .accepted }
    }

    let period: Period
    let lines: [Line]

    init(_ db: ReadableDatabase, _ period: Period, on day: Day) throws {
        let rules = try db.reportingRules(of: period.year)
        let tree = try db.agencyTree(on: min(day, period.due))
        let sent = Dictionary(
            try db.submissions(in: period, for: .system).map { ($0.agency, $0) },
            uniquingKeysWith: { first, _ in first })
        let scope = Scope.standard.first { $0.id.text == "all" }
        let issuer = tree.root.map { tree[$0].id } ?? Agency.ID("")
        lines = (scope?.members(in: tree, issuer: issuer) ?? []).map { position in
            let body = tree[position]
            let superior =
                rules.levels == .levelByLevel ? tree.reportingSuperior(of: body.id) : nil
            return Line(
                body: body, submission: sent[body.id],
                standing: SubmissionStanding(
                    sent[body.id], in: period, through: superior, rules, on: day))
        }
        self.period = period
    }

    /// The same for the report's period; `nil` when nobody opened that period.
    static func of(_ report: Report, _ db: ReadableDatabase, on day: Day) throws -> PeriodReports? {
        guard !report.period.isEmpty,
            let period = try db.period(report.period, of: report.span.year)
        else { return nil }
        return try PeriodReports(db, period, on: day)
    }

    /// Late and missing ones, the missing first.
    var behind: [Line] {
        lines.filter { $0.standing.state == .missing }
            + lines.filter { $0.standing.state != .missing && $0.standing.isLate }
    }

    /// Hands over what each body sent, in its latest round; bodies that sent nothing are left out.
    func eachContent(
        _ db: ReadableDatabase, _ body: (Line, SubmissionContent) throws -> Void
    ) throws {
        for line in lines {
            guard let submission = line.submission,
                let content = try db.content(of: submission, round: submission.round)
            else { continue }
            try body(line, content)
        }
    }
}

/// The figures of reporting itself (`bao_cao.…`), for the spans of one report.
struct ReportingCounts {
    private let db: ReadableDatabase
    private let report: Report
    private let day: Day

    init(_ db: ReadableDatabase, _ report: Report, on day: Day) {
        self.db = db
        self.report = report
        self.day = day
    }

    func value(_ figure: String, _ time: ReportTime, _ covers: (Agency.ID) -> Bool) throws
        -> ReportValue
    {
        guard let period = try period(time) else { return .unknown }
        let lines = try PeriodReports(db, period, on: day).lines.filter { covers($0.body.id) }
        let count =
            switch figure {
            case "bao_cao.phai_gui": lines.count
            case "bao_cao.tiep_nhan": lines.count { $0.isAccepted }
            case "bao_cao.dung_han": lines.count { $0.standing.timeliness == .onTime }
            case "bao_cao.qua_han": lines.count { $0.standing.rounds > 0 && $0.standing.isLate }
            default: lines.count { $0.standing.rounds == 0 }
            }
        return .count(count)
    }

    private func period(_ time: ReportTime) throws -> Period? {
        let year = report.span.year
        switch time {
        case .own, .cumulative: return try db.period(report.period, of: year)
        case .lastYear: return try db.period(report.period, of: year - 1)
        case .before:
            let periods = try db.periods(of: year)
            guard let own = periods.first(where: { $0.code == report.period }) else { return nil }
            return periods.last { $0.position < own.position }
        }
    }
}

extension ReportComposer {
    /// Who reported late or not at all; `nil` when nobody opened the report's period.
    func lateReports() throws -> OfficialDocument.Block? {
        guard let reports = try PeriodReports.of(report, db, on: day) else { return nil }
        let behind = reports.behind.filter { figures.covers($0.body.id) }
        let rows = behind.enumerated().map { place, line -> [[OfficialDocument.Span]] in
            [
                [.text("\(place + 1)")], [.text(line.body.name)], [.text(line.standing.due.vi)],
                [.text(line.submission?.firstOn.vi ?? "")],
                [.text(line.standing.rounds == 0 ? "chưa báo cáo" : line.standing.arithmetic.vi)],
            ]
        }
        return .table(
            OfficialDocument.Table(
                "Cơ quan, đơn vị báo cáo chậm, chưa báo cáo", showsTitle: false,
                columns: [
                    .init("STT", width: 7, isNumber: true), .init("Cơ quan, đơn vị", width: 35),
                    .init("Thời hạn", width: 16), .init("Ngày gửi", width: 16),
                    .init("Tình trạng", width: 34),
                ],
                rows: rows))
    }

    /// What agencies wrote about difficulties or proposals; those who wrote the same stand together.
    func remarks(_ part: (SubmissionContent) -> String) throws -> [OfficialDocument.Block] {
        guard let reports = try PeriodReports.of(report, db, on: day) else {
            return [.text("Chưa mở kỳ báo cáo nào.")]
        }
        var order: [String] = []
        var said: [String: (words: String, bodies: [String])] = [:]
        try reports.eachContent(db) { line, content in
            let words = part(content).trimmed
            guard !words.isEmpty, figures.covers(line.body.id) else { return }
            let key = Vietnamese.folded(words)
            if said[key] == nil { order.append(key) }
            said[key, default: (words, [])].bodies.append(line.body.version.nameInSentence)
        }
        guard !order.isEmpty else { return [.text("Không có.")] }
        return order.compactMap { said[$0] }.sorted { $0.bodies.count > $1.bodies.count }.map {
            .item(.text(remark($0.words, $0.bodies)))
        }
    }

    /// The words, and who wrote them: all up to six, otherwise the first six and how many more.
    private func remark(_ words: String, _ bodies: [String]) -> String {
        guard figures.isWhole else { return words }
        let named = bodies.prefix(6).joined(separator: ", ")
        let rest = bodies.count - 6
        let more = rest > 0 ? " và \(Written.count(rest, language)) đơn vị khác" : ""
        let stop = words.hasSuffix(".") ? String(words.dropLast()) : words
        return bodies.count == 1
            ? "\(stop) (\(named))."
            : "\(stop) (\(Written.count(bodies.count, language)) cơ quan, đơn vị: \(named)\(more))."
    }
}
