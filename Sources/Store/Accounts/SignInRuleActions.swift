import Domain

extension ReadableDatabase {
    /// Returns the rules of signing in: the workspace's own, or the usual ones.
    public func signInRules() throws -> SignInRules {
        var values: [String: String] = [:]
        try each("SELECT key, value FROM settings WHERE key LIKE 'sign-in.%'") {
            values[$0.text(0)] = $0.text(1)
        }
        let usual = SignInRules.usual
        let number = { (key: String) in values[key].flatMap { Int($0) } }
        return SignInRules(
            idleMinutes: number(RuleKey.idle) ?? usual.idleMinutes,
            longestHours: number(RuleKey.longest) ?? usual.longestHours,
            linkHours: number(RuleKey.link) ?? usual.linkHours,
            rolesWithSecondFactor: Set(
                (values[RuleKey.roles] ?? "").split(separator: " ").compactMap {
                    Role(rawValue: String($0))
                }))
    }
}

extension WritableDatabase {
    /// Changes how long people stay signed in and who needs a second factor.
    ///
    /// - Throws: ``InvalidInput`` with every reason; ``PermissionError``.
    public func setSignInRules(_ rules: SignInRules, by user: User.ID) throws {
        try require(.manageSignIn, of: user)
        guard rules.problems.isEmpty else { throw InvalidInput(rules.problems) }
        let before = try signInRules()
        guard rules != before else { return }
        try set(RuleKey.idle, String(rules.idleMinutes))
        try set(RuleKey.longest, String(rules.longestHours))
        try set(RuleKey.link, String(rules.linkHours))
        let roles = rules.rolesWithSecondFactor.map(\.rawValue).sorted()
        try set(RuleKey.roles, roles.isEmpty ? nil : roles.joined(separator: " "))
        try journal(
            "sign-in-rules.changed", by: user,
            [
                Change(
                    "sign-in-rules", "sign-in-rules", before: Record(before), after: Record(rules))
            ])
    }
}

private enum RuleKey {
    static let idle = "sign-in.idle-minutes"
    static let longest = "sign-in.longest-hours"
    static let link = "sign-in.link-hours"
    static let roles = "sign-in.second-factor-roles"
}

/// The rules with their roles in order, so that equal rules are equal texts.
private struct Record: Encodable {
    let idleMinutes: Int
    let longestHours: Int
    let linkHours: Int
    let rolesWithSecondFactor: [String]

    init(_ rules: SignInRules) {
        idleMinutes = rules.idleMinutes
        longestHours = rules.longestHours
        linkHours = rules.linkHours
        rolesWithSecondFactor = rules.rolesWithSecondFactor.map(\.rawValue).sorted()
    }
}
