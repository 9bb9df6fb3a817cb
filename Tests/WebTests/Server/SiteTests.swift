import Domain
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Support
import Testing

@testable import Web

@Suite struct SiteTests {
    @Test func `an address without a page says so in Vietnamese`() async throws {
        let answer = try await TestSite().get("/khong-co")
        #expect(answer.status == .notFound)
        #expect(answer.text.contains("Không có trang này"))
    }

    @Test func `the address may ask for English, and it is remembered`() async throws {
        let answer = try await TestSite().get("/khong-co?lang=en")
        #expect(answer.text.contains("There is no such page"))
        #expect(try await TestSite().get("/sign-in?lang=en").cookies[SiteCookie.language] != nil)
    }

    @Test func `a remembered language is used`() async throws {
        let answer = try await TestSite().get("/khong-co", Browser(language: .en))
        #expect(answer.text.contains("There is no such page"))
    }

    @Test func `every answer forbids scripts and styles from elsewhere`() async throws {
        for address in ["/sign-in", "/khong-co", Paths.asset("style.css")] {
            let policy = try await TestSite().get(address).headers[.contentSecurityPolicy] ?? ""
            #expect(policy.hasPrefix("default-src 'none';"), "\(address)")
            #expect(!policy.contains("unsafe"))
        }
    }

    @Test func `every answer carries the usual headers`() async throws {
        let wanted = [
            "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY",
            "Referrer-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        ]
        for address in ["/sign-in", "/khong-co", "/2021", Paths.asset("style.css")] {
            let headers = try await TestSite().get(address).headers
            for (name, value) in wanted {
                #expect(headers[try #require(HTTPField.Name(name))] == value, "\(address)")
            }
            #expect(headers[.contentSecurityPolicy]?.contains("frame-ancestors 'none'") == true)
            #expect(headers[RequestLog.idHeader]?.count == 10)
        }
    }

    @Test func `a marked asset is kept for a year and asked for only when changed`() async throws {
        let site = try await TestSite()
        let first = try await site.get(Paths.asset("style.css"))
        #expect(first.status == .ok)
        #expect(first.headers[.cacheControl] == "public, max-age=31536000, immutable")
        #expect(
            try await site.get("/assets/style.css").headers[.cacheControl] == "public, no-cache")
        #expect(try await site.get("/assets/nothing.css").status == .notFound)
    }

    @Test func `a closed workspace shows a visitor the sign-in page only`() async throws {
        let site = try await TestSite(openToVisitors: false)
        let answer = try await site.get("/2021?on=2021-10-01")
        #expect(answer.status == .seeOther)
        #expect(answer.headers[.location] == "/sign-in?next=%2F2021%3Fon%3D2021-10-01")
        #expect(try await site.get("/sign-in").status == .ok)
    }

    @Test func `another year chosen at the top leads to that year's page`() async throws {
        let answer = try await TestSite().get("/2021/plan?year=2022&on=15%2F10%2F2021&show=all")
        #expect(answer.headers[.location] == "/2022/plan?show=all")
    }

    @Test func `a day in the chosen year goes along`() async throws {
        let answer = try await TestSite().get("/2021/plan?year=2022&on=2022-03-01")
        #expect(answer.headers[.location] == "/2022/plan?on=2022-03-01")
    }

    @Test func `what was done is said once`() async throws {
        let said = SiteCookie.written("Đã ghi <b>")
        let answer = try await TestSite().get("/sign-in", Browser(said: said))
        #expect(answer.text.contains("Đã ghi &lt;b&gt;"))
        #expect(answer.cookies[SiteCookie.said]?.contains("Max-Age=0") == true)
    }
}

@Suite struct LocalAddressTests {
    @Test(arguments: ["/2021", "/", "/2021/plan?on=2021-10-01"])
    func `an address of this site is kept`(_ address: String) {
        #expect(localAddress(address) == address)
    }

    @Test(arguments: [
        "//evil.example", "/\\evil.example", "https://evil.example", "", "javascript:x", "/a\nb",
    ])
    func `any other becomes the first page`(_ address: String) {
        #expect(localAddress(address) == "/")
    }
}

@Suite struct PathsTests {
    @Test func `nothing in a code can end the address early`() {
        #expect(Paths.target(2021, "a/b?c#d") == "/2021/targets/a%2Fb%3Fc%23d")
    }

    @Test func `a changed field leaves the others as they are`() {
        #expect(
            Paths.changed("/2021?show=all&on=2021-01-01", [("on", nil), ("lang", "en")])
                == "/2021?show=all&lang=en")
    }

    @Test func `a field is not mistaken for one whose name begins alike`() {
        #expect(Paths.changed("/a?only=1&on=2", [("on", nil)]) == "/a?only=1")
    }
}

@Suite struct DeviceTests {
    private let settings = SiteSettings(trustedProxies: ["10.0.0.1", "10.0.0.2"])

    @Test func `without a trusted proxy the connection itself counts`() {
        #expect(device(from: "1.2.3.4", forwarded: "6.6.6.6") == "1.2.3.4")
    }

    @Test func `behind trusted proxies the last other address counts`() {
        #expect(device(from: "10.0.0.1", forwarded: "6.6.6.6, 1.2.3.4, 10.0.0.2") == "1.2.3.4")
    }

    private func device(from peer: String, forwarded: String) -> String {
        guard let name = HTTPField.Name("X-Forwarded-For") else { return "" }
        let head = HTTPRequest(
            method: .get, scheme: "http", authority: "a", path: "/", headerFields: [name: forwarded]
        )
        return settings.device(of: Request(head: head, body: .init(buffer: .init())), peer: peer)
    }
}
