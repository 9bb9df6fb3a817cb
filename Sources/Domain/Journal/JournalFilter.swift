/// Which entries of the journal are asked for; what is left out is not asked.
public struct JournalFilter: Hashable, Sendable {
    /// Who did it.
    public enum Author: Hashable, Sendable {
        case person(User.ID)
        /// The program itself, without a person.
        case program
    }

    /// One record that the entry touched.
    public struct Record: Hashable, Sendable {
        public let kind: String
        public let id: String

        public init(kind: String, id: String) {
            self.kind = kind
            self.id = id
        }
    }

    public var author: Author?
    public var agency: Agency.ID?
    /// As entries name it: `plan.issued`.
    public var action: String?
    public var record: Record?
    /// The first day, by the workspace's zone, that day included.
    public var from: Day?
    /// The last day, that day included.
    public var until: Day?

    public init() {}

    /// Whether every entry is asked for.
    public var isEmpty: Bool { self == JournalFilter() }
}

extension Day {
    /// The moment the day begins in a zone so many minutes east of UTC (Asia/Ho_Chi_Minh: 420).
    public func beginning(minutesEast: Int = 420) -> Instant {
        Instant(milliseconds: Int64(number) * 86_400_000 - Int64(minutesEast) * 60_000)
    }
}
