import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import Store
import Support
import Testing

@testable import Web

/// A form left open past the session's end survives signing in again.
@Suite struct LateFormTests {
    private static let typed = [
        "name": "Nguyễn Văn An", "role": "head", "agency_code": "T-1", "title": "Chủ tịch",
        "from_on": "01/02/2021",
    ]

    @Test func `what was sent too late is kept, shown after signing in, and sent on`() async throws
    {
        let late = try await Late()
        let answer = try await late.send()
        #expect(answer.status == .seeOther)
        #expect(answer.headers[.location] == "/sign-in?next=%2Flate-form")

        let browser = try await late.signInAgain(answer)
        let page = try await late.site.get("/late-form", browser)
        #expect(page.text.contains("Nguyễn Văn An"))
        #expect(page.text.contains("01/02/2021"))
        #expect(page.text.contains("Người đứng đầu"))
        #expect(page.text.contains("action=\"/posts\""))

        var fields = ConflictTests.fields(page.text)
        #expect(fields["token"] == browser.token)
        fields["token"] = browser.token
        let sent = try await late.site.post("/posts", fields, browser)
        #expect(sent.status == .seeOther)
        #expect(sent.cookies[SiteCookie.late]?.contains("Max-Age=0") == true)
        #expect(
            try await late.site.get("/agencies/T-1/people", browser).text.contains("Nguyễn Văn An"))
        #expect(try await late.site.get("/late-form", browser).status == .notFound)
    }

    @Test func `nothing typed lies in the database in clear`() async throws {
        let late = try await Late()
        _ = try await late.send()
        let sealed = try await late.site.store.read {
            try $0.rows("SELECT sealed, ticket_hash FROM late_forms").map {
                $0.text(0) + $0.text(1)
            }
        }
        #expect(sealed.count == 1)
        for text in sealed {
            for secret in ["Nguyễn", "Chủ tịch", "posts"] { #expect(!text.contains(secret)) }
        }
    }

    @Test func `nobody else gets to see it, not even in the same browser`() async throws {
        let late = try await Late()
        let answer = try await late.send()
        var other = try await late.site.signedIn(as: .standingOffice, in: "T-SNV", named: "Bà Khác")
        other.late = answer.lateTicket
        let page = try await late.site.get("/late-form", other)
        #expect(page.status == .forbidden)
        #expect(!page.text.contains("Nguyễn Văn An"))
    }

    @Test func `without the ticket, or with another, there is nothing`() async throws {
        let late = try await Late()
        let answer = try await late.send()
        var browser = try await late.signInAgain(answer)
        browser.late = nil
        #expect(try await late.site.get("/late-form", browser).status == .notFound)
        browser.late = LateTicket().text
        #expect(try await late.site.get("/late-form", browser).status == .notFound)
    }

    @Test func `a form that was not made for the session that ended is not kept`() async throws {
        let late = try await Late()
        let answer = try await late.send(token: "AAAA")
        #expect(answer.status == .forbidden)
        #expect(try await late.count() == 0)
    }

    @Test func `a session that never was keeps nothing`() async throws {
        let late = try await Late()
        var stranger = late.browser
        stranger.session = SignedIn(
            token: "nobody", user: User(id: User.ID("x"), login: "x", name: "x"),
            mustChangePassword: false, roles: [], seenAt: Instant(milliseconds: 0))
        let answer = try await late.site.post(
            "/posts", Self.typed.merging(["token": stranger.token]) { $1 }, stranger)
        #expect(answer.status == .forbidden)
        #expect(try await late.count() == 0)
    }

    @Test func `a form with a password is never kept`() async throws {
        let late = try await Late()
        let answer = try await late.site.post(
            "/account/password",
            ["token": late.browser.token, "current": "a", "password": "b", "again": "b"],
            late.browser)
        #expect(answer.status == .forbidden)
        #expect(try await late.count() == 0)
    }

    @Test func `it is forgotten after a day, and when it is thrown away`() async throws {
        let late = try await Late()
        let answer = try await late.send()
        late.site.clock.advance(seconds: 86_401)
        let browser = try await late.signInAgain(answer)
        #expect(try await late.site.get("/late-form", browser).status == .notFound)

        let again = try await Late()
        let kept = try await again.send()
        let person = try await again.signInAgain(kept)
        let gone = try await again.site.post("/late-form/removal", ["token": person.token], person)
        #expect(gone.status == .seeOther)
        #expect(try await again.count() == 0)
    }

    @Test func `a page opened in an earlier session of the same person still sends`() async throws {
        let late = try await Late()
        let browser = try await late.signInAgain(nil)
        let sent = try await late.site.post(
            "/posts", Self.typed.merging(["token": late.browser.token]) { $1 }, browser)
        #expect(sent.status == .seeOther)
    }

    @Test func `every page reminds of what waits`() async throws {
        let late = try await Late()
        let browser = try await late.signInAgain(try await late.send())
        #expect(try await late.site.get("/agencies", browser).text.contains("href=\"/late-form\""))
    }

    /// A site on which somebody opened a form, and whose session has run out since.
    private struct Late {
        let site: TestSite
        let browser: Browser
        let login: String

        init() async throws {
            site = try await TestSite(openToVisitors: false)
            browser = try await site.withBodies()
            login = try #require(browser.session?.user.login)
            site.clock.advance(seconds: 9 * 3_600)
        }

        func send(token: String? = nil) async throws -> TestResponse {
            try await site.post(
                "/posts", typed.merging(["token": token ?? browser.token]) { $1 }, browser)
        }

        func signInAgain(_ answer: TestResponse?) async throws -> Browser {
            let person = try await site.store.signIn(
                login: login, password: TestSite.password, device: "", address: "")
            return Browser(session: person, late: answer?.lateTicket)
        }

        func count() async throws -> Int {
            try await site.store.read { try $0.rows("SELECT ticket_hash FROM late_forms").count }
        }
    }
}

extension TestResponse {
    fileprivate var lateTicket: String? {
        cookies[SiteCookie.late].map { cookie in
            String(cookie.dropFirst(SiteCookie.late.count + 1).prefix { $0 != ";" })
        }
    }
}
