import Domain
import Foundation
import Reading
import Testing

@testable import Documents

/// What is handed out as a file is taken back by an import as it was.
@Suite struct RoundTripTests {
    private let table = CellTable(
        headings: ["code", "name", "from", "count"],
        rows: [
            CellTable.Row(
                number: 2, cells: ["01234", "Thị trấn Đập Đá, huyện \"A\"", "05/10/2021", "12"]),
            CellTable.Row(number: 3, cells: ["=1+1", "dòng một\ndòng hai", "", "0"]),
            CellTable.Row(number: 4, cells: ["'=x", "'trích dẫn", "31/12/2199", ""]),
        ])

    @Test(arguments: TableFormat.allCases)
    func `a table reads back as it was written`(_ format: TableFormat) throws {
        let place = TemporaryPlace()
        try WrittenTable.write(
            table, to: place.path, as: format, titled: "Thử: [1]", numbers: ["count"])
        let read = try TableFile.read(try place.bytes(), name: "thử.\(format.rawValue)")
        #expect(read.headings == table.headings)
        #expect(read.rows.map(sameDays) == table.rows.map(sameDays))
    }

    // A spreadsheet's day has no spelling of its own; columns take either.
    private func sameDays(_ row: CellTable.Row) -> [String] {
        row.cells.map { cell in Day(cell)?.text ?? cell }
    }

    @Test func `XLSX refuses a cell longer than it can hold, naming the place`() throws {
        let place = TemporaryPlace()
        let file = try WrittenTable(
            place.path, as: .xlsx, titled: "x", columns: [TableColumn("a"), TableColumn("b")])
        #expect(throws: TableError.cellTooLong(row: 2, column: "b", limit: 32_767)) {
            try file.add([.text("1"), .text(String(repeating: "x", count: 32_768))])
        }
    }

    @Test func `a folder that is not there is a fault, not a crash`() {
        #expect(throws: (any Error).self) {
            try WrittenTable.write(table, to: "/nowhere/at/all.xlsx", as: .xlsx, titled: "x")
        }
    }
}
