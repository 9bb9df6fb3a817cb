import Crypto
import Domain
import Foundation
import Logging
import Store
import Support
import Testing
import Web

/// A site that listens on the loopback and knows the issuer that runs beside it.
struct IssuerSite: Sendable {
    let store: Store
    let clock: TestClock
    let issuer: IssuerProcess
    let address: String
    /// Of the first account.
    let password: String

    func user(_ login: String) async throws -> User {
        try #require(try await store.read { try $0.user(login: login) })
    }

    /// A browser that signed in with a password.
    func signedIn(_ login: String, _ password: String) async throws -> Visitor {
        let person = try await store.signIn(
            login: login, password: password, device: "", address: "")
        return Visitor(cookies: ["caicach_session": person.token])
    }

    /// Links the issuer's subject, who then is the next to come, with the account.
    @discardableResult
    func link(_ subject: String, to login: String) async throws -> SignedIn {
        try await issuer.tell("subject=\(subject)")
        let (user, address) = (try await user(login), issuer.address)
        try await store.write { try $0.linkSubject(subject, of: address, to: user.id) }
        return try await store.signIn(login: login, password: password, device: "", address: "")
    }

    /// Returns the secret of the new link.
    func invite(_ login: String) async throws -> String {
        let user = try await user("quantri")
        let table = CellTable(
            headings: ["login", "name"],
            rows: [CellTable.Row(number: 2, cells: [login, "Người \(login)"])])
        let rows = AccountColumns.all.read(table, blank: AccountRow())
        let links = try await store.write { try $0.inviteAccounts(rows, by: user.id).links }
        return try #require(links.first).secret
    }

    func setSecondFactor(of person: SignedIn, _ secret: String) async throws {
        let key = SymmetricKey(data: try #require(Base32.bytes(secret)))
        let message = TimeCode.message(of: TimeCode.step(at: clock.now))
        let mac = HMAC<Insecure.SHA1>.authenticationCode(for: message, using: key)
        _ = try await store.setSecondFactor(
            of: person, secret: secret, code: TimeCode.code(from: Array(mac)))
    }

    func login(of visitor: Visitor) async throws -> String? {
        let token = try #require(visitor.cookies["caicach_session"])
        return try await store.read { try $0.signedIn(token) }?.user.login
    }

    /// Goes to the issuer and comes back with its answer.
    func signIn(_ visitor: inout Visitor, next: String = "") async throws -> Visitor.Answer {
        try await follow(&visitor, from: "/sign-in/issuer" + next)
    }

    func follow(_ visitor: inout Visitor, from path: String) async throws -> Visitor.Answer {
        try await visitor.get(try await answerAddress(&visitor, from: path))
    }

    /// Where the issuer sends the browser back to.
    func answerAddress(_ visitor: inout Visitor, from path: String = "/sign-in/issuer")
        async throws -> String
    {
        let asked = try await visitor.get(address + path)
        let there = try #require(asked.location, "\(asked.status) \(asked.text.prefix(2_000))")
        #expect(there.hasPrefix(issuer.address + "/authorize?"))
        return try #require(try await Visitor.get(there).location)
    }
}

/// Runs the body with an issuer and a site of its own, and ends both.
///
/// The clock begins at the real time, for the issuer's tokens carry it.
func withSite(_ body: @Sendable (IssuerSite) async throws -> Void) async throws {
    let issuer = try IssuerProcess()
    defer { issuer.stop() }
    let clock = TestClock(Store.systemClock().text)
    let store = try await TestEngine.sqliteInMemory.open(clock: clock.reading)
    let first = try #require(try await store.createFirstAdministrator())
    let person = try await store.signIn(
        login: first.login, password: first.password, device: "", address: "")
    let password = "sông núi nước Nam 10"
    try await store.changePassword(of: person, from: first.password, to: password)
    var settings = SiteSettings()
    settings.issuer = IssuerSettings(
        address: issuer.address, client: IssuerProcess.client, secret: IssuerProcess.secret,
        name: "SSO thử")
    let site = Site(store, settings)
    let port = Held(0)
    let isRunning = AsyncGate()
    var logger = Logger(label: "issuer test")
    logger.logLevel = .critical
    let serving = Task { [logger] in
        try await site.serve(host: "127.0.0.1", port: 0, logger: logger) {
            port.value = $0
            isRunning.open()
        }
    }
    await isRunning.opened()
    let running = IssuerSite(
        store: store, clock: clock, issuer: issuer, address: "http://127.0.0.1:\(port.value)",
        password: password)
    do {
        try await body(running)
    } catch {
        serving.cancel()
        throw error
    }
    serving.cancel()
    _ = await serving.result
}
