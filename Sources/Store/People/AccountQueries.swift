import Domain

extension ReadableDatabase {
    /// Returns the account, or `nil` when there is none with that login.
    public func user(login: String) throws -> User? {
        try rows(
            "SELECT id, login, name, agency FROM accounts WHERE login = \(login.normalizedLogin)"
        )
        .first.map { User($0) }
    }

    /// Returns the accounts with those ids; for naming who did what.
    public func users(_ ids: some Sequence<User.ID>) throws -> [User.ID: User] {
        let users = try rows(
            "SELECT id, login, name, agency FROM accounts WHERE id IN \(list: Set(ids))"
        ).map { User($0) }
        return Dictionary(uniqueKeysWithValues: users.map { ($0.id, $0) })
    }

    /// Returns the roles the account holds, held or will hold.
    public func heldRoles(of user: User.ID) throws -> [HeldRole] {
        try rows(
            "SELECT role, agency, from_on, until_on FROM account_roles WHERE account = \(user)"
        )
        .compactMap { row in
            // A role this program does not know grants nothing.
            Role(rawValue: row.text(0)).map {
                HeldRole(
                    $0, in: row.optionalID(1),
                    tenure: Tenure(from: row.day(2), until: row.optionalDay(3)))
            }
        }
    }

    /// Throws ``PermissionError`` unless the user may do that, in the agency and on the day.
    ///
    /// Without an agency it asks for the whole workspace, without a day for today.
    public func require(
        _ permission: Permission, of user: User.ID, in agency: Agency.ID? = nil, on day: Day? = nil
    ) throws {
        guard try !rows("SELECT id FROM accounts WHERE id = \(user)").isEmpty else {
            throw PermissionError.unknownUser
        }
        let day = try day ?? workspace().today(now)
        guard permission.isGranted(to: try heldRoles(of: user), in: agency, on: day) else {
            throw PermissionError.notAllowed(permission)
        }
    }
}

extension User {
    /// From `id, login, name, agency`.
    init(_ row: Row) {
        self.init(id: row.id(0), login: row.text(1), name: row.text(2), agency: row.optionalID(3))
    }
}
