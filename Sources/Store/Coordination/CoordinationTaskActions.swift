import Domain

extension WritableDatabase {
    /// Makes what a procedure lacks a task of the year's plan, or ties it to one that is there.
    ///
    /// The code of a task of that year which says the same may be given; without one it is a new task.
    ///
    /// - Returns: the code of the task.
    /// - Throws: ``InvalidInput`` when it has no doer or last day, ``MissingRecord`` without such a task.
    @discardableResult
    public func assignCoordination(
        _ number: Int, to existing: String? = nil, by user: User.ID
    ) throws -> String {
        guard let procedure = try coordinatedProcedure(numbered: number) else {
            throw MissingRecord(CoordinatedProcedure.kindName, "\(number)")
        }
        let due = procedure.dueOn ?? procedure.listedOn
        let year = try planCalendar().year(of: due)
        guard let plan = try currentPlan(of: year) else {
            throw MissingRecord(Bilingual(vi: "kế hoạch năm", en: "plan of"), "\(year)")
        }
        try requireManaging(plan, by: user)
        let problems = procedure.assignmentProblems
        if !problems.isEmpty { throw InvalidInput(problems) }
        let (task, changes) = try task(for: procedure, due: due, in: plan, existing)
        let isTied =
            try rows(
                """
                SELECT 1 FROM coordination_tasks
                WHERE procedure_id = \(procedure.id) AND task_id = \(task.id)
                """
            ).isEmpty == false
        if isTied { return task.code ?? "\(task.number)" }
        try run(
            """
            INSERT INTO coordination_tasks (procedure_id, task_id)
            VALUES (\(procedure.id), \(task.id))
            """
        )
        try raise(.coordination)
        if !changes.isEmpty { try raise(.plans, year: year) }
        try journal(
            "coordinated-procedure.assigned", by: user, in: plan.agency,
            [
                Change(
                    "coordination-task", "\(procedure.code)/\(task.id)", after: Tie(procedure, task)
                )
            ]
                + changes)
        return task.code ?? "\(task.number)"
    }

    private func task(
        for procedure: CoordinatedProcedure, due: Day, in plan: Plan, _ existing: String?
    ) throws -> (Plan.Task, [Change]) {
        if let existing {
            guard let task = try task(coded: existing, year: plan.year) else {
                throw InvalidInput([
                    Problem(
                        "task",
                        vi: "Năm \(plan.year) không có nhiệm vụ “\(existing)”; hãy kiểm tra mã.",
                        en: "There is no task “\(existing)” in \(plan.year); check its code.")
                ])
            }
            return (task, [])
        }
        var terms = Plan.Task.Terms()
        terms.text = procedure.taskText
        terms.lead = procedure.doer
        terms.product = "Quyết định ban hành \(procedure.needOf?.title.vi ?? "")"
        terms.deadline = .day(due)
        return try added(terms, to: plan)
    }

    /// What the journal says of it.
    private struct Tie: Codable {
        let procedure: CoordinatedProcedure.ID
        let task: Plan.Task.ID

        init(_ procedure: CoordinatedProcedure, _ task: Plan.Task) {
            self.procedure = procedure.id
            self.task = task.id
        }
    }
}
