/// One thing that was done, as the journal (nhật ký hệ thống) keeps it.
public struct JournalEntry: Hashable, Sendable {
    /// From 1, without a gap.
    public let seq: Int
    public let at: Instant
    /// Who did it; `nil` when the program itself did.
    public let actor: User.ID?
    /// The agency it was done in or for.
    public let agency: Agency.ID?
    /// Stable and never translated: `plan.issued`.
    public let action: String
    /// Why, in the actor's words.
    public let reason: String?
    /// The hash of the entry before; empty in the first.
    public let previousHash: String
    /// SHA-256 of ``sealedText(digests:)``, in hexadecimal digits.
    public let hash: String
    public let changes: [RecordedChange]

    public init(
        seq: Int, at: Instant, actor: User.ID?, agency: Agency.ID?, action: String, reason: String?,
        previousHash: String, hash: String, changes: [RecordedChange] = []
    ) {
        self.seq = seq
        self.at = at
        self.actor = actor
        self.agency = agency
        self.action = action
        self.reason = reason
        self.previousHash = previousHash
        self.hash = hash
        self.changes = changes
    }

    /// The text whose SHA-256 is the entry's hash: every field with its length, then each digest.
    ///
    /// The lengths keep two entries with the same letters in other fields apart.
    public func sealedText(digests: [String]) -> String {
        sealed(
            [String(seq), at.text, actor?.text, agency?.text, action, reason, previousHash]
                + digests)
    }

    /// Returns the entry with its changes.
    public func with(_ changes: [RecordedChange], hash: String? = nil) -> JournalEntry {
        JournalEntry(
            seq: seq, at: at, actor: actor, agency: agency, action: action, reason: reason,
            previousHash: previousHash, hash: hash ?? self.hash, changes: changes)
    }
}

/// A ``Change`` as the journal keeps it.
public struct RecordedChange: Hashable, Sendable {
    public let kind: String
    public let record: String
    /// Canonical JSON; `nil` when the record was new, or when erased.
    public let before: String?
    /// Canonical JSON; `nil` when the record was withdrawn, or when erased.
    public let after: String?
    /// Random, so that an erased text cannot be guessed from its digest; `nil` once erased.
    public let salt: String?
    /// SHA-256 of ``sealedText``, in hexadecimal digits.
    public let digest: String

    public init(
        kind: String, record: String, before: String?, after: String?, salt: String?, digest: String
    ) {
        self.kind = kind
        self.record = record
        self.before = before
        self.after = after
        self.salt = salt
        self.digest = digest
    }

    /// Whether the law made us erase the texts; the digest stays, so the chain still verifies.
    public var isErased: Bool { salt == nil }

    /// The text whose SHA-256 is the digest.
    public var sealedText: String {
        sealed([salt, kind, record, before, after])
    }
}

/// Each field as `length:text,`, its length in bytes of UTF-8; a missing one as `-,`.
private func sealed(_ fields: [String?]) -> String {
    fields.map { field in field.map { "\($0.utf8.count):\($0)," } ?? "-," }.joined()
}
