import Domain
import Store
import Support
import Testing

@Suite struct SignInContract {
    @Test(arguments: TestEngine.available)
    func `the first account is made once`(_ engine: TestEngine) async throws {
        let store = try await engine.open()

        #expect(try await store.createFirstAdministrator() != nil)
        #expect(try await store.createFirstAdministrator() == nil)
    }

    @Test(arguments: TestEngine.available)
    func `the one-time password opens the account and must be changed`(_ engine: TestEngine)
        async throws
    {
        let office = try await Office.open(engine)

        let person = try await office.signIn()

        #expect(person.mustChangePassword)
        #expect(person.user.login == "quantri")
        #expect(try await office.store.read { try $0.signedIn(person.token) } == person)
    }

    @Test(arguments: TestEngine.available)
    func `a changed password is the only one`(_ engine: TestEngine) async throws {
        let office = try await Office.open(engine)
        let person = try await office.signIn()
        let new = "con trâu đi trước"

        try await office.store.changePassword(of: person, from: office.first.password, to: new)

        #expect(try await office.signIn(new).mustChangePassword == false)
        await #expect(throws: SignInError.refused) { try await office.signIn() }
    }

    @Test(arguments: TestEngine.available)
    func `changing the password ends the other sessions`(_ engine: TestEngine) async throws {
        let office = try await Office.open(engine)
        let (here, elsewhere) = (try await office.signIn(), try await office.signIn())

        try await office.store.changePassword(
            of: here, from: office.first.password, to: "cái cày theo sau")

        #expect(try await office.store.read { try $0.signedIn(here.token) } != nil)
        #expect(try await office.store.read { try $0.signedIn(elsewhere.token) } == nil)
    }

    @Test(arguments: TestEngine.available)
    func `the journal tells of a changed password and no secret`(_ engine: TestEngine) async throws
    {
        let office = try await Office.open(engine)
        let person = try await office.signIn()

        try await office.store.changePassword(
            of: person, from: office.first.password, to: "con trâu đi trước")

        let entries = try await office.store.read { try $0.journalEntries() }
        #expect(entries.map(\.action) == ["account.password-changed", "account.created"])
        #expect(entries.first?.actor == person.user.id)
        #expect(!"\(entries)".contains("scrypt"))
    }

    @Test(arguments: TestEngine.available)
    func `an easy password is refused with every reason`(_ engine: TestEngine) async throws {
        let office = try await Office.open(engine)
        let person = try await office.signIn()

        let error = await #expect(throws: InvalidInput.self) {
            try await office.store.changePassword(
                of: person, from: office.first.password, to: "quantri")
        }

