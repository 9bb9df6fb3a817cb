/// One record touched by an action: what it was before and what it is now.
///
/// Never give it a secret: no password, token or hash of one.
public struct Change {
    /// What sort of record: `plan`, `agency`.
    public let kind: String
    /// The record's id, which never moves to another record.
    public let record: String
    /// `nil` when the record is new.
    public let before: (any Encodable)?
    /// `nil` when the record was withdrawn.
    public let after: (any Encodable)?

    public init(
        _ kind: String, _ record: String, before: (any Encodable)? = nil,
        after: (any Encodable)? = nil
    ) {
        self.kind = kind
        self.record = record
        self.before = before
        self.after = after
    }
}
