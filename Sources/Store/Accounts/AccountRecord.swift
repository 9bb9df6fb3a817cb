import Domain

/// What the journal says of an account; no secret.
struct AccountRecord: Encodable, Equatable {
    let login: String
    let name: String
    let mail: String?
    let agency: Agency.ID?
    let roles: [HeldRole]
    /// How it can be opened: a password of its own, a one-time one, a link, or not at all.
    let access: Access
    let hasSecondFactor: Bool
    let issuers: [String]

    enum Access: String, Encodable {
        case password
        case oneTimePassword = "one-time-password"
        case invitation
        case resetLink = "reset-link"
        case none
        case closed
    }
}

extension WritableDatabase {
    /// Does something to an account and journals what it was before and after, under one entry.
    func changeAccount(
        _ action: String, _ account: User.ID, by user: User.ID?, because reason: String? = nil,
        _ body: () throws -> Void
    ) throws {
        let before = try accountRecord(account)
        try body()
        let after = try accountRecord(account)
        try journal(
            action, by: user, in: after?.agency, because: reason,
            [Change("account", account.text, before: before, after: after)])
    }

    /// What the account is now; `nil` when there is none.
    func accountRecord(_ account: User.ID) throws -> AccountRecord? {
        let found = try rows(
            """
            SELECT login, name, mail, agency, password, password_changed_at, closed_at,
              EXISTS (SELECT 1 FROM second_factors f WHERE f.account = a.id)
            FROM accounts a WHERE id = \(account)
            """
        ).first
        guard let found else { return nil }
        let link = try rows(
            """
            SELECT purpose FROM account_links
            WHERE account = \(account) AND used_at IS NULL AND withdrawn_at IS NULL
            """
        ).first.map { $0.choice(0, AccountLink.Purpose.invitation) }
        let issuers = try rows(
            "SELECT issuer FROM linked_subjects WHERE account = \(account) ORDER BY issuer"
        ).map { $0.text(0) }
        return AccountRecord(
            login: found.text(0), name: found.text(1), mail: found.optionalText(2),
            agency: found.optionalID(3), roles: try heldRoles(of: account).sorted(by: inOrder),
            access: access(
                password: found.text(4), changedAt: found.optionalText(5),
                closedAt: found.optionalText(6), link: link),
            hasSecondFactor: found.bool(7), issuers: issuers)
    }

    private func access(
        password: String, changedAt: String?, closedAt: String?, link: AccountLink.Purpose?
    ) -> AccountRecord.Access {
        if closedAt != nil { return .closed }
        if let link { return link == .invitation ? .invitation : .resetLink }
        if password == noPassword { return .none }
        return changedAt == nil ? .oneTimePassword : .password
    }

    private func inOrder(_ left: HeldRole, _ right: HeldRole) -> Bool {
        (left.role.rawValue, left.agency?.text ?? "", left.tenure.from)
            < (right.role.rawValue, right.agency?.text ?? "", right.tenure.from)
    }
}
