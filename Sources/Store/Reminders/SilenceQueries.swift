import Domain

/// A body that owes something and whose people have recorded nothing for a while.
public struct Silence: Hashable, Sendable {
    public let agency: Agency.ID
    /// How many hold a post there in which they would record something.
    public let people: Int
    /// The last day on which one of them recorded anything; `nil` for never.
    public let lastOn: Day?
    /// How much of it is late, and how much is due soon.
    public let late: Int
    public let due: Int

    public init(agency: Agency.ID, people: Int, lastOn: Day?, late: Int, due: Int) {
        self.agency = agency
        self.people = people
        self.lastOn = lastOn
        self.late = late
        self.due = due
    }

    /// Days without a sign; `nil` when there never was one.
    public func days(on today: Day) -> Int? { lastOn.map { max(0, today - $0) } }
}

extension ReadableDatabase {
    /// Returns the bodies within reach that owe something and were silent for so many days, the
    /// longest silence first, those that never recorded anything before them.
    ///
    /// A sign is any entry of the journal by somebody who is head, deputy or officer there today.
    public func silences(
        for user: User.ID, on today: Day, days: Int
    ) throws -> [Silence] {
        let reach = try bodies(within: .chase, of: user, on: today)
        let question = InboxQuestion(
            bodies: reach, today: today, year: try inboxYear(on: today))
        var owed: [Agency.ID: (late: Int, due: Int)] = [:]
        for line in try inboxBodies(question, InboxFilter(boxes: [.late])) {
            owed[line.agency, default: (0, 0)].late = line.count
        }
        for line in try inboxBodies(question, InboxFilter(boxes: [.due])) {
            owed[line.agency, default: (0, 0)].due = line.count
        }
        var signs: [Agency.ID: (people: Int, last: Instant?)] = [:]
        try each(
            """
            SELECT p.agency, COUNT(DISTINCT p.person),
              MAX((SELECT MAX(e.at) FROM journal_entries e WHERE e.actor = p.person))
            FROM posts p
            WHERE p.role IN ('head', 'deputy', 'officer') AND p.agency IS NOT NULL
              AND p.from_on <= \(today) AND (p.until_on IS NULL OR p.until_on > \(today))
            GROUP BY p.agency
            """
        ) { signs[$0.id(0)] = ($0.int(1), $0.optionalInstant(2)) }
        return owed.map { agency, open in
            let sign = signs[agency]
            return Silence(
                agency: agency, people: sign?.people ?? 0, lastOn: sign?.last?.day(),
                late: open.late, due: open.due)
        }.filter { ($0.days(on: today) ?? .max) >= days }
            .sorted {
                let (one, other) = ($0.days(on: today) ?? .max, $1.days(on: today) ?? .max)
                return (other, $1.late, $0.agency) < (one, $0.late, $1.agency)
            }
    }

    /// The plan year whose open work is asked for on the day.
    public func inboxYear(on day: Day) throws -> Int { try planCalendar().year(of: day) }
}
