import Hummingbird
import HummingbirdTesting
import Sample
import Store
import Support
import Testing

@testable import Web

@Suite struct LegalSearchPageTests {
    @Test func `what was asked for is marked in what was found`() async throws {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get("/documents/search?q=quyet+dinh")
        #expect(page.status == .ok)
        #expect(page.text.contains("<mark>"))
    }

    @Test func `an empty question finds nothing and says what to do`() async throws {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get("/documents/search").text
        #expect(page.contains("Hãy gõ từ cần tìm"))
    }

    @Test func `what cannot be found is said`() async throws {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get("/documents/search?q=zzzz").text
        #expect(page.contains("Không tìm thấy văn bản nào."))
    }
}
