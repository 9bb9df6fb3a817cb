/// Which accounts a person may give a new password to (cấp lại mật khẩu).
///
/// Whoever manages accounts reaches all. The superior's officer reaches the accounts of the bodies
/// below their own, never those beside or above them; and an account that is more than its body, for
/// it holds a role elsewhere or in the whole workspace, is out of reach, or an officer could
/// become an administrator. The limits are ours.
public struct AccountReach: Sendable {
    private let held: [HeldRole]
    private let managesAccounts: Bool
    private let tree: AgencyTree
    private let day: Day

    /// Whether the person has ``Permission/manageAccounts`` is asked of the workspace beforehand.
    public init(of held: [HeldRole], managesAccounts: Bool, in tree: AgencyTree, on day: Day) {
        self.held = held
        self.managesAccounts = managesAccounts
        self.tree = tree
        self.day = day
    }

    public func reaches(_ account: User, holding roles: [HeldRole]) -> Bool {
        if managesAccounts { return true }
        let superiors = held.filter {
            Permission.resetPasswordsBelow.reach[$0.role] == [.below] && $0.tenure.contains(day)
        }.compactMap(\.agency)
        let bodies =
            [account.agency]
            + roles.filter { $0.tenure.until.map { $0 > day } ?? true }.map(\.agency)
        return superiors.contains { superior in
            bodies.allSatisfy { body in body.map { tree.isBelow($0, superior) } ?? false }
        }
    }
}

extension AgencyTree {
    /// Whether the body answers to the superior, directly or through others; none is below itself.
    public func isBelow(_ body: Agency.ID, _ superior: Agency.ID) -> Bool {
        guard let here = position(of: body), let above = position(of: superior) else {
            return false
        }
        return above < here && here < self[above].end
    }
}
