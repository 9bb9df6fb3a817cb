import Crypto
import Domain

/// A new account with the password that opens it once.
public struct FirstPassword: Hashable, Sendable {
    public let login: String
    /// Shown once and kept nowhere; it must be changed at the first sign-in.
    public let password: String
}

extension Store {
    /// Makes the first account, administrator and standing office, when there is none yet.
    ///
    /// - Returns: how to sign in, to be shown once; `nil` when there already is an account.
    public func createFirstAdministrator(
        login: String = "quantri", name: String = "Quản trị hệ thống"
    ) async throws -> FirstPassword? {
        guard try await read({ try !$0.hasAccounts() }) else { return nil }
        let password = oneTimePassword()
        let hash = try await passwords.hash(password)
        return try await write { db in
            guard try !db.hasAccounts() else { return nil }  // Another server was quicker.
            let user = User(id: db.newID(), login: login.normalizedLogin, name: name)
            try db.changeAccount("account.created", user.id, by: nil) {
                try db.insert(user, mail: nil, password: hash)
                for role in [Role.administrator, .standingOffice] {
                    try db.give(role, to: user.id, in: nil, from: beginningOfRoles)
                }
            }
            return FirstPassword(login: user.login, password: password)
        }
    }

    /// Gives the account a new one-time password, opens it if it was closed, and ends its sessions.
    ///
    /// Without a user the operator does it, at the server itself. Throws ``MissingRecord`` or
    /// ``PermissionError``.
    public func resetPassword(login: String, by user: User.ID?) async throws -> FirstPassword {
        let password = oneTimePassword()
        let hash = try await passwords.hash(password)
        return try await write { db in
            if let user { try db.require(.manageAccounts, of: user) }
            let account = try db.requiredUser(login: login)
            try db.changeAccount("account.password-reset", account.id, by: user) {
                try db.run("UPDATE accounts SET closed_at = NULL WHERE id = \(account.id)")
                try db.withdrawLinks(of: account.id)
                try db.savePassword(of: account.id, hash, changedAt: nil)
            }
            return FirstPassword(login: account.login, password: password)
        }
    }
}

extension ReadableDatabase {
    fileprivate func hasAccounts() throws -> Bool {
        try !rows("SELECT id FROM accounts LIMIT 1").isEmpty
    }

    func requiredUser(login: String) throws -> User {
        guard let account = try user(login: login) else {
            throw MissingRecord(Bilingual(vi: "tài khoản", en: "account"), login)
        }
        return account
    }
}

extension WritableDatabase {
    func insert(_ user: User, mail: String?, password: String) throws {
        try run(
            """
            INSERT INTO accounts (id, login, name, agency, mail, password, created_at)
            VALUES (\(user.id), \(user.login), \(user.name), \(user.agency), \(mail), \(password), \(now))
            """
        )
    }

    /// Journals that the password changed, never the password.
    func changePassword(
        of account: User.ID, to hash: String, by user: User.ID, keeping token: String? = nil
    ) throws {
        try changeAccount("account.password-changed", account, by: user) {
            try savePassword(of: account, hash, changedAt: now, keeping: token)
        }
    }

    /// Ends the account's sessions, but the one with the token.
    func savePassword(
        of account: User.ID, _ hash: String, changedAt: Instant?, keeping token: String? = nil
    ) throws {
        try run(
            """
            UPDATE accounts SET password = \(hash), password_changed_at = \(changedAt)
            WHERE id = \(account)
            """
        )
        try endSessions(of: account, keeping: token)
    }
}

/// The first account's roles hold on every day a workspace may fix as its today.
private let beginningOfRoles = Day(number: -25_567)  // 1900-01-01

/// Four groups of five letters and digits that cannot be mistaken for each other: 99 bits.
private func oneTimePassword() -> String {
    let letters = Array("23456789abcdefghjkmnpqrstuvwxyz")
    var random = SystemRandomNumberGenerator()
    let groups = (0..<4).map { _ in
        String((0..<5).compactMap { _ in letters.randomElement(using: &random) })
    }
    return groups.joined(separator: "-")
}
