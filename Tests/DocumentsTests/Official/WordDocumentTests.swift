import Domain
import Foundation
import Testing

@testable import Documents

@Suite struct WordDocumentTests {
    @Test func `margins are those of the decree: 20, 20, 30 and 20 mm`() throws {
        let body = try WordParts(.sample).document
        #expect(
            body.contains(
                "<w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1701\""))
    }

    @Test func `the page is A4 and only an annex lies across`() throws {
        let body = try WordParts(.sample).document
        let sections = body.components(separatedBy: "<w:sectPr>").dropFirst()
        #expect(sections.count == 2)
        #expect(sections.first?.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>") == true)
        #expect(
            sections.last?.contains("<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>")
                == true)
    }

    @Test func `page one bears no number and the others bear theirs in the top margin`() throws {
        let parts = try WordParts(.sample)
        #expect(parts.document.components(separatedBy: "<w:titlePg/>").count == 3)
        #expect(parts.text("word/header1.xml").contains(" PAGE "))
        #expect(!parts.text("word/header2.xml").contains("PAGE"))
        #expect(parts.document.contains("w:type=\"first\" r:id=\"rIdNone\""))
    }

    @Test func `letters are Times New Roman and the language is Vietnamese`() throws {
        let styles = try WordParts(.sample).text("word/styles.xml")
        #expect(styles.contains("w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\""))
        #expect(styles.contains("<w:lang w:val=\"vi-VN\""))
    }

    @Test func `the head names the nation, the body above and the issuer`() throws {
        let lines = try WordParts(.sample).lines
        let head = [
            "ỦY BAN NHÂN DÂN", "TỈNH BÌNH ĐỊNH", "SỞ NỘI VỤ",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
        ]
        for line in head { #expect(lines.contains(line), "\(line)") }
    }

    @Test func `number and day are left open for the clerk`() throws {
        let lines = try WordParts(.sample).lines
        #expect(lines.contains("Số:         /BC-SNV"))
        #expect(lines.contains("Bình Định, ngày      tháng      năm\u{A0}2021"))
    }

    @Test func `a signed document bears its number and its day in words`() throws {
        let day = try #require(Day("2021-01-05"))
        let lines = try WordParts(OfficialDocument.sample.signed(7, on: day)).lines
        #expect(lines.contains("Số:\u{A0}07/BC-SNV"))
        #expect(
            lines.contains("Bình Định, ngày\u{A0}05\u{A0}tháng\u{A0}01\u{A0}năm\u{A0}2021"))
    }

    @Test func `a letter says what it is about under its number and has no title`() throws {
        let lines = try WordParts(.letter).lines
        #expect(lines.contains("Số:         /SNV-CCHC"))
        #expect(lines.contains("V/v đôn đốc báo cáo cải cách hành chính"))
        #expect(!lines.contains("CÔNG VĂN"))
        #expect(lines.contains("Kính gửi: Sở Y tế."))
    }

    @Test func `a number stays with its unit`() throws {
        #expect(try WordParts(.sample).document.contains("còn 02\u{A0}cơ quan"))
    }

    @Test func `a cited number split off from its unit still stays with it`() throws {
        let spans: [OfficialDocument.Span] = [
            .text("còn "), .number(CitedNumber(name: "n", text: "02")), .text(" cơ quan"),
        ]
        let document = OfficialDocument.with(.paragraph(OfficialDocument.Paragraph(spans)))
        #expect(try WordParts(document).document.contains(">\u{A0}cơ quan<"))
    }

    @Test func `headings are headings, and tables name their columns on each page`() throws {
        let body = try WordParts(.sample).document
        #expect(body.contains("<w:pStyle w:val=\"Heading1\"/>"))
        #expect(body.contains("<w:tblHeader/>"))
        #expect(body.contains("<w:tblDescription w:val=\"Cơ quan chưa báo cáo\"/>"))
    }

    @Test func `a chart says in words what it shows`() throws {
        let parts = try WordParts(.sample)
        #expect(parts.document.contains("descr=\"Sở Y tế 31,25%, Sở Nội vụ 100%.\""))
        #expect(parts.text("word/charts/chart1.xml").contains("<c:v>31.25</c:v>"))
    }

    @Test func `signs that markup uses and five hundred letters come out as they were typed`()
        throws
    {
        let name = "Phòng <Tổ & Đội> \"A\" " + String(repeating: "ấ", count: 500)
        let lines = try WordParts(.with(.text(name))).lines
        #expect(lines.contains(name))
    }

    @Test func `characters that no file may hold are left out`() throws {
        let lines = try WordParts(.with(.text("a\u{1}b\u{FFFE}c"))).lines
        #expect(lines.contains("abc"))
    }

    @Test func `the same document gives the same bytes`() throws {
        #expect(try WordParts.bytes(.sample) == WordParts.bytes(.sample))
    }

    @Test func `an annex of ten thousand rows is written whole`() throws {
        let rows = (1...10_000).map {
            [[OfficialDocument.Span.text("\($0)")], [.text("Xã \($0)")]]
        }
        let table = OfficialDocument.Table(
            "Danh sách", columns: [.init("STT"), .init("Tên", width: 40)], rows: rows)
        let body = try WordParts(.with(.table(table))).document
        // In 25 parts of 400 rows, each with its heads.
        #expect(body.components(separatedBy: "<w:tr>").count == 10_000 + 25 + 4)
    }
}

