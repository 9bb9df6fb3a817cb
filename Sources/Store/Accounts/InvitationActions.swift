import Domain

extension ReadableDatabase {
    /// Works out whom a list would invite; the dry run stops here.
    public func accountImport(_ read: ReadRows<AccountRow>) throws -> RecordImport<Invitation> {
        let directory = try agencyDirectory(of: read.rows.map(\.row.agencyCode))
        return RecordImport(
            read, onto: try invitations(read.rows.compactMap(\.row.login)), directory: directory,
            on: try workspace().today(now))
    }

    /// Returns what the accounts with those logins say, by login.
    private func invitations(_ logins: [String]) throws -> [String: Invitation] {
        var found: [String: Invitation] = [:]
        for start in stride(from: 0, to: logins.count, by: 500) {
            let part = logins[start..<min(start + 500, logins.count)]
            try each(
                "SELECT login, name, mail, agency FROM accounts WHERE login IN \(list: part)"
            ) {
                found[$0.text(0)] = Invitation(
                    login: $0.text(0), name: $0.text(1), mail: $0.optionalText(2),
                    agency: $0.optionalID(3), role: nil)
            }
        }
        return found
    }

    /// Returns the open link with that secret; `nil` when it was used, replaced or has run out.
    public func accountLink(_ secret: String) throws -> AccountLink? {
        try accountLink(hash: sha256(secret))
    }

    func accountLink(hash: String) throws -> AccountLink? {
        try rows(
            """
            SELECT a.id, a.login, a.name, a.agency, l.id, l.purpose, l.expires_at
            FROM account_links l JOIN accounts a ON a.id = l.account
            WHERE l.secret_hash = \(hash) AND l.used_at IS NULL
              AND l.withdrawn_at IS NULL AND l.expires_at > \(now) AND a.closed_at IS NULL
            """
        ).first.map { row in
            AccountLink(
                id: row.id(4), account: User(row), purpose: row.choice(5, .invitation),
                expiresAt: row.instant(6))
        }
    }
}

extension WritableDatabase {
    /// Invites everybody on a list who has no account yet, all of them or nobody.
    ///
    /// - Returns: how much was new, changed or as it was, and the new links, whose secrets are
    ///   kept nowhere.
    /// - Throws: ``InvalidInput`` with every problem of every row; ``PermissionError``.
    public func inviteAccounts(_ read: ReadRows<AccountRow>, by user: User.ID) throws -> (
        summary: ImportSummary, links: [NewAccountLink]
    ) {
        try require(.manageAccounts, of: user)
        let plan = try accountImport(read)
        try plan.requireSound()
        let today = try workspace().today(now)
        var changes: [Change] = []
        var links: [NewAccountLink] = []
        for person in plan.new {
            let account = User(
                id: newID(), login: person.login, name: person.name, agency: person.agency)
            try insert(account, mail: person.mail, password: noPassword)
            if let role = person.role {
                try give(role, to: account.id, in: person.roleAgency, from: today)
            }
            links.append(try makeLink(.invitation, for: account))
            changes.append(
                Change("account", account.id.text, after: try accountRecord(account.id)))
        }
        for change in plan.changed {
            let account = try requiredUser(login: change.new.login)
            let before = try accountRecord(account.id)
            try run(
                """
                UPDATE accounts SET name = \(change.new.name), mail = \(change.new.mail),
                  agency = \(change.new.agency)
                WHERE id = \(account.id)
                """
            )
            changes.append(
                Change(
                    "account", account.id.text, before: before,
                    after: try accountRecord(account.id)))
        }
        if !changes.isEmpty { try journal("accounts.invited", by: user, changes) }
        return (plan.summary, links)
    }

    /// Makes another link for somebody who has not taken up the invitation; the old one stops.
    ///
    /// - Throws: ``MissingRecord``, ``AccountError`` or ``PermissionError``.
    public func renewInvitation(login: String, by user: User.ID) throws -> NewAccountLink {
        try require(.manageAccounts, of: user)
        return try replaceLink(login, .invitation, "account.invited-again", by: user)
    }

    /// Takes the account's password away and makes a link to choose another; ends its sessions.
    ///
    /// Whoever manages accounts may do so, and the superior's officer in the bodies below.
    /// - Throws: ``MissingRecord``, ``AccountError`` or ``PermissionError``.
    public func resetByLink(login: String, by user: User.ID, because reason: String? = nil) throws
        -> NewAccountLink
    {
        try requireSomewhere(.resetPasswordsBelow, of: user)
        let reach = try accountReach(of: user)
        let account = try requiredUser(login: login)
        guard reach.reaches(account, holding: try heldRoles(of: account.id)) else {
            throw AccountError.outOfReach
        }
        return try replaceLink(
            login, .reset, "account.password-reset", by: user, because: reason)
    }

    private func replaceLink(
        _ login: String, _ purpose: AccountLink.Purpose, _ action: String, by user: User.ID,
        because reason: String? = nil
    ) throws -> NewAccountLink {
        let account = try requiredUser(login: login)
        let state = try rows(
            "SELECT password, closed_at FROM accounts WHERE id = \(account.id)"
        ).first
        guard let state, state.optionalText(1) == nil,
            purpose == .reset || state.text(0) == noPassword
        else { throw AccountError.notInUse }
        var made: NewAccountLink?
        try changeAccount(action, account.id, by: user, because: reason) {
            try savePassword(of: account.id, noPassword, changedAt: nil)
            made = try makeLink(purpose, for: account)
        }
        guard let made else { throw StoreFault("a link that was not made") }
        return made
    }

    private func makeLink(_ purpose: AccountLink.Purpose, for account: User) throws
        -> NewAccountLink
    {
        try withdrawLinks(of: account.id)
        let secret = newSecret()
        let link = AccountLink(
            id: newID(), account: account, purpose: purpose,
            expiresAt: now + (try signInRules().linkSeconds))
        try run(
            """
            INSERT INTO account_links (id, account, purpose, secret_hash, made_at, expires_at)
            VALUES (\(link.id), \(account.id), \(purpose.rawValue), \(sha256(secret)), \(now),
              \(link.expiresAt))
            """
        )
        let mail = try rows("SELECT mail FROM accounts WHERE id = \(account.id)").first?
            .optionalText(0)
        return NewAccountLink(link: link, secret: secret, mail: mail)
    }

    func withdrawLinks(of account: User.ID) throws {
        try run(
            """
            UPDATE account_links SET withdrawn_at = \(now)
            WHERE account = \(account) AND used_at IS NULL AND withdrawn_at IS NULL
            """
        )
    }
}

extension ReadableDatabase {
    /// Returns which accounts the person may give a new password to.
    public func accountReach(of user: User.ID) throws -> AccountReach {
        let today = try workspace().today(now)
        return AccountReach(
            of: try heldRoles(of: user), managesAccounts: try managesAccounts(user),
            in: try agencyTree(on: today), on: today)
    }
}

extension ReadableDatabase {
    private func managesAccounts(_ user: User.ID) throws -> Bool {
        do {
            try require(.manageAccounts, of: user)
            return true
        } catch is PermissionError {
            return false
        }
    }
}

extension Store {
    /// Notes what became of the mail with a link: `nil` when sendmail took it.
    public func noteMailing(of link: AccountLink.ID, fault: String?) async throws {
        try await writeOffTheRecord { db in
            _ = try db.run(
                """
                UPDATE account_links SET mailed_at = \(db.now), mail_fault = \(fault)
                WHERE id = \(link)
                """
            )
        }
    }
}
