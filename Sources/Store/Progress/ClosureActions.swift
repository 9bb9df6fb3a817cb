import Domain

extension ReadableDatabase {
    /// Returns how the task ended with its year; `nil` while it was not closed.
    public func closure(of task: Plan.Task.ID) throws -> TaskClosure? {
        try rows(
            """
            SELECT outcome, closed_on, cause, explanation, answerable_id, remedy, document
            FROM task_closures WHERE task_id = \(task)
            """
        ).first.map {
            TaskClosure(
                task: task, outcome: $0.choice(0, .failed), closedOn: $0.day(1),
                cause: $0.optionalText(2).flatMap(TaskClosure.Cause.init), explanation: $0.text(3),
                answerable: $0.optionalID(4), remedy: $0.text(5), document: $0.text(6))
        }
    }

    /// Returns the posts that may have to answer for the task: those that its lead agency's head and
    /// the deputies for its area held on its last day, and whoever had the duty then.
    ///
    /// Where a task has no lead of its own, as one given to many, who issued the plan answers.
    public func answerablePosts(for task: Plan.Task, on day: Day) throws -> [Post] {
        guard let lead = try task.lead ?? plan(task.plan)?.agency else { return [] }
        let due = min(task.dueOn ?? day, day)
        let held = try posts(
            where: """
                p.agency = \(lead) AND p.from_on <= \(due)
                  AND (p.until_on IS NULL OR p.until_on > \(due))
                """)
        var found = Post.answering(held, area: task.area)
        if let duty = try duty(.task, task.id.text, on: due),
            let post = held.first(where: { $0.person == duty.person }), !found.contains(post)
        {
            found.insert(post, at: 0)
        }
        return found
    }

    /// Returns the task of a later year that carries this one on.
    public func rolledTask(from task: Plan.Task.ID) throws -> (code: String, year: Int)? {
        try rows("SELECT code, year FROM tasks WHERE rolled_from_id = \(task)").first.map {
            ($0.text(0), $0.int(1))
        }
    }
}

extension WritableDatabase {
    /// Closes a task with its year, as it ended or as a person explains.
    ///
    /// - Throws: ``ProgressError/yearNotOver(_:until:)``; ``InvalidInput`` for what is missing.
    public func closeTask(
        _ id: Plan.Task.ID, _ closure: TaskClosure, version: Int, by user: User.ID
    ) throws {
        let (plan, task) = try requiredTask(id)
        try require(.closeTasks, of: user, in: task.lead ?? plan.agency)
        guard task.version == version else { throw EditConflict(Plan.Task.kindName) }
        try requireYearOver(plan.year)
        if task.state == .approach { throw ProgressError.isApproach(task.code ?? "") }
        if task.state == .cancelled { throw ProgressError.isCancelled(task.code ?? "") }
        var problems = closure.problems
        if task.state == .done || closure.outcome != .failed, closure.outcome != task.outcome {
            problems.append(
                Problem(
                    "outcome",
                    vi:
                        "Kết quả này không khớp với ngày hoàn thành đã ghi; hãy sửa báo cáo trước.",
                    en: "That does not agree with the day on record; mend the report first."))
        }
        if let post = closure.answerable,
            try !answerablePosts(for: task, on: closure.closedOn).contains(where: { $0.id == post })
        {
            problems.append(
                Problem(
                    "answerable",
                    vi:
                        "Người được chọn không giữ chức vụ ở cơ quan chủ trì vào thời hạn của nhiệm vụ.",
                    en: "That post was not held in the lead agency when the task was due."))
        }
        if !problems.isEmpty { throw InvalidInput(problems) }
        let old = try self.closure(of: id)
        try save(closure)
        let closed = task.closed(closure)
        try updateCourse(closed)
        var changes = TaskChanges()
        changes.note(task, closed.raised)
        try follow(&changes)
        try raise(.plans, year: plan.year)
        try journal(
            "task.closed", by: user, in: plan.agency,
            changes.changes + [Change("task-closure", id.text, before: old, after: closure)])
    }

