import Domain
import Store

/// Makes the page behind one cited number: its formula, what it is today, the records it counts.
struct CitedNumberBuilder {
    private let composer: ReportComposer
    private let report: Report
    private let document: OfficialDocument
    private let language: Language

    init(_ snapshot: Snapshot, _ report: Report, language: Language) throws {
        composer = try ReportComposer(snapshot, report)
        self.report = report
        self.language = language
        document = try snapshot.db.frozenDocument(of: report) ?? composer.document()
    }

    /// - Throws: ``MissingRecord`` when the document has no number with that id.
    func page(of id: String) throws -> CitedNumberPage {
        guard let number = document.citedNumbers.first(where: { $0.id == id }),
            let name = FigureName(reading: number.name)
        else { throw MissingRecord(Bilingual(vi: "số liệu", en: "figure"), id) }
        let figure = ReportFigure.named(name.base)
        let title =
            name.target.map { text("Chỉ tiêu \($0)", "Target \($0)") }
            ?? figure?.title[language] ?? name.base
        let rows = try rows(name, figure)
        return CitedNumberPage(
            language: language,
            crumbs: [
                Link(text("Báo cáo", "Reports"), Paths.reports(report.span.year)),
                Link(
                    text("số \(report.number)", "no. \(report.number)"),
                    Paths.report(report.span.year, report.number)), Link(id),
            ],
            title: title, figure: number.text, facts: try facts(name, figure, number),
            caption: text("Hồ sơ được tính vào số này", "Records that it counts"),
            rows: rows.shown, more: rows.more)
    }

    private func facts(
        _ name: FigureName, _ figure: ReportFigure?, _ number: CitedNumber
    ) throws -> [(name: String, text: String, path: String?)] {
        let span = composer.figures.times.span(name.time)
        var facts: [(name: String, text: String, path: String?)] = []
        if let figure {
            facts.append((text("Cách tính", "Formula"), try formula(figure), nil))
            facts.append((text("Đơn vị tính", "Unit"), figure.unit, nil))
        }
        if let span {
            facts.append(
                (
                    text("Khoảng thời gian", "Span"),
                    "\(name.time.title[language]): \(span.first[language]) – \(span.last[language])",
                    nil
                ))
        }
        if let code = name.target, let span {
            if let item = try composer.figures.standings(name.time)?.item(coded: code) {
                facts.append(
                    (text("Cách tính", "Formula"), item.standing.formula[language], nil))
                facts.append((text("Vì sao", "Why"), item.standing.because[language], nil))
            }
            facts.append(
                (
                    text("Trang chỉ tiêu", "The target's page"), code,
                    Paths.target(span.year, code, on: span.last)
                ))
        }
        facts += try publication(name)
        let now = try composer.figures.value(name).text[language]
        if report.signed != nil {
            facts.append((text("Khi ký", "When signed"), number.text, nil))
        }
        facts.append((text("Tính hôm nay", "Counted today"), now, nil))
        facts.append((text("Tên trong mẫu", "Name in templates"), "{\(name.text)}", nil))
        return facts
    }

    /// Where a published figure comes from: its line on the register, how and among how many it was asked.
    private func publication(_ name: FigureName) throws
        -> [(name: String, text: String, path: String?)]
    {
        guard let named = PublishedFigure(reading: name.base),
            let result = try composer.figures.result(named, name.time)
        else { return [] }
        let line = result.line
        let unknown = text("chưa rõ", "not known")
        return [
            (
                text("Dòng của sổ", "Line of the register"),
                text("số \(result.number)", "no. \(result.number)"), path(of: result)
            ),
            (text("Ngày công bố", "Published on"), result.day[language], nil),
            (text("Nguồn", "Source"), line.source ?? "", nil),
            (text("Phương pháp", "Method"), line.method ?? unknown, nil),
            (
                text("Số phiếu (n)", "Answers (n)"),
                line.answers.map { Written.number($0, language) } ?? unknown, nil
            ),
            (
                text("Sai số (độ tin cậy 95%)", "Half-width (95% interval)"),
                line.halfWidth.map {
                    "± " + Written.share(Percentage(basisPoints: $0), language)
                } ?? unknown, nil
            ),
        ]
    }

    private func path(of result: Registered<OutsideIndex>) -> String {
        Paths.path([
            String(composer.report.span.year), OutsideIndex.register.key, String(result.number),
        ])
    }

