import Domain

extension Store {
    /// Opens the account with the link's secret and the password chosen, once, and signs in.
    ///
    /// - Throws: ``AccountError/linkNotValid``, the same whatever is wrong with it;
    ///   ``InvalidInput`` with every reason the password cannot be taken.
    public func acceptLink(_ secret: String, password: String, from origin: SignInOrigin)
        async throws -> SignInStep
    {
        let problems = try await read { db in
            guard let link = try db.accountLink(secret) else { throw AccountError.linkNotValid }
            return PasswordRule.problems(
                of: password, login: link.account.login,
                ownWords: try db.ownWords(of: link.account))
        }
        guard problems.isEmpty else { throw InvalidInput(problems) }
        let hash = try await passwords.hash(password)
        return try await write { db in
            let account = try db.useLink(hash: sha256(secret)) { account in
                try db.savePassword(of: account.id, hash, changedAt: db.now)
            }
            return try db.letIn(account, password: hash, from: origin)
        }
    }
}

extension WritableDatabase {
    /// Uses the link up, with what it opens the account to, under one entry of the journal.
    func useLink(hash: String, _ body: (User) throws -> Void) throws -> User {
        guard let link = try accountLink(hash: hash) else { throw AccountError.linkNotValid }
        let account = link.account
        let action =
            link.purpose == .invitation ? "account.accepted" : "account.password-changed"
        try changeAccount(action, account.id, by: account.id) {
            // Of two that come at once one finds it used.
            let used = try run(
                """
                UPDATE account_links SET used_at = \(now)
                WHERE id = \(link.id) AND used_at IS NULL AND withdrawn_at IS NULL
                """
            )
            guard used == 1 else { throw AccountError.linkNotValid }
            try body(account)
        }
        return account
    }
}
