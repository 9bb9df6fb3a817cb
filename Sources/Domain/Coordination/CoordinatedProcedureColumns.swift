/// What one line of the list of shared procedures says.
public struct CoordinatedProcedureRow: Hashable, Sendable {
    public var code: String?
    public var name: String?
    public var field: CoordinatedProcedure.Field?
    public var bodyCode: String?
    public var limit: WorkingDays?
    public var hasRegulation: CoordinatedProcedure.Answer?
    public var hasProcess: CoordinatedProcedure.Answer?
    public var processSymbol: String?
    public var need: CoordinatedProcedure.Need?
    public var needOf: CoordinatedProcedure.Paper?
    public var doerCode: String?
    public var dueOn: Day?
    public var listedOn: Day?
    public var note: String?

    public init() {}
}

public enum CoordinatedProcedureColumns {
    public static let all: [Column<CoordinatedProcedureRow>] = [
        .text(
            "code", Bilingual(vi: "Mã thủ tục", en: "Procedure code"), \.code, required: true,
            longest: 40),
        .text(
            "name", Bilingual(vi: "Tên thủ tục", en: "Procedure"), \.name, required: true,
            longest: 500),
        .choice(
            "field", Bilingual(vi: "Lĩnh vực", en: "Field"), \.field, required: true,
            title: \.title),
        .text(
            "body_code", Bilingual(vi: "Cơ quan chủ trì", en: "Lead body"), \.bodyCode,
            required: true, longest: 40),
        .workingDays(
            "limit_days", Bilingual(vi: "Thời hạn công bố (ngày làm việc)", en: "Published limit"),
            \.limit),
        .choice(
            "has_regulation", Bilingual(vi: "Quy chế phối hợp", en: "Regulation"),
            \.hasRegulation, title: \.title),
        .choice(
            "has_process",
            Bilingual(vi: "Quyết định phê duyệt quy trình nội bộ", en: "Internal process"),
            \.hasProcess, title: \.title),
        .text(
            "process_symbol",
            Bilingual(vi: "Số quyết định quy trình", en: "Decision on the process"),
            \.processSymbol, longest: 80),
        .choice("need", Bilingual(vi: "Cần", en: "To do"), \.need, title: \.title),
        .choice(
            "need_of", Bilingual(vi: "Văn bản cần", en: "Which paper"), \.needOf, title: \.title),
        .text(
            "doer_code", Bilingual(vi: "Cơ quan thực hiện", en: "By whom"), \.doerCode,
            longest: 40),
        .day("due_on", Bilingual(vi: "Thời hạn", en: "By when"), \.dueOn),
        .day(
            "listed_on", Bilingual(vi: "Ngày đưa vào danh mục", en: "Listed on"), \.listedOn,
            required: true),
        .text("note", Bilingual(vi: "Ghi chú", en: "Note"), \.note, longest: 1_000),
    ]
}

extension Column {
    /// A column of working days: 15, 0,5 or 0.25.
    static func workingDays(
        _ key: String, _ heading: Bilingual,
        _ field: any WritableKeyPath<Row, WorkingDays?> & Sendable
    ) -> Column {
        Column(
            key, heading, input: .count,
            read: { cell, row in
                guard let days = WorkingDays(cell) else { return .notDays(cell, field: key) }
                row[keyPath: field] = days
                return nil
            },
            write: { $0[keyPath: field]?.number(.vi) ?? "" })
    }
}

extension Problem {
    /// What stands where a number of working days should.
    static func notDays(_ text: String, field: String) -> Problem {
        Problem(
            field, vi: "“\(text)” không phải số ngày từ 0 đến 1.000; hãy ghi như 15 hoặc 0,5.",
            en: "“\(text)” is not a number of days from 0 to 1,000; write it as 15 or 0.5.")
    }
}
