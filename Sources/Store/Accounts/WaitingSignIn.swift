import Domain

/// A sign-in waits so many seconds for its code, and no longer.
private let waitingSeconds = 300
private let mostFailures = 5

extension Store {
    /// Signs in somebody whose password was right, with a code from the phone or a recovery code.
    ///
    /// - Throws: ``SignInError``, ``AccountError/wrongCode``.
    public func finishSignIn(waiting secret: String, code: String, from origin: SignInOrigin)
        async throws -> SignInStep
    {
        let (account, sources) = try await writeOffTheRecord { db in
            try db.countCode(waiting: secret, from: origin)
        }
        return try await writeOffTheRecord { db in
            guard try db.take(code, of: account) else { throw AccountError.wrongCode }
            try db.forgetAttempt(of: sources)
            try db.run("DELETE FROM waiting_sign_ins WHERE secret_hash = \(sha256(secret))")
            return try db.finishSignIn(account, from: origin)
        }
    }
}

extension ReadableDatabase {
    /// Whether a sign-in with that secret still waits for its code.
    public func isWaiting(_ secret: String) throws -> Bool {
        try waitingAccount(secret) != nil
    }

    /// Whose code it waits for, if the account is open and its password still the one checked.
    fileprivate func waitingAccount(_ secret: String) throws -> User.ID? {
        try rows(
            """
            SELECT w.account FROM waiting_sign_ins w JOIN accounts a ON a.id = w.account
            WHERE w.secret_hash = \(sha256(secret)) AND w.started_at > \(now + -waitingSeconds)
              AND w.failures < \(mostFailures) AND a.closed_at IS NULL AND a.password = w.password
            """
        ).first?.id(0)
    }
}

extension WritableDatabase {
    func startWaiting(_ account: User.ID, password: String) throws -> String {
        let secret = newSecret()
        try run("DELETE FROM waiting_sign_ins WHERE started_at <= \(now + -waitingSeconds)")
        try run(
            """
            INSERT INTO waiting_sign_ins (secret_hash, account, password, started_at, failures)
            VALUES (\(sha256(secret)), \(account), \(password), \(now), 0)
            """
        )
        return secret
    }

    /// Counts the code as wrong before it is checked.
    fileprivate func countCode(waiting secret: String, from origin: SignInOrigin) throws -> (
        User.ID, [SignInSource]
    ) {
        guard let account = try waitingAccount(secret) else { throw SignInError.beginAgain }
        let sources = [SignInSource(codesOf: account, device: origin.knownDevice)]
        try countAttempt(of: sources)
        try run(
            """
            UPDATE waiting_sign_ins SET failures = failures + 1
            WHERE secret_hash = \(sha256(secret))
            """
        )
        return (account, sources)
    }
}
