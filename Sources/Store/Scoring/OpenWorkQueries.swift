import Domain

/// What an agency still has to do and what its measured criteria count, soonest due first.
public struct OpenWork: Hashable, Sendable {
    /// What superiors found this year and is not remedied.
    public let findings: [OwedRecord]
    /// Tasks of the agency's own plan.
    public let ownTasks: [OwedRecord]
    /// Tasks of the province's plan that the agency leads and that fall due by the cut-off.
    public let assigned: [OwedRecord]

    /// What lies behind a measure; `nil` when it counts something else.
    public func behind(_ measure: ScoringMeasure) -> [OwedRecord]? {
        switch measure {
        case .findingsRemedied, .findingsOnTime, .findingsOverdue: findings
        case .tasksDone, .tasksOnTime, .tasksOverdue: ownTasks
        case .assignedDone: assigned
        default: nil
        }
    }
}

extension ReadableDatabase {
    /// Returns what is open of what the measures count of the agency, with who answers for it.
    public func openWork(
        of agency: Agency.ID, year: Int, on day: Day, cutOff: Day
    ) throws -> OpenWork {
        func open(_ records: [OwedRecord]) throws -> [OwedRecord] {
            try withDuties(records.filter { !$0.isDone }, on: day).sorted {
                ($0.dueOn ?? cutOff, $0.code.count, $0.code)
                    < ($1.dueOn ?? cutOff, $1.code.count, $1.code)
            }
        }
        let plan = try currentPlan(of: year)
        return OpenWork(
            findings: try open(
                owedFindings(
                    where: """
                        f.body_id = \(agency) AND f.year = \(year) AND f.source = 'inspection'
                          AND f.found_on <= \(day)
                        """, on: day)),
            ownTasks: try open(
                owedTasks(
                    where: """
                        p.agency_id = \(agency) AND p.year = \(year) AND p.parent_id IS NOT NULL
                          AND p.amends_id IS NULL AND p.replaced_by IS NULL
                          AND p.declared_on IS NOT NULL AND t.decision <> 'rejected'
                          AND t.state NOT IN ('approach', 'cancelled')
                        """, on: day)),
            assigned: try plan.map { plan in
                try open(
                    owedTasks(
                        where: """
                            t.plan_id = \(plan.id) AND t.lead_id = \(agency)
                              AND t.due_on <= \(cutOff) AND t.decision <> 'rejected'
                              AND t.state NOT IN ('approach', 'cancelled')
                            """, on: day))
            } ?? [])
    }
}
