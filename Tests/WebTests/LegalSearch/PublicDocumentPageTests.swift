import Domain
import Hummingbird
import HummingbirdTesting
import Sample
import Store
import Support
import Testing

@testable import Web

@Suite struct PublicDocumentPageTests {
    @Test func `what is in force is listed for everybody`() async throws {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get("/public/documents")
        #expect(page.status == .ok)
        #expect(page.text.contains("/public/documents/"))
        #expect(!page.text.contains("Chưa có hiệu lực"))
    }

    @Test func `a document says what changed it and shows no form`() async throws {
        let site = try await SampleSite.of2021.value
        let number = try await site.amended()
        let page = try await site.test.get("/public/documents/\(number)").text
        #expect(page.contains("được sửa đổi bởi"))
        #expect(page.contains("khoản 2 Điều 5"))
        #expect(!page.contains("Ghi tác động hiệu lực"))
    }

    @Test func `an individual document has no public page`() async throws {
        let site = try await SampleSite.of2021.value
        let number = try await site.test.store.read { db in
            var found: Int?
            try db.eachLegalDocument(of: 2021) {
                if $0.details.nature == .individual { found = $0.number }
            }
            return try #require(found)
        }
        #expect(try await site.test.get("/public/documents/\(number)").status == .notFound)
    }

    @Test func `the search of everybody finds no individual documents`() async throws {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get("/public/documents?q=quyet+dinh")
        #expect(page.status == .ok)
    }
}
