import Domain
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Store
import Testing

@testable import Web

/// No form can be sent from another site, whichever form it is.
@Suite struct FormTokenTests {
    @Test func `every form that changes something carries the token of its session`() async throws {
        let site = try await SampleSite.of2021.value
        var map = SiteMap(site.test.site)
        try await map.walk(
            site.test, as: site.officer, from: ["/2021", "/2021/plan", "/agencies"], each: 2)

        let sent = map.forms.filter { $0.method == "POST" }
        #expect(Set(sent.map { map.route("POST", $0.action)?.path ?? $0.action }).count > 10)
        for form in sent {
            let token = form.fields.first { $0.name == "token" }?.value
            #expect(token == site.officer.token, "\(form.action) on \(form.page)")
        }
    }

    @Test func `a visitor's form carries a token bound to a cookie of their browser`() async throws
    {
        let site = try await TestSite()
        let page = try await site.get("/sign-in")
        let form = try #require(
            SiteMap.forms(in: page.text, of: "/sign-in").first { $0.method == "POST" })
        let cookie = try #require(page.cookies[SiteCookie.visitor])
        let key = String(cookie.dropFirst(SiteCookie.visitor.count + 1).prefix { $0 != ";" })

        #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
        #expect(form.fields.first { $0.name == "token" }?.value == VisitorKey(key).token)
    }

    @Test func `a visitor who only reads is given no cookie`() async throws {
        let site = try await SampleSite.of2021.value.test
        #expect(try await site.get("/2021").headers[values: .setCookie].isEmpty)
    }

    @Test(arguments: ["none", "wrong", "another session's", "a visitor's"])
    func `every address that takes a form refuses one with the wrong token`(_ kind: String)
        async throws
    {
        let site = try await SampleSite.of2021.value
        let map = SiteMap(site.test.site)
        let key = VisitorKey.newKey()
        let token =
            switch kind {
            case "none": ""
            case "wrong": "AAAA"
            case "another session's": FormToken(secret: "another").text
            default: VisitorKey(key).token
            }
        let before = try await site.test.store.read { try $0.journalEnd().seq }

        let taking = map.routes.filter { !["GET", "HEAD"].contains($0.method) }
        #expect(taking.count > 10)
        for route in taking {
            let address = route.path.replacing(":year", with: "2021").replacing(":", with: "")
            for var browser in [site.officer, Browser()] {
                if kind == "a visitor's", browser.session == nil { continue }
                browser.visitorKey = kind == "a visitor's" ? nil : key
                let answer = try await site.test.post(address, ["token": token], browser)
                let isSentToSignIn = answer.headers[.location]?.hasPrefix(Paths.signIn) == true
                #expect(
                    answer.status == .forbidden || browser.session == nil && isSentToSignIn,
                    "\(route) as \(browser.session?.user.login ?? "nobody")")
            }
        }
        #expect(try await site.test.store.read { try $0.journalEnd().seq } == before)
    }

    @Test func `a route takes files only where its page asks for one`() async throws {
        let site = try await SampleSite.of2021.value
        var map = SiteMap(site.test.site)
        try await map.walk(
            site.test, as: site.officer, from: ["/2021", "/2021/plan", "/agencies"], each: 2)
        var tried = 0
        for form in map.forms where form.method == "POST" {
            let body = """
                --x\r
                Content-Disposition: form-data; name="token"\r
                \r
                wrong\r
                --x\r
                Content-Disposition: form-data; name="file"; filename="a.csv"\r
                \r
                \(String(repeating: "a", count: 100_000))\r
                --x--\r

                """
            let answer = try await site.test.send(
                .post, form.action, site.officer, type: "multipart/form-data; boundary=x",
                body: .init(string: body))
            #expect(
                answer.status == (form.hasFile ? .forbidden : .contentTooLarge),
                "\(form.action) on \(form.page)")
            tried += 1
        }
        #expect(tried > 20)
    }

    @Test func `a form that the browser says comes from another site is refused`() async throws {
        let site = try await TestSite()
        let browser = try await site.signedIn()
        let name = try #require(HTTPField.Name("Sec-Fetch-Site"))
        for (from, status) in [
            ("cross-site", HTTPResponse.Status.forbidden), ("same-origin", .seeOther),
        ] {
            let answer = try await site.post(
                "/session/closure", ["token": browser.token], browser, headers: [name: from])
            #expect(answer.status == status, "\(from)")
        }
    }
}
