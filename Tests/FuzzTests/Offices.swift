import Foundation
import Support

/// A small .docx and .xlsx to be damaged.
enum Offices {
    static let document = ZipBytes.make(documentParts)
    static let workbook = ZipBytes.make(workbookParts)

    /// The file with scalars of its XML changed, so that the archive itself stays whole.
    static func damaged(_ isDocument: Bool, _ random: inout SeededGenerator) -> Data {
        var parts = isDocument ? documentParts : workbookParts
        let index = Int.random(in: 0..<parts.count, using: &random)
        var scalars = Array(parts[index].content.unicodeScalars)
        let pieces = Array("<>/\"=&;w:rstv09 AZ-\u{1EA1}".unicodeScalars)
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let place = Int.random(in: 0..<scalars.count, using: &random)
            scalars[place] = pieces.randomElement(using: &random) ?? "x"
        }
        parts[index].content = String(String.UnicodeScalarView(scalars))
        return ZipBytes.make(parts)
    }

    private static let documentParts: [(name: String, content: String)] = [
        (
            "word/document.xml",
            """
            <w:document xmlns:w="http://w"><w:body><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>\
            </w:pPr><w:r><w:t>CHỈ TIÊU</w:t></w:r></w:p><w:p><w:r><w:t>- 100% hồ sơ</w:t><w:tab/></w:r></w:p><w:tbl><w:tr>\
            <w:tc><w:p><w:r><w:t>TT</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>
            """
        ),
        (
            "word/numbering.xml",
            """
            <w:numbering xmlns:w="http://w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>\
            <w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>\
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>
            """
        ),
    ]

    private static let workbookParts: [(name: String, content: String)] = [
        (
            "xl/workbook.xml",
            #"<workbook xmlns:r="http://r"><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>"#
        ),
        (
            "xl/_rels/workbook.xml.rels",
            #"<Relationships><Relationship Id="rId1" Target="worksheets/s.xml"/></Relationships>"#
        ),
        (
            "xl/styles.xml",
            #"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#
        ),
        ("xl/sharedStrings.xml", "<sst><si><t>mã</t></si><si><r><t>tên</t></r></si></sst>"),
        (
            "xl/worksheets/s.xml",
            """
            <worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>\
            <row r="2"><c r="A2" s="1"><v>44197</v></c><c r="B2" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>
            """
        ),
    ]
}
