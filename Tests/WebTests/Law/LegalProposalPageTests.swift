import Domain
import Hummingbird
import HummingbirdTesting
import Sample
import Store
import Support
import Testing

@testable import Web

@Suite struct LegalProposalPageTests {
    @Test func `the steps propose answers, and a person takes them over`() async throws {
        let site = try await SampleSite(.binhDinh2021)
        let document = try #require(
            try await site.test.store.read { db in
                try (1...60).compactMap { try db.legalDocument(numbered: $0) }.first {
                    try !db.legalFile(of: $0.id).steps.isEmpty
                }
            })
        let path = "/documents/\(document.number)/file"
        let page = try await site.test.get(path, site.officer).text
        #expect(page.contains("Đề xuất từ các bước và bảng thẩm quyền"))
        #expect(page.contains("Do cơ quan kiểm tra văn bản đánh giá"))
        #expect(document.judgedOn == nil)
        var typed = [
            "token": site.officer.token, "version": "\(document.version)", "order": "met",
            "procedure": "met", "authority": "met", "judged_on": "10/10/2021",
        ]
        let wrong = try await site.test.post(
            "/documents/\(document.number)/judgement", typed, site.officer)
        #expect(wrong.status == .badRequest)
        #expect(wrong.text.contains("Hãy ghi cơ quan kiểm tra văn bản"))
        typed["judge"] = "Sở Tư pháp"
        let taken = try await site.test.post(
            "/documents/\(document.number)/judgement", typed, site.officer)
        #expect(taken.status == .seeOther)
        let judged = try await site.test.store.read {
            try $0.legalDocument(numbered: document.number)
        }
        #expect(judged?.answers == [.order: .met, .procedure: .met, .authority: .met])
    }

    @Test func `a document's page leads to a finding of a check, and lists it`() async throws {
        let site = try await SampleSite(.binhDinh2021)
        let before = try await site.test.get("/documents/1", site.officer).text
        #expect(before.contains("source=documentCheck"))
        let document = try #require(
            try await site.test.store.read { try $0.legalDocument(numbered: 1) })
        let code = try #require(
            try await site.test.store.read {
                try $0.agencies(named: [document.issuer], on: document.signedOn)[
                    document.issuer]?.code
            })
        let made = try await site.test.post(
            "/2021/findings",
            [
                "token": site.officer.token, "body_code": code, "source": "documentCheck",
                "ground": document.cited, "document_number": "1",
                "text": "Điều 4 trái với nghị định",
                "found_on": "10/10/2021", "due_on": "10/11/2021",
            ], site.officer)
        #expect(made.status == .seeOther)
        #expect(made.headers[.location] == "/documents/1")
        let after = try await site.test.get("/documents/1", site.officer).text
        #expect(after.contains("Điều 4 trái với nghị định"))
    }
}
