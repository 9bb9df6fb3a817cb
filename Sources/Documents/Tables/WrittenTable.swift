import Domain

/// The two kinds of file that a table is handed out as.
public enum TableFormat: String, CaseIterable, Hashable, Sendable {
    case csv, xlsx

    /// As HTTP names it.
    public var contentType: String {
        switch self {
        case .csv: "text/csv; charset=utf-8"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        }
    }
}

/// One column of a table as it is written: its heading and what its cells are.
public struct TableColumn: Hashable, Sendable {
    public let heading: String
    /// Characters; XLSX only.
    public let width: Int

    public init(_ heading: String, width: Int = 18) {
        self.heading = heading
        self.width = width
    }
}

/// One cell as it is written; a spreadsheet gets numbers as numbers and days as days.
public enum TableCell: Hashable, Sendable {
    case text(String)
    case number(Int)
    case day(Day)
    /// Shown as 31,25%.
    case share(Percentage)
    /// Nothing is known, which is not zero.
    case empty
}

/// A table being written to a file, row by row, in constant memory.
///
/// It is complete only after ``finish()``.
public final class WrittenTable {
    private let writer: any TableWriter
    private let width: Int

    /// Begins a file with the headings as its first row.
    ///
    /// The title names the sheet of a spreadsheet; CSV has no place for it.
    public init(
        _ path: String, as format: TableFormat, titled title: String, columns: [TableColumn]
    ) throws {
        width = columns.count
        switch format {
        case .csv: writer = try CSVWriter(path, columns: columns)
        case .xlsx: writer = try XLSXWriter(path, titled: title, columns: columns)
        }
    }

    /// Writes the next row, which has one cell for each column.
    public func add(_ cells: [TableCell]) throws {
        precondition(cells.count == width, "A row has one cell for each column.")
        try writer.add(cells)
    }

    /// Writes what is left; the file can be handed out afterwards.
    public func finish() throws {
        try writer.finish()
    }
}

extension WrittenTable {
    /// Writes a table of text cells whole; an import takes it back as it was.
    ///
    /// In a spreadsheet, cells that are days (dd/mm/yyyy) become days, and those of the columns
    /// named in `numbers` numbers; codes such as 01234 stay text with all their zeros.
    public static func write(
        _ table: CellTable, to path: String, as format: TableFormat, titled title: String,
        numbers: Set<String> = []
    ) throws {
        let file = try WrittenTable(
            path, as: format, titled: title, columns: table.headings.map { TableColumn($0) })
        for row in table.rows {
            let cells = table.headings.enumerated().map { position, heading in
                let text = position < row.cells.count ? row.cells[position] : ""
                return TableCell(reading: text, mayBeNumber: numbers.contains(heading))
            }
            try file.add(cells)
        }
        try file.finish()
    }
}

extension TableCell {
    /// A text cell as what it says.
    init(reading text: String, mayBeNumber: Bool) {
        if text.isEmpty {
            self = .empty
        } else if let day = Day(text), day.vi == text {
            self = .day(day)
        } else if mayBeNumber, let number = Int(text), String(number) == text {
            self = .number(number)
        } else {
            self = .text(text)
        }
    }
}

/// What a kind of file has to know how to do.
protocol TableWriter {
    func add(_ cells: [TableCell]) throws
    func finish() throws
}
