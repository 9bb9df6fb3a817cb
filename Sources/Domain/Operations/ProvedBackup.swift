/// A backup that was restored into a scratch place, where everything in it was found whole.
public struct ProvedBackup: Hashable, Sendable {
    public let provedAt: Instant
    /// The moment of the snapshot.
    public let madeAt: Instant
    /// Where the archive lies on the server.
    public let path: String
    public let bytes: Int
    /// Rows of all tables together.
    public let rows: Int
    /// The number of the journal's last entry in it.
    public let journalSeq: Int

    public init(
        provedAt: Instant, madeAt: Instant, path: String, bytes: Int, rows: Int, journalSeq: Int
    ) {
        self.provedAt = provedAt
        self.madeAt = madeAt
        self.path = path
        self.bytes = bytes
        self.rows = rows
        self.journalSeq = journalSeq
    }

    /// Whether a night has passed without a newer proof: 36 hours.
    public func isOld(at now: Instant) -> Bool { madeAt + 36 * 3_600 < now }
}
