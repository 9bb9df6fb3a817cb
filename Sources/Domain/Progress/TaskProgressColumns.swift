/// What one line of a list of progress says.
public struct TaskProgressRow: Hashable, Sendable {
    public var code: String?
    public var lead: String?
    public var text: String?
    public var dueOn: String?
    public var state: String?
    public var kind: TaskProgress.Kind?
    public var on: Day?
    public var share: Percentage?
    public var note: String?
    public var product: String?
    public var difficulty: String?

    public init() {}

    /// The report it makes; `nil` for a line that reports nothing.
    public var content: TaskProgress.Content? {
        guard let on, let kind = kind ?? (share == nil ? nil : .going) else { return nil }
        return TaskProgress.Content(
            kind, on: on, share: share, note: note ?? "", product: product ?? "",
            difficulty: difficulty ?? "")
    }
}

/// The columns of progress, the same out and in; lead, words, last day and state are for the reader
/// and not taken back.
public enum TaskProgressColumns {
    public static let all: [Column<TaskProgressRow>] = [
        Column(
            "task_code", Bilingual(vi: "Mã nhiệm vụ", en: "Task code"), required: true,
            read: { cell, row in
                guard cell.unicodeScalars.count <= 60 else {
                    return Problem(
                        "task_code", vi: "Dài quá 60 ký tự; hãy ghi mã ở trang Nhiệm vụ.",
                        en: "Longer than 60 characters; write the code of the Tasks page.")
                }
                row.code = Vietnamese.composed(cell)
                return nil
            },
            write: { $0.code ?? "" }),
        shown("lead", Bilingual(vi: "Cơ quan chủ trì", en: "Lead agency"), \.lead),
        shown("text", Bilingual(vi: "Nhiệm vụ", en: "Task"), \.text),
        shown("due_on", Bilingual(vi: "Thời hạn", en: "Due on"), \.dueOn),
        shown("state", Bilingual(vi: "Tình trạng", en: "State"), \.state),
        .choice("report", Bilingual(vi: "Báo cáo", en: "Report"), \.kind, title: \.title),
        .day("as_of", Bilingual(vi: "Tính đến ngày", en: "As of"), \.on),
        .share("share", Bilingual(vi: "Tiến độ (%)", en: "Progress (%)"), \.share),
        .text("note", Bilingual(vi: "Kết quả", en: "What was done"), \.note, longest: 2_000),
        .text("product", Bilingual(vi: "Sản phẩm", en: "Product"), \.product, longest: 500),
        .text(
            "difficulty", Bilingual(vi: "Khó khăn, vướng mắc", en: "Difficulties"), \.difficulty,
            longest: 2_000),
    ]

    /// The table without the columns that are only for the reader: what has to be sent again to be
    /// recorded.
    public static func taken(of table: CellTable) -> CellTable {
        let shown = all.filter { $0.input == .shown }.flatMap {
            [$0.key, $0.heading.vi, $0.heading.en].map(Vietnamese.folded)
        }
        let kept = table.headings.indices.filter {
            !shown.contains(Vietnamese.folded(table.headings[$0]))
        }
        guard kept.count < table.headings.count else { return table }
        return CellTable(
            headings: kept.map { table.headings[$0] },
            rows: table.rows.map { row in
                let extra = row.cells.dropFirst(table.headings.count)
                return CellTable.Row(
                    number: row.number,
                    cells: kept.map { $0 < row.cells.count ? row.cells[$0] : "" } + extra)
            })
    }

    /// A column that is written for the reader and passed over when it comes back.
    private static func shown(
        _ key: String, _ heading: Bilingual,
        _ field: any WritableKeyPath<TaskProgressRow, String?> & Sendable
    ) -> Column<TaskProgressRow> {
        Column(
            key, heading, input: .shown, read: { _, _ in nil },
            write: { $0[keyPath: field] ?? "" })
    }
}

extension Column {
    /// A column of shares from 0% to 100%: 40, 40%, 37,5 or 37.5; written with a comma.
    public static func share(
        _ key: String, _ heading: Bilingual,
        _ field: any WritableKeyPath<Row, Percentage?> & Sendable
    ) -> Column {
        Column(
            key, heading,
            read: { cell, row in
                guard let share = Percentage(typed: cell), share.basisPoints <= 10_000 else {
                    return Problem(
                        key,
                        vi: "“\(cell)” không phải là tỷ lệ từ 0 đến 100; hãy ghi như 40 hoặc 37,5.",
                        en: "“\(cell)” is not a share from 0 to 100; write it as 40 or 37.5.")
                }
                row[keyPath: field] = share
                return nil
            },
            write: { $0[keyPath: field].map { Written.share($0, .vi) } ?? "" })
    }
}

extension Percentage {
    /// Reads a share as people type it: 40, 40%, 37,5, 37.50; at most two decimals.
    public init?(typed text: String) {
        var digits = text.trimmed
        if digits.hasSuffix("%") { digits = String(digits.dropLast()).trimmed }
        let parts = digits.split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == "," || $0 == "." })
        guard (1...2).contains(parts.count),
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            parts[0].utf8.count <= 6, let whole = Int(parts[0])
        else { return nil }
        guard parts.count == 2 else {
            self.init(basisPoints: whole * 100)
            return
        }
        guard parts[1].utf8.count <= 2, let rest = Int(parts[1]) else { return nil }
        self.init(basisPoints: whole * 100 + (parts[1].utf8.count == 1 ? rest * 10 : rest))
    }
}
