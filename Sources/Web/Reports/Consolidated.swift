import Documents
import Domain
import Store

/// The consolidated table of a period: one row for each body, its columns from a template.
///
/// What was not reported says so and is not a zero. Figures are computed, never typed: a table that
/// comes back is compared with what is on record, cell by cell.
struct Consolidated {
    struct Row {
        let body: AgencyTree.Body
        let state: String
        let values: [ReportValue]
    }

    let table: ConsolidatedTable
    let rows: [Row]

    init(_ composer: ReportComposer) throws {
        let db = composer.db
        let template = try db.reportTemplate(for: .consolidated)
        table = ConsolidatedTable.read(template.body).table
        let figures = composer.figures
        var counts: [FigureName: [Agency.ID: Int]] = [:]
        for name in table.figures {
            guard let span = figures.times.span(name.time) else { continue }
            counts[name] = try db.counts(of: name.base, in: span)
        }
        // A body whose year has lines of money or people reported them, even with none in the period.
        var soFar: [String: [Agency.ID: Int]] = [:]
        for name in Set(table.figures.map(\.base))
        where ReportFigure.named(name)?.isHandedInByYear == true {
            soFar[name] = try db.counts(of: name, in: figures.times.cumulative)
        }
        let reports = try PeriodReports.of(composer.report, db, on: composer.day)
        let lines = reports?.lines.map { ($0.body, Self.state($0)) } ?? Self.bodies(composer.tree)
        rows = lines.map { [table] body, state in
            Row(
                body: body, state: state,
                values: table.columns.map { column in
                    column.formula.value { name in
                        if ReportFigure.ofReporting.contains(name.base) { return .unknown }
                        guard let known = counts[name] else { return .unknown }
                        if let count = known[body.id] { return .count(count) }
                        // What a body hands in and did not is not zero.
                        let figure = ReportFigure.named(name.base)
                        let isThere =
                            figure?.isHandedInByYear == true
                            && (soFar[name.base]?[body.id]).map { _ in true } ?? false
                        return figure?.isHandedIn == true && !isThere ? .notReported : .count(0)
                    }
                })
        }
    }

    private static func state(_ line: PeriodReports.Line) -> String {
        if line.standing.rounds == 0 { return "chưa báo cáo" }
        let late = line.standing.isLate ? ", quá hạn" : ""
        return (line.standing.isEmpty ? "không phát sinh" : line.standing.title.vi) + late
    }

    private static func bodies(_ tree: AgencyTree) -> [(AgencyTree.Body, String)] {
        tree.bodies.filter { $0.parent != nil }.map { ($0, "chưa mở kỳ báo cáo") }
    }

    var headings: [TableColumn] {
        [
            TableColumn("Mã cơ quan", width: 12), TableColumn("Cơ quan, đơn vị", width: 32),
            TableColumn("Tình trạng báo cáo", width: 20),
        ]
            + table.columns.map {
                TableColumn("\($0.code): \($0.heading) (\($0.unit))", width: 16)
            }
    }

    func cells(_ row: Row) -> [TableCell] {
        [.text(row.body.code), .text(row.body.name), .text(row.state)]
            + row.values.map { value in
                switch value {
                case .count(let count): .number(count)
                case .share(let part, let whole):
                    Percentage(part, of: whole).map(TableCell.share) ?? .empty
                case .hundredths, .nothingArose, .notReported, .unknown: .text(value.text.vi)
                }
            }
    }

    func write(to path: String, as format: TableFormat) throws {
        let file = try WrittenTable(path, as: format, titled: "Tổng hợp", columns: headings)
        for row in rows { try file.add(cells(row)) }
        try file.finish()
    }

    /// Every cell of a table that came back which says something else than is on record.
    ///
    /// The problems name row and column; none means that nothing would change.
    func differences(from other: CellTable) -> [Problem] {
        var problems: [Problem] = []
        let own = headings.map(\.heading)
        guard other.headings.count == own.count,
            zip(own, other.headings).allSatisfy({ Vietnamese.folded($0) == Vietnamese.folded($1) })
        else {
            return [
                Problem(
                    "headings", row: 1,
                    vi:
                        "Tên cột không còn như biểu tổng hợp; hãy dùng tệp tải từ báo cáo này, không đổi hàng tiêu đề.",
                    en:
                        "The headings are not those of the consolidated table; use the file taken from this report."
                )
            ]
        }
        var known: [String: Row] = [:]
        for row in rows { known[row.body.code] = row }
        for line in other.rows where !line.cells.allSatisfy({ $0.trimmed.isEmpty }) {
            let code = line.cells.first?.trimmed ?? ""
            guard let row = known.removeValue(forKey: code) else {
                problems.append(
                    Problem(
                        own[0], row: line.number,
                        vi:
                            "Không có cơ quan nào mang mã “\(code)” trong biểu, hoặc mã này có hai lần.",
                        en: "No body of the table has the code “\(code)”, or it stands twice."))
                continue
            }
            problems += differences(line, row, own)
        }
        for code in known.keys.sorted() {
            problems.append(
                Problem(
                    own[0], vi: "Thiếu dòng của cơ quan mang mã “\(code)”.",
                    en: "The row of “\(code)” is missing."))
        }
        return problems
    }

    private func differences(_ line: CellTable.Row, _ row: Row, _ headings: [String]) -> [Problem] {
        zip(cells(row), headings).enumerated().compactMap { place, pair in
            let typed = place < line.cells.count ? line.cells[place].trimmed : ""
            let ours = text(pair.0)
            guard !Self.saysTheSame(typed, pair.0, ours) else { return nil }
            return Problem(
                pair.1, row: line.number,
                vi: "Tệp ghi “\(typed)”, hệ thống tính “\(ours)”.",
                en: "The file says “\(typed)”, the system counts “\(ours)”.")
        }
    }

    private static func saysTheSame(_ typed: String, _ cell: TableCell, _ ours: String) -> Bool {
        switch cell {
        case .number(let number): return Written.read(typed) == number
        case .share(let share) where !typed.hasSuffix("%"):
            return fraction(typed) == share.basisPoints
        default: break
        }
        return Vietnamese.composed(typed) == Vietnamese.composed(ours)
    }

    /// A share as a spreadsheet hands it back, 0.8206 for 82,06%, in hundredths of a per cent.
    private static func fraction(_ typed: String) -> Int? {
        let parts = typed.replacing(",", with: ".").split(
            separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first.flatMap({ Int($0) }), whole >= 0, parts.count <= 2 else {
            return nil
        }
        let decimals = parts.count == 2 ? String(parts[1]) : ""
        guard decimals.utf8.count <= 4, let rest = Int((decimals + "0000").prefix(4)) else {
            return nil
        }
        return whole * 10_000 + rest
    }

    private func text(_ cell: TableCell) -> String {
        switch cell {
        case .text(let text): text
        case .number(let number): String(number)
        case .share(let share): Written.share(share, .vi)
        case .day(let day): day.vi
        case .empty: ""
        }
    }
}
