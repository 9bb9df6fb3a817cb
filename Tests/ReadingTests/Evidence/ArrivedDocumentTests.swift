import Domain
import Foundation
import Support
import Testing

@testable import Reading

@Suite struct ArrivedDocumentTests {
    private let head = [
        "ỦY BAN NHÂN DÂN", "TỈNH BÌNH ĐỊNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc", "Số: 95/KH-UBND", "Bình Định, ngày 31 tháng 12 năm 2020",
        "KẾ HOẠCH", "Cải cách hành chính nhà nước tỉnh Bình Định năm 2021",
        "Căn cứ Nghị quyết số 30c/NQ-CP ngày 08 tháng 11 năm 2011 của Chính phủ;",
    ]

    @Test func `symbol, day, issuer and title are read from a PDF`() async throws {
        let read = try await read(PDFBytes.text([head]), "ke-hoach.pdf")
        #expect(read.symbol == "95/KH-UBND")
        #expect(read.issuedOn == Day("2020-12-31"))
        #expect(read.issuer == "Ủy ban nhân dân tỉnh Bình Định")
        #expect(read.title.contains("Cải cách hành chính nhà nước tỉnh Bình Định năm 2021"))
    }

    @Test func `and from plain text`() async throws {
        let read = try await read(Data(head.joined(separator: "\n").utf8), "ke-hoach.txt")
        #expect(read.symbol == "95/KH-UBND")
    }

    @Test func `what is no official document keeps its head unknown`() async throws {
        let read = try await read(Data("Danh sách\nMột\nHai\n".utf8), "a.txt")
        #expect(read.symbol.isEmpty && read.title.isEmpty && read.issuedOn == nil)
    }

    @Test func `a PDF with the stamp of secrecy at its head is refused`() async throws {
        var stamped = head
        stamped.insert("TỐI MẬT", at: 5)
        await #expect(throws: EvidenceError.secret(name: "a.pdf", stamp: "TỐI MẬT")) {
            try await self.read(PDFBytes.text([stamped]), "a.pdf")
        }
    }

    @Test(arguments: ["word/header1.xml", "word/footer2.xml", "word/document.xml"])
    func `a Word document with the stamp beside its text is refused`(_ part: String) async throws {
        let stamp = "<w:p><w:r><w:t>MẬT</w:t></w:r></w:p>"
        let plain = "<w:p><w:r><w:t>Số: 95/KH-UBND</w:t></w:r></w:p>"
        let box = "<w:p><w:r><w:pict><w:txbxContent>\(stamp)</w:txbxContent></w:pict></w:r></w:p>"
        let isBody = part == "word/document.xml"
        var parts = [
            (name: "[Content_Types].xml", content: "<Types/>"),
            (
                name: "word/document.xml",
                content:
                    "<w:document xmlns:w=\"http://w\">\(plain)\(isBody ? box : "")</w:document>"
            ),
        ]
        if !isBody { parts.append((part, "<w:hdr xmlns:w=\"http://w\">\(stamp)</w:hdr>")) }
        let file = ZipBytes.make(parts)
        await #expect(throws: EvidenceError.secret(name: "a.docx", stamp: "MẬT")) {
            try await self.read(file, "a.docx")
        }
    }

    @Test func `slides with the stamp on the first are refused`() async throws {
        let file = ZipBytes.make([
            ("[Content_Types].xml", "<Types/>"), ("ppt/presentation.xml", "<p:presentation/>"),
            (
                "ppt/slides/slide1.xml",
                "<p:sld xmlns:p=\"http://p\" xmlns:a=\"http://a\"><a:p><a:r><a:t>TUYỆT MẬT</a:t></a:r></a:p><a:p><a:r><a:t>Kế hoạch</a:t></a:r></a:p></p:sld>"
            ),
        ])
        await #expect(throws: EvidenceError.secret(name: "a.pptx", stamp: "TUYỆT MẬT")) {
            try await self.read(file, "a.pptx")
        }
    }

    @Test func `a PDF that only speaks of secrets is taken`() async throws {
        var text = head
        text[7] = "Bảo vệ bí mật nhà nước; không nhập tài liệu TỐI MẬT năm 2021"
        #expect(try await read(PDFBytes.text([text]), "a.pdf").symbol == "95/KH-UBND")
    }

    @Test func `text is cut into paragraphs and tables to be shown`() async throws {
        let path = try place(Data("Tiêu đề\nTT\tTên\n1\tMột\n\nHết\n".utf8))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let shown = try await DocumentPreview.blocks(of: path, named: "a.txt")
        #expect(
            shown.blocks == [
                .paragraph("Tiêu đề"), .table([["TT", "Tên"], ["1", "Một"]]), .paragraph("Hết"),
            ])
        #expect(!shown.isCut)
    }

    @Test func `a page of a PDF becomes a picture`() async throws {
        let path = try place(PDFBytes.text([["Một"], ["Hai"]]))
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(await DocumentPreview.pageCount(of: path) == 2)
        let picture = try #require(await DocumentPreview.picture(ofPage: 2, of: path))
        #expect(picture.starts(with: [0xFF, 0xD8, 0xFF]))
        #expect(await DocumentPreview.picture(ofPage: 3, of: path) == nil)
    }

    @Test(arguments: [
        (["true"], FileScan.clean),
        (["sh", "-c", "echo \"$0: Eicar FOUND\"; exit 1"], .infected("Eicar FOUND")),
        (["sh", "-c", "exit 2"], .failed("")), (["khong-co-lenh-nay"], .failed("")),
    ])
    func `a scan ends as clamd's does`(_ command: [String], _ expected: FileScan) async throws {
        let path = try place(Data("x".utf8))
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(await FileScan.of(path, with: command) == expected)
    }

    private func read(_ data: Data, _ name: String) async throws -> ArrivedDocument {
        let path = try place(data)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try await ArrivedDocument.read(path, named: name)
    }

    private func place(_ data: Data) throws -> String {
        let path = FileManager.default.temporaryDirectory.appending(
            path: "caicach-test-\(UUID().uuidString)"
        ).path
        try data.write(to: URL(filePath: path))
        return path
    }
}
