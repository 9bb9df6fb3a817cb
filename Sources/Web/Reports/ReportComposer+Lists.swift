import Domain
import Store

extension ReportComposer {
    private static let mostRows = 300

    func blocks(_ list: TemplateList) throws -> [OfficialDocument.Block] {
        switch list {
        case .documents: try documents()
        case .targets: try targets()
        case .targetChart: try targetChart()
        case .comparison:
            [try comparison(Self.compared, titled: "Số liệu so với kỳ trước và cùng kỳ năm trước")]
        case .areas: try areas()
        case .commitments: try commitments()
        case .milestones: try milestones()
        case .overdueTasks: try overdueTasks()
        case .nextTasks: try nextTasks()
        case .initiatives: try initiatives()
        case .indices: try indices()
        case .limits: try limits()
        case .difficulties: try remarks { $0.difficulties }
        case .proposals: try remarks { $0.proposals }
        case .lateReports: [try lateReports() ?? .text("Chưa mở kỳ báo cáo nào.")]
        }
    }

    /// What the issuer put out in the span, by day; the half of a report that writes itself.
    private func documents() throws -> [OfficialDocument.Block] {
        let issued = try db.issuedDocuments(of: report.issuer, in: report.span)
        guard !issued.isEmpty else {
            return [.text("Trong kỳ chưa ghi nhận văn bản chỉ đạo, điều hành nào.")]
        }
        return issued.map { document in
            let title = document.title.isEmpty ? "" : " \(document.title.loweredFirst)"
            return .item(
                .text(
                    "\(document.kind) số \(document.symbol) \(OfficialText.day(document.day))\(title);"
                ))
        }
    }

    private func targets() throws -> [OfficialDocument.Block] {
        let items = try figures.targets(.own)
        guard !items.isEmpty else { return [.text("Chưa có chỉ tiêu được tính.")] }
        let rows = try items.enumerated().map { place, item -> [[OfficialDocument.Span]] in
            let standing = item.standing
            return [
                [.text("\(place + 1)")], [.text(item.target.terms.title)],
                [.text(standing.fraction(language))],
                [.number(try cited(FigureName("chi_tieu[\(item.target.code)]"), isCell: true))],
                [.text(standing.neededText(language) ?? "")],
                [.text(standing.verdict.title[language])],
            ]
        }
        return [
            .table(
                OfficialDocument.Table(
                    "Kết quả thực hiện chỉ tiêu tính đến ngày \(report.span.last.vi)",
                    showsTitle: true,
                    columns: [
                        .init("STT", width: 7, isNumber: true), .init("Chỉ tiêu", width: 36),
                        .init("Đã thực hiện", width: 13, isNumber: true),
                        .init("Kết quả", width: 13, isNumber: true),
                        .init("Cần", width: 8, isNumber: true), .init("Đánh giá", width: 15),
                    ],
                    rows: rows))
        ]
    }

    private func targetChart() throws -> [OfficialDocument.Block] {
        let bars = try figures.targets(.own).compactMap { item -> OfficialDocument.Figure.Bar? in
            guard let value = item.standing.value else { return nil }
            return OfficialDocument.Figure.Bar(
                item.target.terms.title, hundredths: value.basisPoints,
                number: try cited(FigureName("chi_tieu[\(item.target.code)]"), isCell: true))
        }
        let words = bars.map { "\($0.label) \($0.number.text)" }.joined(separator: "; ")
        return [
            .figure(
                OfficialDocument.Figure(
                    "Kết quả thực hiện chỉ tiêu (%)", description: words + ".", bars: bars))
        ]
    }

    /// The figures of the comparison.
    private static let compared = [
        "nhiem_vu.den_han", "nhiem_vu.hoan_thanh", "nhiem_vu.ty_le_dung_han", "kiem_tra.cuoc",
        "tu_kiem_tra.cuoc", "van_de.phat_hien", "van_de.khac_phuc", "qppl.ban_hanh",
        "ho_so.tiep_nhan", "ho_so.da_giai_quyet", OnTimeFormula.chosenFigure,
        "tuyen_truyen.hoat_dong", "sang_kien.cong_nhan", "kinh_phi.da_chi",
    ]

    /// Figures beside those of the period before and of a year ago; each column says which days it is of,
    /// for periods are not of one length.
    func comparison(_ names: [String], titled title: String) throws -> OfficialDocument.Block {
        let times: [ReportTime] = [.own, .before, .lastYear]
        let rows = try names.compactMap(ReportFigure.named).map { figure in
            let title = ReportFigure.named(ReportFigure.parts(of: figure.name).figure)?.title
            return try [[.text(title?.vi ?? figure.title.vi)], [.text(figure.unit)]]
                + times.map { time -> [OfficialDocument.Span] in
                    [.number(try cited(FigureName(figure.name, time), isCell: true))]
                }
        }
        func days(_ span: ReportSpan?) -> String {
            guard let span else { return "" }
            return " (\(Self.short(span.first))–\(Self.short(span.last)))"
        }
        let spans = times.map { figures.times.span($0) }
        return .table(
            OfficialDocument.Table(
                title, showsTitle: true,
                columns: [
                    .init("Nội dung", width: 31), .init("Đơn vị", width: 13),
                    .init("Trong kỳ\(days(spans[0]))", width: 16, isNumber: true),
                    .init("Kỳ trước\(days(spans[1]))", width: 16, isNumber: true),
                    .init("Cùng kỳ năm trước\(days(spans[2]))", width: 21, isNumber: true),
                ],
                rows: rows))
    }

