import Domain
import Foundation
import Testing

@testable import Documents

@Suite struct CSVTests {
    @Test func `Excel recognises it: a byte order mark and CRLF`() throws {
        let bytes = try written([[.text("a")]], headings: ["Tên"])
        #expect(bytes == Data([0xEF, 0xBB, 0xBF]) + Data("Tên\r\na\r\n".utf8))
    }

    @Test(arguments: [
        ("a,b", "\"a,b\""), ("a;b", "\"a;b\""), ("nói \"không\"", "\"nói \"\"không\"\"\""),
        ("a\nb", "\"a\nb\""),
    ])
    func `what would break the row is quoted`(_ text: String, _ expected: String) throws {
        #expect(try line(.text(text)) == expected)
    }

    @Test(arguments: ["=1+1", "+84", "-5", "@x", "'=a", "\tx"])
    func `a text that a spreadsheet would run gets an apostrophe`(_ text: String) throws {
        #expect(try line(.text(text)) == "'" + text)
    }

    @Test(arguments: ["a=b", "'trích", "", "2-1"])
    func `any other text stays as it is`(_ text: String) throws {
        #expect(try line(.text(text)) == text)
    }

    @Test func `a number below zero is ours and stays a number`() throws {
        #expect(try line(.number(-5)) == "-5")
    }

    @Test func `days and shares are written as officials write them`() throws {
        let day = try #require(Day("2021-10-05"))
        #expect(try line(.day(day)) == "05/10/2021")
        #expect(try line(.share(Percentage(basisPoints: 3_125))) == "\"31,25%\"")
    }

    @Test func `nothing is not zero`() throws {
        #expect(try line(.empty) == "")
        #expect(try line(.number(0)) == "0")
    }

    @Test func `a long table reaches the file whole`() throws {
        let rows = (1...20_000).map { [TableCell.number($0)] }
        let text = String(decoding: try written(rows, headings: ["n"]), as: UTF8.self)
        #expect(text.split(separator: "\r\n").count == 20_001)
    }

    private func line(_ cell: TableCell) throws -> String {
        let text = String(
            decoding: try written([[cell]], headings: ["h"]).dropFirst(3), as: UTF8.self)
        return String(text.dropFirst("h\r\n".unicodeScalars.count - 1).dropLast())
    }

    private func written(_ rows: [[TableCell]], headings: [String]) throws -> Data {
        let place = TemporaryPlace()
        let file = try WrittenTable(
            place.path, as: .csv, titled: "Thử", columns: headings.map { TableColumn($0) })
        for row in rows { try file.add(row) }
        try file.finish()
        return try place.bytes()
    }
}
