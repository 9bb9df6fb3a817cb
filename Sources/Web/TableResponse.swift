import Documents
import Domain
import Foundation
import Hummingbird

extension Response {
    /// Answers with a table as a file of exactly the rows given.
    static func table(
        named name: String, as format: TableFormat, titled title: String, headings: [String],
        rows: some Sequence<[TableCell]>
    ) throws -> Response {
        let place = try TemporaryFile(ending: format.rawValue)
        let file = try WrittenTable(
            place.path, as: format, titled: title, columns: headings.map { TableColumn($0) })
        for row in rows { try file.add(row) }
        try file.finish()
        return try attachment(place, named: name, format)
    }

    /// Answers with a table of text cells, in the form an import takes back.
    static func table(_ table: CellTable, named name: String, as format: TableFormat) throws
        -> Response
    {
        let place = try TemporaryFile(ending: format.rawValue)
        try WrittenTable.write(table, to: place.path, as: format, titled: name)
        return try attachment(place, named: name, format)
    }

    private static func attachment(
        _ place: TemporaryFile, named name: String, _ format: TableFormat
    ) throws -> Response {
        let bytes = try place.bytes()
        return Response(
            status: .ok,
            headers: [
                .contentType: format.contentType,
                .contentDisposition: "attachment; filename=\"\(name).\(format.rawValue)\"",
                .cacheControl: "private, no-cache",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
