import Domain
import HTTPTypes
import HummingbirdTesting
import Store
import Support
import Testing

@testable import Web

@Suite struct SignInTests {
    @Test func `the right password opens a session whose cookie no script can read`() async throws {
        let site = try await TestSite()
        let first = try #require(try await site.store.createFirstAdministrator())
        let answer = try await site.post(
            "/session", ["login": first.login, "password": first.password])
        #expect(answer.status == .seeOther)
        let cookie = try #require(answer.cookies[SiteCookie.session])
        #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
        #expect(!cookie.contains("Secure"))
    }

    @Test func `behind https the cookie is never sent without it`() async throws {
        let site = try await TestSite(SiteSettings(publicAddress: "https://cchc.example.vn"))
        let first = try #require(try await site.store.createFirstAdministrator())
        let answer = try await site.post(
            "/session", ["login": first.login, "password": first.password])
        #expect(answer.cookies[SiteCookie.session]?.contains("Secure") == true)
        #expect(answer.headers[.strictTransportSecurity] != nil)
    }

    @Test func `a one-time password must be changed before anything else`() async throws {
        let site = try await TestSite()
        let first = try #require(try await site.store.createFirstAdministrator())
        let signIn = try await site.post(
            "/session", ["login": first.login, "password": first.password])
        #expect(signIn.headers[.location] == Paths.password)
        let person = try await site.store.signIn(
            login: first.login, password: first.password, device: "", address: "")
        let browser = Browser(session: person)
        #expect(try await site.get("/2021", browser).headers[.location] == Paths.password)
        #expect(try await site.get(Paths.password, browser).status == .ok)
    }

    @Test func `a wrong password shows the form again with the login and the reason`() async throws
    {
        let site = try await TestSite()
        let answer = try await site.post("/session", ["login": "quantri", "password": "sai"])
        #expect(answer.status == .badRequest)
        #expect(answer.text.contains("Tên đăng nhập hoặc mật khẩu không đúng"))
        #expect(answer.text.contains("value=\"quantri\""))
        #expect(answer.cookies[SiteCookie.session] == nil)
    }

    @Test func `signing in leads back to where one came from, but never to another site`()
        async throws
    {
        let site = try await TestSite()
        let browser = try await site.signedIn()
        #expect(
            try await site.get("/sign-in?next=%2F2021%2Fplan", browser).headers[.location]
                == "/2021/plan")
        #expect(try await site.get("/sign-in?next=%2F%2Fevil", browser).headers[.location] == "/")
    }

    @Test func `signing out ends the session`() async throws {
        let site = try await TestSite(openToVisitors: false)
        let browser = try await site.signedIn()
        let answer = try await site.post("/session/closure", ["token": browser.token], browser)
        #expect(answer.cookies[SiteCookie.session]?.contains("Max-Age=0") == true)
        #expect(
            try await site.get("/account", browser).headers[.location] == "/sign-in?next=%2Faccount"
        )
    }

    @Test func `a new password typed differently the second time is refused at its field`()
        async throws
    {
        let site = try await TestSite()
        let browser = try await site.signedIn()
        let answer = try await site.post(
            "/account/password",
            [
                "token": browser.token, "current": "x", "password": "một hai ba bốn",
                "again": "khác",
            ], browser)
        #expect(answer.status == .badRequest)
        #expect(answer.text.contains("không giống nhau"))
    }
}

@Suite struct WritingTests {
    @Test func `a visitor's form is refused before it is read`() async throws {
        let answer = try await TestSite().post("/session/closure", ["token": "x"])
        #expect(answer.status == .forbidden)
        #expect(answer.text.contains("Cần đăng nhập"))
    }

    @Test(arguments: ["", "AAAA"])
    func `a form without this session's token is refused`(_ token: String) async throws {
        let site = try await TestSite()
        let answer = try await site.post(
            "/session/closure", ["token": token], try await site.signedIn())
        #expect(answer.status == .forbidden)
        #expect(answer.text.contains("phiên đăng nhập đã đổi"))
    }

    @Test(arguments: ["https://evil.example", "null", "http://localhost.evil.example"])
    func `a form sent from another site is refused, token or not`(_ origin: String) async throws {
        let site = try await TestSite()
        var browser = try await site.signedIn()
        browser.origin = origin
        let answer = try await site.post("/session/closure", ["token": browser.token], browser)
        #expect(answer.status == .forbidden)
        #expect(answer.cookies[SiteCookie.session] == nil)
    }

    @Test func `a form sent from here is taken`() async throws {
        let site = try await TestSite()
        var browser = try await site.signedIn()
        browser.origin = "http://localhost"
        let answer = try await site.post("/session/closure", ["token": browser.token], browser)
        #expect(answer.status == .seeOther)
    }

    @Test func `a form larger than allowed is answered, not cut off`() async throws {
        let answer = try await TestSite().post(
            "/session", ["login": String(repeating: "a", count: 300_000)])
        #expect(answer.status == .contentTooLarge)
        #expect(answer.text.contains("hãy gửi dưới dạng tệp đính kèm"))
    }
}
