import Domain

/// A task by which a body takes an initiative over.
public struct InitiativeTask: Hashable, Sendable {
    public let code: String
    public let lead: Agency.ID?
    public let dueOn: Day?
    public let doneOn: Day?
}

extension ReadableDatabase {
    /// Returns the tasks that carry the initiative on, by their last day.
    public func tasks(carrying initiative: Registered<Initiative>.ID) throws -> [InitiativeTask] {
        try rows(
            """
            SELECT COALESCE(t.code, ''), t.lead_id, t.due_on, t.done_on
            FROM initiative_tasks i JOIN tasks t ON t.id = i.task_id
            WHERE i.initiative_id = \(initiative) ORDER BY t.due_on, t.code LIMIT 500
            """
        ).map {
            InitiativeTask(
                code: $0.text(0), lead: $0.optionalID(1), dueOn: $0.optionalDay(2),
                doneOn: $0.optionalDay(3))
        }
    }

    /// Returns how many tasks carry each initiative of the year on, and how many of them are done.
    public func initiativeTaskCounts(of year: Int) throws -> [Int: (all: Int, done: Int)] {
        var counts: [Int: (all: Int, done: Int)] = [:]
        try each(
            """
            SELECT n.number, COUNT(*), COUNT(*) FILTER (WHERE t.done_on IS NOT NULL)
            FROM initiative_tasks i JOIN initiatives n ON n.id = i.initiative_id
            JOIN tasks t ON t.id = i.task_id
            WHERE n.year = \(year) GROUP BY n.number
            """
        ) { counts[$0.int(0)] = ($0.int(1), $0.int(2)) }
        return counts
    }
}

extension WritableDatabase {
    /// Gives each body that is to take the initiative over a task in its own plan of the year.
    ///
    /// A body that has its task already gets no second one.
    ///
    /// - Returns: how many tasks were made.
    /// - Throws: ``InvalidInput`` with every body that has no plan or does not exist; nothing is then
    ///   written.
    @discardableResult
    public func replicateInitiative(_ number: Int, by user: User.ID) throws -> Int {
        guard let initiative = try line(Initiative.self, numbered: number) else {
            throw MissingRecord(Initiative.register.kindName, "\(number)")
        }
        let problems = initiative.line.replicationProblems
        if !problems.isEmpty { throw InvalidInput(problems) }
        let plans = try replicatingPlans(initiative)
        try require(.declarePlans, of: user, inEach: plans.map(\.agency))
        let known = Set(try tasks(carrying: initiative.id).compactMap(\.lead))
        var changes = TaskChanges()
        var years: Set<Int> = []
        for plan in plans where !known.contains(plan.agency) {
            let task = try self.task(carrying: initiative, in: plan)
            try insert(task)
            try run(
                "INSERT INTO initiative_tasks (initiative_id, task_id) VALUES (\(initiative.id), \(task.id))"
            )
            changes.note(nil, task)
            years.insert(plan.year)
        }
        guard !changes.tasks.isEmpty else { return 0 }
        let count = changes.tasks.count
        try follow(&changes)
        for year in years.sorted() {
            try raise(.plans, year: year)
            try raise(.registers, year: year)
        }
        try journal("initiative.replicated", by: user, in: initiative.body, changes.changes)
        return count
    }

    /// The declared plans of the bodies that take it over, in the year of its deadline.
    private func replicatingPlans(_ initiative: Registered<Initiative>) throws -> [Plan] {
        let due = initiative.line.replicateDueOn ?? initiative.day
        let year = try planCalendar().year(of: due)
        let codes = initiative.line.replicatingCodes
        let directory = try agencyDirectory(of: codes)
        var (plans, problems): ([Plan], [Problem]) = ([], [])
        for code in codes {
            switch directory.agency(coded: code, on: due, field: "replicated_by") {
            case .problem(let problem): problems.append(problem)
            case .found(let agency):
                if let plan = try agencyPlan(of: agency, year: year), plan.declaredOn != nil {
                    plans.append(plan)
                } else {
                    problems.append(
                        Problem(
                            "replicated_by",
                            vi:
                                "Cơ quan “\(code)” chưa khai kế hoạch năm \(year) nên chưa giao được nhiệm vụ; hãy khai kế hoạch trước.",
                            en: "“\(code)” has not declared its plan of \(year); declare it first.")
                    )
                }
            }
        }
        if !problems.isEmpty { throw InvalidInput(problems) }
        return plans
    }

    private func task(carrying initiative: Registered<Initiative>, in plan: Plan) throws
        -> Plan.Task
    {
        var terms = Plan.Task.Terms()
        terms.text =
            "Nhân rộng sáng kiến, mô hình “\(initiative.line.title ?? "")” tại \(initiative.line.replicatedWhere ?? "")"
        terms.lead = plan.agency
        terms.product = "Báo cáo kết quả nhân rộng"
        terms.deadline = initiative.line.replicateDueOn.flatMap {
            Plan.Task.Deadline.day($0)
        }
        let last = try rows("SELECT MAX(number) FROM tasks WHERE plan_id = \(plan.id)").first?
            .optionalInt(0)
        let number = (last ?? 0) + 1
        let blank = Plan.Task(
            id: newID(), plan: plan.id, number: number,
            code: try freeTaskCode(try codeBase(of: plan, number), year: plan.year),
            text: terms.text, decision: .accepted)
        return try reckoned(blank.with(terms))
    }
}
