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

    @Test func `a style may number its paragraphs, and a list may begin anew`() throws {
        let numbering = """
            <w:numbering xmlns:w="http://w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>\
            <w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>\
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/>\
            <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>
            """
        let styles = """
            <w:styles xmlns:w="http://w"><w:style w:styleId="So"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>\
            <w:style w:styleId="SoCon"><w:basedOn w:val="So"/></w:style></w:styles>
            """
        func item(_ style: String, _ list: String, _ text: String) -> String {
            "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/>\(list)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
        }
        let anew = "<w:numPr><w:numId w:val=\"2\"/></w:numPr>"
        let data = file(
            item("So", "", "Một") + item("SoCon", "", "Hai") + item("So", anew, "Lại từ đầu"),
            [("word/numbering.xml", numbering), ("word/styles.xml", styles)])
        let text = try TextFile.read(data, name: "plan.docx")
        #expect(text.split(separator: "\n") == ["1. Một", "2. Hai", "1. Lại từ đầu"])
    }

    @Test func `a merged cell's words stand in every row that it spans`() throws {
        func cell(_ text: String, _ property: String = "") -> String {
            "<w:tc><w:tcPr>\(property)</w:tcPr>\(paragraph(text))</w:tc>"
        }
        let begins = #"<w:vMerge w:val="restart"/>"#
        let table =
            "<w:tbl><w:tr>" + cell("TT") + cell("Nhiệm vụ") + cell("Chủ trì") + "</w:tr><w:tr>"
            + cell("I. THỂ CHẾ", #"<w:gridSpan w:val="3"/>"#) + "</w:tr><w:tr>" + cell("1")
            + cell("Rà soát") + cell("Sở Tư pháp", begins) + "</w:tr><w:tr>" + cell("2")
            + cell("Công bố") + cell("", "<w:vMerge/>") + "</w:tr></w:tbl>"
        let plan = PlanReader.read(try TextFile.read(file(table), name: "plan.docx"))
        #expect(plan.tasks.map(\.lead) == ["Sở Tư pháp", "Sở Tư pháp"])
        #expect(plan.queries.map(\.message.vi) == [])
    }

    @Test func `the head and the signature in tables are read like lines`() throws {
        func cell(_ lines: String...) -> String {
            "<w:tc>" + lines.map(paragraph).joined() + "</w:tc>"
        }
        let body =
            "<w:tbl><w:tr>" + cell("UBND TỈNH TÂY HÀ", "SỞ XÂY DỰNG")
            + cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
            + "</w:tr><w:tr>"
            + cell("Số: 08/KH-SXD") + cell("Tây Hà, ngày 16 tháng 01 năm 2024") + "</w:tr></w:tbl>"
            + paragraph("KẾ HOẠCH") + paragraph("Cải cách hành chính năm 2024")
            + paragraph("I. CHỈ TIÊU") + paragraph("- 100% hồ sơ được số hóa.")
            + "<w:tbl><w:tr>" + cell("Nơi nhận:", "- Như trên;", "- Lưu: VT.")
            + cell("GIÁM ĐỐC", "Cao Minh Thế") + "</w:tr></w:tbl>"
        let header = PlanReader.read(try TextFile.read(file(body), name: "plan.docx")).document
        #expect(header.issuer == "Sở Xây dựng")
        #expect(header.symbol == "08/KH-SXD")
        #expect(header.issuedOn == Day("2024-01-16"))
        #expect(header.signer == "Cao Minh Thế")
    }

    @Test func `a text box is read once, after its paragraph`() throws {
        let box =
            "<w:p><w:r><w:t>Trước</w:t></w:r><w:r><mc:AlternateContent xmlns:mc=\"m\"><mc:Choice><w:txbxContent>"
            + paragraph("Trong hộp") + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>"
            + paragraph("Trong hộp")
            + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        let text = try TextFile.read(file(box), name: "plan.docx")
        #expect(text.split(separator: "\n") == ["Trước", "Trong hộp"])
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
