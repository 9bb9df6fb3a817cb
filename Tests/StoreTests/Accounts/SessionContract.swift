import Domain
import Store
import Support
import Testing

@Suite struct SessionContract {
    @Test(arguments: TestEngine.available)
    func `each sign-in is listed with device, address and last use, the one that asks first`(
        _ engine: TestEngine
    ) async throws {
        let desk = try await SignInDesk.open(engine)
        let here = try await desk.signIn()
        desk.clock.advance(seconds: 600)
        let phone = SignInOrigin(device: "Safari/604 iPhone", address: "10.0.0.9")
        let elsewhere = try await desk.signIn(from: phone)

        let sessions = try await desk.store.read { try $0.sessions(of: here) }

        #expect(sessions.map(\.isThisOne) == [true, false])
        #expect(sessions.map(\.address) == ["10.0.0.1", "10.0.0.9"])
        #expect(sessions.last?.deviceName == "Safari, iPhone")
        #expect(sessions.last?.seenAt == elsewhere.seenAt)
    }

    @Test(arguments: TestEngine.available)
    func `a session is ended from another`(_ engine: TestEngine) async throws {
        let desk = try await SignInDesk.open(engine)
        let (here, elsewhere) = (try await desk.signIn(), try await desk.signIn())
        let other = try #require(
            try await desk.store.read { try $0.sessions(of: here) }.first { !$0.isThisOne })

        try await desk.store.endSession(other.id, of: here)

        #expect(try await desk.store.read { try $0.signedIn(elsewhere.token) } == nil)
        #expect(try await desk.store.read { try $0.signedIn(here.token) } != nil)
    }

    @Test(arguments: TestEngine.available)
    func `all other sessions end at once`(_ engine: TestEngine) async throws {
        let desk = try await SignInDesk.open(engine)
        let here = try await desk.signIn()
        for _ in 0..<3 { _ = try await desk.signIn() }

        try await desk.store.endOtherSessions(of: here)

        let left = try await desk.store.read { try $0.sessions(of: here) }
        #expect(left.map(\.isThisOne) == [true])
    }

    @Test(arguments: TestEngine.available)
    func `nobody ends somebody else's session`(_ engine: TestEngine) async throws {
        let desk = try await SignInDesk.open(engine)
        let here = try await desk.signIn()
        let invited = try await desk.accepted("an.nguyen")
        let own = try #require(try await desk.store.read { try $0.sessions(of: here) }.first)

        try await desk.store.endSession(own.id, of: invited)

        #expect(try await desk.store.read { try $0.signedIn(here.token) } != nil)
    }

    @Test(arguments: TestEngine.available)
    func `every sign-in has a secret of its own`(_ engine: TestEngine) async throws {
        let desk = try await SignInDesk.open(engine)

        let tokens = [try await desk.signIn().token, try await desk.signIn().token]

        #expect(Set(tokens).count == 2 && tokens.allSatisfy { $0.utf8.count == 64 })
    }

    @Test(arguments: TestEngine.available)
    func `the database holds no secret that opens anything`(_ engine: TestEngine) async throws {
        let desk = try await SignInDesk.open(engine)
        let person = try await desk.signIn()
        let link = try await desk.invited("an.nguyen")

        let kept = try await desk.store.read { db in
            try db.rows("SELECT token_hash FROM sessions").map { $0.text(0) }
                + db.rows("SELECT secret_hash FROM known_devices").map { $0.text(0) }
                + db.rows("SELECT secret_hash FROM account_links").map { $0.text(0) }
        }

        #expect(kept.count == 3)
        #expect(!kept.contains(person.token) && !kept.contains(link.secret))
    }

    @Test(arguments: TestEngine.available)
    func `idle and longest time are the workspace's own`(_ engine: TestEngine) async throws {
        let desk = try await SignInDesk.open(engine)
        let user = try await desk.user()
        let rules = SignInRules(
            idleMinutes: 30, longestHours: 1, linkHours: 24, rolesWithSecondFactor: [])
        try await desk.store.write { try $0.setSignInRules(rules, by: user) }
        #expect(try await desk.store.read { try $0.signInRules() } == rules)
        let (idle, used) = (try await desk.signIn(), try await desk.signIn())

        desk.clock.advance(seconds: 29 * 60)
        try await desk.store.noteInUse(used)
        desk.clock.advance(seconds: 60)
        #expect(try await desk.store.read { try $0.signedIn(idle.token) } == nil)
        #expect(try await desk.store.read { try $0.signedIn(used.token) } != nil)

        let again = try #require(try await desk.store.read { try $0.signedIn(used.token) })
        desk.clock.advance(seconds: 20 * 60)
        try await desk.store.noteInUse(again)
        desk.clock.advance(seconds: 10 * 60)
        #expect(try await desk.store.read { try $0.signedIn(used.token) } == nil)
    }

    @Test(arguments: TestEngine.available)
    func `rules that make no sense are refused`(_ engine: TestEngine) async throws {
        let desk = try await SignInDesk.open(engine)
        let user = try await desk.user()
        let rules = SignInRules(
            idleMinutes: 0, longestHours: 1, linkHours: 24, rolesWithSecondFactor: [])

        await #expect(throws: InvalidInput.self) {
            try await desk.store.write { try $0.setSignInRules(rules, by: user) }
        }
    }

    @Test(arguments: TestEngine.available)
    func `only an administrator changes the rules`(_ engine: TestEngine) async throws {
        let desk = try await SignInDesk.open(engine)
        let invited = try await desk.accepted("an.nguyen", role: .standingOffice)
        let rules = SignInRules(
            idleMinutes: 60, longestHours: 24, linkHours: 24, rolesWithSecondFactor: [])

        await #expect(throws: PermissionError.notAllowed(.manageSignIn)) {
            try await desk.store.write { try $0.setSignInRules(rules, by: invited.user.id) }
        }
    }
}