        #expect(error?.problems.count == 2)
    }

    @Test(arguments: TestEngine.available)
    func `an unknown login and a wrong password are answered alike`(_ engine: TestEngine)
        async throws
    {
        let office = try await Office.open(engine)

        await #expect(throws: SignInError.refused) { try await office.signIn("sai mật khẩu rồi") }
        await #expect(throws: SignInError.refused) {
            try await office.signIn("bất kỳ", login: "khongco")
        }
    }

    @Test(arguments: TestEngine.available)
    func `letters typed in parts are the same letters`(_ engine: TestEngine) async throws {
        let office = try await Office.open(engine)
        let person = try await office.signIn()
        try await office.store.changePassword(
            of: person, from: office.first.password, to: "con trâu đi trước")

        let decomposed = "con tra\u{302}u đi tru\u{31B}o\u{31B}\u{301}c"

        #expect(try await office.signIn(decomposed, login: " QuanTri ").user == person.user)
    }

    @Test(arguments: TestEngine.available)
    func `failures wait longer and longer, even for the right password`(_ engine: TestEngine)
        async throws
    {
        let office = try await Office.open(engine)
        for _ in 0..<5 {
            await #expect(throws: SignInError.refused) {
                try await office.signIn("sai mật khẩu rồi")
            }
        }

        await #expect(throws: SignInError.tooManyAttempts(retryAfter: 2)) {
            try await office.signIn()
        }

        office.clock.advance(seconds: 2)
        await #expect(throws: SignInError.refused) { try await office.signIn("sai mật khẩu rồi") }
        await #expect(throws: SignInError.tooManyAttempts(retryAfter: 4)) {
            try await office.signIn()
        }
        office.clock.advance(seconds: 4)
        _ = try await office.signIn()
        await #expect(throws: SignInError.refused) { try await office.signIn("sai mật khẩu rồi") }
    }

    @Test(arguments: TestEngine.available)
    func `an address that tries many logins is slowed down`(_ engine: TestEngine) async throws {
        let office = try await Office.open(engine)
        for number in 0..<31 {
            await #expect(throws: SignInError.refused) {
                try await office.signIn("bất kỳ", login: "người \(number)")
            }
        }

        await #expect(throws: SignInError.tooManyAttempts(retryAfter: 2)) {
            try await office.signIn()
        }
        _ = try await office.signIn(address: "10.0.0.2")
    }

    @Test(arguments: TestEngine.available)
    func `many attempts at once count as many`(_ engine: TestEngine) async throws {
        let office = try await Office.open(engine)

        let refused = await withTaskGroup { group in
            for _ in 0..<20 {
                group.addTask { await office.failure("sai mật khẩu rồi") == .refused }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }

        #expect(refused == 5)
    }

    @Test(arguments: TestEngine.available)
    func `a session left alone for eight hours ends`(_ engine: TestEngine) async throws {
        let office = try await Office.open(engine)
        let person = try await office.signIn()

        office.clock.advance(seconds: 8 * 3_600)

        #expect(try await office.store.read { try $0.signedIn(person.token) } == nil)
    }

    @Test(arguments: TestEngine.available)
    func `a session in use lasts seven days and no longer`(_ engine: TestEngine) async throws {
        let office = try await Office.open(engine)
        let person = try await office.signIn()

        for _ in 0..<27 {  // every six hours
            office.clock.advance(seconds: 6 * 3_600)
            let now = try #require(try await office.store.read { try $0.signedIn(person.token) })
            try await office.store.noteInUse(now)
        }
        office.clock.advance(seconds: 6 * 3_600)

        #expect(try await office.store.read { try $0.signedIn(person.token) } == nil)
    }

    @Test(arguments: TestEngine.available)
    func `signing out ends the session`(_ engine: TestEngine) async throws {
        let office = try await Office.open(engine)
        let person = try await office.signIn()

        try await office.store.signOut(person.token)

        #expect(try await office.store.read { try $0.signedIn(person.token) } == nil)
    }

    @Test(arguments: TestEngine.available)
    func `a password reset at the server ends every session`(_ engine: TestEngine) async throws {
        let office = try await Office.open(engine)
        let person = try await office.signIn()

        let new = try await office.store.resetPassword(login: "quantri", by: nil)

        #expect(try await office.store.read { try $0.signedIn(person.token) } == nil)
        #expect(try await office.signIn(new.password).mustChangePassword)
    }
}

/// A workspace with its first account, and a clock that stands still.
private struct Office: Sendable {
    let store: Store
    let clock: TestClock
    let first: FirstPassword

    static func open(_ engine: TestEngine) async throws -> Office {
        let clock = TestClock()
        let store = try await engine.open(clock: clock.reading)
        return Office(
            store: store, clock: clock,
            first: try #require(try await store.createFirstAdministrator()))
    }

    @discardableResult
    func signIn(
        _ password: String? = nil, login: String = "quantri", address: String = "10.0.0.1"
    ) async throws -> SignedIn {
        try await store.signIn(
            login: login, password: password ?? first.password, device: "Firefox", address: address)
    }

    func failure(_ password: String) async -> SignInError? {
        do {
            try await signIn(password)
            return nil
        } catch {
            return error as? SignInError
        }
    }
}
