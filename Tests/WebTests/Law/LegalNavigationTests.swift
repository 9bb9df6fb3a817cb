import HummingbirdTesting
import Sample
import Testing

@testable import Web

@Suite struct LegalNavigationTests {
    private static let pages = [
        "/2021/documents", "/documents/search", "/documents/effects", "/documents/expired",
        "/documents/reviews", "/documents/rules", "/public/documents", "/2021/coordination",
        "/2021/coordination-regulations",
    ]

    @Test(arguments: pages)
    func `every legal page is one click away from every other`(_ path: String) async throws {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get(path).text
        for other in Self.pages {
            #expect(page.contains("<a href=\"\(other)\""), "\(other) is not on \(path)")
        }
    }

    @Test(arguments: pages)
    func `the navigation says where one is, once`(_ path: String) async throws {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get(path).text
        #expect(page.components(of: "<a href=\"\(path)\" aria-current=\"page\"") == 2)
    }

    @Test func `the overview has an entry for documents and none of their parts`() async throws {
        let site = try await SampleSite.of2021.value
        let page = try await site.test.get("/2021").text
        #expect(page.contains("<a href=\"/2021/documents\""))
        #expect(!page.contains("<a href=\"/documents/reviews\""))
    }
}

extension String {
    /// The number of pieces between the places where the other stands.
    fileprivate func components(of other: String) -> Int { split(separator: other).count }
}
