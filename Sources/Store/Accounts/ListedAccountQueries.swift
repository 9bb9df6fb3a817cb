import Domain

extension ReadableDatabase {
    /// Returns a page of the accounts the person may look after, by login, after the one named.
    ///
    /// Whoever manages accounts sees all, the superior's officer those that may be given a new
    /// password. Throws ``PermissionError`` for anybody else.
    public func listedAccounts(
        matching text: String = "", after login: String = "", limit: Int = 100, for viewer: User.ID
    ) throws -> [ListedAccount] {
        try requireSomewhere(.resetPasswordsBelow, of: viewer)
        let reach = try accountReach(of: viewer)
        let wanted = Vietnamese.folded(text)
        var found: [ListedAccount] = []
        var last = login
        // The reach is a rule of Domain, so rows are read a part at a time until enough pass it.
        while found.count < limit {
            let part = try accounts(after: last, limit: 200)
            let roles = try heldRoles(ofAll: part.map(\.user.id))
            for account in part where found.count < limit {
                let held = roles[account.user.id] ?? []
                guard
                    wanted.isEmpty
                        || Vietnamese.folded("\(account.user.login) \(account.user.name)")
                            .contains(wanted),
                    reach.reaches(account.user, holding: held)
                else { continue }
                found.append(account.holding(held))
            }
            guard part.count == 200, let end = part.last?.user.login else { break }
            last = end
        }
        return found
    }

    /// Returns one account of those the person may look after.
    ///
    /// - Throws: ``MissingRecord`` for any other; ``PermissionError``.
    public func listedAccount(login: String, for viewer: User.ID) throws -> ListedAccount {
        try requireSomewhere(.resetPasswordsBelow, of: viewer)
        let reach = try accountReach(of: viewer)
        let account = try requiredUser(login: login)
        let roles = try heldRoles(of: account.id)
        guard reach.reaches(account, holding: roles),
            let listed = try accounts(where: "a.id = \(account.id)", limit: 1).first
        else { throw MissingRecord(Bilingual(vi: "tài khoản", en: "account"), login) }
        return listed.holding(roles)
    }

    private func accounts(after login: String, limit: Int) throws -> [ListedAccount] {
        try accounts(where: "a.login > \(login)", limit: limit)
    }

    private func accounts(where condition: SQL, limit: Int) throws -> [ListedAccount] {
        try rows(
            """
            SELECT a.id, a.login, a.name, a.agency, a.mail, a.closed_at, a.password,
              EXISTS (SELECT 1 FROM second_factors f WHERE f.account = a.id),
              (SELECT MAX(s.seen_at) FROM sessions s WHERE s.account = a.id),
              l.expires_at, l.mailed_at, l.mail_fault,
              EXISTS (SELECT 1 FROM linked_subjects i WHERE i.account = a.id)
            FROM accounts a LEFT JOIN account_links l
              ON l.account = a.id AND l.used_at IS NULL AND l.withdrawn_at IS NULL
            WHERE \(condition)
            ORDER BY a.login LIMIT \(limit)
            """
        ).map { row in
            let mailedAt = row.optionalInstant(10)
            return ListedAccount(
                user: User(row), mail: row.optionalText(4), roles: [], state: state(row),
                hasSecondFactor: row.bool(7), seenAt: row.optionalInstant(8),
                mailing: mailedAt.map { row.optionalText(11) == nil ? .sent($0) : .failed($0) })
        }
    }

    private func state(_ row: Row) -> ListedAccount.State {
        if row.optionalText(5) != nil { return .closed }
        guard row.text(6) == noPassword else { return .active }
        guard let expires = row.optionalInstant(9) else {
            return row.bool(12) ? .active : .uninvited
        }
        return expires > now ? .invited : .linkExpired
    }

    private func heldRoles(ofAll users: [User.ID]) throws -> [User.ID: [HeldRole]] {
        var found: [User.ID: [HeldRole]] = [:]
        for user in users { found[user] = try heldRoles(of: user) }
        return found
    }
}

extension ListedAccount {
    fileprivate func holding(_ roles: [HeldRole]) -> ListedAccount {
        ListedAccount(
            user: user, mail: mail, roles: roles, state: state, hasSecondFactor: hasSecondFactor,
            seenAt: seenAt, mailing: mailing)
    }
}
