import Domain

extension ReadableDatabase {
    /// Returns what agencies must carry out of the year's plan; `nil` when none is confirmed.
    public func gapCheck(of year: Int, on day: Day) throws -> GapCheck? {
        guard let parent = try currentPlan(of: year) else { return nil }
        let period = try planYear(year).range
        let tree = try agencyTree(on: min(max(day, period.lowerBound), period.upperBound))
        return GapCheck(
            parent: parent, targets: try targets(inForceOn: day, of: parent.id),
            scopes: try scopes(), tree: tree, last: period.upperBound)
    }

    /// Returns the plans declared for the year with what they hold on the day, by agency.
    ///
    /// Of one agency when it is given. What an amendment in force replaced is left out.
    public func planContents(
        of year: Int, on day: Day, agency: Agency.ID? = nil
    ) throws -> [Agency.ID: PlanContents] {
        let one: SQL = agency.map { "AND p.agency_id = \($0)" } ?? ""
        var plans: [Agency.ID: Plan] = [:]
        for plan in try agency.map({ [try agencyPlan(of: $0, year: year)].compactMap(\.self) })
            ?? agencyPlans(of: year)
        where plan.declaredOn != nil {
            plans[plan.agency] = plan
        }
        var targets: [Agency.ID: [Plan.Target]] = [:]
        var replaced: Set<Plan.Target.ID> = []
        try eachTarget(
            """
            JOIN plans p ON p.id = t.plan_id
            WHERE p.year = \(year) AND p.parent_id IS NOT NULL AND p.declared_on IS NOT NULL
              AND p.replaced_by IS NULL AND t.decision = 'accepted' \(one)
              AND (p.amends_id IS NULL OR COALESCE(p.effective_on, p.issued_on) <= \(day))
            ORDER BY t.plan_id, t.position
            """, with: "p.agency_id"
        ) { target, row in
            targets[row, default: []].append(target)
            if let old = target.replaces { replaced.insert(old) }
        }
        var tasks: [Agency.ID: Int] = [:]
        try each(
            """
            SELECT p.agency_id, COUNT(*) FROM tasks t JOIN plans p ON p.id = t.plan_id
            WHERE p.year = \(year) AND p.parent_id IS NOT NULL AND p.declared_on IS NOT NULL
              AND p.replaced_by IS NULL AND t.decision = 'accepted' \(one)
            GROUP BY p.agency_id
            """
        ) { tasks[$0.id(0)] = $0.int(1) }
        var contents: [Agency.ID: PlanContents] = [:]
        for (agency, plan) in plans {
            contents[agency] = PlanContents(
                plan: plan,
                targets: (targets[agency] ?? []).filter { !replaced.contains($0.id) },
                taskCount: tasks[agency] ?? 0)
        }
        return contents
    }
}
