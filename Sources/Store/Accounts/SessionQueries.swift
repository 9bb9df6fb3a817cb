import Domain

/// An ended session is remembered for so long: a form of it may still come, and is then kept.
private let rememberedSeconds = 7 * 86_400

extension ReadableDatabase {
    /// Returns who holds the token; `nil` when nobody does or the session has run out.
    ///
    /// The rules are the workspace's own when left out.
    public func signedIn(_ token: String, _ rules: SignInRules? = nil) throws -> SignedIn? {
        let rules = try rules ?? signInRules()
        let session = try rows(
            """
            SELECT a.id, a.login, a.name, a.agency, a.password_changed_at, s.seen_at, a.password,
              EXISTS (SELECT 1 FROM second_factors f WHERE f.account = a.id)
            FROM sessions s JOIN accounts a ON a.id = s.account
            WHERE s.token_hash = \(sha256(token)) AND a.closed_at IS NULL
              AND s.seen_at > \(now + -rules.idleSeconds)
              AND s.started_at > \(now + -rules.longestSeconds)
            """
        )
        .first
        guard let session else { return nil }
        let user = User(session)
        let roles = try heldRoles(of: user.id)
        let today = try rules.rolesWithSecondFactor.isEmpty ? nil : workspace().today(now)
        let needsFactor = today.map { rules.requireSecondFactor(of: roles, on: $0) } ?? false
        return SignedIn(
            token: token, user: user,
            mustChangePassword: session.optionalText(4) == nil && session.text(6) != noPassword,
            mustSetSecondFactor: needsFactor && !session.bool(7), roles: roles,
            seenAt: session.instant(5))
    }

    /// Returns where the person is signed in now, the one that asks first, then the newest use.
    public func sessions(of person: SignedIn) throws -> [AccountSession] {
        let rules = try signInRules()
        let own = sha256(person.token)
        return try rows(
            """
            SELECT id, device, address, started_at, seen_at, token_hash FROM sessions
            WHERE account = \(person.user.id) AND seen_at > \(now + -rules.idleSeconds)
              AND started_at > \(now + -rules.longestSeconds)
            ORDER BY CASE WHEN token_hash = \(own) THEN 0 ELSE 1 END, seen_at DESC LIMIT 100
            """
        ).map { row in
            AccountSession(
                id: row.id(0), device: row.text(1), address: row.text(2),
                startedAt: row.instant(3), seenAt: row.instant(4), isThisOne: row.text(5) == own)
        }
    }
}

extension Store {
    /// Ends one of the person's sessions; one that is not theirs stays.
    public func endSession(_ id: AccountSession.ID, of person: SignedIn) async throws {
        try await writeOffTheRecord { db in
            _ = try db.run(
                "DELETE FROM sessions WHERE id = \(id) AND account = \(person.user.id)")
        }
    }

    /// Ends all sessions of the person but the one that asks.
    public func endOtherSessions(of person: SignedIn) async throws {
        try await writeOffTheRecord { db in
            try db.endSessions(of: person.user.id, keeping: person.token)
        }
    }
}

extension WritableDatabase {
    func startSession(_ token: String, of user: User.ID, from origin: SignInOrigin) throws {
        let rules = try signInRules()
        let id: AccountSession.ID = newID()
        try run(
            """
            DELETE FROM sessions
            WHERE seen_at <= \(now + -(rules.idleSeconds + rememberedSeconds))
              OR started_at <= \(now + -(rules.longestSeconds + rememberedSeconds))
            """
        )
        try run(
            """
            INSERT INTO sessions (token_hash, id, account, device, address, started_at, seen_at)
            VALUES (\(sha256(token)), \(id), \(user), \(String(origin.device.prefix(200))),
              \(origin.address), \(now), \(now))
            """
        )
    }

    /// Ends the account's sessions, but the one with the token, and what would begin another.
    func endSessions(of user: User.ID, keeping token: String? = nil) throws {
        let kept = token.map(sha256) ?? ""
        try run("DELETE FROM sessions WHERE account = \(user) AND token_hash <> \(kept)")
        try run("DELETE FROM waiting_sign_ins WHERE account = \(user)")
        if token == nil { try run("DELETE FROM known_devices WHERE account = \(user)") }
    }
}
