import Domain
import HTTPTypes
import HummingbirdTesting
import Store
import Support
import Testing

@testable import Web

@Suite struct SecondFactorPageTests {
    private static let secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"

    @Test func `the page draws the key as a QR code and spells it`() async throws {
        let site = try await AccountSite()
        let page = try await site.get("/account/second-factor").text
        #expect(page.contains("<svg class=\"qr\""))
        let secret = try #require(hidden("secret", in: page))
        #expect(secret.utf8.count == 32)
        #expect(page.contains(String(secret.prefix(4)) + " " + secret.dropFirst(4).prefix(4)))
    }

    @Test func `a code switches it on and shows ten recovery codes once`() async throws {
        let site = try await AccountSite()
        let answer = try await set(site)
        #expect(answer.status == .ok)
        #expect(answer.text.split(separator: "<li><code>").count == 11)
        #expect(try await site.get("/account").text.contains("Còn 10 mã khôi phục"))
    }

    @Test func `a wrong code keeps the same key on the page`() async throws {
        let site = try await AccountSite()
        let answer = try await site.send(
            "/account/second-factor", ["secret": Self.secret, "code": "000000"])
        #expect(answer.status == .badRequest)
        #expect(hidden("secret", in: answer.text) == Self.secret)
        #expect(answer.text.contains("Mã không đúng"))
    }

    @Test func `signing in then asks for the code, and only the code opens a session`() async throws
    {
        let site = try await AccountSite()
        _ = try await set(site)
        site.test.clock.advance(seconds: 60)

        let first = try await site.test.post(
            "/session",
            ["login": "quantri", "password": "sông núi nước Nam 10", "return": "/agencies"])

        #expect(first.headers[.location] == "/sign-in/code?next=%2Fagencies")
        #expect(first.cookies[SiteCookie.session] == nil)
        var browser = Browser()
        browser.others[SiteCookie.waiting] = first.value(of: SiteCookie.waiting)
        #expect(try await site.get("/sign-in/code?next=%2Fagencies", browser).status == .ok)
        let wrong = try await site.test.post("/sign-in/code", ["code": "000000"], browser)
        #expect(wrong.status == .badRequest && wrong.cookies[SiteCookie.session] == nil)
        let right = try await site.test.post(
            "/sign-in/code", ["code": site.code(Self.secret), "return": "/agencies"], browser)
        #expect(right.headers[.location] == "/agencies")
        let token = try #require(right.value(of: SiteCookie.session))
        #expect(try await site.store.read { try $0.signedIn(token) } != nil)
    }

    @Test func `without a sign-in that waits the code page leads to the beginning`() async throws {
        let site = try await AccountSite()
        let answer = try await site.get("/sign-in/code", Browser())
        #expect(answer.headers[.location] == "/sign-in")
    }

    @Test func `a code without a sign-in that waits opens nothing`() async throws {
        let site = try await AccountSite()
        let answer = try await site.test.post("/sign-in/code", ["code": "123456"])
        #expect(answer.status == .badRequest)
        #expect(answer.text.contains("đăng nhập lại từ đầu"))
    }

    @Test func `where a role requires it every page leads to setting it up`() async throws {
        let site = try await AccountSite()
        _ = try await site.send(
            "/settings/sign-in",
            ["idle": "60", "longest": "24", "link": "24", "roles": "administrator"])

        for path in ["/2021", "/accounts", "/settings/sign-in", "/account"] {
            #expect(
                try await site.get(path).headers[.location] == "/account/second-factor", "\(path)")
        }
        _ = try await set(site)
        #expect(try await site.get("/accounts").status == .ok)
    }

    @Test func `the rules offer no role that only reports`() async throws {
        let site = try await AccountSite()
        let page = try await site.get("/settings/sign-in").text
        #expect(page.contains("value=\"administrator\"") && !page.contains("value=\"officer\""))
        let forced = try await site.send(
            "/settings/sign-in", ["idle": "60", "longest": "24", "link": "24", "roles": "officer"])
        #expect(forced.status == .badRequest)
    }

    @Test func `what is typed wrong in the rules is shown again with its reason`() async throws {
        let site = try await AccountSite()
        let answer = try await site.send(
            "/settings/sign-in", ["idle": "một", "longest": "24", "link": "24"])
        #expect(answer.status == .badRequest)
        #expect(answer.text.contains("value=\"một\""))
        #expect(answer.text.contains("từ 5 đến 10.080"))
    }

    private func set(_ site: AccountSite) async throws -> TestResponse {
        try await site.send(
            "/account/second-factor", ["secret": Self.secret, "code": site.code(Self.secret)])
    }

    private func hidden(_ name: String, in page: String) -> String? {
        page.firstRange(of: "name=\"\(name)\" value=\"").map {
            String(page[$0.upperBound...].prefix { $0 != "\"" })
        }
    }
}
