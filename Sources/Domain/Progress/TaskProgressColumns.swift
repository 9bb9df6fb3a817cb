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
        .text(
            "task_code", Bilingual(vi: "Mã nhiệm vụ", en: "Task code"), \.code, required: true,
            longest: 60),
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

    /// A column that is written for the reader and passed over when it comes back.
    private static func shown(
        _ key: String, _ heading: Bilingual,
        _ field: any WritableKeyPath<TaskProgressRow, String?> & Sendable
    ) -> Column<TaskProgressRow> {
        Column(key, heading, read: { _, _ in nil }, write: { $0[keyPath: field] ?? "" })
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
