import Domain
import HTTPTypes
import Hummingbird
import Store

/// What each arriving request counts against; asked by ``Arrivals``.
struct Limits: Sendable {
    /// `nil` where a proxy limits by itself, and where it is measured how quick the pages are.
    let rates: RateLimits?
    private let meter = RateMeter()

    init(_ rates: RateLimits?) {
        self.rates = rates
    }

    /// Counts the request against its address, before anything else is done for it.
    func takeAny(from device: String, at now: Instant) throws {
        guard let rates else { return }
        try meter.take(.all, of: Self.network(device), rates.address, at: now)
    }

    /// Counts the request against the account, or a visitor's against their address.
    func take(_ request: Request, _ arrival: Arrival, at now: Instant) throws {
        guard let rates else { return }
        let person = arrival.visit.person
        let name = person?.user.id.text ?? Self.network(arrival.device)
        if request.method != .get, request.method != .head {
            // Attempts to sign in are counted in the database, with delays that grow.
            guard arrival.path != Paths.session else { return }
            try meter.take(.forms, of: name, rates.forms, at: now)
            if request.headers[.contentType]?.lowercased().hasPrefix("multipart/") == true {
                try meter.take(.uploads, of: name, rates.uploads, at: now)
            }
            return
        }
        try meter.take(.pages, of: name, person == nil ? rates.visitor : rates.account, at: now)
        if Self.isFile(arrival.path) { try meter.take(.exports, of: name, rates.exports, at: now) }
    }

    /// Whether the address is that of a file of rows, which costs more than a page.
    private static func isFile(_ path: String) -> Bool {
        [".csv", ".xlsx", ".docx", ".pdf", ".json", ".zip"].contains { path.hasSuffix($0) }
    }

    /// What counts as one address: an IPv6 customer holds a whole /64, of which every address is theirs.
    static func network(_ device: String) -> String {
        guard device.contains(":"), !device.contains(".") else { return device }
        let halves = device.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
            .map { $0.split(separator: ":").map(String.init) }
        var groups = halves[0]
        if halves.count == 2 {
            let missing = max(0, 8 - halves[0].count - halves[1].count)
            groups += Array(repeating: "0", count: missing) + halves[1]
        }
        return groups.prefix(4).joined(separator: ":") + "::/64"
    }
}
