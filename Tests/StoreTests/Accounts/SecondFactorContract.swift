import Domain
import Support
import Testing

@testable import Store

@Suite struct SecondFactorContract {
    /// RFC 6238, Appendix B, SHA-1, the last six of the eight digits.
    @Test(arguments: [
        (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"),
        (1_234_567_890, "005924"), (2_000_000_000, "279037"), (20_000_000_000, "353130"),
    ])
    func `the secret of the RFC gives the codes of the RFC`(_ seconds: Int, _ code: String) {
        let step = TimeCode.step(at: Instant(milliseconds: Int64(seconds) * 1_000))
        #expect(timeCode(Array("12345678901234567890".utf8), step: step) == code)
    }

    @Test(arguments: TestEngine.available)
    func `with a second factor the password alone opens no session`(_ engine: TestEngine)
        async throws
    {
        let desk = try await SignInDesk.open(engine)
        _ = try await desk.setSecondFactor()

        let waiting = try await desk.waiting()

        await #expect(throws: SignInError.codeNeeded) { try await desk.signIn() }
        desk.clock.advance(seconds: 60)
        let person = try await desk.finish(waiting, try desk.code())
        #expect(try await desk.store.read { try $0.signedIn(person.token) } == person)
    }

    @Test(arguments: TestEngine.available)
    func `a code works once`(_ engine: TestEngine) async throws {
        let desk = try await SignInDesk.open(engine)
        _ = try await desk.setSecondFactor()
        desk.clock.advance(seconds: 60)
        _ = try await desk.finish(try await desk.waiting(), try desk.code())

        let again = try await desk.waiting()
        await #expect(throws: AccountError.wrongCode) {
            try await desk.finish(again, try desk.code())
        }
    }

    @Test(arguments: TestEngine.available)
    func `the code that set the second factor up does not sign in`(_ engine: TestEngine)
        async throws
    {
        let desk = try await SignInDesk.open(engine)
        _ = try await desk.setSecondFactor()

        let waiting = try await desk.waiting()
        await #expect(throws: AccountError.wrongCode) {
            try await desk.finish(waiting, try desk.code())
        }
    }

    @Test(arguments: TestEngine.available)
    func `of the same code sent twenty times at once one signs in`(_ engine: TestEngine)
        async throws
    {
        let desk = try await SignInDesk.open(engine)
        _ = try await desk.setSecondFactor()
        desk.clock.advance(seconds: 60)
        var waiting: [String] = []
        for _ in 0..<4 { waiting.append(try await desk.waiting()) }
        let code = try desk.code()

        let signedIn = await withTaskGroup { group in
            for secret in waiting {
                group.addTask { (try? await desk.finish(secret, code)) != nil }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }

        #expect(signedIn == 1)
    }

    @Test(arguments: TestEngine.available)
    func `ten recovery codes replace the phone, each once`(_ engine: TestEngine) async throws {
        let desk = try await SignInDesk.open(engine)
        let codes = try await desk.setSecondFactor()
        let user = try await desk.user()

        #expect(Set(codes).count == 10)
        let first = try #require(codes.first)
        _ = try await desk.finish(try await desk.waiting(), first.uppercased())
        let again = try await desk.waiting()
        await #expect(throws: AccountError.wrongCode) { try await desk.finish(again, first) }
        #expect(try await desk.store.read { try $0.recoveryCodesLeft(of: user) } == 9)
    }

    @Test(arguments: TestEngine.available)
    func `a sign-in waits five minutes for its code`(_ engine: TestEngine) async throws {
        let desk = try await SignInDesk.open(engine)
        _ = try await desk.setSecondFactor()
        let waiting = try await desk.waiting()

        desk.clock.advance(seconds: 300)

        await #expect(throws: SignInError.beginAgain) {
            try await desk.finish(waiting, try desk.code())
        }
    }

    @Test(arguments: TestEngine.available)
    func `guessing codes is slowed down and then begins with the password again`(
        _ engine: TestEngine
    ) async throws {
        let desk = try await SignInDesk.open(engine)
        _ = try await desk.setSecondFactor()
        let waiting = try await desk.waiting()
        for _ in 0..<5 {
            await #expect(throws: AccountError.wrongCode) {
                try await desk.finish(waiting, "000000")
            }
        }

        await #expect(throws: SignInError.beginAgain) {
            try await desk.finish(waiting, "000000")
        }
        let another = try await desk.waiting()
        await #expect(throws: SignInError.tooManyAttempts(retryAfter: 2)) {
            try await desk.finish(another, "000000")
        }
    }

    @Test(arguments: TestEngine.available)
    func `a changed password ends the sign-ins that wait`(_ engine: TestEngine) async throws {
        let desk = try await SignInDesk.open(engine)
        _ = try await desk.setSecondFactor()
        let waiting = try await desk.waiting()
        _ = try await desk.store.resetPassword(login: "quantri", by: nil)

        await #expect(throws: SignInError.beginAgain) {
            try await desk.finish(waiting, try desk.code())
        }
    }

    @Test(arguments: TestEngine.available)
    func `a role that requires it lets nothing else be done before`(_ engine: TestEngine)
        async throws
    {
        let desk = try await SignInDesk.open(engine)
        let user = try await desk.user()
        try await desk.require(.administrator, by: user)

        let person = try await desk.signIn()

        #expect(person.mustSetSecondFactor)
        _ = try await desk.setSecondFactor(of: person)
        let now = try #require(try await desk.store.read { try $0.signedIn(person.token) })
        #expect(!now.mustSetSecondFactor)
    }

    @Test(arguments: TestEngine.available)
    func `where a role requires it, it cannot be removed`(_ engine: TestEngine) async throws {
        let desk = try await SignInDesk.open(engine)
        _ = try await desk.setSecondFactor()
        let user = try await desk.user()
        try await desk.require(.administrator, by: user)
        desk.clock.advance(seconds: 60)
        let person = try await desk.finish(try await desk.waiting(), try desk.code())

        desk.clock.advance(seconds: 60)
        await #expect(throws: AccountError.secondFactorRequired) {
            try await desk.store.removeSecondFactor(of: person, code: try desk.code())
        }
    }

    @Test(arguments: TestEngine.available)
    func `removing it needs a code`(_ engine: TestEngine) async throws {
        let desk = try await SignInDesk.open(engine)
        let person = try await desk.signIn()
        _ = try await desk.setSecondFactor(of: person)

        await #expect(throws: AccountError.wrongCode) {
            try await desk.store.removeSecondFactor(of: person, code: "000000")
        }
        desk.clock.advance(seconds: 60)
        try await desk.store.removeSecondFactor(of: person, code: try desk.code())

        _ = try await desk.signIn()
    }

    @Test(arguments: TestEngine.available)
    func `the journal tells of a second factor and no secret`(_ engine: TestEngine) async throws {
        let desk = try await SignInDesk.open(engine)
        let codes = try await desk.setSecondFactor()

        let entries = try await desk.store.read { try $0.journalEntries() }

        #expect(entries.first?.action == "account.second-factor-set")
        let text = "\(entries)"
        #expect(text.contains("hasSecondFactor\\\":true"))
        #expect(!text.contains(desk.secret) && !codes.contains { text.contains($0) })
    }

    @Test(arguments: TestEngine.available)
    func `an administrator removes it for whoever lost phone and codes`(_ engine: TestEngine)
        async throws
    {
        let desk = try await SignInDesk.open(engine)
        _ = try await desk.setSecondFactor()
        let user = try await desk.user()

        try await desk.store.write {
            try $0.removeSecondFactor(login: "quantri", by: user, because: "Mất điện thoại")
        }

        _ = try await desk.signIn()
    }
}