    /// Closes every task of the year that was done, as its days have it; returns how many.
    @discardableResult
    public func closeDoneTasks(of year: Int, by user: User.ID) throws -> Int {
        try require(.closeTasks, of: user)
        try requireYearOver(year)
        let judged = min(try workspace().today(now), try planYear(year).last)
        var changes = TaskChanges()
        var closures: [Change] = []
        let done = try fullTasks(
            where: """
                t.year = \(year) AND t.code IS NOT NULL AND t.state = 'done' AND t.closed_on IS NULL
                """)
        for task in done {
            guard let outcome = task.outcome else { continue }
            let closure = TaskClosure(task: task.id, outcome: outcome, closedOn: judged)
            try save(closure)
            let closed = task.closed(closure)
            try updateCourse(closed)
            changes.note(task, closed.raised)
            closures.append(Change("task-closure", task.id.text, after: closure))
        }
        guard !closures.isEmpty else { return 0 }
        try raise(.plans, year: year)
        try journal("tasks.closed", by: user, changes.changes + closures)
        return closures.count
    }

    /// Rolls unfinished tasks of a year into the next year's plans; returns their new names.
    ///
    /// Each goes into the plan of the same issuer and keeps the link. The last day is that of the new
    /// task; without one it has none until somebody sets it.
    @discardableResult
    public func rollTasks(
        _ ids: [Plan.Task.ID], dueOn: Day?, by user: User.ID
    ) throws -> [String] {
        var changes = TaskChanges()
        var codes: [String] = []
        var years: Set<Int> = []
        let found = try ids.map { try requiredTask($0) }
        // Parents first, so that their parts find what carries them on.
        let isPart = { (task: Plan.Task) in task.parent.map(ids.contains) ?? false }
        for (plan, task) in found.filter({ !isPart($0.1) }) + found.filter({ isPart($0.1) }) {
            let id = task.id
            guard task.state == .open || task.state == .failed else {
                throw task.state == .approach
                    ? ProgressError.isApproach(task.code ?? "")
                    : task.state == .cancelled
                        ? ProgressError.isCancelled(task.code ?? "")
                        : ProgressError.isDone(task.code ?? "")
            }
            if let next = try rolledTask(from: id) {
                throw ProgressError.rolledAlready(task.code ?? "", into: next.code)
            }
            let next =
                plan.parent == nil
                ? try currentPlan(of: plan.year + 1)
                : try agencyPlan(of: plan.agency, year: plan.year + 1)
            guard let next, next.agency == plan.agency else {
                throw ProgressError.noNextPlan(year: plan.year + 1)
            }
            try requireManaging(next, by: user)
            let last = try rows("SELECT MAX(number) FROM tasks WHERE plan_id = \(next.id)").first?
                .optionalInt(0)
            let number = (last ?? 0) + 1
            let code = try freeTaskCode(try codeBase(of: next, number), year: next.year)
            let above = try task.parent.flatMap { parent in
                try rows(
                    """
                    SELECT id FROM tasks
                    WHERE rolled_from_id = \(parent) AND plan_id = \(next.id)
                    """
                ).first.map { $0.id(0) as Plan.Task.ID }
            }
            let carried = task.carriedOn(
                id: newID(), plan: next.id, number: number, code: code, dueOn: dueOn, under: above)
            try insert(carried)
            changes.note(nil, carried)
            codes.append(code)
            years.formUnion([plan.year, next.year])
        }
        guard !codes.isEmpty else { return [] }
        try follow(&changes)
        for year in years.sorted() { try raise(.plans, year: year) }
        try journal("tasks.rolled", by: user, changes.changes)
        return codes
    }

    private func requireYearOver(_ number: Int) throws {
        let year = try planYear(number)
        guard try workspace().today(now) >= year.last else {
            throw ProgressError.yearNotOver(number, until: year.last)
        }
    }

    private func save(_ closure: TaskClosure) throws {
        try run(
            """
            INSERT INTO task_closures
              (task_id, outcome, closed_on, cause, explanation, answerable_id, remedy, document,
               recorded_at)
            VALUES (\(closure.task), \(closure.outcome.rawValue), \(closure.closedOn),
              \(closure.cause?.rawValue), \(closure.explanation), \(closure.answerable),
              \(closure.remedy), \(closure.document), \(now))
            ON CONFLICT (task_id) DO UPDATE SET outcome = excluded.outcome,
              closed_on = excluded.closed_on, cause = excluded.cause,
              explanation = excluded.explanation, answerable_id = excluded.answerable_id,
              remedy = excluded.remedy, document = excluded.document,
              recorded_at = excluded.recorded_at
            """
        )
    }
}
