import Crypto
import Domain
import Foundation

extension Store {
    /// Signs a person in and returns the session, whose token goes into a cookie.
    ///
    /// The device is what the browser calls itself, shown to the person among their sessions;
    /// failures are counted by the address of the person's computer and by the login. Throws
    /// ``SignInError``, the same for an unknown login and a wrong password.
    public func signIn(
        login: String, password: String, device: String, address: String
    ) async throws -> SignedIn {
        let login = login.normalizedLogin
        let sources = [SignInSource(login: login), SignInSource(address: address)]
        let stored = try await writeOffTheRecord { db in
            try db.countAttempt(of: sources)
            return try db.storedPassword(of: login)
        }
        guard password.count <= PasswordRule.longest, try await passwords.verify(password, stored),
            let stored
        else { throw SignInError.refused }
        let token = SymmetricKey(size: .bits256).withUnsafeBytes(\.hexadecimal)
        return try await writeOffTheRecord { db in
            try db.forgetAttempt(of: sources)
            try db.startSession(
                token, login: login, password: stored, device: String(device.prefix(200)))
            // Between the check and here the account or its password may have changed.
            guard let person = try db.signedIn(token) else { throw SignInError.refused }
            return person
        }
    }

    /// Ends the session.
    public func signOut(_ token: String) async throws {
        try await writeOffTheRecord { db in
            _ = try db.run("DELETE FROM sessions WHERE token_hash = \(sha256(token))")
        }
    }

    /// Notes that the session is in use, when that was last noted more than five minutes ago.
    ///
    /// Call it for every request of a person who has signed in; it seldom writes.
    public func noteInUse(_ person: SignedIn) async throws {
        let now = clock()
        guard person.seenAt + 300 < now else { return }
        try await writeOffTheRecord { db in
            _ = try db.run(
                "UPDATE sessions SET seen_at = \(now) WHERE token_hash = \(sha256(person.token))")
        }
    }

    /// Changes the person's own password and ends their other sessions.
    ///
    /// - Throws: ``SignInError``, or ``InvalidInput`` with every reason the new one cannot be taken.
    public func changePassword(of person: SignedIn, from old: String, to new: String) async throws {
        let sources = [SignInSource(login: person.user.login)]
        let stored = try await writeOffTheRecord { db in
            try db.countAttempt(of: sources)
            return try db.storedPassword(of: person.user.login)
        }
        guard old.count <= PasswordRule.longest, try await passwords.verify(old, stored) else {
            throw SignInError.wrongPassword
        }
        var problems = PasswordRule.problems(of: new, login: person.user.login)
        if new == old {
            problems.append(
                Problem(
                    "password", vi: "Mật khẩu mới phải khác mật khẩu hiện tại.",
                    en: "The new password must differ from the present one."))
        }
        guard problems.isEmpty else { throw InvalidInput(problems) }
        let hash = try await passwords.hash(new)
        try await write { db in
            try db.forgetAttempt(of: sources)
            try db.changePassword(
                of: person.user.id, to: hash, by: person.user.id, keeping: person.token)
        }
    }
}

extension String {
    /// As logins are stored and compared: lower case, without surrounding white space.
    var normalizedLogin: String {
        trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
    }
}