    /// "15/6".
    private static func short(_ day: Day) -> String { "\(day.dayOfMonth)/\(day.month)" }

    private func overdueTasks() throws -> [OfficialDocument.Block] {
        let found = try db.rows(
            behind: figures.isWhole ? "nhiem_vu_chung.qua_han" : "nhiem_vu.qua_han",
            in: report.span, over: figures.scope, limit: Self.mostRows)
        return tasks(
            found, titled: "Nhiệm vụ quá hạn chưa hoàn thành", none: "Không có nhiệm vụ quá hạn.")
    }

    /// The tasks due in the three months after the span.
    private func nextTasks() throws -> [OfficialDocument.Block] {
        let next = ReportSpan(
            year: report.span.year, title: report.span.title, first: report.span.last + 1,
            last: report.span.last + 92)
        let found = try db.rows(
            behind: figures.isWhole ? "nhiem_vu_chung.den_han" : "nhiem_vu.den_han", in: next,
            over: figures.scope, limit: Self.mostRows)
        return tasks(
            found, titled: "Nhiệm vụ đến hạn trong kỳ tới (đến ngày \(next.last.vi))",
            none: "Không có nhiệm vụ đến hạn trong kỳ tới.")
    }

    private func tasks(
        _ found: (rows: [FigureRow], total: Int), titled title: String, none: String
    ) -> [OfficialDocument.Block] {
        guard !found.rows.isEmpty else { return [.text(none)] }
        let rows = found.rows.enumerated().map { place, row -> [[OfficialDocument.Span]] in
            [
                [.text("\(place + 1)")], [.text(tree.body(row.body)?.name ?? "")],
                [.text(row.words)], [.text(row.day?.vi ?? "")],
            ]
        }
        let table = OfficialDocument.Block.table(
            OfficialDocument.Table(
                title, showsTitle: true,
                columns: [
                    .init("STT", width: 7, isNumber: true), .init("Cơ quan, đơn vị", width: 25),
                    .init("Nhiệm vụ", width: 45), .init("Thời hạn", width: 16),
                ],
                rows: rows))
        let rest = found.total - found.rows.count
        guard rest > 0 else { return [table] }
        return [
            table, .text("Và \(Written.count(rest, language)) nhiệm vụ khác, xem trên hệ thống."),
        ]
    }

    private func initiatives() throws -> [OfficialDocument.Block] {
        let found = try db.lines(Initiative.self, of: report.span.year).filter {
            (report.span.first...report.span.last).contains($0.day)
                && figures.covers($0.body)
        }
        guard !found.isEmpty else {
            return [.text("Trong kỳ chưa ghi nhận sáng kiến, mô hình mới.")]
        }
        return found.map { initiative in
            let line = initiative.line
            let place = line.pilotPlace.map { ", thí điểm tại \($0)" } ?? ""
            let outcome = line.outcome.map { ", kết luận: \($0.title.vi)" } ?? ""
            let spread =
                line.outcome == .replicate ? line.replicatedWhere.map { " tại \($0)" } ?? "" : ""
            return .item(
                .text(
                    "\(tree.body(initiative.body)?.name ?? ""): \(line.title ?? "")\(place)\(outcome)\(spread);"
                ))
        }
    }

    private func indices() throws -> [OfficialDocument.Block] {
        let found = try figures.publishedResults(.own)
        guard !found.isEmpty else { return [.text("Trong năm chưa có kết quả được công bố.")] }
        return try found.prefix(Self.mostRows).map { result in
            let line = result.line
            func number(isRank: Bool) throws -> OfficialDocument.Span {
                let name = figures.name(of: result, isRank: isRank)
                return .number(try cited(FigureName(name), isCell: true))
            }
            let width = line.halfWidth.map {
                " (± \(Written.share(Percentage(basisPoints: $0), language)), n = \(Written.number(line.answers ?? 0, language)))"
            }
            let whose =
                result.body == tree.root.map { tree[$0].id }
                ? "" : tree.body(result.body).map { " của \($0.name)" } ?? ""
            var spans: [OfficialDocument.Span] = [
                .text("\(line.index ?? "")\(whose): "), try number(isRank: false),
                .text(width ?? ""),
            ]
            if line.rank != nil { spans += [.text(", xếp hạng "), try number(isRank: true)] }
            spans.append(.text(" (\(line.source ?? ""));"))
            return .paragraph(OfficialDocument.Paragraph(.item, spans))
        }
    }

    /// What targets fall short of, in the words of their standing.
    private func limits() throws -> [OfficialDocument.Block] {
        let short = try figures.targets(.own).filter {
            $0.standing.verdict.severity >= Verdict.atRisk.severity
        }
        guard !short.isEmpty else { return [.text("Không có chỉ tiêu chậm hoặc có nguy cơ.")] }
        return short.map { item in
            let missing = item.standing.missing?[language] ?? item.standing.because[language]
            return .item(
                .text(
                    "\(item.target.terms.title): \(item.standing.verdict.title.vi.lowercased()); \(missing);"
                ))
        }
    }
}
