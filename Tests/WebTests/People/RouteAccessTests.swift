import Domain
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Web

/// Every address says whom it is for, and keeps to it.
@Suite struct RouteAccessTests {
    /// Open to anybody, signed in or not.
    ///
    /// Whatever else is added here is added knowingly.
    private static let open: Set<String> = [
        "GET /public", "GET /public/documents", "GET /public/documents/{number}",
        "GET /sign-in", "POST /session", "GET /public/journal", "GET /public/journal.json",
        "GET /sign-in", "POST /session", "GET /sign-in/code", "POST /sign-in/code",
        "GET /sign-in/issuer", "GET /sign-in/issuer/answer", "GET /invitations/{secret}",
        "GET /reminders/links/{token}",
        "POST /invitations/{secret}",
    ]

    /// Open to whoever has signed in, whatever they hold: their own account and what they sent.
    private static let own: Set<String> = [
        "POST /session/closure", "GET /inbox", "GET /account", "GET /account/password",
        "POST /account/password", "POST /account/sessions/closure",
        "GET /account/second-factor", "POST /account/second-factor",
        "POST /account/second-factor/removal", "POST /account/recovery-codes",
        "GET /account/issuer", "POST /account/issuer/removal", "GET /late-form",
        "POST /late-form/removal",
    ]

    /// The permission depends on the step that the form asks for; the action asks for it.
    private static let byStep: Set<String> = ["POST /{year}/index/{block}/{code}/stage"]

    private static func routes(_ site: Site) -> [Routes.Route] {
        let routes = Routes()
        site.addFeatures(to: routes)
        return routes.all
    }

    @Test func `the addresses that need no permission are these and no others`() async throws {
        let site = try await TestSite()
        let routes = Self.routes(site.site)
        #expect(routes.count > 60)
        #expect(
            Set(routes.filter { $0.access == .everyone }.map(\.name)) == Self.open)
        #expect(
            Set(routes.filter { $0.access == .account }.map(\.name))
                == Self.own.union(Self.byStep))
    }

    @Test func `what changes the record asks for a permission to do, what shows it to see`()
        async throws
    {
        let site = try await TestSite()
        for route in Self.routes(site.site) {
            guard case .holders(let permission) = route.access else { continue }
            #expect(
                PermissionTable.all.contains(permission), "\(route.name) names no known permission")
            if route.method == "POST" { #expect(permission.kind == .doing, "\(route.name)") }
        }
    }

    @Test func `above an address that only takes forms there is a page, if only the first`()
        async throws
    {
        let routes = Self.routes(try await TestSite().site)
        let pages = PageAddresses(routes)
        #expect(pages.page(at: "/documents/12/opinion") == "/documents/12")
        #expect(pages.page(at: "/nowhere/at/all") == "/")
        #expect(pages.page(at: "/session") == "/")
        let alone = routes.filter { $0.method == "POST" }.map(\.path)
            .filter { pages.page(at: $0) == "/" }
        #expect(Set(alone) == ["/posts", "/programmes", "/session", "/session/closure"])
    }

    @Test func `somebody without a role is refused everywhere, and told who could let them`()
        async throws
    {
        let site = try await TestSite(openToVisitors: false)
        _ = try await site.withBodies()
        let stranger = try await site.signedIn(as: nil, in: nil)
        for route in Self.routes(site.site) {
            guard case .holders = route.access else { continue }
            let answer = try await ask(site, route, stranger)
            #expect(answer.status == .forbidden, "\(route.name)")
            #expect(answer.text.contains("Vai trò có quyền này"), "\(route.name)")
            #expect(answer.text.contains("Quản trị hệ thống"), "\(route.name)")
        }
    }

    @Test func `a visitor of a workspace that is not open is asked to sign in everywhere`()
        async throws
    {
        let site = try await TestSite(openToVisitors: false)
        for route in Self.routes(site.site) where route.access != .everyone {
            let answer = try await ask(site, route, Browser())
            if route.method == "GET" {
                #expect(
                    answer.headers[.location]?.hasPrefix("/sign-in") == true, "\(route.name)")
            } else {
                #expect(answer.status == .forbidden, "\(route.name)")
            }
        }
    }

    @Test(arguments: Role.allCases)
    func `an address is closed to a role that may never use it`(_ role: Role) async throws {
        let site = try await TestSite(openToVisitors: false)
        _ = try await site.withBodies()
        let browser = try await site.signedIn(as: role, in: "T-1")
        for route in Self.routes(site.site) {
            guard case .holders(let permission) = route.access,
                permission.reach[role]?.isEmpty ?? true
            else { continue }
            let answer = try await ask(site, route, browser)
            #expect(answer.status == .forbidden, "\(route.name)")
        }
    }

    @Test func `an officer may not see the people of a district beside theirs, but its head`()
        async throws
    {
        let site = try await TestSite(openToVisitors: false)
        _ = try await site.withBodies()
        let officer = try await site.signedIn(as: .officer, in: "T-1")
        _ = try await site.signedIn(as: .head, in: "T-2", named: "Bà Đứng Đầu")
        _ = try await site.signedIn(as: .officer, in: "T-2", named: "Ông Đầu Mối")
        let page = try await site.get("/agencies/T-2/people", officer).text
        #expect(page.contains("Bà Đứng Đầu"))
        #expect(!page.contains("Ông Đầu Mối"))
    }

    @Test func `an officer refused on another agency's record is told whose it is`() async throws {
        let site = try await TestSite(openToVisitors: false)
        _ = try await site.withBodies()
        let officer = try await site.signedIn(as: .officer, in: "T-1")
        let answer = try await site.post(
            "/2021/self-inspections",
            ["token": officer.token, "body_code": "T-2", "planned_on": "01/06/2021"], officer)
        #expect(answer.status == .forbidden)
        let own = try await site.post(
            "/2021/self-inspections",
            ["token": officer.token, "body_code": "T-11", "planned_on": "01/06/2021"], officer)
        #expect(own.status == .seeOther)
    }

    private func ask(_ site: TestSite, _ route: Routes.Route, _ browser: Browser) async throws
        -> TestResponse
    {
        let address = route.path.split(separator: "/").map { part -> String in
            guard part.first == "{", let end = part.firstIndex(of: "}") else { return "/\(part)" }
            return (part == "{year}" ? "/2021" : "/1") + part[part.index(after: end)...]
        }.joined()
        return route.method == "GET"
            ? try await site.get(address.isEmpty ? "/" : address, browser)
            : try await site.post(address, ["token": browser.token], browser)
    }
}

extension Routes.Route {
    fileprivate var name: String { "\(method) \(path)" }
}
