/// What a leaver passes on to a successor when a post changes hands (bàn giao).
public struct HandOver: Hashable, Sendable {
    /// The number of the post that ends, and the version the person saw.
    public let post: Int
    public let version: Int
    public let successor: User.ID
    /// The first day on which the successor answers and the leaver no longer holds the post.
    public let day: Day
    /// The keys of the records that move: ``OwedRecord/key``.
    public let records: Set<String>
    /// How the successor holds the post from then on; `nil` when somebody else gets it, or nobody.
    public let succession: Post.Manner?
    /// The decision it rests on.
    public let basis: String

    public init(
        post: Int, version: Int, successor: User.ID, day: Day, records: Set<String>,
        succession: Post.Manner?, basis: String
    ) {
        self.post = post
        self.version = version
        self.successor = successor
        self.day = day
        self.records = records
        self.succession = succession
        self.basis = basis
    }
}

/// Who is to answer for a record, and who did when the person decided so.
public struct DutyChange: Hashable, Sendable {
    public let kind: Duty.Kind
    public let record: String
    /// Who answered as the form showed it; `nil` for nobody.
    public let was: User.ID?
    /// Who is to answer; `nil` for nobody.
    public let person: User.ID?

    public init(kind: Duty.Kind, record: String, was: User.ID?, person: User.ID?) {
        self.kind = kind
        self.record = record
        self.was = was
        self.person = person
    }
}
