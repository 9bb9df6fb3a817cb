/// A person who has signed in, with the session's secret.
public struct SignedIn: Hashable, Sendable {
    /// The cookie's value; the database keeps only its SHA-256.
    public let token: String
    public let user: User
    /// The password is still the one-time one: nothing else may be done before it is changed.
    public let mustChangePassword: Bool
    /// A role asks for a second factor and there is none: nothing else may be done before.
    public let mustSetSecondFactor: Bool
    public let roles: [HeldRole]
    /// When the session was last noted as in use; noted again after a minute.
    public let seenAt: Instant

    public init(
        token: String, user: User, mustChangePassword: Bool, mustSetSecondFactor: Bool = false,
        roles: [HeldRole], seenAt: Instant
    ) {
        self.token = token
        self.user = user
        self.mustChangePassword = mustChangePassword
        self.mustSetSecondFactor = mustSetSecondFactor
        self.roles = roles
        self.seenAt = seenAt
    }

    /// Whether pages should offer it, for some agency; the action asks again, inside its transaction.
    public func may(_ permission: Permission, on day: Day) -> Bool {
        isReady && permission.isGrantedSomewhere(to: roles, on: day)
    }

    /// Whether pages should offer it on records of the agency; `nil` is the whole workspace.
    public func may(
        _ permission: Permission, in agency: Agency.ID?, on day: Day, _ tree: AgencyTree
    ) -> Bool {
        isReady
            && permission.isGranted(to: roles, in: agency, on: day, lineage: tree.lineage)
    }

    /// Whether anything else may be done than choosing a password or setting a second factor up.
    private var isReady: Bool { !mustChangePassword && !mustSetSecondFactor }
}
