/// One column of a table that people import, export, paste and fill in as a form.
///
/// `Row` is what one line of the table says: a struct of optional fields that starts blank.
public struct Column<Row: Sendable>: Sendable {
    public let key: String
    public let heading: Bilingual
    /// Whether a table without this column is refused.
    public let isRequired: Bool
    /// What a form offers to fill it in with.
    public let input: ColumnInput
    /// Takes a cell into the row, or says what is wrong with it; empty cells are not offered.
    public let read: @Sendable (_ cell: String, _ row: inout Row) -> Problem?
    /// Writes the row's value as a cell that ``read`` takes back; empty when there is none.
    public let write: @Sendable (_ row: Row) -> String

    public init(
        _ key: String, _ heading: Bilingual, required: Bool = false, input: ColumnInput = .text,
        read: @escaping @Sendable (String, inout Row) -> Problem?,
        write: @escaping @Sendable (Row) -> String
    ) {
        self.key = key
        self.heading = heading
        self.isRequired = required
        self.input = input
        self.read = read
        self.write = write
    }
}

/// What a person fills a column's field in with.
public enum ColumnInput: Hashable, Sendable {
    case text
    /// Several lines.
    case longText
    /// The code of a body.
    case agency
    case day
    case count
    case choice([Option])
    /// Written for the reader and passed over when it comes back.
    case shown

    public struct Option: Hashable, Sendable {
        public let value: String
        public let title: Bilingual

        public init(value: String, title: Bilingual) {
            self.value = value
            self.title = title
        }
    }
}

extension Column {
    /// A column of text, white space trimmed, composed (NFC), at most so many characters.
    public static func text(
        _ key: String, _ heading: Bilingual, _ field: any WritableKeyPath<Row, String?> & Sendable,
        required: Bool = false, longest: Int = 300
    ) -> Column {
        Column(
            key, heading, required: required,
            input: key.hasSuffix("_code") && key != "gso_code"
                ? .agency : longest > 500 ? .longText : .text,
            read: { cell, row in
                guard cell.unicodeScalars.count <= longest else {
                    return Problem(
                        key, vi: "Dài quá \(longest) ký tự; hãy rút gọn.",
                        en: "Longer than \(longest) characters; please shorten it.")
                }
                row[keyPath: field] = Vietnamese.composed(cell)
                return nil
            },
            write: { $0[keyPath: field] ?? "" })
    }

    /// A column of days: dd/mm/yyyy or yyyy-MM-dd; written dd/mm/yyyy.
    public static func day(
        _ key: String, _ heading: Bilingual, _ field: any WritableKeyPath<Row, Day?> & Sendable,
        required: Bool = false
    ) -> Column {
        Column(
            key, heading, required: required, input: .day,
            read: { cell, row in
                guard let day = Day(cell) else {
                    return Problem(
                        key,
                        vi:
                            "“\(cell)” không phải là một ngày có thật; hãy ghi theo dạng 31/01/2021.",
                        en: "“\(cell)” is not a day that exists; write it as 31/01/2021.")
                }
                row[keyPath: field] = day
                return nil
            },
            write: { $0[keyPath: field]?.vi ?? "" })
    }

    /// A column of whole numbers from zero to the limit; 1204 and 1.204 are the same, 1.5 is refused.
    public static func count(
        _ key: String, _ heading: Bilingual, _ field: any WritableKeyPath<Row, Int?> & Sendable,
        required: Bool = false, limit: Int = 1_000_000_000
    ) -> Column {
        Column(
            key, heading, required: required, input: .count,
            read: { cell, row in
                guard let value = Written.read(cell), value <= limit else {
                    return Problem(
                        key,
                        vi:
                            "“\(cell)” không phải là số nguyên từ 0 đến \(Written.number(limit, .vi)).",
                        en:
                            "“\(cell)” is not a whole number from 0 to \(Written.number(limit, .en))."
                    )
                }
                row[keyPath: field] = value
                return nil
            },
            write: { row in row[keyPath: field].map { String($0) } ?? "" })
    }

    /// A column that takes one of a few words: the key, or the title in either language.
    public static func choice<Choice: CaseIterable & RawRepresentable<String> & Sendable>(
        _ key: String, _ heading: Bilingual, _ field: any WritableKeyPath<Row, Choice?> & Sendable,
        required: Bool = false, title: @escaping @Sendable (Choice) -> Bilingual
    ) -> Column where Choice.AllCases: Sendable {
        Column(
            key, heading, required: required,
            input: .choice(
                Choice.allCases.map { ColumnInput.Option(value: $0.rawValue, title: title($0)) }),
            read: { cell, row in
                let wanted = Vietnamese.folded(cell)
                let found = Choice.allCases.first {
                    Vietnamese.folded($0.rawValue) == wanted
                        || Vietnamese.folded(title($0).vi) == wanted
                        || Vietnamese.folded(title($0).en) == wanted
                }
                guard let found else {
                    let known = Choice.allCases.map { choice in
                        title(choice).map { text, _ in "\(choice.rawValue) (\(text))" }
                    }.joined(", ")
                    return Problem(
                        key,
                        vi: "Không hiểu “\(cell)”; hãy dùng một trong các giá trị: \(known.vi).",
                        en: "“\(cell)” is not known; use one of: \(known.en).")
                }
                row[keyPath: field] = found
                return nil
            },
            write: { row in row[keyPath: field]?.rawValue ?? "" })
    }
}

