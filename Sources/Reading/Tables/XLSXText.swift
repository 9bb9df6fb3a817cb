import Domain
import Foundation

/// Reads a whole workbook as text, as annexes of tasks are sent: a row a line, tabs between cells.
///
/// A title above the table is a line of its own. A merged cell's words stand in every row that it
/// spans. Every visible sheet is read, in the order of the book.
enum XLSXText {
    static func text(_ archive: ZipArchive, name: String) throws(ReadingError) -> String {
        let book = try XLSXBook.read(archive, name: name)
        var lines: [String] = []
        for sheet in book.sheets where sheet.isVisible {
            guard let part = try archive.part(sheet.path) else {
                throw .noSheet(name: name, sheet: sheet.name)
            }
            let reader = try XLSXSheetReader.read(part, path: sheet.path, of: book, name: name)
            if !lines.isEmpty { lines.append("") }
            lines += self.lines(reader.unmergedRows())
        }
        guard lines.contains(where: { !$0.isEmpty }) else { throw .noTable(name: name) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Rows of one cell are titles until a row of several begins the table.
    private static func lines(_ rows: [CellTable.Row]) -> [String] {
        let heading = rows.first { $0.cells.count { !$0.isEmpty } > 2 }?.number ?? .max
        return rows.flatMap { row -> [String] in
            let cells = row.cells.map(onOneLine)
            if row.number < heading {
                return cells.filter { !$0.isEmpty } + [""]
            }
            return [cells.joined(separator: "\t")]
        }
    }

    private static func onOneLine(_ cell: String) -> String {
        cell.split(whereSeparator: \.isNewline).map {
            $0.replacing("\t", with: " ").trimmingCharacters(in: .whitespaces)
        }.joined(separator: " ")
    }
}
