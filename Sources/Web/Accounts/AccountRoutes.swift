import Domain
import Hummingbird
import Store

/// Every address of accounts: signing in, one's own account, and looking after those of others.
enum AccountRoutes {
    static func add(to router: Routes, _ site: Site) {
        let signIn = SignInRoutes(site: site)
        router.get("/sign-in", .everyone, use: signIn.page)
        router.get("/sign-in/code", .everyone, use: signIn.codePage)
        router.writeWithoutSession("/session", use: signIn.begin)
        router.writeWithoutSession("/sign-in/code", use: signIn.finish)
        router.write("/session/closure", .account, limits: .small, use: signIn.signOut)

        let links = LinkRoutes(site: site)
        router.get("/invitations/:secret", .everyone, use: links.page)
        router.writeWithoutSession("/invitations/:secret", use: links.accept)

        IssuerRoutes.add(to: router, site)
        OwnAccountRoutes.add(to: router, site)
        SecondFactorRoutes.add(to: router, site)
        AccountListRoutes.add(to: router, site)
        InvitationRoutes.add(to: router, site)
        SignInRuleRoutes.add(to: router, site)
    }
}
