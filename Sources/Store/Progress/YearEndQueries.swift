import Domain

/// How the tasks of a year ended, and which wait to be closed or rolled over.
public struct YearEnd: Sendable {
    /// Closed as this many of each outcome.
    public let closed: [TaskClosure.Outcome: Int]
    /// Done, and not closed yet.
    public let doneOpen: Int
    /// Not done, and not closed yet.
    public let unfinishedOpen: Int
    /// Unfinished tasks that were not rolled into a later year, soonest due first.
    public let unfinished: [ListedTask]
}

extension ReadableDatabase {
    /// Returns how the year's tasks ended, of the year's plan or of those of its agencies.
    public func yearEnd(
        of year: Int, source: TaskFilter.Source, issuer: Agency.ID, lead: Agency.ID?, limit: Int
    ) throws -> YearEnd {
        var condition: SQL = "t.year = \(year) AND t.code IS NOT NULL"
        switch source {
        case .main: condition = "\(condition) AND t.owner_id = \(issuer)"
        case .agencies: condition = "\(condition) AND t.owner_id <> \(issuer)"
        case .all: break
        }
        if let lead { condition = "\(condition) AND t.lead_id = \(lead)" }
        var closed: [TaskClosure.Outcome: Int] = [:]
        try each(
            """
            SELECT c.outcome, COUNT(*) FROM task_closures c JOIN tasks t ON t.id = c.task_id
            WHERE \(condition) GROUP BY c.outcome
            """
        ) { closed[$0.choice(0, .failed)] = $0.int(1) }
        let open = try rows(
            """
            SELECT CAST(COUNT(*) FILTER (WHERE t.state = 'done') AS BIGINT),
              CAST(COUNT(*) FILTER (WHERE t.state = 'open') AS BIGINT)
            FROM tasks t WHERE \(condition) AND t.closed_on IS NULL
            """
        ).first
        return YearEnd(
            closed: closed, doneOpen: open?.int(0) ?? 0, unfinishedOpen: open?.int(1) ?? 0,
            unfinished: try listedTasks(
                where: """
                    \(condition) AND t.state IN ('open', 'failed')
                      AND NOT EXISTS (SELECT 1 FROM tasks n WHERE n.rolled_from_id = t.id)
                    """, limit: limit))
    }
}
