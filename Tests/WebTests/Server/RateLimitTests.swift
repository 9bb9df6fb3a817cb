import Domain
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Support
import Testing

@testable import Web

@Suite struct RateMeterTests {
    private let meter = RateMeter()
    private let limit = RateLimit(atOnce: 3, perMinute: 60)
    private let clock = TestClock()

    @Test func `so many are taken at once, then one each time it is due again`() throws {
        for _ in 0..<3 { try take("a") }
        #expect(throws: TooManyRequests(seconds: 1)) { try take("a") }
        clock.advance(seconds: 1)
        try take("a")
        #expect(throws: TooManyRequests(seconds: 1)) { try take("a") }
    }

    @Test func `one sender's haste is not another's`() throws {
        for _ in 0..<3 { try take("a") }
        try take("b")
    }

    @Test func `a refused request doesn't lengthen the wait`() throws {
        for _ in 0..<3 { try take("a") }
        for _ in 0..<100 { #expect(throws: TooManyRequests(seconds: 1)) { try take("a") } }
        clock.advance(seconds: 1)
        try take("a")
    }

    @Test func `the wait says when the next one is taken`() throws {
        let slow = RateLimit(atOnce: 1, perMinute: 1)
        try meter.take(.pages, of: "a", slow, at: clock.now)
        clock.advance(seconds: 13)
        #expect(throws: TooManyRequests(seconds: 47)) {
            try meter.take(.pages, of: "a", slow, at: clock.now)
        }
    }

    @Test func `a flood of invented senders doesn't fill the memory`() throws {
        for number in 0..<RateMeter.most + 10 { try take("\(number)") }
        #expect(meter.count <= RateMeter.most)
    }

    private func take(_ name: String) throws {
        try meter.take(.pages, of: name, limit, at: clock.now)
    }
}

@Suite struct RateLimitTests {
    @Test func `a visitor who asks too often is told when to come back`() async throws {
        let site = try await site { $0.visitor = RateLimit(atOnce: 2, perMinute: 6) }
        for _ in 0..<2 { #expect(try await site.get("/sign-in").status == .ok) }
        let refused = try await site.get("/sign-in")
        #expect(refused.status == .tooManyRequests)
        #expect(refused.headers[.retryAfter] == "10")
        #expect(refused.text.contains("hãy thử lại sau 10 giây"))
        #expect(refused.text.contains("<a class=\"button\" href=\"/sign-in\">Thử lại</a>"))
        site.clock.advance(seconds: 10)
        #expect(try await site.get("/sign-in").status == .ok)
    }

    @Test func `a person is counted by their account, not with the visitors of their office`()
        async throws
    {
        let site = try await site { $0.visitor = RateLimit(atOnce: 1, perMinute: 1) }
        let browser = try await site.signedIn()
        _ = try await site.get("/sign-in")
        #expect(try await site.get("/sign-in").status == .tooManyRequests)
        for _ in 0..<5 { #expect(try await site.get("/account/password", browser).status == .ok) }
    }

    @Test func `a form too many is refused, and reading goes on`() async throws {
        let site = try await site { $0.forms = RateLimit(atOnce: 1, perMinute: 1) }
        let browser = try await site.signedIn()
        let fields = ["token": browser.token, "current": "a", "password": "b", "again": "c"]
        #expect(try await site.post("/account/password", fields, browser).status == .badRequest)
        let refused = try await site.post("/account/password", fields, browser)
        #expect(refused.status == .tooManyRequests && refused.headers[.retryAfter] == "60")
        #expect(try await site.get("/account/password", browser).status == .ok)
    }

    @Test func `a file of rows counts as an export`() async throws {
        let site = try await site { $0.exports = RateLimit(atOnce: 1, perMinute: 1) }
        #expect(try await site.get("/agencies.csv").status == .ok)
        #expect(try await site.get("/agencies.xlsx").status == .tooManyRequests)
        #expect(try await site.get("/agencies").status == .ok)
    }

    @Test func `an upload counts as one`() async throws {
        let site = try await site { $0.uploads = RateLimit(atOnce: 1, perMinute: 1) }
        let browser = try await site.signedIn()
        for status in [HTTPResponse.Status.forbidden, .tooManyRequests] {
            let answer = try await site.send(
                .post, "/agencies/import", browser, type: "multipart/form-data; boundary=x",
                body: .init(string: "--x--\r\n"))
            #expect(answer.status == status)
        }
    }

    @Test func `signing in has a throttle of its own`() async throws {
        let site = try await site { $0.forms = RateLimit(atOnce: 1, perMinute: 1) }
        for _ in 0..<3 {
            let answer = try await site.post("/session", ["login": "a", "password": "b"])
            #expect(answer.status == .badRequest)
        }
    }

    @Test func `assets are never refused`() async throws {
        let site = try await site { $0.address = RateLimit(atOnce: 1, perMinute: 1) }
        for _ in 0..<5 {
            #expect(try await site.get(Paths.asset("style.css")).status == .ok)
        }
    }

    @Test(arguments: [
        ("10.0.0.1", "10.0.0.1"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8::1", "2001:db8:0:0::/64"), ("::1", "0:0:0:0::/64"),
        ("::ffff:10.0.0.1", "::ffff:10.0.0.1"),
    ])
    func `the whole network of an IPv6 customer is one sender`(_ device: String, _ network: String)
    {
        #expect(Limits.network(device) == network)
    }

    private func site(_ change: (inout RateLimits) -> Void) async throws -> TestSite {
        var settings = SiteSettings()
        var rates = RateLimits.usual
        change(&rates)
        settings.rates = rates
        return try await TestSite(settings)
    }
}
