import Domain
import Foundation
import Hummingbird
import NIOCore
import Store

/// What a handler knows of its request: who asks, in which language, on which day.
struct AppContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The other end of the connection; behind a proxy that is the proxy.
    let peer: String?
    let notes = RequestNotes()
    /// Set by ``Arrivals`` before any handler runs.
    var arrival: Arrival?

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress?.ipAddress
    }
}

/// One request as it came in, with what one read of the database said about it.
struct Arrival: Sendable {
    let site: Site
    let language: Language
    /// The path without the query, as the browser sent it.
    let path: String
    /// The path with its query.
    let address: String
    /// The address that can be opened again: for a form that was sent, the page above it.
    var page: String
    /// The query's fields.
    let query: Form
    /// The address of the person's computer, for the throttle and the journal.
    let device: String
    /// The host that the request names, with its port; anybody may name any.
    let host: String
    /// Whether the browser came by https, so that cookies may be kept from going without it.
    let isSecure: Bool
    let visit: Visit
    /// What the forms of somebody who is not signed in are bound to.
    let visitor: VisitorKey
    /// What was just done, to be said once.
    let said: String?
    /// The ticket of a form that came too late, when the browser holds one.
    var lateTicket: String?
}

extension AppContext {
    private var arrived: Arrival {
        guard let arrival else { preconditionFailure("A handler runs behind Arrivals.") }
        return arrival
    }

    var site: Site { arrived.site }
    var language: Language { arrived.language }
    var query: Form { arrived.query }
    var path: String { arrived.path }
    var address: String { arrived.address }
    var pageAddress: String { arrived.page }
    var device: String { arrived.device }
    var host: String { arrived.host }
    var isSecure: Bool { arrived.isSecure }
    var visit: Visit { arrived.visit }
    var visitorKey: VisitorKey { arrived.visitor }
    var workspace: Workspace { visit.workspace }

    /// The day it is: the workspace's own when it has fixed one, else that of its zone.
    var today: Day { visit.today }

    /// The person who signed in; `nil` for a visitor.
    var person: SignedIn? { visit.person }

    /// The person who signed in.
    ///
    /// - Throws: ``SignInNeeded`` for a visitor.
    func signedIn() throws -> SignedIn {
        guard let person else { throw SignInNeeded() }
        return person
    }

    /// The part of the path that the route calls by this name.
    func segment(_ name: String) throws -> String {
        let written = parameters.get(name) ?? ""
        let isEncoded = written.utf8.contains(UInt8(ascii: "%"))
        let segment = isEncoded ? written.removingPercentEncoding : written
        // What no form may hold no address may hold either; a code is found however it was composed.
        guard let segment, !segment.isEmpty,
            let text = try? formText(segment.utf8, field: name)
        else { throw MissingPage(path: arrival?.path ?? "") }
        return text
    }

    /// A number in the path, such as that of an inspection; anything else is no page.
    func number(_ name: String) throws -> Int {
        let text = try segment(name)
        guard let number = Int(text), number > 0, String(number) == text else {
            throw MissingPage(path: path)
        }
        return number
    }

    /// Which page of a long list the address asks for, from 1; no list has a millionth.
    var pageNumber: Int { min(max(1, Int(query.text("page")) ?? 1), 1_000_000) }

    /// The year at the beginning of the path.
    func year() throws -> Int {
        let text = try segment("year")
        guard let year = yearNumber(text) else { throw MissingPage(path: path) }
        return year
    }

    /// The day that the address asks about; `nil` when it leaves the choice to us.
    ///
    /// - Throws: ``AddressError/noSuchDay(_:)`` for 31/02 and the like.
    func chosenDay() throws -> Day? {
        guard let typed = query.optional("on") else { return nil }
        guard let day = Day(typed) else { throw AddressError.noSuchDay(typed) }
        return day
    }

    /// The day asked about: the one in the address, else the earlier of today and the year's last day.
    func day(in year: Int) throws -> Day {
        try chosenDay() ?? min(today, visit.lastDay(of: year))
    }

    /// How new each topic is in the year, in the order asked.
    func revisions(_ topics: [Topic]) -> [Int] { topics.map { visit.revisions[$0] ?? 0 } }
}
