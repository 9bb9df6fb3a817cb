import Domain

/// A session that was not used for so long ends; and so does one that lasted so long.
private let idleSeconds = 8 * 3_600
private let longestSeconds = 7 * 86_400
/// An ended session is remembered for so long: a form of it may still come, and is then kept.
private let rememberedSeconds = 7 * 86_400

extension ReadableDatabase {
    /// Returns who holds the token; `nil` when nobody does or the session has run out.
    public func signedIn(_ token: String) throws -> SignedIn? {
        let session = try rows(
            """
            SELECT a.id, a.login, a.name, a.agency, a.password_changed_at, s.seen_at
            FROM sessions s JOIN accounts a ON a.id = s.account
            WHERE s.token_hash = \(sha256(token))
              AND s.seen_at > \(now + -idleSeconds) AND s.started_at > \(now + -longestSeconds)
            """
        )
        .first
        return try session.map { row in
            let user = User(row)
            return SignedIn(
                token: token, user: user, mustChangePassword: row.optionalText(4) == nil,
                roles: try heldRoles(of: user.id), seenAt: row.instant(5))
        }
    }
}

extension WritableDatabase {
    /// Starts a session, if the login still has the stored password that was checked.
    func startSession(_ token: String, login: String, password: String, device: String) throws {
        try run(
            """
            DELETE FROM sessions
            WHERE seen_at <= \(now + -rememberedSeconds) OR started_at <= \(now + -2 * rememberedSeconds)
            """
        )
        try run(
            """
            INSERT INTO sessions (token_hash, account, device, started_at, seen_at)
            SELECT \(sha256(token)), id, \(device), \(now), \(now) FROM accounts
            WHERE login = \(login) AND password = \(password)
            """
        )
    }

    /// Ends the account's sessions, but the one with the token.
    func endSessions(of user: User.ID, keeping token: String? = nil) throws {
        let kept = token.map(sha256) ?? ""
        try run("DELETE FROM sessions WHERE account = \(user) AND token_hash <> \(kept)")
    }
}
