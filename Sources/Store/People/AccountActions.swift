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
            try db.addAccount(
                login: login.normalizedLogin, name: name, roles: [.administrator, .standingOffice],
                password: hash)
            return FirstPassword(login: login.normalizedLogin, password: password)
        }
    }

    /// Gives the account a new one-time password and ends its sessions.
    ///
    /// Without a user the operator does it, at the server itself. Throws ``MissingRecord`` or
    /// ``PermissionError``.
    public func resetPassword(login: String, by user: User.ID?) async throws -> FirstPassword {
        let password = oneTimePassword()
        let hash = try await passwords.hash(password)
        return try await write { db in
            if let user { try db.require(.manageAccounts, of: user) }
            guard let account = try db.user(login: login) else {
                throw MissingRecord(Bilingual(vi: "tài khoản", en: "account"), login)
            }
            try db.changePassword(of: account.id, to: hash, by: user, isOneTime: true)
            return FirstPassword(login: account.login, password: password)
        }
    }
}

extension ReadableDatabase {
    fileprivate func hasAccounts() throws -> Bool {
        try !rows("SELECT id FROM accounts LIMIT 1").isEmpty
    }
}

extension WritableDatabase {
    fileprivate func addAccount(login: String, name: String, roles: [Role], password hash: String)
        throws
    {
        let user = User(id: newID(), login: login, name: name)
        try run(
            """
            INSERT INTO accounts (id, login, name, password, created_at)
            VALUES (\(user.id), \(user.login), \(user.name), \(hash), \(now))
            """
        )
        for role in roles { try give(role, to: user.id, in: nil, from: beginningOfRoles) }
        try journal(
            "account.created", by: nil,
            [
                Change(
                    "account", user.id.text,
                    after: AccountRecord(
                        login: login, name: name, roles: roles, hasOneTimePassword: true))
            ])
    }

    /// Journals that the password changed, never the password.
    func changePassword(
        of account: User.ID, to hash: String, by user: User.ID?, keeping token: String? = nil,
        isOneTime: Bool = false
    ) throws {
        let changedAt = isOneTime ? nil : now
        try run(
            "UPDATE accounts SET password = \(hash), password_changed_at = \(changedAt) WHERE id = \(account)"
        )
        try endSessions(of: account, keeping: token)
        try journal(
            isOneTime ? "account.password-reset" : "account.password-changed", by: user,
            [Change("account", account.text)])
    }
}

/// The first account's roles hold on every day a workspace may fix as its today.
private let beginningOfRoles = Day(number: -25_567)  // 01/01/1900

/// What the journal says of an account; no secret.
private struct AccountRecord: Encodable {
    let login: String
    let name: String
    let roles: [Role]
    let hasOneTimePassword: Bool
}

/// Four groups of five letters and digits that cannot be mistaken for each other: 99 bits.
private func oneTimePassword() -> String {
    let letters = Array("23456789abcdefghjkmnpqrstuvwxyz")
    var random = SystemRandomNumberGenerator()
    let groups = (0..<4).map { _ in
        String((0..<5).compactMap { _ in letters.randomElement(using: &random) })
    }
    return groups.joined(separator: "-")
}
