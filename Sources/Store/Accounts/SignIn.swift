import Crypto
import Domain
import Foundation

/// What stands in place of a password where there is none: no password opens such an account.
let noPassword = "-"

extension Store {
    /// Checks login and password, and signs the person in or asks for the second factor.
    ///
    /// Failures are counted by the login and by the address of the person's computer, or by the
    /// device alone when it signed in to this account before. Throws ``SignInError``: the same, and
    /// after the same work, for an unknown login, a closed account and a wrong password.
    public func beginSignIn(login: String, password: String, from origin: SignInOrigin) async throws
        -> SignInStep
    {
        let login = login.normalizedLogin
        let (sources, stored) = try await writeOffTheRecord { db in
            let sources = try db.sources(of: login, from: origin)
            try db.countAttempt(of: sources)
            return (sources, try db.storedPassword(of: login))
        }
        guard password.count <= PasswordRule.longest, try await passwords.verify(password, stored),
            let stored
        else { throw SignInError.refused }
        return try await writeOffTheRecord { db in
            // Between the check and here the account or its password may have changed.
            guard let user = try db.userToSignIn(login: login, password: stored) else {
                throw SignInError.refused
            }
            try db.forgetAttempt(of: sources)
            return try db.letIn(user, password: stored, from: origin)
        }
    }

    /// Signs in an account that has no second factor; for programs and tests.
    public func signIn(
        login: String, password: String, device: String, address: String
    ) async throws -> SignedIn {
        let step = try await beginSignIn(
            login: login, password: password, from: SignInOrigin(device: device, address: address))
        guard case .done(let person, _) = step else { throw SignInError.codeNeeded }
        return person
    }

    /// Ends the session.
    public func signOut(_ token: String) async throws {
        try await writeOffTheRecord { db in
            _ = try db.run("DELETE FROM sessions WHERE token_hash = \(sha256(token))")
        }
    }

    /// Notes that the session is in use, when that was last noted more than a minute ago.
    ///
    /// Call it for every request of a person who has signed in; it seldom writes.
    public func noteInUse(_ person: SignedIn) async throws {
        let now = clock()
        guard person.seenAt + 60 < now else { return }
        try await writeOffTheRecord { db in
            _ = try db.run(
                "UPDATE sessions SET seen_at = \(now) WHERE token_hash = \(sha256(person.token))")
        }
    }
}

extension ReadableDatabase {
    /// What a typed password is compared with; `nil` where no password opens the account.
    func storedPassword(of login: String) throws -> String? {
        try rows(
            """
            SELECT password FROM accounts
            WHERE login = \(login) AND closed_at IS NULL AND password <> \(noPassword)
            """
        ).first?.text(0)
    }
}

extension WritableDatabase {
    /// Goes on with somebody whose password, link or issuer was right: to the code or to a session.
    func letIn(_ user: User, password: String, from origin: SignInOrigin) throws -> SignInStep {
        guard try !hasSecondFactor(user.id) else {
            return .code(waiting: try startWaiting(user.id, password: password))
        }
        return try finishSignIn(user.id, from: origin)
    }

    /// Starts a session, and remembers the device.
    func finishSignIn(_ user: User.ID, from origin: SignInOrigin) throws -> SignInStep {
        let token = newSecret()
        try startSession(token, of: user, from: origin)
        let device = try rememberDevice(origin.knownDevice, of: user)
        guard let person = try signedIn(token) else {
            throw StoreFault("a session that is over as it begins")
        }
        return .done(person, device: device)
    }

    /// The account, when it is open and still has the stored password that was checked.
    fileprivate func userToSignIn(login: String, password: String) throws -> User? {
        try rows(
            """
            SELECT id, login, name, agency FROM accounts
            WHERE login = \(login) AND password = \(password) AND closed_at IS NULL
            """
        ).first.map { User($0) }
    }

    /// A device keeps its secret for as long as it is used within a year.
    private func rememberDevice(_ known: String?, of user: User.ID) throws -> String {
        let secret = known.flatMap { $0.utf8.count == 64 ? $0 : nil } ?? newSecret()
        try run("DELETE FROM known_devices WHERE seen_at < \(now + -31_536_000)")
        try run(
            """
            INSERT INTO known_devices (secret_hash, account, seen_at)
            VALUES (\(sha256(secret)), \(user), \(now))
            ON CONFLICT (secret_hash, account) DO UPDATE SET seen_at = excluded.seen_at
            """
        )
        return secret
    }
}

/// 256 random bits as 64 hexadecimal digits.
func newSecret() -> String {
    SymmetricKey(size: .bits256).withUnsafeBytes(\.hexadecimal)
}

extension String {
    /// As logins are stored and compared: lower case, without surrounding white space.
    var normalizedLogin: String {
        trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
    }
}
