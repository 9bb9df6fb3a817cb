import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Sample
import Store
import Support
import Testing

@testable import Web

/// Whatever is sent to whichever address, the answer is a page, a file or a refusal, never a fault.
///
/// `CAICACH_FUZZ=100000` sends so many requests instead of the usual few; `CAICACH_FUZZ_SEED` begins
/// with another seed. A failure names its seed: the same seed and count send the same requests again,
/// but for the ids that each run makes anew.
@Suite struct RouteFuzzTests {
    @Test(arguments: TestEngine.available.filter { $0 != .sqliteFile })
    func `no request to any route makes the program fail`(_ engine: TestEngine) async throws {
        let environment = ProcessInfo.processInfo.environment
        let seed = environment["CAICACH_FUZZ_SEED"].flatMap { UInt64($0) } ?? 1
        let run = try await FuzzRun(on: engine)
        // Each route is asked once before any is asked again.
        let count = environment["CAICACH_FUZZ"].flatMap { Int($0) } ?? run.fuzz.map.routes.count
        let result = try await run.send(count, seed: seed)

        #expect(run.fuzz.map.routes.count > 60)
        #expect(result.routes.count == run.fuzz.map.routes.count, "every route was asked")
        // A run of refusals alone would prove little.
        #expect(result.statuses[200, default: 0] > count / 20, "\(result.statuses)")
        #expect(result.failures.isEmpty, "\(result.failures.prefix(5).joined(separator: "\n\n"))")
        let journal = try await run.site.test.store.read { try $0.verifyJournal() }
        #expect(journal.broken == nil)
        // Some were taken, so what stands behind the refusals was reached as well.
        #expect(journal.entries > run.entriesBefore, "\(result.statuses)")
        if environment["CAICACH_FUZZ"] != nil {
            let posts = run.fuzz.map.routes.filter { $0.method == "POST" }
            let never = posts.filter { !result.taken.contains($0) }.map(\.path)
            let said =
                "\(engine): \(result.statuses), \(journal.entries - run.entriesBefore) writes; "
                + "forms never taken: \(never.joined(separator: " "))\n"
            FileHandle.standardError.write(Data(said.utf8))
        }
    }
}

/// A site with a sample year, and what is sent to it.
private final class FuzzRun {
    struct Result {
        var statuses: [Int: Int] = [:]
        var routes: Set<SiteMap.Route> = []
        /// Those that took a form and led on.
        var taken: Set<SiteMap.Route> = []
        var failures: [String] = []
    }

    let site: SampleSite
    let fuzz: RouteFuzz
    let entriesBefore: Int
    private var browser: Browser
    private let faults = Held<[String]>([])

    init(on engine: TestEngine) async throws {
        site = try await SampleSite(.binhDinh2021, on: engine)
        browser = site.officer
        let upload = try await site.test.post(
            "/plans", ["token": browser.token, "agency_code": "BD", "text": Self.plan], browser)
        let open = try #require(upload.headers[.location])
        var map = SiteMap(site.test.site)
        try await map.walk(
            site.test, as: site.officer, from: ["/2021", "/2021/plan", open], each: 3)
        try await map.walk(site.test, as: Browser(), from: ["/sign-in"], each: 1)
        map.values["text", default: []].append(Self.plan)
        var files: [String: Data] = [:]
        for route in map.routes where route.method == "GET" && route.path.hasSuffix(".csv") {
            let path = route.path.replacing(":year", with: "2021")
            guard !path.contains(":"), let name = path.split(separator: "/").last else { continue }
            let answer = try await site.test.get(path, site.officer)
            files[String(name.dropLast(4))] = Data(answer.body.readableBytesView.prefix(40_000))
        }
        fuzz = RouteFuzz(map, files: files)
        entriesBefore = try await site.test.store.read { try $0.journalEnd().seq }
    }

