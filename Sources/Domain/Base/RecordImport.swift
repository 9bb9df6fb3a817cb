/// What a list would change, worked out before anything is written: the dry run shows it, the
/// action applies the same value.
public struct RecordImport<Record: Sendable>: Sendable {
    public struct Replacement: Sendable {
        public let old: Record
        public let new: Record

        public init(old: Record, new: Record) {
            self.old = old
            self.new = new
        }
    }

    public var new: [Record]
    public var changed: [Replacement]
    public var unchangedCount: Int
    public var problems: [Problem]
    public var notices: [Bilingual]

    public init(problems: [Problem] = [], notices: [Bilingual] = []) {
        new = []
        changed = []
        unchangedCount = 0
        self.problems = problems
        self.notices = notices
    }

    /// Takes one record in: new, changed or as it was.
    public mutating func take(_ record: Record, replacing old: Record?) where Record: Equatable {
        if let old {
            if old == record {
                unchangedCount += 1
            } else {
                changed.append(Replacement(old: old, new: record))
            }
        } else {
            new.append(record)
        }
    }

    /// Every record that it would write, as it was and as it would be: permission is asked for each.
    public var records: [Record] { new + changed.flatMap { [$0.old, $0.new] } }

    public var summary: ImportSummary {
        ImportSummary(
            new: new.count, changed: changed.count, unchanged: unchangedCount, problems: problems,
            notices: notices)
    }

    /// Throws what is wrong, all of it; an import writes everything or nothing.
    public func requireSound() throws(InvalidInput) {
        if !problems.isEmpty { throw InvalidInput(problems) }
    }
}

/// How much an import changes, for the dry run and for what is said afterwards.
public struct ImportSummary: Hashable, Sendable {
    public let new: Int
    public let changed: Int
    public let unchanged: Int
    public let problems: [Problem]
    public let notices: [Bilingual]

    public init(new: Int, changed: Int, unchanged: Int, problems: [Problem], notices: [Bilingual]) {
        self.new = new
        self.changed = changed
        self.unchanged = unchanged
        self.problems = problems
        self.notices = notices
    }
}

extension Problem {
    /// Two rows of one list that mean the same record.
    public static func sameRecord(as other: Int, field: String, row: Int) -> Problem {
        Problem(
            field, row: row, vi: "Dòng này trùng với dòng \(other); hãy bỏ một dòng.",
            en: "This row says the same as row \(other); remove one of them.")
    }
}
