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
}

extension User {
    /// From `id, login, name, agency`.
    init(_ row: Row) {
        self.init(id: row.id(0), login: row.text(1), name: row.text(2), agency: row.optionalID(3))
    }
}
