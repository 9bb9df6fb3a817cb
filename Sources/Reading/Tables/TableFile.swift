import Domain
import Foundation

/// Reads a table that somebody sends: CSV or XLSX, told apart by what is inside.
public enum TableFile {
    /// A table may have so many rows below its heading.
    public static let mostRows = 100_000
    public static let mostColumns = 256
    /// No more problems than this are listed of one file.
    public static let mostProblems = 100

    /// - Throws: ``ReadingError`` for a file that is no table, ``InvalidInput`` with every ragged row.
    public static func read(_ data: Data, name: String) throws -> CellTable {
        try TextFile.checkSize(data, name: name)
        switch FileKind(data) {
        case .zip: return try XLSXFile.read(data, name: name)
        case .pdf: throw ReadingError.pdf(name: name)
        case .oldOffice: throw ReadingError.oldOffice(name: name)
        case .text: return try CSVFile.read(TextFile.decode(data, name: name), name: name)
        }
    }
}
