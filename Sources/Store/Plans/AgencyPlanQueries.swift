import Domain

extension ReadableDatabase {
    /// Returns the plans that agencies declared for the year, by the day of their issue.
    public func agencyPlans(of year: Int) throws -> [Plan] {
        try agencyPlans(where: "year = \(year)")
    }

    /// Returns the plan that the agency declared for the year; `nil` when it declared none.
    public func agencyPlan(of agency: Agency.ID, year: Int) throws -> Plan? {
        try agencyPlans(where: "year = \(year) AND agency_id = \(agency)").first
    }

    func agencyPlans(of years: Set<Int>, among agencies: Set<Agency.ID>) throws -> [AgencyYear:
        Plan]
    {
        var found: [AgencyYear: Plan] = [:]
        for year in years {
            for plan in try agencyPlans(
                where: "year = \(year) AND \(SQL.among(agencies, "agency_id"))")
            {
                found[AgencyYear(agency: plan.agency, year: year)] = plan
            }
        }
        return found
    }

    /// Returns the tasks of the plans that agencies declared for the year.
    public func agencyTasks(of year: Int) throws -> [Plan.Task] {
        try agencyTasks(where: "p.year = \(year)")
    }

    /// Returns the tasks of the plan that the agency declared for the year, by number.
    public func agencyTasks(of agency: Agency.ID, year: Int) throws -> [Plan.Task] {
        try agencyTasks(where: "p.year = \(year) AND p.agency_id = \(agency)")
    }

    func agencyTasks(of year: Int, among agencies: Set<Agency.ID>) throws -> [Plan.Task] {
        try agencyTasks(where: "p.year = \(year) AND \(SQL.among(agencies, "p.agency_id"))")
    }

    private func agencyPlans(where condition: SQL) throws -> [Plan] {
        var plans: [Plan] = []
        try each(
            """
            SELECT id, agency_id, year, type, symbol, title, issued_on, parent_id, version, declared_on,
              confirmed_by, confirmed_on
            FROM plans
            WHERE \(condition) AND parent_id IS NOT NULL AND amends_id IS NULL
              AND replaced_by IS NULL
            ORDER BY issued_on, symbol, id
            """
        ) { row in
            let by: User.ID? = row.optionalID(10)
            plans.append(
                Plan(
                    id: row.id(0), agency: row.id(1), year: row.int(2), type: row.text(3),
                    symbol: row.text(4), title: row.text(5), issuedOn: row.optionalDay(6),
                    parent: row.optionalID(7),
                    confirmation: by.flatMap { by in
                        row.optionalDay(11).map { Plan.Confirmation(by: by, day: $0) }
                    },
                    declaredOn: row.optionalDay(9), version: row.int(8)))
        }
        return plans
    }

    private func agencyTasks(where condition: SQL) throws -> [Plan.Task] {
        try fullTasks(
            where: """
                \(condition) AND p.parent_id IS NOT NULL AND p.amends_id IS NULL
                  AND p.replaced_by IS NULL
                """,
            by: "p.agency_id, t.number")
    }
}
