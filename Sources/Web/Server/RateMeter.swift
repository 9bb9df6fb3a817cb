import Domain
import Synchronization

/// Counts what each sender asks for, in memory, and refuses what exceeds a limit.
///
/// It keeps one instant for each sender and kind: when everything taken so far would have been sent at
/// the allowed pace (the "generic cell rate algorithm", ITU-T I.371). Senders that have been quiet are
/// forgotten; of a flood of invented senders no more than ``most`` are remembered.
final class RateMeter: Sendable {
    enum Kind: Hashable, Sendable {
        case all, pages, forms, uploads, exports
    }

    struct Sender: Hashable, Sendable {
        let kind: Kind
        /// An address, or the id of an account.
        let name: String
    }

    static let most = 50_000
    /// Milliseconds since 1970 at which the sender has nothing left to wait for.
    private let free = Mutex<[Sender: Int64]>([:])

    /// Counts one request of the sender, or refuses it.
    ///
    /// - Throws: ``TooManyRequests`` with the seconds to wait; a refused request doesn't count.
    func take(_ kind: Kind, of name: String, _ limit: RateLimit, at now: Instant) throws {
        let now = now.milliseconds
        let each = Int64(60_000 / max(1, limit.perMinute))
        let ahead = each * Int64(max(1, limit.atOnce))
        let wait: Int64 = free.withLock { free in
            if free.count >= Self.most { Self.forget(&free, at: now) }
            let sender = Sender(kind: kind, name: name)
            let next = max(free[sender] ?? now, now) + each
            guard next - now <= ahead else { return next - now - ahead }
            free[sender] = next
            return 0
        }
        if wait > 0 { throw TooManyRequests(seconds: Int((wait + 999) / 1_000)) }
    }

    /// How many senders are remembered.
    var count: Int { free.withLock(\.count) }

    private static func forget(_ free: inout [Sender: Int64], at now: Int64) {
        free = free.filter { $0.value > now }
        // Each of them sent only a few; letting those few pass once more harms less than a full memory.
        if free.count >= most { free.removeAll() }
    }
}
