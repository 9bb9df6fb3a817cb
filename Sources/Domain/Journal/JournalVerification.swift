/// What reading the whole journal again found.
public struct JournalVerification: Hashable, Sendable {
    public let entries: Int
    public let changes: Int
    /// Changes whose texts were erased; their digests still count.
    public let erased: Int
    /// The first entry that does not agree; `nil` when the chain holds from end to end.
    public let broken: Break?

    /// Where the chain breaks, and how.
    public struct Break: Hashable, Sendable {
        public let seq: Int
        public let reason: Bilingual

        public init(seq: Int, reason: Bilingual) {
            self.seq = seq
            self.reason = reason
        }
    }

    public init(entries: Int, changes: Int, erased: Int, broken: Break?) {
        self.entries = entries
        self.changes = changes
        self.erased = erased
        self.broken = broken
    }
}
