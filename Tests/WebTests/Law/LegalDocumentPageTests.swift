import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Sample
import Store
import Testing

@testable import Web

/// The register of documents, the page of one and its text, through the router.
@Suite struct LegalDocumentPageTests {
    private static let row = [
        "issuer_code": "T-SNV", "symbol": "12/2021/QĐ-SNV", "title": "Quy định phân cấp",
        "signed_on": "01/03/2021", "signer": "Nguyễn Văn An", "in_force_on": "01/03/2021",
        "sources": "vbpl.vn (chắc chắn); signer: bản giấy (chưa chắc)", "kind": "decision",
        "organ": "body",
    ]

    private func site() async throws -> (TestSite, Browser) {
        let site = try await TestSite()
        let office = try await site.withBodies()
        let answer = try await site.post(
            "/2021/documents", Self.row.merging(["token": office.token]) { $1 }, office)
        #expect(answer.status == .seeOther)
        return (site, office)
    }

    @Test func `a recorded document stands in the list and on a page of its own`() async throws {
        let (site, office) = try await site()
        let list = try await site.get("/2021/documents", office)
        #expect(list.text.contains("href=\"/documents/1\""))
        let page = try await site.get("/documents/1", office)
        #expect(page.text.contains("Quyết định 12/2021/QĐ-SNV"))
        #expect(page.text.contains("Nguyễn Văn An [bản giấy, chưa chắc]"))
    }

    @Test func `what is odd is said on the page and counted in the list`() async throws {
        let (site, office) = try await site()
        let page = try await site.get("/documents/1", office)
        #expect(page.text.contains("Ngày có hiệu lực trùng ngày ký"))
        let list = try await site.get("/2021/documents?only=queried", office)
        #expect(list.text.contains("12/2021/QĐ-SNV"))
    }

    @Test func `an uploaded text is read, its bases shown, its file kept`() async throws {
        let (site, office) = try await site()
        let text = "Căn cứ Luật số 80/2015/QH13 ngày 22/6/2015;\nQUYẾT ĐỊNH:\nĐiều 1. Phân cấp."
        let answer = try await site.send(
            [("quyết định.txt", Data(text.utf8))], to: "/documents/1/text",
            ["token": office.token, "version": "0"], office)
        #expect(answer.headers[.location] == "/documents/1")

        let page = try await site.get("/documents/1", office)
        #expect(page.text.contains("80/2015/QH13"))
        #expect(page.text.contains("không có trong sổ"))
        #expect(page.text.contains("Điều 1. Phân cấp."))
        #expect(page.text.contains("/evidence/1"))
    }

    @Test func `without a file the form says so`() async throws {
        let (site, office) = try await site()
        let answer = try await site.send(
            [], to: "/documents/1/text", ["token": office.token, "version": "0"], office)
        #expect(answer.status == .badRequest)
        #expect(answer.text.contains("Hãy chọn tệp toàn văn."))
    }

    @Test func `the file of the register is what the filter shows`() async throws {
        let (site, office) = try await site()
        let all = try await site.get("/2021/documents.csv", office)
        #expect(all.text.contains("12/2021/QĐ-SNV"))
        let none = try await site.get("/2021/documents.csv?nature=policy", office)
        #expect(!none.text.contains("12/2021/QĐ-SNV"))
    }

    @Test func `steps begin with the procedure, go out as a file and come back`() async throws {
        let (site, office) = try await site()
        let begun = try await site.post(
            "/documents/1/procedure",
            ["token": office.token, "version": "0", "procedure": "2015"], office)
        #expect(begun.headers[.location] == "/documents/1/file")
        let page = try await site.get("/documents/1/file", office)
        #expect(page.text.contains("ít nhất 30 ngày"))
        let file = try await site.get("/documents/1/steps.csv", office)
        let answer = try await site.send(
            [("buoc.csv", Data(file.text.utf8))], to: "/documents/1/steps",
            ["token": office.token, "version": "1"], office)
        #expect(answer.headers[.location] == "/documents/1/file")
    }

    @Test func `an opinion is added by the form, and its step recorded`() async throws {
        let (site, office) = try await site()
        _ = try await site.post(
            "/documents/1/procedure",
            ["token": office.token, "version": "0", "procedure": "2015"], office)
        let step = try await site.post(
            "/documents/1/step",
            [
                "token": office.token, "version": "1", "position": "3", "started_on": "01/01/2021",
                "done_on": "20/01/2021",
            ], office)
        #expect(step.headers[.location] == "/documents/1/file")
        let opinion = try await site.post(
            "/documents/1/opinion",
            ["token": office.token, "version": "2", "body": "Sở Tài chính", "taken": "accepted"],
            office)
        #expect(opinion.headers[.location] == "/documents/1/file")
        let page = try await site.get("/documents/1/file", office)
        #expect(page.text.contains("thiếu 11 ngày"))
        #expect(page.text.contains("Sở Tài chính"))
    }

    @Test func `an opinion that is not explained is shown again with its field`() async throws {
        let (site, office) = try await site()
        let answer = try await site.post(
            "/documents/1/opinion",
            ["token": office.token, "version": "0", "body": "Sở Tài chính", "taken": "explained"],
            office)
        #expect(answer.status == .badRequest)
        #expect(answer.text.contains("Không tiếp thu thì phải ghi nội dung giải trình."))
        // What stands at the top of the page leads to a page, not to where only forms are taken.
        #expect(answer.text.contains("href=\"/documents/1?lang=en\""))
        #expect(answer.text.contains("action=\"/documents/1\""))
        #expect(try await site.get("/documents/1?lang=en", office).status == .ok)
    }

    @Test func `a list of opinions with a mistake is shown again with its row`() async throws {
        let (site, office) = try await site()
        let answer = try await site.send(
            [("y-kien.csv", Data("body,taken\nSở Tài chính,explained\n".utf8))],
            to: "/documents/1/opinions", ["token": office.token, "version": "0"], office)
        #expect(answer.status == .badRequest)
        #expect(answer.text.contains("Dòng 2: Không tiếp thu thì phải ghi nội dung giải trình."))
    }

    @Test func `a document that is not there is no page`() async throws {
        let (site, office) = try await site()
        #expect(try await site.get("/documents/99", office).status == .notFound)
    }
}

extension TestSite {
    /// Sends a form with files in the field `file`.
    fileprivate func send(
        _ files: [(name: String, data: Data)], to path: String, _ fields: [String: String],
        _ browser: Browser
    ) async throws -> TestResponse {
        var body = Data()
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            body += Data(
                "--xyz\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
                    .utf8)
        }
        for file in files {
            body += Data(
                "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(file.name)\"\r\nContent-Type: text/plain\r\n\r\n"
                    .utf8)
            body += file.data + Data("\r\n".utf8)
        }
        body += Data("--xyz--\r\n".utf8)
        return try await send(
            .post, path, browser, type: "multipart/form-data; boundary=xyz",
            body: ByteBuffer(bytes: body))
    }
}
