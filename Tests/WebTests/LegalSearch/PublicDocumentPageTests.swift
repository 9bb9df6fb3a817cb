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
        let symbols = try await site.test.store.read { db in
            var found: [String] = []
            try db.eachLegalDocument(of: 2021) {
                if $0.details.nature == .individual { found.append($0.symbol) }
            }
            return found
        }
        #expect(!symbols.isEmpty)
        let page = try await site.test.get("/public/documents?q=qd-ubnd")
        #expect(page.status == .ok)
        for symbol in symbols { #expect(!page.text.contains(">\(symbol)<")) }
    }

    @Test func `what bodies above issued is on the register and not among the public pages`()
        async throws
    {
        let site = try await SampleSite.of2021.value
        let number = try await site.test.store.read { db in
            var found: Int?
            try db.eachLegalDocument(of: 2015) {
                if $0.symbol == "80/2015/QH13" { found = $0.number }
            }
            return try #require(found)
        }
        #expect(try await site.test.get("/public/documents/\(number)").status == .notFound)
    }

    @Test func `the first page for everybody leads to the documents, in both languages`()
        async throws
    {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get("/public").text
        #expect(page.contains("<button>Tìm</button>"))
        #expect(page.contains("Văn bản, chính sách còn hiệu lực"))
        #expect(page.contains("href=\"/public/documents\""))
        #expect(page.contains("href=\"/public/journal\""))
        let english = try await site.test.get("/public?lang=en").text
        #expect(english.contains("Documents and policies in force"))
    }
}
