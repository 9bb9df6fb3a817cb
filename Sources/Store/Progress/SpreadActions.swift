import Domain

extension WritableDatabase {
    /// Gives a task that a plan lays on many to each of them, as parts of it (phân cho các đơn vị).
    ///
    /// Who leads a part already gets no second. From then on the task completes from its parts by
    /// the rule given.
    ///
    /// - Returns: how many parts were added.
    /// - Throws: ``ProgressError``; ``EditConflict`` when somebody was quicker.
    @discardableResult
    public func spreadTask(
        _ id: Plan.Task.ID, over agencies: [Agency.ID], by rule: Plan.Task.PartRule,
        version: Int, by user: User.ID
    ) throws -> Int {
        let (plan, task) = try requiredTask(id)
        try requireManaging(plan, by: user)
        guard task.version == version else { throw EditConflict(Plan.Task.kindName) }
        let code = task.code ?? "\(task.number)"
        guard task.canBeSpread else { throw ProgressError.cannotSpread(code) }
        var taken = Set(try parts(of: id).filter { $0.state != .cancelled }.compactMap(\.lead))
        let chosen = agencies.filter { taken.insert($0).inserted }
        guard !chosen.isEmpty else { throw ProgressError.nobodyToSpreadTo(code) }
        let parent = task.completing(by: rule)
        try update(parent)
        var changes = TaskChanges()
        changes.note(task, parent.raised)
        let last = try rows("SELECT MAX(number) FROM tasks WHERE plan_id = \(plan.id)").first?
            .optionalInt(0)
        let first = (last ?? 0) + 1
        var names = try freePartCodes(of: code, year: plan.year, count: chosen.count)[...]
        for (place, agency) in chosen.enumerated() {
            let part = try reckoned(
                parent.part(
                    id: newID(), number: first + place, code: names.removeFirst(), lead: agency))
            try insert(part)
            changes.note(nil, part)
        }
        try follow(&changes)
        try raise(.plans, year: plan.year)
        try journal("task.spread", by: user, in: plan.agency, changes.changes)
        return chosen.count
    }

    /// Names for parts that nothing in the year bears: 16.1, 16.2 and so on.
    private func freePartCodes(of code: String, year: Int, count: Int) throws -> [String] {
        var taken: Set<String> = []
        try each(
            """
            SELECT code FROM tasks
            WHERE year = \(year) AND code >= \(code + ".") AND code < \(code + "/")
            """
        ) { taken.insert($0.text(0)) }
        return Array(
            (1...(count + taken.count)).lazy.map { "\(code).\($0)" }.filter { !taken.contains($0) }
                .prefix(count))
    }
}
