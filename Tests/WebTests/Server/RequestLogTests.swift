import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Store
import Support
import Testing

@testable import Web

@Suite struct RequestLogTests {
    @Test func `each request is one line of JSON with its id, route, status and account`()
        async throws
    {
        let site = try await TestSite()
        let browser = try await site.signedIn()
        let lines = Held<[String]>([])
        let answer = try await site.get(
            "/2021/agencies/BD-SNV/plan?q=bí-mật", browser, logger: logger(lines))

        let line = try #require(lines.value.last)
        let said = try #require(
            try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(lines.value.count == 1)
        #expect(said["request"] as? String == answer.headers[RequestLog.idHeader])
        #expect(said["route"] as? String == "/{year}/agencies/{code}/plan")
        #expect(said["method"] as? String == "GET")
        #expect(said["status"] as? Int == 404)
        #expect(said["ms"] is Int)
        #expect(said["account"] as? String == browser.session?.user.id.text)
        #expect(!line.contains("BD-SNV") && !line.contains("bí-mật"))
    }

    @Test func `an address without a route and an invented method leave no text of theirs`()
        async throws
    {
        let site = try await TestSite()
        let lines = Held<[String]>([])
        let method = try #require(HTTPRequest.Method("SECRET"))
        _ = try await site.send(
            method, "/secret-path", Browser(), type: nil, body: nil, logger: logger(lines))
        #expect(lines.value.count == 1)
        #expect(lines.value.allSatisfy { !$0.lowercased().contains("secret") })
    }

    @Test func `without being asked the log tells of no request`() async throws {
        let site = try await TestSite()
        let lines = Held<[String]>([])
        var quiet = logger(lines)
        quiet.logLevel = .notice
        _ = try await site.get("/sign-in", logger: quiet)
        #expect(lines.value.isEmpty)
    }

    @Test func `a fault shows its reference, the log says more under the same one`() async throws {
        let site = try await TestSite()
        let lines = Held<[String]>([])
        // Something no rule foresees: the table that every page needs is gone.
        try await site.store.writeOffTheRecord { db in
            try db.run("UPDATE journal_head SET seq = seq")
            try db.run("DROP TABLE settings")
        }
        let answer = try await site.get("/sign-in", logger: logger(lines))

        let reference = try #require(answer.headers[RequestLog.idHeader])
        #expect(answer.status == .internalServerError)
        #expect(answer.text.contains(reference))
        #expect(!answer.text.contains("settings") && !answer.text.contains("SQL"))
        let fault = try #require(lines.value.first { $0.contains("fault") })
        #expect(fault.contains(reference) && fault.contains("settings"))
    }

    @Test func `ids differ`() {
        #expect(Set((0..<1_000).map { _ in RequestNotes().id }).count == 1_000)
    }

    private func logger(_ lines: Held<[String]>) -> Logger {
        Logger(label: "test") { _ in
            JSONLog { bytes in lines.value.append(String(decoding: bytes, as: UTF8.self)) }
        }
    }
}

@Suite struct UnavailableTests {
    @Test(arguments: [StoreFault.Kind.noRoom, .busy, .connectionLost, .unreachable])
    func `a fault that passes by itself asks to try again later`(_ kind: StoreFault.Kind) throws {
        let error = try #require(
            Unavailable(StoreFault("x", kind: kind), reference: "R", changes: true))
        #expect(ErrorPages.status(of: error.kind) == .serviceUnavailable)
        #expect(error.retryAfter != nil)
        #expect(error.isUncertain == (kind == .connectionLost))
    }

    @Test func `a fault of the program does not`() {
        #expect(Unavailable(StoreFault("x", kind: .unique), reference: "R", changes: true) == nil)
    }
}

@Suite struct PaceTests {
    private let pace = Pace()

    @Test func `a slow line is waited for as long as something moves`() {
        #expect(!pace.isTooSlow(0, waited: .seconds(30)))
        #expect(pace.isTooSlow(0, waited: .seconds(31)))
        #expect(!pace.isTooSlow(1 << 20, waited: .seconds(500)))
        #expect(pace.isTooSlow(1 << 20, waited: .seconds(600)))
    }
}
