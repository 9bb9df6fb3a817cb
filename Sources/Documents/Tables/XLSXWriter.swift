import CLibXLSXWriter
import Domain

/// Writes a table as XLSX: bold frozen headings, numbers as numbers, days as days.
///
/// Rows go to disk as they come (libxlsxwriter's constant memory).
final class XLSXWriter: TableWriter {
    private static let rowLimit = 1_048_576
    private static let cellLimit = 32_767

    private let path: String
    private let columns: [TableColumn]
    private var workbook: UnsafeMutablePointer<lxw_workbook>?
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let dayFormat: UnsafeMutablePointer<lxw_format>
    private let shareFormat: UnsafeMutablePointer<lxw_format>
    private var row = 1

    init(_ path: String, titled title: String, columns: [TableColumn]) throws {
        self.path = path
        self.columns = columns
        var options = lxw_workbook_options()
        options.constant_memory = 1
        guard let workbook = workbook_new_opt(path, &options),
            let sheet = workbook_add_worksheet(workbook, sheetName(title)),
            let dayFormat = workbook_add_format(workbook),
            let shareFormat = workbook_add_format(workbook)
        else { throw TableFault(description: "cannot begin \(path)") }
        format_set_num_format(dayFormat, "dd/mm/yyyy")
        format_set_num_format(shareFormat, "0.00%")
        self.workbook = workbook
        self.sheet = sheet
        self.dayFormat = dayFormat
        self.shareFormat = shareFormat
        try begin(workbook)
    }

    deinit {
        // Given up half-way: closing is the library's only way to free its memory and files.
        if let workbook { workbook_close(workbook) }
    }

    func add(_ cells: [TableCell]) throws {
        guard row < Self.rowLimit else { throw TableError.tooManyRows(limit: Self.rowLimit - 1) }
        for (position, cell) in cells.enumerated() {
            try write(cell, lxw_row_t(row), lxw_col_t(position))
        }
        row += 1
    }

    func finish() throws {
        guard let workbook else { return }
        self.workbook = nil
        try check(workbook_close(workbook))
    }

    private func begin(_ workbook: UnsafeMutablePointer<lxw_workbook>) throws {
        guard let bold = workbook_add_format(workbook) else {
            throw TableFault(description: "cannot begin \(path)")
        }
        format_set_bold(bold)
        format_set_text_wrap(bold)
        worksheet_freeze_panes(sheet, 1, 0)
        for (position, column) in columns.enumerated() {
            let place = lxw_col_t(position)
            try check(worksheet_set_column(sheet, place, place, Double(column.width), nil))
            try check(worksheet_write_string(sheet, 0, place, column.heading, bold))
        }
    }

    private func write(_ cell: TableCell, _ row: lxw_row_t, _ column: lxw_col_t) throws {
        switch cell {
        case .empty: break
        case .text(let text):
            let result = worksheet_write_string(sheet, row, column, text, nil)
            guard result != LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED else {
                throw TableError.cellTooLong(
                    row: Int(row) + 1, column: columns[Int(column)].heading, limit: Self.cellLimit)
            }
            try check(result)
        case .number(let number):
            try check(worksheet_write_number(sheet, row, column, Double(number), nil))
        case .share(let share):
            try check(
                worksheet_write_number(
                    sheet, row, column, Double(share.basisPoints) / 10_000, shareFormat))
        case .day(let day):
            var moment = lxw_datetime()
            moment.year = Int32(day.year)
            moment.month = Int32(day.month)
            moment.day = Int32(day.dayOfMonth)
            try check(worksheet_write_datetime(sheet, row, column, &moment, dayFormat))
        }
    }

    private func check(_ result: lxw_error) throws {
        guard result == LXW_NO_ERROR else {
            throw TableFault(description: "\(path): " + String(cString: lxw_strerror(result)))
        }
    }
}

/// A sheet's name as spreadsheets allow it: at most 31 characters, none of `[]:*?/\`.
private func sheetName(_ title: String) -> String {
    let allowed = title.unicodeScalars.filter { !"[]:*?/\\'".unicodeScalars.contains($0) }
    var name = ""
    for scalar in allowed.prefix(31) { name.unicodeScalars.append(scalar) }
    return name.isEmpty ? "Sheet1" : name
}
