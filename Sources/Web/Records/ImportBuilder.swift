import Domain

/// Makes the import page of any list: its columns, the dry run's outcome, the way to confirm it.
struct ImportBuilder {
    let language: Language
    let title: Bilingual
    let crumb: Link
    let path: String
    let columns: [RecordKind.Heading]
    /// Fields beside file and paste, such as "có hiệu lực từ ngày".
    let extra: [Field]
    let token: String
    /// What is stored, in the same columns: CSV and XLSX.
    let files: [String]
    let table: CellTable?
    let summary: ImportSummary?
    let refusal: (any UserFacingError)?

    func importPage() -> ImportPage {
        ImportPage(
            language: language, crumbs: [crumb, Link(text("Nhập từ tệp", "Import"))],
            title: text("Nhập: \(title.vi.lowercasedFirst)", "Import: \(title.en.lowercasedFirst)"),
            lede: text(
                "Chọn tệp CSV hoặc XLSX, hay dán bảng từ bảng tính. Hệ thống chạy thử trước; chỉ ghi khi bạn xác nhận.",
                "Choose a CSV or XLSX file, or paste from a spreadsheet. A dry run comes first; nothing is written until you confirm."
            ),
            links: files.map {
                Link(
                    text("Số liệu hiện có, ", "What is stored, ")
                        + ($0.contains(".csv") ? "CSV" : "XLSX"), $0)
            },
            path: path, token: token,
            fields: [
                Field(
                    name: "file", label: text("Tệp", "File"), kind: .file(accept: ".csv,.xlsx,.txt")
                ),
                Field(
                    name: "table", label: text("Hoặc dán bảng", "Or paste a table"),
                    kind: .longText(rows: 6),
                    hint: text("Dòng đầu là tên cột.", "The first line names the columns."),
                    isWide: true),
            ] + extra,
            columns: columns.map { column in
                ImportPage.Column(
                    key: column.key, heading: column.title[language], isRequired: column.isRequired,
                    takes: takes(column.input))
            },
            result: outcome)
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    private func takes(_ input: ColumnInput) -> String {
        switch input {
        case .text, .longText: text("chữ", "text")
        case .agency: text("mã cơ quan", "code of a body")
        case .day: text("ngày, dd/mm/yyyy", "day, dd/mm/yyyy")
        case .count: text("số nguyên", "whole number")
        case .shown: text("chỉ để xem, không lấy vào", "for the reader, not taken back")
        case .choice(let options): options.map(\.value).joined(separator: ", ")
        }
    }

    private var outcome: ImportPage.Outcome? {
        if let refusal, refusal.problems.isEmpty {
            return faulty(
                [ImportPage.Problem(row: "", column: "", message: refusal.message[language])],
                notices: [])
        }
        if let refusal { return faulty(refusal.problems.map(problem), notices: []) }
        guard let summary else { return nil }
        if !summary.problems.isEmpty {
            return faulty(summary.problems.map(problem), notices: summary.notices)
        }
        let changes = summary.new + summary.changed
        return ImportPage.Outcome(
            summary: changes == 0
                ? text(
                    "Tệp này không thay đổi gì: mọi dòng đã có trong hệ thống.",
                    "This file changes nothing: every row is on record already.")
                : text(
                    "Sẽ thêm \(Written.number(summary.new, .vi)), sửa \(Written.number(summary.changed, .vi)), giữ nguyên \(Written.number(summary.unchanged, .vi)); chưa ghi gì.",
                    "\(Written.number(summary.new, .en)) new, \(Written.number(summary.changed, .en)) changed, \(Written.number(summary.unchanged, .en)) as they were; nothing is written yet."
                ),
            counts: [
                part(summary.new, "mới", "new"), part(summary.changed, "thay đổi", "changed"),
                part(summary.unchanged, "giữ nguyên", "unchanged"),
            ],
            notices: summary.notices.map { $0[language] }, problems: [], more: nil,
            preview: preview,
            confirm: changes == 0
                ? nil
                : ImportPage.Confirm(
                    path: path,
                    label: text(
                        "Ghi \(Written.number(changes, .vi)) dòng",
                        "Record \(Written.number(changes, .en)) rows"),
                    hidden: [
                        HiddenField(name: "table", value: table.map(ImportedTable.text) ?? ""),
                        HiddenField(name: "confirmed", value: "1"),
                    ] + extra.map { HiddenField(name: $0.name, value: $0.value) }))
    }

    private func faulty(_ problems: [ImportPage.Problem], notices: [Bilingual])
        -> ImportPage.Outcome
    {
        let shown = problems.prefix(200)
        return ImportPage.Outcome(
            summary: text(
                "Có \(Written.count(problems.count, .vi)) chỗ cần sửa; chưa ghi gì.",
                "\(Written.english(problems.count, "place needs", "places need")) mending; nothing was written."
            ),
            counts: [part(problems.count, "lỗi", "problems")],
            notices: notices.map { $0[language] },
            problems: Array(shown),
            more: problems.count > shown.count
                ? text(
                    "và \(problems.count - shown.count) lỗi khác",
                    "and \(problems.count - shown.count) more") : nil,
            preview: nil, confirm: nil)
    }

    private func problem(_ problem: Problem) -> ImportPage.Problem {
        ImportPage.Problem(
            row: problem.row.map { String($0) } ?? "", column: problem.field,
            message: problem.message[language])
    }

    private func part(_ count: Int, _ vi: String, _ en: String) -> TargetPage.Part {
        TargetPage.Part(count: Written.number(count, language), name: text(vi, en))
    }

    private var preview: ImportPage.Preview? {
        guard let table, !table.rows.isEmpty else { return nil }
        return ImportPage.Preview(
            caption: text("Các dòng đầu như trong tệp", "The first rows as the file has them"),
            headings: table.headings, rows: table.rows.prefix(5).map(\.cells))
    }
}
