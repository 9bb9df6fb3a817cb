import Domain
import Foundation
import Reading
import Support
import Testing

struct PDFFileTests {
    private let plan = [
        [
            "ỦY BAN NHÂN DÂN", "TỈNH HẢI LÂM", "Số: 12/KH-UBND",
            "Hải Lâm, ngày 05 tháng 01 năm 2026",
            "KẾ HOẠCH", "Cải cách hành chính năm 2026", "I. CHỈ TIÊU",
            "- Kiểm tra công tác cải cách hành chính tại ít nhất 30% cơ quan chuyên môn thuộc",
        ],
        [
            "2", "Ủy ban nhân dân tỉnh và 40% Ủy ban nhân dân các xã, phường trên địa bàn tỉnh.",
            "- 100% thủ tục hành chính được công khai đúng quy định trên Cổng Dịch vụ công.",
        ],
    ]

    @Test func `the text layer is read, over the ends of pages`() async throws {
        let file = try await PlanFile.read(PDFBytes.text(plan), name: "plan.pdf")
        #expect(!file.isRecognised)
        let draft = file.draft()
        #expect(draft.document.symbol == "12/KH-UBND")
        #expect(draft.targets.map(\.promise) == ["at_least 30 %", "at_least 40 %", "equal 100 %"])
    }

    @Test func `the numbers of pages are no part of the text`() async throws {
        let text = try await PlanFile.read(PDFBytes.text(plan), name: "plan.pdf").text
        #expect(!text.split(separator: "\n").contains("2"))
    }

    @Test func `a PDF of pictures says what to do`() async throws {
        let scan = PDFBytes.picture(width: 2, height: 2, pixels: Data(repeating: 255, count: 4))
        await #expect(
            throws: ReadingError.pdfWithoutText(
                name: "scan.pdf", canRecognise: PageRecognition.isInstalled)
        ) { try await PlanFile.read(scan, name: "scan.pdf") }
    }

    @Test func `a broken PDF is refused`() async {
        await #expect(throws: ReadingError.pdfBroken(name: "hong.pdf")) {
            try await PlanFile.read(Data("%PDF-1.7 hỏng".utf8), name: "hong.pdf")
        }
    }

    @Test(.enabled(if: PageRecognition.isInstalled))
    func `scanned pages are recognised and marked as such`() async throws {
        let scan = try await Scan.of("KE HOACH CONG TAC NAM 2026")
        let file = try await PlanFile.read(scan, name: "scan.pdf", recognising: true)
        #expect(file.isRecognised)
        #expect(file.text.contains("2026"))
        #expect(file.draft().queries.first?.message.vi.contains("OCR") == true)
    }
}

/// Makes a scan: a page of letters turned into a picture.
private enum Scan {
    static func of(_ words: String) async throws -> Data {
        let page = """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>endobj
            4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
            5 0 obj<</Length \(words.utf8.count + 34)>>stream
            BT /F 24 Tf 60 700 Td (\(words)) Tj ET
            endstream endobj
            trailer<</Root 1 0 R>>
            """
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "caicach-scan-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = folder.appending(path: "page.pdf")
        try Data(page.utf8).write(to: source)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "pdftoppm", "-r", "150", "-gray", "-singlefile", source.path(),
            folder.appending(path: "page").path(),
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        // P5, width and height, 255, then the pixels.
        let picture = try Data(contentsOf: folder.appending(path: "page.pgm"))
        let head = String(decoding: picture.prefix(40), as: Unicode.ASCII.self).split(
            whereSeparator: \.isWhitespace)
        let (width, height) = (Int(head[1]) ?? 0, Int(head[2]) ?? 0)
        return PDFBytes.picture(
            width: width, height: height, pixels: picture.suffix(width * height))
    }
}
