import Domain

/// A task as lists and inboxes show it.
public struct ListedTask: Hashable, Sendable {
    public let id: Plan.Task.ID
    /// What people cite within the year: 17, BD-SNV-3.
    public let code: String
    public let year: Int
    /// Who issued the plan it stands in.
    public let owner: Agency.ID
    public let area: String
    public let text: String
    public let lead: Agency.ID?
    /// The lead as the plan names it; stands in where none was matched.
    public let leadText: String
    public let product: String
    public let deadlineText: String
    public let course: Plan.Task.Course
    public let parent: Plan.Task.ID?
}

extension ReadableDatabase {
    /// Returns the open tasks that the agency leads in the year, soonest due first.
    public func tasks(owedBy agency: Agency.ID, year: Int, limit: Int = 1_000) throws
        -> [ListedTask]
    {
        try listedTasks(
            where: """
                t.lead_id = \(agency) AND t.year = \(year) AND t.code IS NOT NULL
                  AND t.state = 'open'
                """, limit: limit)
    }

    /// Returns the open tasks that the person answers for on the day, soonest due first.
    public func tasks(owedBy person: User.ID, on day: Day, limit: Int = 1_000) throws
        -> [ListedTask]
    {
        try listedTasks(
            where: """
                t.id IN (
                  SELECT record FROM duties WHERE person = \(person) AND kind = 'task'
                    AND from_on <= \(day) AND (until_on IS NULL OR until_on > \(day)))
                  AND t.code IS NOT NULL AND t.state = 'open'
                """, limit: limit)
    }

    /// Returns one task of the year by the name that people cite.
    public func listedTask(coded code: String, year: Int) throws -> ListedTask? {
        try listedTasks(where: "t.year = \(year) AND t.code = \(code)", limit: 1).first
    }

    /// Returns the tasks that the condition names, of `tasks t`; without a last day they come last.
    func listedTasks(
        where condition: SQL, by order: SQL = "t.due_on NULLS LAST, t.id", limit: Int
    ) throws -> [ListedTask] {
        var found: [ListedTask] = []
        try each(
            """
            SELECT t.id, t.code, t.year, t.owner_id, t.area, t.text, t.lead_id, t.lead_text,
              t.product, t.deadline_text, t.state, t.share, t.computed, t.due_on, t.done_on,
              t.reported_on, t.cancelled_on, t.closed_on, t.version, t.parent_id
            FROM tasks t WHERE \(condition) ORDER BY \(order) LIMIT \(limit)
            """
        ) { row in
            found.append(
                ListedTask(
                    id: row.id(0), code: row.text(1), year: row.int(2), owner: row.id(3),
                    area: row.text(4), text: row.text(5), lead: row.optionalID(6),
                    leadText: row.text(7), product: row.text(8), deadlineText: row.text(9),
                    course: Plan.Task.Course(
                        state: row.choice(10, .open), share: row.optionalShare(11),
                        computed: row.optionalShare(12), dueOn: row.optionalDay(13),
                        doneOn: row.optionalDay(14), reportedOn: row.optionalDay(15),
                        cancelledOn: row.optionalDay(16), closedOn: row.optionalDay(17),
                        version: row.int(18)),
                    parent: row.optionalID(19)))
        }
        return found
    }
}