/// What came of reading a table by its columns.
public struct ReadRows<Row: Sendable>: Sendable {
    /// The rows that were read, with the row number of the file; rows with problems are left out.
    public let rows: [(number: Int, row: Row)]
    public let problems: [Problem]
    /// What a person should know though nothing is wrong: columns passed over, values supplied.
    public let notices: [Bilingual]

    public init(rows: [(number: Int, row: Row)], problems: [Problem], notices: [Bilingual]) {
        self.rows = rows
        self.problems = problems
        self.notices = notices
    }
}

extension Array {
    /// Reads a table by these columns: headings match by key or by title in either language.
    ///
    /// Every problem of every row and field is reported, not only the first. Columns that are not
    /// ours are passed over with a notice; wholly empty rows are passed over silently.
    public func read<Row>(_ table: CellTable, blank: Row) -> ReadRows<Row>
    where Element == Column<Row> {
        var problems: [Problem] = []
        var notices: [Bilingual] = []
        var places: [(column: Column<Row>, cell: Int)] = []
        var unknown: [String] = []
        var taken: Set<String> = []
        for (cell, heading) in table.headings.enumerated() where !heading.isEmpty {
            guard let column = column(headed: heading) else {
                unknown.append(heading)
                continue
            }
            if taken.insert(column.key).inserted {
                places.append((column, cell))
            } else {
                problems.append(
                    Problem(
                        column.key, row: 1, vi: "Cột này có hai lần; hãy bỏ một cột.",
                        en: "This column stands twice; remove one."))
            }
        }
        for column in self where column.isRequired && !taken.contains(column.key) {
            problems.append(
                Problem(
                    column.key, row: 1,
                    vi: "Thiếu cột bắt buộc “\(column.key)” (\(column.heading.vi)).",
                    en: "The required column “\(column.key)” (\(column.heading.en)) is missing."))
        }
        if !unknown.isEmpty {
            let names = unknown.joined(separator: ", ")
            notices.append(
                Bilingual(
                    vi: "Bỏ qua các cột không dùng: \(names).", en: "Columns passed over: \(names)."
                ))
        }
        guard problems.isEmpty else {
            return ReadRows(rows: [], problems: problems, notices: notices)
        }
        var rows: [(Int, Row)] = []
        for line in table.rows {
            if line.cells.allSatisfy({ $0.trimmed.isEmpty }) { continue }
            var row = blank
            var found: [Problem] = []
            for (column, cell) in places {
                let text = cell < line.cells.count ? line.cells[cell].trimmed : ""
                if text.isEmpty {
                    if column.isRequired {
                        found.append(
                            Problem(
                                column.key, vi: "Ô này không được để trống.",
                                en: "This cell may not be empty."))
                    }
                } else if let problem = column.read(text, &row) {
                    found.append(problem)
                }
            }
            if let extra = line.cells.dropFirst(table.headings.count).first(where: {
                !$0.trimmed.isEmpty
            }) {
                found.append(
                    Problem(
                        "\(table.headings.count + 1)",
                        vi:
                            "Dòng này có nhiều ô hơn hàng tiêu đề (“\(extra.trimmed)”); có thể một ô chứa dấu phân cách mà không đặt trong ngoặc kép.",
                        en:
                            "The row has more cells than the headings (“\(extra.trimmed)”); perhaps a cell holds the separator without quotation marks."
                    ))
            }
            if found.isEmpty { rows.append((line.number, row)) }
            problems += found.map { $0.at(row: line.number) }
        }
        return ReadRows(rows: rows, problems: problems, notices: notices)
    }

    /// Writes the rows as a table that ``read`` takes back; headings are the keys.
    public func table<Row>(_ rows: [Row]) -> CellTable where Element == Column<Row> {
        CellTable(
            headings: map(\.key),
            rows: rows.enumerated().map { number, row in
                CellTable.Row(number: number + 2, cells: map { $0.write(row) })
            })
    }

    private func column<Row>(headed heading: String) -> Column<Row>? where Element == Column<Row> {
        let folded = Vietnamese.folded(heading)
        return first {
            Vietnamese.folded($0.key) == folded || Vietnamese.folded($0.heading.vi) == folded
                || Vietnamese.folded($0.heading.en) == folded
        }
    }
}

extension StringProtocol {
    /// The text without the white space around it, the non-breaking space included.
    public var trimmed: String {
        let scalars = String(self).unicodeScalars
        let isSpace = { (scalar: Unicode.Scalar) in
            scalar.properties.isWhitespace || scalar.value == 0xFEFF
        }
        guard let first = scalars.firstIndex(where: { !isSpace($0) }),
            let last = scalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(scalars[first...last])
    }
}
