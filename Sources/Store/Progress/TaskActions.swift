import Domain

extension WritableDatabase {
    /// Adds a task to a plan by hand, and says under which name people cite it.
    ///
    /// - Throws: ``InvalidInput``, ``ProgressError`` for a deadline or a parent that leads back to it.
    @discardableResult
    public func addTask(_ terms: Plan.Task.Terms, to id: Plan.ID, by user: User.ID) throws -> String
    {
        guard let plan = try plan(id) else {
            throw MissingRecord(Bilingual(vi: "kế hoạch", en: "plan"), id.text)
        }
        try requireManaging(plan, by: user)
        let (task, changes) = try added(terms, to: plan)
        try raise(.plans, year: plan.year)
        try journal("task.added", by: user, in: plan.agency, changes)
        return task.code ?? "\(task.number)"
    }

    /// Puts a task by hand into a plan, for an action that journals it among its changes.
    func added(_ terms: Plan.Task.Terms, to plan: Plan) throws -> (Plan.Task, [Change]) {
        try requireSound(terms, of: nil)
        let last = try rows("SELECT MAX(number) FROM tasks WHERE plan_id = \(plan.id)").first?
            .optionalInt(0)
        let number = (last ?? 0) + 1
        let blank = Plan.Task(
            id: newID(), plan: plan.id, number: number,
            code: try freeTaskCode(try codeBase(of: plan, number), year: plan.year),
            text: terms.text,
            decision: .accepted)
        let task = try reckoned(blank.with(terms))
        try insert(task)
        var changes = TaskChanges()
        changes.note(nil, task)
        try follow(&changes)
        return (task, changes.changes)
    }

    /// Changes what a task says: words, lead, deadline, parent.
    ///
    /// - Throws: ``EditConflict`` when somebody was quicker; ``InvalidInput``, ``ProgressError``.
    public func correctTask(
        _ id: Plan.Task.ID, _ terms: Plan.Task.Terms, version: Int, by user: User.ID
    ) throws {
        let (plan, task) = try requiredTask(id)
        try requireManaging(plan, by: user)
        guard task.version == version else { throw EditConflict(Plan.Task.kindName) }
        if task.closedOn != nil { throw ProgressError.isClosed(task.code ?? "") }
        try requireSound(terms, of: task)
        let corrected = try reckoned(task.with(terms))
        guard corrected != task else { return }
        try update(corrected)
        var changes = TaskChanges()
        changes.note(task, corrected.raised)
        try follow(&changes, alsoAbove: [task.parent].compactMap(\.self))
        try raise(.plans, year: plan.year)
        try journal("task.corrected", by: user, in: plan.agency, changes.changes)
    }

    /// Takes a task out of the plan from a day on, by a document; it leaves every sum.
    public func cancelTask(
        _ id: Plan.Task.ID, on day: Day, because basis: String, version: Int, by user: User.ID
    ) throws {
        let (plan, task) = try requiredTask(id)
        try requireManaging(plan, by: user)
        guard task.version == version else { throw EditConflict(Plan.Task.kindName) }
        var problems: [Problem] = []
        if basis.isEmpty {
            problems.append(
                Problem(
                    "basis", vi: "Hãy ghi văn bản hoặc lý do đưa nhiệm vụ ra khỏi kế hoạch.",
                    en: "Name the document or the reason."))
        }
        let today = try workspace().today(now)
        if day > today {
            problems.append(
                Problem(
                    "on", vi: "Ngày \(day.vi) chưa đến; hãy ghi ngày không sau \(today.vi).",
                    en: "\(day.en) is yet to come; give a day not after \(today.en)."))
        }
        if !problems.isEmpty { throw InvalidInput(problems) }
        let cancelled = try task.cancelled(on: day)
        try updateCourse(cancelled)
        var changes = TaskChanges()
        changes.note(task, cancelled.raised)
        try follow(&changes)
        try raise(.plans, year: plan.year)
        try journal(
            "task.cancelled", by: user, in: plan.agency, because: basis, changes.changes)
    }

    func requiredTask(_ id: Plan.Task.ID) throws -> (Plan, Plan.Task) {
        guard let task = try task(id), task.code != nil, let plan = try plan(task.plan) else {
            throw MissingRecord(Bilingual(vi: "nhiệm vụ", en: "task"), id.text)
        }
        return (plan, task)
    }

    /// The province's plan is the standing office's; an agency's own is the agency's.
    func requireManaging(_ plan: Plan, by user: User.ID) throws {
        try require(
            plan.parent == nil ? .managePlans : .declarePlans, of: user, in: plan.agency)
    }

    /// The task with its last day reckoned by its deadline.
    func reckoned(_ task: Plan.Task) throws -> Plan.Task {
        let grounds = ReckoningGrounds(self)
        let reckoning = try grounds.reckoning(of: task) {
            try reportDays(of: [task.id])[task.id] ?? []
        }
        return reckoning.map(task.reckoned) ?? task
    }

    func codeBase(of plan: Plan, _ number: Int) throws -> String {
        guard plan.parent != nil else { return "\(number)" }
        let code = try agencyVersions(of: plan.agency).last?.code ?? ""
        return "\(code)-\(number)"
    }

    private func requireSound(_ terms: Plan.Task.Terms, of task: Plan.Task?) throws {
        if !terms.problems.isEmpty { throw InvalidInput(terms.problems) }
        if let other = terms.deadline?.task {
            let chain = try chain(from: other, back: task?.id) {
                try rows("SELECT deadline_task_id FROM tasks WHERE id = \($0)").first?.optionalID(0)
            }
            if let chain { throw ProgressError.waitsForItself([task?.code ?? ""] + chain) }
        }
        if let parent = terms.parent {
            let chain = try chain(from: parent, back: task?.id) {
                try rows("SELECT parent_id FROM tasks WHERE id = \($0)").first?.optionalID(0)
            }
            if let chain { throw ProgressError.isItsOwnPart([task?.code ?? ""] + chain) }
        }
    }

    /// The codes on the way from one task along the links back to another; `nil` when they end.
    private func chain(
        from start: Plan.Task.ID, back goal: Plan.Task.ID?,
        _ next: (Plan.Task.ID) throws -> Plan.Task.ID?
    ) throws -> [String]? {
        var codes: [String] = []
        var seen: Set<Plan.Task.ID> = []
        var place: Plan.Task.ID? = start
        while let id = place, seen.insert(id).inserted {
            guard let row = try rows("SELECT code, number FROM tasks WHERE id = \(id)").first else {
                throw MissingRecord(Bilingual(vi: "nhiệm vụ", en: "task"), id.text)
            }
            codes.append(row.optionalText(0) ?? "\(row.int(1))")
            if id == goal { return codes }
            place = try next(id)
        }
        return nil
    }
}