/// The unpacked parts of a written document.
private struct WordParts {
    private let folder: URL
    let document: String

    init(_ document: OfficialDocument) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "word-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "a.docx").path()
        try WordDocument.write(document, to: file)
        let unzip = Process()
        unzip.executableURL = URL(filePath: "/usr/bin/unzip")
        unzip.arguments = ["-q", file, "-d", folder.path()]
        try unzip.run()
        unzip.waitUntilExit()
        self.document = try String(
            contentsOf: folder.appending(path: "word/document.xml"), encoding: .utf8)
    }

    func text(_ part: String) -> String {
        (try? String(contentsOf: folder.appending(path: part), encoding: .utf8)) ?? ""
    }

    /// Each paragraph's text.
    var lines: [String] {
        document.components(separatedBy: "</w:p>").map { paragraph in
            paragraph.components(separatedBy: "<w:t xml:space=\"preserve\">").dropFirst()
                .compactMap { $0.components(separatedBy: "</w:t>").first }.joined()
                .replacing("&lt;", with: "<").replacing("&gt;", with: ">")
                .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
        }
    }

    static func bytes(_ document: OfficialDocument) throws -> Data {
        let file = FileManager.default.temporaryDirectory.appending(
            path: "word-\(UUID().uuidString).docx")
        defer { try? FileManager.default.removeItem(at: file) }
        try WordDocument.write(document, to: file.path())
        return try Data(contentsOf: file)
    }
}

extension OfficialDocument {
    fileprivate static let head = Letterhead(
        superior: "ỦY BAN NHÂN DÂN TỈNH BÌNH ĐỊNH", issuer: "SỞ NỘI VỤ", name: "Sở Nội vụ",
        place: "Bình Định", abbreviation: "SNV")

    fileprivate static var sample: OfficialDocument {
        let number = CitedNumber(id: "s1", name: "chua_bao_cao", text: "02")
        let table = Table(
            "Cơ quan chưa báo cáo", showsTitle: true,
            columns: [
                .init("STT", width: 4, isNumber: true), .init("Cơ quan", width: 30),
                .init("Số nhiệm vụ", isNumber: true),
            ],
            rows: [
                [[.text("1")], [.text("Sở Y tế")], [.number(number)]],
                [[.text("2")], [.text("UBND huyện Vân Canh")], [.text("chưa báo cáo")]],
            ])
        let figure = Figure(
            "Tỷ lệ hoàn thành", description: "Sở Y tế 31,25%, Sở Nội vụ 100%.",
            bars: [
                .init("Sở Y tế", hundredths: 3_125, number: number),
                .init("Sở Nội vụ", hundredths: 10_000, number: number),
            ])
        return OfficialDocument(
            kind: .report, letterhead: head, day: Day(number: 18_900),
            subject: "công tác cải cách hành chính quý III năm 2021",
            blocks: [
                .heading(level: 1, "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH"),
                .text(
                    "Trong quý III năm 2021, còn 02 cơ quan chưa báo cáo; tỷ lệ 31,25% so với cùng kỳ."
                ), .item(.text("Kế hoạch số 95/KH-UBND ngày 31 tháng 12 năm 2020;")), .table(table),
                .figure(figure),
            ],
            annexes: [Annex("Danh sách cơ quan chưa báo cáo", blocks: [.table(table)])],
            signature: Signature(["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], name: "Nguyễn Văn A"),
            recipients: ["Ủy ban nhân dân tỉnh", "Giám đốc Sở"], draftingUnit: "CCHC")
    }

    fileprivate static var letter: OfficialDocument {
        OfficialDocument(
            kind: .letter, letterhead: head, day: Day(number: 18_900),
            subject: "đôn đốc báo cáo cải cách hành chính", addressees: ["Sở Y tế"],
            blocks: [.text("Sở Nội vụ đề nghị Sở Y tế gửi báo cáo trước ngày 15/9/2021.")],
            signature: Signature(["GIÁM ĐỐC"]), recipients: ["Như trên"], draftingUnit: "CCHC")
    }

    fileprivate static func with(_ block: Block) -> OfficialDocument {
        OfficialDocument(
            kind: .report, letterhead: head, day: Day(number: 18_900), subject: "thử",
            blocks: [block], signature: Signature(["GIÁM ĐỐC"]))
    }
}
