import Domain
import Foundation
import Reading
import Support
import Testing

struct XLSXFileTests {
    private func book(_ rows: String, texts: String = "", from1904: Bool = false) -> Data {
        ZipBytes.make([
            (
                "xl/workbook.xml",
                """
                <workbook xmlns:r="http://r"><workbookPr date1904="\(from1904 ? 1 : 0)"/><sheets>\
                <sheet name="Danh sách" sheetId="1" r:id="rId1"/><sheet name="Khác" sheetId="2" r:id="rId2"/></sheets></workbook>
                """
            ),
            (
                "xl/_rels/workbook.xml.rels",
                """
                <Relationships><Relationship Id="rId1" Target="worksheets/one.xml"/>\
                <Relationship Id="rId2" Target="/xl/worksheets/two.xml"/></Relationships>
                """
            ),
            (
                "xl/styles.xml",
                """
                <styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/>\
                <numFmt numFmtId="165" formatCode="0&quot; ngày&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
                <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>
                """
            ),
            ("xl/sharedStrings.xml", "<sst>\(texts)</sst>"),
            ("xl/worksheets/one.xml", "<worksheet><sheetData>\(rows)</sheetData></worksheet>"),
            (
                "xl/worksheets/two.xml",
                "<worksheet><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>x</t></is></c></row></sheetData></worksheet>"
            ),
        ])
    }

    private func inline(_ reference: String, _ text: String) -> String {
        "<c r=\"\(reference)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }

    private var heading: String {
        "<row r=\"1\">\(inline("A1", "mã"))\(inline("B1", " tên "))</row>"
    }

    private func read(_ data: Data) throws -> CellTable {
        try TableFile.read(data, name: "list.xlsx")
    }

    @Test func `shared, rich and inline texts are read`() throws {
        let texts =
            "<si><t>BD</t></si><si><r><t>Bình </t></r><r><t>Định</t></r><rPh><t>x</t></rPh></si>"
        let rows =
            heading
            + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>1</v></c></row>"
        let table = try read(book(rows, texts: texts))
        #expect(table.headings == ["mã", "tên"])
        #expect(table.rows == [CellTable.Row(number: 2, cells: ["BD", "Bình Định"])])
    }

    @Test(arguments: [
        ("30", "30"), ("30.0", "30"), ("0.30000000000000004", "0.3"), ("1.2E4", "12000"),
        ("1E-7", "0.0000001"),
        ("0.125", "0.125"), ("-5", "-5"), ("123456789012345680", "123456789012346000"),
    ]) func `numbers are written back plainly`(_ example: (stored: String, plain: String)) throws {
        let rows =
            heading
            + "<row r=\"2\"><c r=\"A2\"><v>\(example.stored)</v></c>\(inline("B2", "x"))</row>"
        #expect(try read(book(rows)).rows.first?.cells.first == example.plain)
    }

    @Test(arguments: [
        ("1", "44197", "2021-01-01"), ("2", "44561.5", "2021-12-31"), ("1", "1", "1900-01-01"),
        ("3", "5", "5"),
    ])
    func `cells styled as dates are days`(_ example: (style: String, serial: String, text: String))
        throws
    {
        let rows =
            heading
            + "<row r=\"2\"><c r=\"A2\" s=\"\(example.style)\"><v>\(example.serial)</v></c></row>"
        #expect(try read(book(rows)).rows.first?.cells.first == example.text)
    }

    @Test func `a workbook may count from 1904`() throws {
        let rows = heading + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>42735</v></c></row>"
        #expect(try read(book(rows, from1904: true)).rows.first?.cells.first == "2021-01-01")
    }

    @Test func `a title above the table is no heading, and rows keep their number`() throws {
        let rows =
            "<row r=\"1\">\(inline("A1", "DANH SÁCH"))</row><row r=\"3\">\(inline("A3", "mã"))\(inline("C3", "tên"))</row>"
            + "<row r=\"5\">\(inline("C5", "x"))</row>"
        let table = try read(book(rows))
        #expect(table.headings == ["mã", "", "tên"])
        #expect(table.rows == [CellTable.Row(number: 5, cells: ["", "", "x"])])
    }

    @Test func `another sheet is read by its name`() throws {
        #expect(
            try XLSXFile.read(book(heading), name: "list.xlsx", sheet: "Khác").headings == ["x"])
    }

    @Test func `a sheet that is not there is named`() {
        #expect(throws: ReadingError.noSheet(name: "list.xlsx", sheet: "Ba")) {
            try XLSXFile.read(book(heading), name: "list.xlsx", sheet: "Ba")
        }
    }

    @Test func `an empty sheet is refused`() {
        #expect(throws: ReadingError.noTable(name: "list.xlsx")) { try read(book("")) }
    }

    @Test func `a cell far to the right is refused`() {
        let rows = "<row r=\"1\">\(inline("ZZ1", "x"))</row>"
        #expect(throws: ReadingError.tooManyColumns(name: "list.xlsx", row: 1, limit: 256)) {
            try read(book(rows))
        }
    }

    @Test func `a part that unpacks beyond the limit is refused`() {
        let data = ZipBytes.bomb("xl/workbook.xml", unpacking: 70 * 1_024 * 1_024)
        #expect(
            throws: ReadingError.archiveTooLarge(
                name: "list.xlsx", part: "xl/workbook.xml", limit: 64)
        ) {
            try read(data)
        }
    }
}