    /// A share's formula names its parts in words.
    private func formula(_ figure: ReportFigure) throws -> String {
        if figure.kind == .onTime {
            let chosen = try composer.db.onTimeFormula(of: report.span.year)
            let source = chosen.source.isEmpty ? chosen.formula.source[language] : chosen.source
            return
                "\(chosen.formula.title[language]): \(chosen.formula.formula[language]) (\(source))"
        }
        guard case .share(let part, let whole) = figure.kind else {
            return figure.formula[language]
        }
        let titles = [part, whole].map { ReportFigure.named($0)?.title[language] ?? $0 }
        return titles.joined(separator: " : ")
    }

    private func rows(_ name: FigureName, _ figure: ReportFigure?) throws
        -> (shown: [CitedNumberPage.Row], more: String?)
    {
        if let code = name.target { return try rows(of: code, name.time) }
        guard let figure, let span = composer.figures.times.span(name.time) else {
            return ([], nil)
        }
        if let named = PublishedFigure(reading: name.base) {
            let found = try composer.figures.result(named, name.time)
            return (found.map { [row(of: $0, isRank: named.isRank)] } ?? [], nil)
        }
        var base = figure.name
        if case .share(let part, _) = figure.kind { base = part }
        if figure.kind == .onTime {
            base = try composer.db.onTimeFormula(of: span.year).formula.parts.part
        }
        guard let counted = ReportFigure.named(base) else { return ([], nil) }
        if counted.kind == .targets { return (try targets(counted, name.time), nil) }
        let found = try composer.db.rows(
            behind: base, in: span, over: composer.figures.scope, limit: 300)
        let rows = found.rows.map { row in
            let body = composer.tree.body(row.body)
            let list = counted.list
            let path =
                !row.code.isEmpty
                ? Paths.taskPage(span.year, row.code)
                : row.number > 0 && !list.isEmpty
                    ? Paths.path([String(span.year), list, String(row.number)]) : nil
            return CitedNumberPage.Row(
                record: Link(
                    row.words.isEmpty ? text("số \(row.number)", "no. \(row.number)") : row.words,
                    path),
                body: Link(
                    body?.name ?? "", body.map { Paths.agency($0.code, on: span.last) }),
                day: row.day?[language] ?? "", value: Written.number(row.value, language))
        }
        let rest = found.total - rows.count
        return (
            rows,
            rest > 0
                ? text("và \(Written.number(rest, .vi)) hồ sơ khác", "and \(rest) more records")
                : nil
        )
    }

    private func row(of result: Registered<OutsideIndex>, isRank: Bool) -> CitedNumberPage.Row {
        let body = composer.tree.body(result.body)
        let value =
            isRank
            ? result.line.rank.map(ReportValue.count)
            : result.line.value.map(ReportValue.hundredths)
        return CitedNumberPage.Row(
            record: Link(result.line.index ?? "", path(of: result)),
            body: Link(
                body?.name ?? "",
                body.map { Paths.agency($0.code, on: composer.report.span.last) }),
            day: result.day[language],
            value: value?.cell(language) ?? "")
    }

    /// The rows of a target's standing, each with why it is counted or not.
    private func rows(of code: String, _ time: ReportTime) throws -> (
        shown: [CitedNumberPage.Row], more: String?
    ) {
        guard let item = try composer.figures.standings(time)?.item(coded: code) else {
            return ([], nil)
        }
        let shown = item.standing.rows.prefix(50).map { row in
            let body = row.body.map { item.asked.tree[$0] }
            return CitedNumberPage.Row(
                record: Link(row.reason.text[language]),
                body: Link(
                    body?.name ?? "",
                    body.map { Paths.agency($0.code, on: item.standing.on) }),
                day: row.day?[language] ?? "", value: row.state.title[language])
        }
        let rest = item.standing.rows.count - shown.count
        return (
            shown,
            rest > 0
                ? text(
                    "và \(Written.number(rest, .vi)) dòng khác, xem trang chỉ tiêu",
                    "and \(Written.number(rest, .en)) more, see the target's page") : nil
        )
    }

    private func targets(_ figure: ReportFigure, _ time: ReportTime) throws -> [CitedNumberPage.Row]
    {
        try composer.figures.targets(time).filter {
            figure.name == "chi_tieu.tong"
                || figure.name == "chi_tieu.\(ReportFigure.name(of: $0.standing.verdict))"
        }.map { item in
            CitedNumberPage.Row(
                record: Link(
                    item.target.terms.title,
                    Paths.target(report.span.year, item.target.code, on: item.standing.on)),
                body: Link(
                    item.target.terms.lead.flatMap { composer.tree.body($0)?.name } ?? ""),
                day: item.standing.deadline[language], value: item.standing.fraction(language))
        }
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
}
