import Domain
import HummingbirdTesting
import Store
import Support
import Testing

@testable import Web

/// What an administrator has at hand: a site, a browser that is signed in, and a password.
struct AccountSite {
    static let password = "con trâu đi trước"

    let test: TestSite
    let administrator: Browser

    init(_ settings: SiteSettings = SiteSettings(), openToVisitors: Bool = false) async throws {
        test = try await TestSite(openToVisitors: openToVisitors, settings)
        administrator = try await test.signedIn()
    }

    var store: Store { test.store }

    func get(_ address: String, _ browser: Browser? = nil) async throws -> TestResponse {
        try await test.get(address, browser ?? administrator)
    }

    /// Sends a form of the administrator, with its token.
    func send(_ address: String, _ fields: [String: String], _ browser: Browser? = nil) async throws
        -> TestResponse
    {
        let browser = browser ?? administrator
        return try await test.post(
            address, fields.merging(["token": browser.token]) { $1 }, browser)
    }

    /// Invites somebody by the form; returns the path of the link.
    func invite(_ login: String, role: String = "") async throws -> String {
        let answer = try await send(
            "/accounts", ["login": login, "name": "Người \(login)", "role": role])
        let start = try #require(answer.text.firstRange(of: "/invitations/")).lowerBound
        return String(answer.text[start...].prefix { $0 != "<" && $0 != "\n" })
    }

    /// Opens an account with its link; returns the browser that is then signed in.
    func accept(_ link: String) async throws -> Browser {
        let answer = try await test.post(
            link, ["password": Self.password, "again": Self.password])
        let token = try #require(answer.value(of: SiteCookie.session))
        return Browser(session: try await store.read { try $0.signedIn(token) })
    }

    /// The code that a phone with the secret shows.
    func code(_ secret: String) -> String {
        PhoneProbe.code(secret, at: test.clock.now)
    }
}
