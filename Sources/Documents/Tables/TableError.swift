import Domain

/// A table that the kind of file cannot hold.
public enum TableError: UserFacingError, Hashable {
    /// XLSX holds 1,048,576 rows.
    case tooManyRows(limit: Int)
    /// A cell of XLSX holds 32,767 characters.
    case cellTooLong(row: Int, column: String, limit: Int)

    public var code: String {
        switch self {
        case .tooManyRows: "table.too-many-rows"
        case .cellTooLong: "table.cell-too-long"
        }
    }

    public var kind: ErrorKind { .tooLarge }

    public var message: Bilingual {
        switch self {
        case .tooManyRows(let limit):
            Bilingual(
                vi:
                    "Tệp XLSX chứa được nhiều nhất \(limit) dòng; hãy thu hẹp bộ lọc hoặc xuất CSV.",
                en: "An XLSX file holds at most \(limit) rows; narrow the filter or export as CSV.")
        case .cellTooLong(let row, let column, let limit):
            Bilingual(
                vi:
                    "Dòng \(row), cột \(column): một ô XLSX chứa nhiều nhất \(limit) ký tự; hãy xuất CSV.",
                en:
                    "Row \(row), column \(column): an XLSX cell holds at most \(limit) characters; export as CSV."
            )
        }
    }
}

/// The file could not be written: the disk is full, the folder is gone.
struct TableFault: Error, CustomStringConvertible {
    let description: String
}
