import Domain
import HTTPTypes
import Hummingbird
import Logging
import Store

/// Meets every request that asks for a page: reads what is known, turns away what may not pass.
struct Arrivals: RouterMiddleware {
    typealias Context = AppContext

    let site: Site
    let pages: PageAddresses

    func handle(
        _ request: Request, context: AppContext,
        next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        let now = site.store.clock()
        try site.limits.takeAny(
            from: site.settings.device(of: request, peer: context.peer), at: now)
        guard isSafe(request.method) || comesFromHere(request) else { throw FormError.notOurs }
        var arrival = try await site.arrival(request, peer: context.peer)
        if !isSafe(request.method) { arrival.page = pages.page(at: arrival.path) }
        context.notes.account = arrival.visit.person?.user.id
        try site.limits.take(request, arrival, at: now)
        if let path = otherYear(arrival) { return .redirect(to: path) }
        guard
            arrival.visit.person != nil || arrival.visit.workspace.readableByVisitors
                // A form that came too late is kept by its route before anybody is asked to sign in.
                || isOpenToAll(arrival.path) || !isSafe(request.method)
        else { throw SignInNeeded() }
        if let person = arrival.visit.person {
            if person.mustChangePassword, !isOpenWithOneTimePassword(arrival.path) {
                return .redirect(to: Paths.password)
            }
            if person.mustSetSecondFactor, !isOpenWithoutSecondFactor(arrival.path) {
                return .redirect(to: Paths.secondFactor)
            }
            try await noteInUse(person, request, context)
        }
        var context = context
        context.arrival = arrival
        var response = try await next(request, context)
        remember(&response, request, arrival)
        return response
    }

    /// Notes when the session was last used; a full disk doesn't keep people from reading.
    private func noteInUse(_ person: SignedIn, _ request: Request, _ context: AppContext)
        async throws
    {
        do {
            try await site.store.noteInUse(person)
        } catch let fault as StoreFault where fault.kind == .noRoom && isSafe(request.method) {
            context.logger.error("fault: \(fault)", metadata: ["request": "\(context.notes.id)"])
        }
    }

    private func isSafe(_ method: HTTPRequest.Method) -> Bool { method == .get || method == .head }

    /// Whether the form was sent from a page of this site, as far as the browser says.
    ///
    /// Programs other than browsers send no `Origin`; they hold no cookie that could be misused.
    private func comesFromHere(_ request: Request) -> Bool {
        let site = request.headers[Self.fetchSite]
        guard site == nil || site == "same-origin" || site == "none" else { return false }
        guard let origin = request.headers[.origin] else { return true }
        guard
            let here = self.site.settings.publicAddress
                ?? request.head.authority.map({ "any://\($0)" })
        else { return false }
        return authority(origin) != nil && authority(origin) == authority(here)
    }

    private static let fetchSite = fieldName("Sec-Fetch-Site")

    private func authority(_ address: String) -> String? {
        address.firstRange(of: "://").map { start in
            address[start.upperBound...].prefix { $0 != "/" }.lowercased()
        }
    }

    /// What a visitor may see of a workspace that is not open to visitors.
    private func isOpenToAll(_ path: String) -> Bool {
        path == Paths.signIn || path == Paths.session || path.hasPrefix("/public")
            || path.hasPrefix(Paths.signIn + "/") || path.hasPrefix("/invitations/")
    }

    /// What may be done before a one-time password has been changed.
    private func isOpenWithOneTimePassword(_ path: String) -> Bool {
        path == Paths.password || path == Paths.signOut
    }

    /// What may be done before a second factor that the person's role asks for is set up.
    private func isOpenWithoutSecondFactor(_ path: String) -> Bool {
        path == Paths.secondFactor || isOpenWithOneTimePassword(path)
    }

