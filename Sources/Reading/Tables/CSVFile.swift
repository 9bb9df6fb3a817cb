import Domain

/// Reads comma-separated values (RFC 4180), also with semicolons or tabs between them.
public enum CSVFile {
    /// - Throws: ``InvalidInput`` with every ragged row and unclosed quote, ``ReadingError`` beyond the limits.
    public static func read(_ text: String, name: String) throws -> CellTable {
        let bytes = Array(text.utf8)
        var cutter = CSVCutter(bytes, separator: separator(of: bytes))
        var headings: [String]?
        var rows: [CellTable.Row] = []
        var problems: [Problem] = []
        while let record = cutter.next(), problems.count < TableFile.mostProblems {
            guard record.cells.count <= TableFile.mostColumns else {
                throw ReadingError.tooManyColumns(
                    name: name, row: record.number, limit: TableFile.mostColumns)
            }
            problems += record.problems
            guard record.cells.contains(where: { !isBlank($0) }) else { continue }
            guard let known = headings else {
                headings = trimmedEnd(record.cells, to: 0).map(trimmed)
                continue
            }
            let cells = trimmedEnd(record.cells, to: known.count)
            if cells.count == known.count {
                rows.append(CellTable.Row(number: record.number, cells: cells.map(unguarded)))
            } else if record.problems.isEmpty {
                problems.append(ragged(cells.count, known, record.number))
            }
            guard rows.count <= TableFile.mostRows else {
                throw ReadingError.tooManyRows(name: name, limit: TableFile.mostRows)
            }
        }
        guard problems.isEmpty else { throw InvalidInput(problems) }
        guard let headings else { throw ReadingError.noTable(name: name) }
        return CellTable(headings: headings, rows: rows)
    }

    /// The separator that the heading row has most of, outside quotes; a comma when it has none.
    private static func separator(of bytes: [UInt8]) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in bytes {
            if byte == 0x22 { isQuoted.toggle() }
            guard !isQuoted else { continue }
            if byte == 0x0A || byte == 0x0D {
                if counts.isEmpty { continue }
                break
            }
            if byte == 0x2C || byte == 0x3B || byte == 0x09 { counts[byte, default: 0] += 1 }
        }
        return [0x2C, 0x3B, 0x09].max { (counts[$0] ?? 0) < (counts[$1] ?? 0) } ?? 0x2C
    }

    private static func ragged(_ count: Int, _ headings: [String], _ row: Int) -> Problem {
        let field = count < headings.count ? headings[count] : headings.last ?? ""
        return Problem(
            field, row: row,
            vi:
                "dòng có \(count) ô trong khi bảng có \(headings.count) cột; hãy bổ sung hoặc bỏ bớt ô, hoặc đặt ô có dấu phân cách trong ngoặc kép.",
            en:
                "the row has \(count) cells but the table \(headings.count) columns; add or remove cells, or quote those that hold the separator."
        )
    }

    /// Spreadsheets write empty cells beyond the last column; they are no cells.
    private static func trimmedEnd(_ cells: [String], to count: Int) -> [String] {
        var cells = cells
        while cells.count > count, let last = cells.last, isBlank(last) { cells.removeLast() }
        return cells
    }

    /// The cell without the apostrophe that keeps a spreadsheet from running it as a formula.
    private static func unguarded(_ cell: String) -> String {
        guard cell.utf8.first == UInt8(ascii: "'"),
            let first = cell.utf8.first(where: { $0 != UInt8(ascii: "'") }),
            "=+-@\t\r".utf8.contains(first)
        else { return cell }
        return String(cell.dropFirst())
    }

    private static func isBlank(_ cell: String) -> Bool {
        cell.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
    }

    private static func trimmed(_ cell: String) -> String {
        let scalars = cell.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}

/// Cuts bytes into records and cells; every record says which row of a spreadsheet it is.
struct CSVCutter {
    struct Record {
        let number: Int
        let cells: [String]
        let problems: [Problem]
    }

    private let bytes: [UInt8]
    private let separator: UInt8
    private var position = 0
    private var number = 0
    private var problems: [Problem] = []

    init(_ bytes: [UInt8], separator: UInt8) {
        self.bytes = bytes
        self.separator = separator
    }

    /// The next record; `nil` at the end.
    mutating func next() -> Record? {
        guard position < bytes.count else { return nil }
        number += 1
        problems = []
        var cells: [String] = []
        while true {
            cells.append(cell(column: cells.count + 1))
            guard position < bytes.count else { break }
            if bytes[position] == separator {
                position += 1
                // A separator at the very end still begins a last, empty cell.
                if position == bytes.count {
                    cells.append("")
                    break
                }
                continue
            }
            skipLineEnd()
            break
        }
        return Record(number: number, cells: cells, problems: problems)
    }

    private mutating func cell(column: Int) -> String {
        if position < bytes.count, bytes[position] == 0x22 { return quoted(column: column) }
        let start = position
        while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func quoted(column: Int) -> String {
        var content: [UInt8] = []
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            guard byte == 0x22 else {
                content.append(byte)
                continue
            }
            if position < bytes.count, bytes[position] == 0x22 {
                content.append(0x22)
                position += 1
                continue
            }
            checkAfterQuote(column: column)
            return String(decoding: content, as: UTF8.self)
        }
        problems.append(
            Problem(
                "\(column)", row: number,
                vi: "dấu ngoặc kép mở ra mà không đóng; hãy thêm dấu ngoặc kép ở cuối ô.",
                en: "a quotation mark is opened and never closed; add one at the end of the cell."))
        return String(decoding: content, as: UTF8.self)
    }

    private mutating func checkAfterQuote(column: Int) {
        guard position < bytes.count, !isEnd(bytes[position]) else { return }
        problems.append(
            Problem(
                "\(column)", row: number,
                vi: "có chữ sau dấu ngoặc kép đóng; dấu ngoặc kép trong ô phải viết hai lần.",
                en:
                    "text follows the closing quotation mark; inside a cell, write quotation marks twice."
            ))
        while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
    }

    private func isEnd(_ byte: UInt8) -> Bool {
        byte == separator || byte == 0x0A || byte == 0x0D
    }

    private mutating func skipLineEnd() {
        if position + 1 < bytes.count, bytes[position] == 0x0D, bytes[position + 1] == 0x0A {
            position += 1
        }
        position += 1
    }
}
