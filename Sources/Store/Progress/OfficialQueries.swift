import Domain

/// One product that an official was given, and what came of it in a period.
public struct OfficialProduct: Hashable, Sendable {
    public let person: User.ID
    public let name: String
    /// The post in words; empty for one who holds none in the agency.
    public let post: Bilingual
    public let code: String
    public let text: String
    public let product: String
    public let dueOn: Day?
    public let doneOn: Day?
    /// The period that was asked, as far as it has come.
    public let period: ClosedRange<Day>
    /// How often it was opened again in the period, after it had been given in as done.
    public let returned: Int

    public var isDone: Bool { doneOn.map(period.contains) ?? false }

    /// Done in the period after its last day, or open with its last day passed.
    public var isLate: Bool {
        guard let dueOn else { return false }
        if let doneOn, doneOn <= period.upperBound { return isDone && doneOn > dueOn }
        return dueOn < period.upperBound
    }
}

extension ReadableDatabase {
    /// Returns what the officials of an agency had to deliver in a period.
    ///
    /// That is the tasks they answered for and that were open in it. Only for whoever may know of
    /// people there.
    public func officialProducts(
        of agency: Agency.ID, from first: Day, through last: Day, by viewer: User.ID
    ) throws -> [OfficialProduct] {
        guard first <= last else { return [] }
        let today = try workspace().today(now)
        guard try isGranted(.seePeople, to: viewer, in: agency, on: today) else {
            throw PermissionError.notAllowed(.seePeople, in: agency)
        }
        let held = try posts(
            where: """
                p.agency = \(agency) AND p.from_on <= \(last)
                  AND (p.until_on IS NULL OR p.until_on > \(first))
                """)
        let posts = Dictionary(held.map { ($0.person, $0.named) }) { _, later in later }
        var found: [OfficialProduct] = []
        try each(
            """
            SELECT DISTINCT d.person, a.name, t.code, t.text, t.product, t.due_on, t.done_on,
              (SELECT COUNT(*) FROM task_progress r WHERE r.task_id = t.id AND r.kind = 'reopened'
                AND r.as_of_on BETWEEN \(first) AND \(last)), t.year, t.number, t.id
            FROM duties d JOIN tasks t ON t.id = d.record JOIN accounts a ON a.id = d.person
            WHERE d.kind = 'task' AND d.agency = \(agency) AND d.from_on <= \(last)
              AND (d.until_on IS NULL OR d.until_on > \(first)) AND t.code IS NOT NULL
              AND t.state <> 'approach' AND (t.done_on IS NULL OR t.done_on >= \(first))
              AND (t.cancelled_on IS NULL OR t.cancelled_on > \(last))
            ORDER BY a.name, d.person, t.year, t.number, t.id LIMIT 10000
            """
        ) { row in
            let person: User.ID = row.id(0)
            found.append(
                OfficialProduct(
                    person: person, name: row.text(1), post: posts[person] ?? Bilingual(""),
                    code: row.text(2), text: row.text(3), product: row.text(4),
                    dueOn: row.optionalDay(5), doneOn: row.optionalDay(6), period: first...last,
                    returned: row.int(7)))
        }
        return found
    }

    /// Returns the numbers and names under which pages know people.
    public func numberedNames(_ people: [User.ID]) throws -> [User.ID: (number: Int, name: String)]
    {
        var found: [User.ID: (number: Int, name: String)] = [:]
        for start in stride(from: 0, to: people.count, by: 500) {
            let some = people[start..<min(start + 500, people.count)]
            try each(
                """
                SELECT p.account, p.number, a.name FROM people p JOIN accounts a ON a.id = p.account
                WHERE p.account IN \(list: some)
                """
            ) { found[$0.id(0)] = ($0.int(1), $0.text(2)) }
        }
        return found
    }
}
