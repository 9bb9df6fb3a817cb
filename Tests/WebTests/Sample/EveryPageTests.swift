import Domain
import HTTPTypes
import HummingbirdTesting
import Sample
import Testing

@testable import Web

/// Every page renders, and every link leads somewhere.
@Suite struct EveryPageTests {
    @Test(arguments: Language.allCases)
    func `whatever a visitor can reach from the overview of 2021 is there`(_ language: Language)
        async throws
    {
        let site = try await SampleSite.of2021.value.test
        try await crawl(site, from: "/2021", as: Browser(language: language), most: 260)
    }

    @Test func `whatever an officer can reach is there`() async throws {
        let site = try await SampleSite.of2021.value
        try await crawl(site.test, from: "/journal", as: site.officer, most: 120)
    }

    @Test func `in a year of two tiers no page speaks of a district`() async throws {
        let site = try await SampleSite.of2026.value.test
        for path in [
            "/2026", "/2026?as=leader", "/2026/plan", "/agencies", "/2026/inspections",
            "/2026/findings",
        ] {
            let page = try await site.get(path).text.lowercased()
            #expect(!page.contains("huyện"), "\(path)")
        }
    }

    @Test func `every page of made-up data says so`() async throws {
        let site = try await SampleSite.of2021.value.test
        for path in [
            "/2021", "/2021/plan", "/2021/targets/II.1.a.2-1", "/agencies", "/agencies/BD-SNV",
            "/2021/tasks",
        ] {
            #expect(try await site.get(path).text.contains("không phải số liệu thật"), "\(path)")
        }
    }

    private func crawl(_ site: TestSite, from start: String, as browser: Browser, most: Int)
        async throws
    {
        var waiting = [start]
        var seen: Set<String> = [start]
        var visited = 0
        while let path = waiting.popLast(), visited < most {
            visited += 1
            let answer = try await site.get(path, browser)
            #expect(
                answer.status == .ok || answer.status == .seeOther,
                "\(path) answered \(answer.status)")
            for link in links(answer.text) where seen.insert(link).inserted {
                waiting.insert(link, at: 0)
            }
        }
        #expect(visited > 20)
    }

    private func links(_ page: String) -> [String] {
        page.split(separator: "href=\"").dropFirst().compactMap { rest in
            let link = rest.prefix { $0 != "\"" }.replacing("&amp;", with: "&")
            let path = String(link.prefix { $0 != "#" })
            // PDF is made by another program, which has tests of its own.
            return path.hasPrefix("/") && !path.contains("lang=") && !path.hasSuffix(".pdf")
                ? path : nil
        }
    }
}
