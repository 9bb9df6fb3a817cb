import Domain

extension ReadableDatabase {
    /// Works out what a list of agencies' plans would change; the dry run stops here.
    public func agencyPlanImport(_ read: ReadRows<AgencyPlanRow>) throws -> RecordImport<Plan> {
        var result = RecordImport<Plan>(problems: read.problems, notices: read.notices)
        let directory = AgencyDirectory(try agencyVersions())
        var known: [String: Plan] = [:]
        for year in Set(read.rows.compactMap(\.row.year)) {
            for plan in try agencyPlans(of: year) { known["\(plan.agency) \(plan.year)"] = plan }
        }
        var seen: [String: Int] = [:]
        for (number, row) in read.rows {
            guard let code = row.agencyCode, let year = row.year, let symbol = row.symbol,
                let issuedOn = row.issuedOn
            else { continue }
            switch directory.agency(coded: code, on: issuedOn, field: "agency_code") {
            case .problem(let problem): result.problems.append(problem.at(row: number))
            case .found(let agency):
                let key = "\(agency) \(year)"
                if let other = seen.updateValue(number, forKey: key) {
                    result.problems.append(
                        Problem(
                            "agency_code", row: number,
                            vi: "Cơ quan này đã có kế hoạch năm \(year) ở dòng \(other); mỗi cơ quan một kế hoạch.",
                            en: "Row \(other) already gives this agency's plan of \(year); one plan each."))
                    continue
                }
                let old = known[key]
                let plan = Plan(
                    id: old?.id ?? Plan.ID(at: now), agency: agency, year: year,
                    type: old?.type ?? "Kế hoạch", symbol: symbol,
                    title: old?.title ?? "Kế hoạch cải cách hành chính năm \(year)", issuedOn: issuedOn,
                    parent: old?.parent, version: old?.version ?? 1)
                result.take(plan, replacing: old)
            }
        }
        return result
    }

    /// Returns the plans that agencies declared for the year, in the order they were recorded.
    public func agencyPlans(of year: Int) throws -> [Plan] {
        var plans: [Plan] = []
        try each(
            """
            SELECT id, agency_id, type, symbol, title, issued_on, parent_id, version FROM plans
            WHERE year = \(year) AND parent_id IS NOT NULL AND amends_id IS NULL
            ORDER BY issued_on, symbol
            """
        ) {
            plans.append(
                Plan(
                    id: $0.id(0), agency: $0.id(1), year: year, type: $0.text(2), symbol: $0.text(3),
                    title: $0.text(4), issuedOn: $0.optionalDay(5), parent: $0.optionalID(6),
                    version: $0.int(7)))
        }
        return plans
    }

    /// Works out what a list of agencies' tasks would change.
    public func agencyTaskImport(_ read: ReadRows<AgencyTaskRow>) throws -> RecordImport<Plan.Task> {
        var result = RecordImport<Plan.Task>(problems: read.problems, notices: read.notices)
        let directory = AgencyDirectory(try agencyVersions())
        var plans: [String: Plan] = [:]
        var known: [String: Plan.Task] = [:]
        for year in Set(read.rows.compactMap(\.row.year)) {
            for plan in try agencyPlans(of: year) { plans["\(plan.agency) \(year)"] = plan }
            for task in try agencyTasks(of: year) { known["\(task.plan) \(task.number)"] = task }
        }
        var seen: [String: Int] = [:]
        for (number, row) in read.rows {
            guard let code = row.agencyCode, let year = row.year, let taskNumber = row.number,
                let text = row.text
            else { continue }
            let day = try row.dueOn ?? planYear(year).last
            guard case .found(let agency) = directory.agency(coded: code, on: day, field: "agency_code")
            else {
                if case .problem(let problem) = directory.agency(coded: code, on: day, field: "agency_code") {
                    result.problems.append(problem.at(row: number))
                }
                continue
            }
            guard let plan = plans["\(agency) \(year)"] else {
                result.problems.append(
                    Problem(
                        "agency_code", row: number,
                        vi: "Cơ quan “\(code)” chưa khai kế hoạch năm \(year); hãy khai kế hoạch trước.",
                        en: "“\(code)” has not declared its plan of \(year); declare the plan first."))
                continue
            }
            if let other = seen.updateValue(number, forKey: "\(plan.id) \(taskNumber)") {
                result.problems.append(
                    Problem(
                        "number", row: number, vi: "Số thứ tự này trùng với dòng \(other).",
                        en: "Row \(other) has the same number."))
                continue
            }
            let old = known["\(plan.id) \(taskNumber)"]
            result.take(
                Plan.Task(
                    id: old?.id ?? Plan.Task.ID(at: now), plan: plan.id, number: taskNumber, text: text,
                    lead: agency, dueOn: row.dueOn, doneOn: row.doneOn, decision: .accepted),
                replacing: old)
        }
        return result
    }

