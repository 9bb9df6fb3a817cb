import Domain
import Foundation

/// Writes a table as CSV: UTF-8 with a byte order mark (for Excel), CRLF, quotes where needed.
///
/// **Formulas.** A spreadsheet runs a cell of CSV that begins with `=`, `+`, `-` or `@`. Cells of text
/// that begin so get an apostrophe in front; one that already has apostrophes there gets one more.
/// The import takes one off again, so what was exported is read back as it was. Numbers and days are
/// ours and never get one.
final class CSVWriter: TableWriter {
    private let file: FileHandle
    private var pending: [UInt8] = [0xEF, 0xBB, 0xBF]

    init(_ path: String, columns: [TableColumn]) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil) else {
            throw TableFault(description: "cannot make \(path)")
        }
        file = try FileHandle(forWritingTo: URL(filePath: path))
        try add(columns.map { .text($0.heading) })
    }

    func add(_ cells: [TableCell]) throws {
        for (position, cell) in cells.enumerated() {
            if position > 0 { pending.append(UInt8(ascii: ",")) }
            append(text(of: cell))
        }
        pending += [0x0D, 0x0A]
        if pending.count > 1 << 16 { try flush() }
    }

    func finish() throws {
        try flush()
        try file.close()
    }

    private func flush() throws {
        try file.write(contentsOf: pending)
        pending.removeAll(keepingCapacity: true)
    }

    private func text(of cell: TableCell) -> String {
        switch cell {
        case .text(let text): guarded(text)
        case .number(let number): String(number)
        case .day(let day): day.vi
        case .share(let share): Written.share(share, .vi)
        case .empty: ""
        }
    }

    private func append(_ text: String) {
        let needsQuotes = text.utf8.contains { [0x22, 0x2C, 0x3B, 0x0A, 0x0D].contains($0) }
        guard needsQuotes else {
            pending.append(contentsOf: text.utf8)
            return
        }
        pending.append(0x22)
        for byte in text.utf8 {
            if byte == 0x22 { pending.append(0x22) }
            pending.append(byte)
        }
        pending.append(0x22)
    }
}

/// The text with an apostrophe in front when a spreadsheet would take it for a formula.
func guarded(_ text: String) -> String {
    let first = text.utf8.first { $0 != UInt8(ascii: "'") }
    guard let first, Array("=+-@\t\r".utf8).contains(first) else { return text }
    return "'" + text
}
