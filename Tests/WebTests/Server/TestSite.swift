import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Store
import Support
import Testing

@testable import Web

/// A site over an empty workspace, asked through its router, in memory.
struct TestSite {
    let store: Store
    let site: Site
    let clock: TestClock
    private let responder: RouterResponder<AppContext>

    /// Makes a site whose today is 15/10/2021; it takes any number of requests unless told otherwise.
    init(
        openToVisitors: Bool = true, _ settings: SiteSettings = .withoutRates,
        on engine: TestEngine = .sqliteInMemory
    ) async throws {
        let clock = TestClock()
        let store = try await engine.open(clock: clock.reading)
        try await store.write { db in
            try db.setWorkspace(
                Workspace(
                    name: Bilingual(vi: "Tỉnh Thử", en: "Test Province"),
                    fixedToday: Day("2021-10-15"), readableByVisitors: openToVisitors), by: nil)
        }
        self.clock = clock
        self.store = store
        site = Site(store, settings)
        responder = site.router().buildResponder()
    }

    /// Makes a site over a copy of the other's workspace.
    init(copying other: TestSite) throws {
        clock = TestClock()
        store = try other.store.copiedInMemory(clock: clock.reading)
        site = Site(store, .withoutRates)
        responder = site.router().buildResponder()
    }

    func get(_ address: String, _ browser: Browser = Browser(), logger: Logger? = nil) async throws
        -> TestResponse
    {
        try await send(.get, address, browser, type: nil, body: nil, logger: logger)
    }

    func post(
        _ address: String, _ fields: [String: String], _ browser: Browser = Browser(),
        headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        var (fields, browser) = (fields, browser)
        if browser.session == nil, fields["token"] == nil {
            // As a browser that has opened the form before: it was given a key, and the form its token.
            browser.visitorKey = browser.visitorKey ?? VisitorKey.newKey()
            fields["token"] = browser.visitorKey.map { VisitorKey($0).token }
        }
        let body = Paths.path([], fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
            .dropFirst(2)
        return try await send(
            .post, address, browser, type: "application/x-www-form-urlencoded",
            body: ByteBuffer(string: String(body)), headers: headers)
    }

    func send(
        _ method: HTTPRequest.Method, _ address: String, _ browser: Browser, type: String?,
        body: ByteBuffer?, headers added: HTTPFields = [:], logger: Logger? = nil
    ) async throws -> TestResponse {
        var headers = browser.headers
        headers.append(contentsOf: added)
        if let type { headers[.contentType] = type }
        let application = Application(responder: responder, logger: logger ?? quiet)
        return try await application.test(.router) { [headers] client in
            try await client.execute(uri: address, method: method, headers: headers, body: body)
        }
    }

    /// Signs in as the first administrator, with a password of their own.
    func signedIn() async throws -> Browser {
        let password = "sông núi nước Nam 10"
        let first = try #require(try await store.createFirstAdministrator())
        let person = try await store.signIn(
            login: first.login, password: first.password, device: "", address: "")
        try await store.changePassword(of: person, from: first.password, to: password)
        return Browser(session: person)
    }

    private var quiet: Logger {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return logger
    }
}

extension SiteSettings {
    /// The clock of tests stands still, so to a rate limit everything would happen at once.
    static var withoutRates: SiteSettings {
        var settings = SiteSettings()
        settings.rates = nil
        return settings
    }
}

/// What a browser sends along.
struct Browser {
    var session: SignedIn?
    var language: Language?
    var origin: String?
    var said: String?
    /// Other cookies, by name.
    var others: [String: String] = [:]
    var agent: String?
    /// `X-Forwarded-Proto`, as a proxy would set it.
    var forwardedProtocol: String?
    /// The ticket of a form that came too late.
    var late: String?
    /// What the forms of a visitor are bound to.
    var visitorKey: String?

    var token: String { session.map { FormToken(of: $0).text } ?? "" }

    var headers: HTTPFields {
        var headers = HTTPFields()
        var cookies: [String] = []
        if let session { cookies.append("\(SiteCookie.session)=\(session.token)") }
        if let language { cookies.append("\(SiteCookie.language)=\(language.rawValue)") }
        if let said { cookies.append("\(SiteCookie.said)=\(said)") }
        cookies += others.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        headers[.userAgent] = agent
        if let forwardedProtocol, let name = HTTPField.Name("X-Forwarded-Proto") {
            headers[name] = forwardedProtocol
        }
        if let late { cookies.append("\(SiteCookie.late)=\(late)") }
        if let visitorKey { cookies.append("\(SiteCookie.visitor)=\(visitorKey)") }
        if !cookies.isEmpty { headers[.cookie] = cookies.joined(separator: "; ") }
        headers[.origin] = origin
        return headers
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }

    /// The cookies set, by name, as the header says them.
    var cookies: [String: String] {
        let pairs = headers[values: .setCookie].map { cookie in
            (String(cookie.prefix { $0 != "=" }), cookie)
        }
        return Dictionary(pairs) { $1 }
    }

    /// The value of a cookie that was set.
    func value(of cookie: String) -> String? {
        cookies[cookie].map { String($0.dropFirst(cookie.count + 1).prefix { $0 != ";" }) }
    }
}