    /// Where the form at the top of the page leads when it asks for another year than the address.
    ///
    /// The day goes along only when it lies in that year.
    private func otherYear(_ arrival: Arrival) -> String? {
        let segments = arrival.path.split(separator: "/", omittingEmptySubsequences: false)
        guard segments.count > 1, let year = yearNumber(segments[1]),
            let asked = arrival.query.optional("year").flatMap(yearNumber), asked != year
        else { return nil }
        let rest = segments.dropFirst(2).map { "/" + $0 }.joined()
        let isInYear = arrival.query.optional("on").flatMap(Day.init)?.year == asked
        let query = arrival.address.dropFirst(arrival.path.count)
        return Paths.changed(
            "/\(asked)" + rest + query, isInYear ? [("year", nil)] : [("year", nil), ("on", nil)])
    }

    private func remember(_ response: inout Response, _ request: Request, _ arrival: Arrival) {
        let isSecure = arrival.isSecure
        if let language = request.languageInAddress, language != request.languageInCookie {
            response.setCookie(
                SiteCookie.made(
                    SiteCookie.language, language.rawValue, seconds: 31_536_000, isSecure: isSecure)
            )
        }
        if let key = arrival.visitor.made {
            response.setCookie(
                SiteCookie.made(SiteCookie.visitor, key, seconds: nil, isSecure: isSecure))
        }
        if arrival.said != nil, response.status == .ok, request.method == .get {
            response.setCookie(SiteCookie.removed(SiteCookie.said, isSecure: isSecure))
        }
    }
}

/// The year that a part of an address stands for; `nil` when it is no year of four digits.
func yearNumber(_ text: some StringProtocol) -> Int? {
    guard text.utf8.count == 4, let year = Int(text), (1990...2199).contains(year) else {
        return nil
    }
    return year
}

extension Site {
    /// Reads the request's surroundings: language, query, session, workspace.
    func arrival(_ request: Request, peer: String?) async throws -> Arrival {
        // An address such as //elsewhere must not become a link on the page that answers it.
        let path = localAddress(request.uri.path)
        let query = Form(try urlEncodedFields((request.uri.query ?? "").utf8, limits: .small))
        let year = path.dropFirst().prefix { $0 != "/" }
        let question = Visit.Question(
            token: request.cookies[SiteCookie.session]?.value, year: yearNumber(year))
        let address = path + (request.uri.query.map { "?" + $0 } ?? "")
        return Arrival(
            site: self, language: request.language, path: path, address: address, page: address,
            query: query,
            device: settings.device(of: request, peer: peer),
            host: request.head.authority ?? "localhost",
            isSecure: settings.isSecure(request, peer: peer), visit: try await visit(question),
            visitor: VisitorKey(request.cookies[SiteCookie.visitor]?.value),
            said: request.cookies[SiteCookie.said].flatMap { SiteCookie.read($0.value) },
            lateTicket: request.cookies[SiteCookie.late]?.value)
    }
}

extension SiteSettings {
    /// Whether the person's browser reached us by https: as we were told, or as a proxy of ours says.
    func isSecure(_ request: Request, peer: String?) -> Bool {
        if isSecure { return true }
        guard let peer, trustedProxies.contains(peer),
            let name = HTTPField.Name("X-Forwarded-Proto")
        else { return false }
        return request.headers[name]?.split(separator: ",").last.map { String($0).trimmed }
            == "https"
    }

    /// The address of the person's computer.
    ///
    /// Of the addresses in `X-Forwarded-For` the last counts that is none of our proxies, and only
    /// when the connection itself comes from one of them.
    func device(of request: Request, peer: String?) -> String {
        let peer = peer ?? ""
        guard trustedProxies.contains(peer) else { return peer }
        let name = HTTPField.Name("X-Forwarded-For")
        let chain = name.map { request.headers[values: $0] } ?? []
        let addresses = chain.joined(separator: ",").split(separator: ",").map {
            String($0).trimmed
        }
        return addresses.last { !trustedProxies.contains($0) } ?? peer
    }
}
