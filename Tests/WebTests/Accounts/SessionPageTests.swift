import Domain
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Store
import Testing

@testable import Web

@Suite struct SessionPageTests {
    @Test func `a session that the browser brought along is never the one signed in to`()
        async throws
    {
        let site = try await AccountSite()
        var planted = Browser()
        planted.others[SiteCookie.session] = String(repeating: "a", count: 64)

        let answer = try await site.test.post(
            "/session", ["login": "quantri", "password": "sông núi nước Nam 10"], planted)

        let token = try #require(answer.value(of: SiteCookie.session))
        #expect(token != planted.others[SiteCookie.session])
        #expect(
            try await site.store.read { try $0.signedIn(String(repeating: "a", count: 64)) } == nil)
    }

    @Test func `signing in again ends the session that the browser had`() async throws {
        let site = try await AccountSite()
        let before = try #require(site.administrator.session?.token)

        let key = VisitorKey.newKey()
        var browser = site.administrator
        browser.visitorKey = key
        let answer = try await site.test.post(
            "/session",
            [
                "login": "quantri", "password": "sông núi nước Nam 10",
                "token": VisitorKey(key).token,
            ], browser)

        #expect(answer.value(of: SiteCookie.session) != nil)
        #expect(try await site.store.read { try $0.signedIn(before) } == nil)
    }

    @Test func `a device that signed in keeps a cookie of its own for a year`() async throws {
        let site = try await AccountSite()
        let answer = try await site.test.post(
            "/session", ["login": "quantri", "password": "sông núi nước Nam 10"])
        let cookie = try #require(answer.cookies[SiteCookie.device])
        #expect(cookie.contains("Max-Age=31536000") && cookie.contains("HttpOnly"))
    }

    @Test func `who is slowed down is told for how long, in the header too`() async throws {
        let site = try await AccountSite()
        for _ in 0..<5 {
            _ = try await site.test.post("/session", ["login": "quantri", "password": "sai"])
        }
        let answer = try await site.test.post("/session", ["login": "quantri", "password": "sai"])
        #expect(answer.status == .tooManyRequests)
        #expect(answer.headers[.retryAfter] == "2")
    }

    @Test func `an unknown login gets the same page as a wrong password`() async throws {
        let site = try await AccountSite()
        var browser = Browser()
        browser.visitorKey = VisitorKey.newKey()
        let token = VisitorKey(browser.visitorKey ?? "").token
        let known = try await site.test.post(
            "/session", ["login": "quantri", "password": "sai", "token": token], browser)
        let unknown = try await site.test.post(
            "/session", ["login": "khongco", "password": "sai", "token": token], browser)
        #expect(known.status == unknown.status)
        #expect(known.text == unknown.text.replacing("khongco", with: "quantri"))
    }

    @Test func `one's own page lists where one is signed in, and ends it there`() async throws {
        let site = try await AccountSite()
        var phone = Browser()
        phone.agent = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Safari/604.1"
        _ = try await site.test.post(
            "/session", ["login": "quantri", "password": "sông núi nước Nam 10"], phone)
        let page = try await site.get("/account").text
        #expect(page.contains("Safari, iPhone") && page.contains("phiên này"))
        let id = try #require(
            page.firstRange(of: "name=\"session\" value=\"").map {
                String(page[$0.upperBound...].prefix { $0 != "\"" })
            })

        let answer = try await site.send("/account/sessions/closure", ["session": id])

        #expect(answer.status == .seeOther)
        #expect(try await !site.get("/account").text.contains("iPhone"))
    }

    @Test func `all others end at once and this one stays`() async throws {
        let site = try await AccountSite()
        for _ in 0..<2 {
            _ = try await site.test.post(
                "/session", ["login": "quantri", "password": "sông núi nước Nam 10"])
        }
        _ = try await site.send("/account/sessions/closure", [:])
        let page = try await site.get("/account")
        #expect(page.status == .ok)
        #expect(!page.text.contains("name=\"session\""))
    }

    @Test(
        arguments: [
            ("10.0.0.1", "https", true), ("10.0.0.1", "http", false), ("10.0.0.1", nil, false),
            ("10.0.0.2", "https", false), (nil, "https", false), ("10.0.0.1", "https, http", false),
        ] as [(String?, String?, Bool)])
    func `a proxy of ours that says https makes the cookies secure, and nobody else`(
        _ peer: String?, _ said: String?, _ isSecure: Bool
    ) throws {
        var head = HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: "/")
        let name = try #require(HTTPField.Name("X-Forwarded-Proto"))
        head.headerFields[name] = said
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer()))
        let settings = SiteSettings(trustedProxies: ["10.0.0.1"])
        #expect(settings.isSecure(request, peer: peer) == isSecure)
    }

    @Test func `anybody else who says https is not believed`() async throws {
        let site = try await AccountSite()
        var browser = Browser()
        browser.forwardedProtocol = "https"
        let answer = try await site.test.post(
            "/session", ["login": "quantri", "password": "sông núi nước Nam 10"], browser)
        #expect(answer.cookies[SiteCookie.session]?.contains("Secure") == false)
    }
}
