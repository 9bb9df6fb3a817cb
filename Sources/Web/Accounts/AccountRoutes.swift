import Domain
import Hummingbird
import Store

/// Every address of accounts: signing in, one's own account, and looking after those of others.
enum AccountRoutes {
    static func add(to router: Router<AppContext>, _ site: Site) {
        let signIn = SignInRoutes(site: site)
        router.get("/sign-in", use: signIn.page)
        router.get("/sign-in/code", use: signIn.codePage)
        // Not a `write`, for nobody is signed in yet; the request's origin has been checked.
        router.post("/session", use: signIn.begin)
        router.post("/sign-in/code", use: signIn.finish)
        router.write("/session/closure", limits: .small, use: signIn.signOut)

        let links = LinkRoutes(site: site)
        router.get("/invitations/:secret", use: links.page)
        router.post("/invitations/:secret", use: links.accept)

        IssuerRoutes.add(to: router, site)
        OwnAccountRoutes.add(to: router, site)
        SecondFactorRoutes.add(to: router, site)
        AccountListRoutes.add(to: router, site)
        InvitationRoutes.add(to: router, site)
        SignInRuleRoutes.add(to: router, site)
    }
}

extension SignedIn {
    /// Whether the list of accounts is for them; which accounts are on it, the query decides.
    func looksAfterAccounts(on day: Day) -> Bool {
        guard !mustChangePassword, !mustSetSecondFactor else { return false }
        return roles.contains { held in
            held.tenure.contains(day)
                && (Permission.manageAccounts.roles.contains(held.role)
                    || Permission.resetPasswordsBelow.roles.contains(held.role)
                        && held.agency != nil)
        }
    }
}
