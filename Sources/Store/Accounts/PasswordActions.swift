import Domain

extension Store {
    /// Changes the person's own password and ends their other sessions.
    ///
    /// - Throws: ``SignInError``, or ``InvalidInput`` with every reason the new one cannot be taken.
    public func changePassword(of person: SignedIn, from old: String, to new: String) async throws {
        let sources = [SignInSource(ownPasswordOf: person.user.id)]
        let (stored, ownWords) = try await writeOffTheRecord { db in
            try db.countAttempt(of: sources)
            return (
                try db.storedPassword(of: person.user.login), try db.ownWords(of: person.user)
            )
        }
        guard old.count <= PasswordRule.longest, try await passwords.verify(old, stored) else {
            throw SignInError.wrongPassword
        }
        var problems = PasswordRule.problems(
            of: new, login: person.user.login, ownWords: ownWords)
        if new == old {
            problems.append(
                Problem(
                    "password", vi: "Mật khẩu mới phải khác mật khẩu hiện tại.",
                    en: "The new password must differ from the present one."))
        }
        guard problems.isEmpty else { throw InvalidInput(problems) }
        let hash = try await passwords.hash(new)
        try await write { db in
            try db.forgetAttempt(of: sources)
            try db.changePassword(
                of: person.user.id, to: hash, by: person.user.id, keeping: person.token)
        }
    }
}

extension ReadableDatabase {
    /// What a password of the account must not be made of.
    func ownWords(of user: User) throws -> [String] {
        let mail = try rows("SELECT mail FROM accounts WHERE id = \(user.id)").first?
            .optionalText(0)
        let bodies = try user.agency.map { try agencyVersions(of: $0).map(\.shortName) } ?? []
        let mailName = mail?.split(separator: "@").first.map(String.init)
        return [user.name, try workspace().name.vi] + bodies + [mailName].compactMap(\.self)
    }
}
