import Domain
import Foundation

/// Reads a sheet of an .xlsx as a table of text.
///
/// Numbers are written back plainly ("30", "0.125"), dates as `yyyy-MM-dd`.
public enum XLSXFile {
    /// Reads the sheet of that name; the first one when `nil`.
    public static func read(_ data: Data, name: String, sheet: String? = nil) throws(ReadingError)
        -> CellTable
    {
        let archive = try ZipArchive(data, name: name)
        let book = try XLSXBook.read(archive, name: name)
        guard let path = book.path(of: sheet), let part = try archive.part(path) else {
            throw .noSheet(name: name, sheet: sheet)
        }
        let reader = try XLSXSheetReader.read(part, path: path, of: book, name: name)
        guard let table = table(reader.rows) else { throw .noTable(name: name) }
        return table
    }

    /// The heading is the first row with two cells or more; a title above it is none.
    private static func table(_ rows: [CellTable.Row]) -> CellTable? {
        let full = rows.filter { $0.cells.contains { !$0.isEmpty } }
        guard let heading = full.first(where: { $0.cells.count { !$0.isEmpty } > 1 }) ?? full.first
        else { return nil }
        let width = heading.cells.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
        let below = full.filter { $0.number > heading.number }.map { row in
            let missing = max(0, width - row.cells.count)
            return CellTable.Row(
                number: row.number,
                cells: Array(row.cells.prefix(width)) + Array(repeating: "", count: missing))
        }
        let headings = heading.cells.prefix(width).map {
            $0.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        return CellTable(headings: headings, rows: below)
    }
}
