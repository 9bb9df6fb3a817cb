import Domain
import Foundation

/// Which of the items are meant; everything the question allows when left as it is.
public struct InboxFilter: Hashable, Sendable {
    public var boxes: Set<InboxItem.Box> = []
    public var kind: InboxItem.Kind?
    /// Only what this person answers for.
    public var answering: User.ID?
    /// Only these records, by their ids.
    public var records: [String]?

    public init(
        boxes: Set<InboxItem.Box> = [], kind: InboxItem.Kind? = nil, answering: User.ID? = nil,
        records: [String]? = nil
    ) {
        self.boxes = boxes
        self.kind = kind
        self.answering = answering
        self.records = records
    }

    fileprivate var condition: SQL {
        var parts: [SQL] = ["1 = 1"]
        if !boxes.isEmpty { parts.append("i.box IN \(list: boxes.map(\.rawValue).sorted())") }
        if let answering { parts.append("i.person = \(answering)") }
        if let records { parts.append("i.record IN \(list: records)") }
        return parts.joined(" AND ")
    }
}

extension ReadableDatabase {
    /// Returns how many items of each kind stand in each box.
    public func inboxCounts(
        _ question: InboxQuestion, _ filter: InboxFilter = InboxFilter()
    ) throws -> InboxCounts {
        guard let inbox = inbox(question, filter.kind) else { return InboxCounts([]) }
        return InboxCounts(
            try rows(
                """
                SELECT i.box, i.kind, COUNT(*) FROM (\(inbox)) i WHERE \(filter.condition)
                GROUP BY i.box, i.kind
                """
            ).map {
                InboxCounts.Line(
                    box: $0.choice(0, .due), kind: $0.choice(1, .task), count: $0.int(2))
            })
    }

    /// Returns the items, those due first at the top, at most so many.
    ///
    /// After a place, when one is given: the next page begins behind it.
    public func inboxItems(
        _ question: InboxQuestion, _ filter: InboxFilter, after last: InboxPlace? = nil, limit: Int
    ) throws -> [InboxItem] {
        guard let inbox = inbox(question, filter.kind) else { return [] }
        let behind: SQL =
            last.map { "AND (COALESCE(i.due_on, '9999'), i.record) > (\($0.dueOn), \($0.record))" }
            ?? ""
        return try rows(
            """
            SELECT i.box, i.kind, i.record, i.code, i.title, i.year, i.agency, i.person, i.due_on,
              i.note
            FROM (\(inbox)) i
            WHERE \(filter.condition) \(behind)
            ORDER BY COALESCE(i.due_on, '9999'), i.record LIMIT \(limit)
            """
        ).map { InboxItem($0) }
    }

    /// Returns how many items each body has, the most first.
    public func inboxBodies(
        _ question: InboxQuestion, _ filter: InboxFilter
    ) throws -> [(agency: Agency.ID, count: Int)] {
        guard let inbox = inbox(question, filter.kind) else { return [] }
        return try rows(
            """
            SELECT i.agency, COUNT(*) AS many FROM (\(inbox)) i WHERE \(filter.condition)
            GROUP BY i.agency ORDER BY many DESC, i.agency LIMIT 5000
            """
        ).map { ($0.id(0), $0.int(1)) }
    }

    /// Returns how many tasks the workspace holds; for measuring.
    public func taskCount() throws -> Int {
        try rows("SELECT COUNT(*) FROM tasks").first?.int(0) ?? 0
    }

    /// Every source's SELECT as one, of one kind when one is given; `nil` when none has anything.
    private func inbox(_ question: InboxQuestion, _ kind: InboxItem.Kind?) -> SQL? {
        let parts = InboxSource.all.filter { kind == nil || $0.kind == kind }
            .compactMap { $0.select(question) }
        return parts.isEmpty ? nil : parts.joined(" UNION ALL ")
    }
}

/// Where an item stands in its list, for the page that follows it.
public struct InboxPlace: Hashable, Sendable {
    let dueOn: String
    let record: String

    public init(after item: InboxItem) {
        dueOn = item.dueOn?.text ?? "9999"
        record = item.record
    }

    /// Reads what ``text`` wrote; `nil` for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "_", maxSplits: 1).map(String.init)
        guard parts.count == 2, parts[0] == "9999" || Day(parts[0]) != nil else { return nil }
        dueOn = parts[0]
        record = parts[1]
    }

    /// The place as an address carries it.
    public var text: String { "\(dueOn)_\(record)" }
}

extension InboxItem {
    /// From the ten columns of ``InboxSource``.
    fileprivate init(_ row: Row) {
        let titles = row.text(4).components(separatedBy: InboxSource.betweenNames)
        self.init(
            box: row.choice(0, .due), kind: row.choice(1, .task), record: row.text(2),
            code: row.text(3), title: titles[0], titleInEnglish: titles.last, year: row.int(5),
            agency: row.id(6),
            person: row.optionalID(7), dueOn: row.optionalDay(8), note: row.text(9))
    }
}