    /// A plan that waits to be confirmed, so that the pages for going through one can be asked.
    private static let plan = """
        ỦY BAN NHÂN DÂN
        TỈNH BÌNH ĐỊNH

        Số: 12/KH-UBND

        Bình Định, ngày 28 tháng 12 năm 2021

        KẾ HOẠCH

        CẢI CÁCH HÀNH CHÍNH TỈNH BÌNH ĐỊNH NĂM 2022

        I. CHỈ TIÊU, NHIỆM VỤ

        1. Công tác chỉ đạo, điều hành

        - 100% cơ quan, đơn vị, địa phương ban hành Kế hoạch cải cách hành chính.

        - Trên 30% cơ quan, đơn vị được kiểm tra.

        - Sở Nội vụ chủ trì tổng hợp báo cáo trước ngày 15/6/2022.
        """

    func send(_ count: Int, seed: UInt64) async throws -> Result {
        var random = SeededGenerator(seed: seed)
        var result = Result()
        let key = VisitorKey.newKey()
        let logger = Logger(label: "fuzz") { [faults] _ in
            var log = JSONLog { bytes in faults.value.append(String(decoding: bytes, as: UTF8.self))
            }
            log.logLevel = .error
            return log
        }
        for number in 0..<count {
            // Each in turn, so that none is left out however few are sent.
            let route = fuzz.map.routes[number % fuzz.map.routes.count]
            let isSignedIn = Int.random(in: 0..<10, using: &random) < 7
            let attempt = fuzz.attempt(
                route, token: isSignedIn ? browser.token : nil, visitorKey: key, &random)
            var sender = isSignedIn && attempt.headers[.cookie] == nil ? browser : Browser()
            sender.visitorKey = attempt.headers[.cookie] == nil ? key : nil
            let answer = try await site.test.send(
                attempt.method, attempt.address, sender, type: nil,
                body: attempt.body.map { ByteBuffer(bytes: $0) }, headers: attempt.headers,
                logger: logger)
            result.statuses[answer.status.code, default: 0] += 1
            result.routes.insert(route)
            if attempt.method == .post, answer.status == .seeOther { result.taken.insert(route) }
            if let reason = wrong(answer) {
                result.failures.append(
                    "request \(number) of seed \(seed): \(reason)\n\(attempt)\n\(faults.value.last ?? "")"
                )
            }
            if attempt.method == .post { try await keepSignedIn() }
        }
        return result
    }

    /// What is wrong with an answer; `nil` when it is as it should be.
    private func wrong(_ answer: TestResponse) -> String? {
        if answer.status.code >= 500 { return "answered \(answer.status)" }
        if answer.headers[.contentSecurityPolicy] == nil { return "no Content-Security-Policy" }
        if answer.headers[RequestLog.idHeader] == nil { return "no request id" }
        if let location = answer.headers[.location],
            !location.hasPrefix("/") || location.hasPrefix("//") || location.hasPrefix("/\\")
        {
            return "leads to \(location)"
        }
        if answer.headers.contains(where: { $0.value.contains(where: \.isNewline) }) {
            return "a header with a line end"
        }
        guard answer.headers[.contentType]?.hasPrefix("text/html") == true else { return nil }
        return answer.text.contains("<x-fuzz") ? "an unescaped value" : nil
    }

    /// Signs in again when a request ended the session, or changed the password.
    private func keepSignedIn() async throws {
        let store = site.test.store
        guard let token = browser.session?.token else { return }
        if let person = try await store.read({ try $0.signedIn(token) }), !person.mustChangePassword
        {
            return
        }
        site.test.clock.advance(seconds: 3_600)
        let first = try await store.resetPassword(login: "quantri", by: nil)
        let person = try await store.signIn(
            login: first.login, password: first.password, device: "", address: "fuzz")
        try await store.changePassword(
            of: person, from: first.password, to: "sông núi nước Nam \(token.prefix(6))")
        browser = Browser(session: person)
    }
}
