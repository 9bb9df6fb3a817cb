import Domain
import Foundation
import Reading
import Testing

struct CSVFileTests {
    private func read(_ text: String) throws -> CellTable {
        try TableFile.read(Data(text.utf8), name: "list.csv")
    }

    private func problems(_ text: String) -> [Problem] {
        do {
            _ = try read(text)
            return []
        } catch let error as InvalidInput {
            return error.problems
        } catch {
            return []
        }
    }

    @Test(arguments: [",", ";", "\t"]) func `the heading row tells what separates the cells`(
        _ separator: String
    ) throws {
        let table = try read("mã\(separator)tên\nBD\(separator)Bình Định\n")
        #expect(table.headings == ["mã", "tên"])
        #expect(table.rows == [CellTable.Row(number: 2, cells: ["BD", "Bình Định"])])
    }

    @Test func `quoted cells hold separators, line ends and quotation marks`() throws {
        let table = try read("a,b\n\"x, y\",\"một\r\nhai \"\"ba\"\"\"\n")
        #expect(table.rows.map(\.cells) == [["x, y", "một\r\nhai \"ba\""]])
    }

    @Test(arguments: ["\n", "\r\n", "\r"]) func `every kind of line end is understood`(
        _ end: String
    ) throws {
        #expect(
            try read(["a,b", "1,2", "3,4"].joined(separator: end)).rows.map(\.number) == [2, 3])
    }

    @Test func `a byte order mark is no part of the first heading`() throws {
        #expect(try read("\u{FEFF}mã,tên\n1,2\n").headings == ["mã", "tên"])
    }

    @Test func `every ragged row is named`() {
        let problems = problems("a,b,c\n1,2,3\n1,2\n1,2,3,4\n")
        #expect(problems.map(\.row) == [3, 4])
        #expect(problems.map(\.field) == ["c", "c"])
    }

    @Test func `empty cells beyond the last column are none`() throws {
        #expect(try read("a,b\n1,2,,\n").rows.map(\.cells) == [["1", "2"]])
    }

    @Test func `blank rows are left out but counted`() throws {
        #expect(try read("a,b\n\n1,2\n , \n3,4\n").rows.map(\.number) == [3, 5])
    }

    @Test func `a quotation mark never closed is named with its row`() {
        #expect(problems("a,b\n1,\"x\n2,y\n").map(\.row) == [2])
    }

    @Test func `text after a closing quotation mark is named with its row`() {
        #expect(problems("a,b\n1,\"x\"y\n").map(\.row) == [2])
    }

    @Test func `a file without a heading is refused`() {
        #expect(throws: ReadingError.noTable(name: "list.csv")) { try read("\n \n") }
    }

    @Test func `too many columns are refused`() {
        let text = String(repeating: "a,", count: 300) + "\n"
        #expect(throws: ReadingError.tooManyColumns(name: "list.csv", row: 1, limit: 256)) {
            try read(text)
        }
    }

    @Test func `too many rows are refused`() {
        let text = "a,b\n" + String(repeating: "1,2\n", count: TableFile.mostRows + 1)
        #expect(throws: ReadingError.tooManyRows(name: "list.csv", limit: TableFile.mostRows)) {
            try read(text)
        }
    }

    @Test(.enabled(if: SharedFiles.root != nil, "CAICACH_SHARED is not set"))
    func `the real list of agencies is read whole`() throws {
        let root = try #require(SharedFiles.root)
        let data = try Data(
            contentsOf: URL(fileURLWithPath: root + "/domain/binh-dinh-agencies-2021.csv"))
        let table = try TableFile.read(data, name: "agencies.csv")
        #expect(table.headings == ["code", "name", "level", "parent_code", "gso_code"])
        #expect(table.rows.count == 192)
    }
}

enum SharedFiles {
    static var root: String? { ProcessInfo.processInfo.environment["CAICACH_SHARED"] }
}
