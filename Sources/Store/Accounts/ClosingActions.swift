import Domain

extension WritableDatabase {
    /// Lets nobody sign in to the account any more, and ends its sessions; nothing it did is lost.
    ///
    /// - Throws: ``MissingRecord``, ``AccountError`` or ``PermissionError``.
    public func closeAccount(login: String, by user: User.ID, because reason: String? = nil) throws
    {
        try require(.manageAccounts, of: user)
        let account = try requiredUser(login: login)
        guard account.id != user else { throw AccountError.ownAccount }
        guard try isOpen(account.id) else { return }
        try changeAccount("account.closed", account.id, by: user, because: reason) {
            try run("UPDATE accounts SET closed_at = \(now) WHERE id = \(account.id)")
            try withdrawLinks(of: account.id)
            try endSessions(of: account.id)
        }
    }

    /// Lets the account's person sign in again.
    ///
    /// - Throws: ``MissingRecord`` or ``PermissionError``.
    public func reopenAccount(login: String, by user: User.ID, because reason: String? = nil) throws
    {
        try require(.manageAccounts, of: user)
        let account = try requiredUser(login: login)
        guard try !isOpen(account.id) else { return }
        try changeAccount("account.reopened", account.id, by: user, because: reason) {
            try run("UPDATE accounts SET closed_at = NULL WHERE id = \(account.id)")
        }
    }

    private func isOpen(_ account: User.ID) throws -> Bool {
        try !rows("SELECT id FROM accounts WHERE id = \(account) AND closed_at IS NULL").isEmpty
    }
}