    /// Returns the tasks of the plans that agencies declared for the year.
    public func agencyTasks(of year: Int) throws -> [Plan.Task] {
        var tasks: [Plan.Task] = []
        try each(
            """
            SELECT t.id, t.plan_id, t.number, t.text, t.lead_id, t.due_on, t.done_on
            FROM tasks t JOIN plans p ON p.id = t.plan_id
            WHERE p.year = \(year) AND p.parent_id IS NOT NULL
            ORDER BY p.agency_id, t.number
            """
        ) {
            tasks.append(
                Plan.Task(
                    id: $0.id(0), plan: $0.id(1), number: $0.int(2), text: $0.text(3), lead: $0.optionalID(4),
                    dueOn: $0.optionalDay(5), doneOn: $0.optionalDay(6), decision: .accepted))
        }
        return tasks
    }
}

extension WritableDatabase {
    /// Declares agencies' plans: symbol, day, agency; all rows or none.
    public func importAgencyPlans(
        _ read: ReadRows<AgencyPlanRow>, by user: User.ID
    ) throws -> ImportSummary {
        try require(.managePlans, of: user)
        let result = try agencyPlanImport(read)
        try result.requireSound()
        let years = Set((result.new + result.changed.map(\.new)).map(\.year))
        var parents: [Int: Plan.ID] = [:]
        for year in years {
            guard let parent = try currentPlan(of: year) else { throw PlanError.yearWithoutPlan(year) }
            parents[year] = parent.id
        }
        var changes: [Change] = []
        for plan in result.new {
            let child = plan.carryingOut(parents[plan.year])
            try insert(child)
            changes.append(Change("plan", child.id.text, after: child))
        }
        for change in result.changed {
            try run(
                """
                UPDATE plans SET symbol = \(change.new.symbol), issued_on = \(change.new.issuedOn),
                  version = version + 1
                WHERE id = \(change.new.id)
                """
            )
            changes.append(Change("plan", change.new.id.text, before: change.old, after: change.new))
        }
        guard !changes.isEmpty else { return result.summary }
        for year in years { try raise(.plans, year: year) }
        try journal("agency-plans.imported", by: user, changes)
        return result.summary
    }

    /// Declares the tasks of agencies' plans and which are done; all rows or none.
    public func importAgencyTasks(
        _ read: ReadRows<AgencyTaskRow>, by user: User.ID
    ) throws -> ImportSummary {
        try require(.managePlans, of: user)
        let result = try agencyTaskImport(read)
        try result.requireSound()
        var changes: [Change] = []
        for task in result.new {
            try insert(task)
            changes.append(Change("task", task.id.text, after: task))
        }
        for change in result.changed {
            let task = change.new
            try run(
                """
                UPDATE tasks SET text = \(task.text), due_on = \(task.dueOn), done_on = \(task.doneOn)
                WHERE id = \(task.id)
                """
            )
            changes.append(Change("task", task.id.text, before: change.old, after: task))
        }
        guard !changes.isEmpty else { return result.summary }
        for year in Set(read.rows.compactMap(\.row.year)) { try raise(.plans, year: year) }
        try journal("agency-tasks.imported", by: user, changes)
        return result.summary
    }
}