/// A workspace with one account, whose phone is in our hands, and a clock that stands still.
struct SignInDesk: Sendable {
    let store: Store
    let clock: TestClock
    let first: FirstPassword
    let secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    let origin = SignInOrigin(device: "Firefox/130", address: "10.0.0.1")

    static func open(_ engine: TestEngine) async throws -> SignInDesk {
        let clock = TestClock()
        let store = try await engine.open(clock: clock.reading)
        return SignInDesk(
            store: store, clock: clock,
            first: try #require(try await store.createFirstAdministrator()))
    }

    func user() async throws -> User.ID {
        try #require(try await store.read { try $0.user(login: "quantri") }).id
    }

    func signIn(from origin: SignInOrigin? = nil, password: String? = nil) async throws -> SignedIn
    {
        let step = try await begin(from: origin, password: password)
        guard case .done(let person, _) = step else { throw SignInError.codeNeeded }
        return person
    }

    func begin(
        from origin: SignInOrigin? = nil, password: String? = nil, login: String = "quantri"
    ) async throws -> SignInStep {
        try await store.beginSignIn(
            login: login, password: password ?? first.password, from: origin ?? self.origin)
    }

    /// The secret of a sign-in that waits for its code.
    func waiting() async throws -> String {
        guard case .code(let waiting) = try await begin() else { throw SignInError.refused }
        return waiting
    }

    func finish(_ waiting: String, _ code: String) async throws -> SignedIn {
        let step = try await store.finishSignIn(waiting: waiting, code: code, from: origin)
        guard case .done(let person, _) = step else { throw SignInError.codeNeeded }
        return person
    }

    /// What the phone shows now.
    func code() throws -> String {
        timeCode(try #require(Base32.bytes(secret)), step: TimeCode.step(at: clock.now))
    }

    func setSecondFactor(of person: SignedIn? = nil) async throws -> [String] {
        let someone: SignedIn
        if let person { someone = person } else { someone = try await signIn() }
        return try await store.setSecondFactor(of: someone, secret: secret, code: try code())
    }

    func require(_ role: Role, by user: User.ID) async throws {
        let rules = SignInRules(
            idleMinutes: 480, longestHours: 168, linkHours: 72, rolesWithSecondFactor: [role])
        try await store.write { try $0.setSignInRules(rules, by: user) }
    }
}
