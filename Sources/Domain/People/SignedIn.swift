/// A person who has signed in, with the session's secret.
public struct SignedIn: Hashable, Sendable {
    /// The cookie's value; the database keeps only its SHA-256.
    public let token: String
    public let user: User
    /// The password is still the one-time one: nothing else may be done before it is changed.
    public let mustChangePassword: Bool
    public let roles: [HeldRole]
    /// When the session was last noted as in use; noted again after five minutes.
    public let seenAt: Instant

    public init(
        token: String, user: User, mustChangePassword: Bool, roles: [HeldRole], seenAt: Instant
    ) {
        self.token = token
        self.user = user
        self.mustChangePassword = mustChangePassword
        self.roles = roles
        self.seenAt = seenAt
    }

    /// Whether pages should offer it, for some agency; the action asks again, inside its transaction.
    public func may(_ permission: Permission, on day: Day) -> Bool {
        !mustChangePassword && permission.isGrantedSomewhere(to: roles, on: day)
    }

    /// Whether pages should offer it on records of the agency; `nil` is the whole workspace.
    public func may(
        _ permission: Permission, in agency: Agency.ID?, on day: Day, _ tree: AgencyTree
    ) -> Bool {
        !mustChangePassword
            && permission.isGranted(to: roles, in: agency, on: day, lineage: tree.lineage)
    }
}
