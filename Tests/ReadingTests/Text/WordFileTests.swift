import Domain
import Foundation
import Reading
import Support
import Testing

struct WordFileTests {
    private let opening = #"<?xml version="1.0"?><w:document xmlns:w="http://w"><w:body>"#
    private let closing = "</w:body></w:document>"

    private func file(_ body: String, _ others: [(name: String, content: String)] = []) -> Data {
        ZipBytes.make([("word/document.xml", opening + body + closing)] + others)
    }

    private func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

    @Test func `a paragraph is a line`() throws {
        let text = try TextFile.read(file(paragraph("Một") + paragraph("Hai")), name: "plan.docx")
        #expect(text.split(separator: "\n") == ["Một", "Hai"])
    }

    @Test func `a table's row is a line with tabs`() throws {
        func row(_ cells: String...) -> String {
            "<w:tr>" + cells.map { "<w:tc>\(paragraph($0))</w:tc>" }.joined() + "</w:tr>"
        }
        let table =
            "<w:tbl>" + row("TT", "Nhiệm vụ", "Chủ trì") + row("1", "Rà soát", "Sở Tư pháp")
            + "</w:tbl>"
        let plan = PlanReader.read(try TextFile.read(file(table), name: "plan.docx"))
        #expect(plan.tasks.map(\.lead) == ["Sở Tư pháp"])
    }

    @Test func `the marks that Word numbers by itself are written out`() throws {
        let numbering = """
            <w:numbering xmlns:w="http://w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>\
            <w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/>\
            <w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum>\
            <w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num></w:numbering>
            """
        func item(_ level: Int, _ text: String) -> String {
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"5\"/></w:numPr></w:pPr>"
                + "<w:r><w:t>\(text)</w:t></w:r></w:p>"
        }
        let data = file(
            item(0, "CHỈ TIÊU") + item(1, "100% hồ sơ") + item(0, "NHIỆM VỤ"),
            [("word/numbering.xml", numbering)])
        let text = try TextFile.read(data, name: "plan.docx")
        #expect(text.split(separator: "\n") == ["I. CHỈ TIÊU", "- 100% hồ sơ", "II. NHIỆM VỤ"])
    }

    @Test func `deleted text is left out`() throws {
        let body = "<w:p><w:del><w:r><w:t>cũ</w:t></w:r></w:del><w:r><w:t>mới</w:t></w:r></w:p>"
        #expect(try TextFile.read(file(body), name: "plan.docx").split(separator: "\n") == ["mới"])
    }

    @Test func `declared entities are refused`() {
        let document =
            #"<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>"#
        let data = ZipBytes.make([("word/document.xml", document)])
        #expect(throws: ReadingError.forbiddenXML(name: "plan.docx", part: "word/document.xml")) {
            try TextFile.read(data, name: "plan.docx")
        }
    }

    @Test func `macros are refused`() {
        let data = file(paragraph("Một"), [("word/vbaProject.bin", "x")])
        #expect(throws: ReadingError.macros(name: "plan.docx")) {
            try TextFile.read(data, name: "plan.docx")
        }
    }

    @Test func `endless nesting is refused`() {
        let data = file(
            String(repeating: "<w:p>", count: 250) + String(repeating: "</w:p>", count: 250))
        #expect(
            throws: ReadingError.tooDeep(name: "plan.docx", part: "word/document.xml", limit: 200)
        ) {
            try TextFile.read(data, name: "plan.docx")
        }
    }

    @Test func `a broken archive is refused`() {
        let data = Data([0x50, 0x4B, 0x03, 0x04] + Array(repeating: 7, count: 200))
        #expect(throws: ReadingError.brokenArchive(name: "plan.docx")) {
            try TextFile.read(data, name: "plan.docx")
        }
    }
}
