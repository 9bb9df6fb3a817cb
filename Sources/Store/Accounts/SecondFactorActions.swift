import Crypto
import Domain

extension Store {
    /// A new secret for a phone, 160 bits, in Base32; nothing is stored before a code proves it.
    public static func newSecondFactorSecret() -> String {
        SymmetricKey(size: .init(bitCount: 160)).withUnsafeBytes { Base32.text(Array($0)) }
    }

    /// Sets the second factor up, once a code shows that the phone has the secret.
    ///
    /// - Returns: ten recovery codes, to be shown once.
    /// - Throws: ``AccountError``.
    public func setSecondFactor(of person: SignedIn, secret: String, code: String) async throws
        -> [String]
    {
        guard let bytes = Base32.bytes(secret), bytes.count == 20 else {
            throw AccountError.wrongCode
        }
        let typed = TimeCode.typed(code)
        return try await write { db in
            let user = person.user.id
            guard try !db.hasSecondFactor(user) else { throw AccountError.alreadyHasSecondFactor }
            let step = TimeCode.acceptedSteps(at: db.now, after: nil).first {
                timeCode(bytes, step: $0) == typed
            }
            guard let step else { throw AccountError.wrongCode }
            var codes: [String] = []
            try db.changeAccount("account.second-factor-set", user, by: user) {
                try db.run(
                    """
                    INSERT INTO second_factors (account, secret, set_at, last_step)
                    VALUES (\(user), \(secret), \(db.now), \(step))
                    """
                )
                codes = try db.replaceRecoveryCodes(of: user)
                try db.endSessions(of: user, keeping: person.token)
            }
            return codes
        }
    }

    /// Makes ten new recovery codes; the old ones stop.
    ///
    /// - Throws: ``AccountError`` or ``SignInError``.
    public func renewRecoveryCodes(of person: SignedIn, code: String) async throws -> [String] {
        try await takeCode(code, of: person)
        return try await write { db in
            var codes: [String] = []
            try db.changeAccount(
                "account.recovery-codes-renewed", person.user.id, by: person.user.id
            ) {
                codes = try db.replaceRecoveryCodes(of: person.user.id)
            }
            return codes
        }
    }

    /// Takes the person's own second factor away.
    ///
    /// - Throws: ``AccountError`` or ``SignInError``.
    public func removeSecondFactor(of person: SignedIn, code: String) async throws {
        try await read { db in
            let (rules, today) = (try db.signInRules(), try db.workspace().today(db.now))
            if rules.requireSecondFactor(of: try db.heldRoles(of: person.user.id), on: today) {
                throw AccountError.secondFactorRequired
            }
        }
        try await takeCode(code, of: person)
        try await write { db in
            try db.forgetSecondFactor(of: person.user.id, by: person.user.id)
        }
    }

    /// Checks a code of somebody who is signed in, no more often than at signing in.
    private func takeCode(_ code: String, of person: SignedIn) async throws {
        let sources = [SignInSource(codesOf: person.user.id, device: person.token)]
        try await writeOffTheRecord { try $0.countAttempt(of: sources) }
        try await writeOffTheRecord { db in
            guard try db.take(code, of: person.user.id) else { throw AccountError.wrongCode }
            try db.forgetAttempt(of: sources)
        }
    }
}

extension WritableDatabase {
    /// Takes away the second factor of somebody who lost phone and codes; ends their sessions.
    ///
    /// - Throws: ``MissingRecord`` or ``PermissionError``.
    public func removeSecondFactor(login: String, by user: User.ID, because reason: String? = nil)
        throws
    {
        try require(.manageAccounts, of: user)
        let account = try requiredUser(login: login)
        try forgetSecondFactor(of: account.id, by: user, because: reason)
    }

    fileprivate func forgetSecondFactor(
        of account: User.ID, by user: User.ID, because reason: String? = nil
    ) throws {
        guard try hasSecondFactor(account) else { return }
        try changeAccount("account.second-factor-removed", account, by: user, because: reason) {
            try run("DELETE FROM second_factors WHERE account = \(account)")
            try run("DELETE FROM recovery_codes WHERE account = \(account)")
            if account != user { try endSessions(of: account) }
        }
    }

    /// Whether the code, from the phone or a recovery code, is right and was not used before; uses it up.
    func take(_ typed: String, of account: User.ID) throws -> Bool {
        if let code = TimeCode.typed(typed) { return try takeTimeCode(code, of: account) }
        guard let code = RecoveryCode.typed(typed) else { return false }
        return try run(
            """
            UPDATE recovery_codes SET used_at = \(now)
            WHERE account = \(account) AND code_hash = \(hash(code, account)) AND used_at IS NULL
            """
        ) == 1
    }

    private func takeTimeCode(_ code: String, of account: User.ID) throws -> Bool {
        let factor = try rows(
            "SELECT secret, last_step FROM second_factors WHERE account = \(account)"
        ).first
        guard let factor else { return false }
        guard let secret = Base32.bytes(factor.text(0)) else {
            throw StoreFault("a second factor whose secret cannot be read")
        }
        let step = TimeCode.acceptedSteps(at: now, after: factor.int(1)).first {
            timeCode(secret, step: $0) == code
        }
        guard let step else { return false }
        // Of two that come with the same code one finds the step taken.
        return try run(
            """
            UPDATE second_factors SET last_step = \(step)
            WHERE account = \(account) AND last_step < \(step)
            """
        ) == 1
    }

    fileprivate func replaceRecoveryCodes(of account: User.ID) throws -> [String] {
        try run("DELETE FROM recovery_codes WHERE account = \(account)")
        let codes = (0..<RecoveryCode.count).map { _ in RecoveryCode.new() }
        for code in codes {
            try run(
                """
                INSERT INTO recovery_codes (account, code_hash)
                VALUES (\(account), \(hash(code, account)))
                """
            )
        }
        return codes
    }

    private func hash(_ code: String, _ account: User.ID) -> String {
        sha256("recovery \(account.text) \(code)")
    }
}

extension ReadableDatabase {
    public func hasSecondFactor(_ account: User.ID) throws -> Bool {
        try !rows("SELECT account FROM second_factors WHERE account = \(account)").isEmpty
    }

    /// Returns how many recovery codes the account has left.
    public func recoveryCodesLeft(of account: User.ID) throws -> Int {
        try rows(
            """
            SELECT COUNT(*) FROM recovery_codes WHERE account = \(account) AND used_at IS NULL
            """
        ).first?.int(0) ?? 0
    }
}

/// The code that a phone with the secret shows in that step.
func timeCode(_ secret: [UInt8], step: Int) -> String {
    let mac = HMAC<Insecure.SHA1>.authenticationCode(
        for: TimeCode.message(of: step), using: SymmetricKey(data: secret))
    return TimeCode.code(from: Array(mac))
}
