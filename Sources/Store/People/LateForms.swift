import Domain

/// How long an ended session is remembered, and a form that came too late is kept.
private let rememberedSeconds = 7 * 86_400
private let keptSeconds = 86_400
/// Forms kept for one ended session; the oldest gives way.
private let mostKept = 5

/// A form that arrived after its session had ended, sealed with a key that is not here.
public struct LateForm: Hashable, Sendable {
    /// SHA-256 of the ticket that the person's browser holds.
    public let ticketHash: String
    public let sealed: String

    public init(ticketHash: String, sealed: String) {
        self.ticketHash = ticketHash
        self.sealed = sealed
    }
}

extension ReadableDatabase {
    /// Returns whose session had this hash, as long as an ended one is remembered.
    public func holder(ofSession hash: String) throws -> User.ID? {
        try rows(
            """
            SELECT account FROM sessions
            WHERE token_hash = \(hash) AND started_at > \(now + -2 * rememberedSeconds)
            """
        )
        .first?.id(0)
    }

    /// Returns the hashes of the person's sessions that run or ran out not long ago.
    public func recentSessionHashes(of user: User.ID) throws -> [String] {
        try rows(
            """
            SELECT token_hash FROM sessions
            WHERE account = \(user) AND started_at > \(now + -2 * rememberedSeconds)
            ORDER BY started_at DESC LIMIT 100
            """
        )
        .map { $0.text(0) }
    }

    /// Returns what is kept under the ticket; `nil` when it is gone or too old.
    public func lateForm(ticketHash: String) throws -> LateForm? {
        try rows(
            """
            SELECT sealed FROM late_forms
            WHERE ticket_hash = \(ticketHash) AND arrived_at > \(now + -keptSeconds)
            """
        )
        .first.map { LateForm(ticketHash: ticketHash, sealed: $0.text(0)) }
    }
}

extension Store {
    /// Keeps a form that came after its session had ended; off the record.
    public func keepLateForm(_ form: LateForm, session hash: String) async throws {
        try await writeOffTheRecord { db in
            try db.run("DELETE FROM late_forms WHERE arrived_at <= \(db.now + -keptSeconds)")
            try db.run(
                """
                INSERT INTO late_forms (ticket_hash, session_hash, sealed, arrived_at)
                VALUES (\(form.ticketHash), \(hash), \(form.sealed), \(db.now))
                """
            )
            try db.run(
                """
                DELETE FROM late_forms WHERE session_hash = \(hash) AND ticket_hash NOT IN (
                  SELECT ticket_hash FROM late_forms WHERE session_hash = \(hash)
                  ORDER BY arrived_at DESC, ticket_hash LIMIT \(mostKept))
                """
            )
        }
    }

    /// Forgets a form that was sent again, or given up.
    public func forgetLateForm(ticketHash: String) async throws {
        try await writeOffTheRecord { db in
            _ = try db.run("DELETE FROM late_forms WHERE ticket_hash = \(ticketHash)")
        }
    }
}
