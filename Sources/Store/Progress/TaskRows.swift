import Domain

/// Tasks as their table keeps them: the one place that reads and writes all of its columns.
extension ReadableDatabase {
    /// Returns the tasks that the condition names, of `tasks t JOIN plans p`, in that order.
    func fullTasks(where condition: SQL, by order: SQL = "t.plan_id, t.number") throws
        -> [Plan.Task]
    {
        var partners: [Plan.Task.ID: [Agency.ID]] = [:]
        try each(
            """
            SELECT a.task_id, a.agency_id FROM task_partners a
            JOIN tasks t ON t.id = a.task_id JOIN plans p ON p.id = t.plan_id
            WHERE \(condition)
            """
        ) { partners[$0.id(0), default: []].append($0.id(1)) }
        var found: [Plan.Task] = []
        try each(
            """
            SELECT t.id, t.plan_id, t.number, t.code, t.clause, t.area, t.text, t.lead_id, t.lead_text,
              t.cooperating, t.product, t.due_on, t.deadline_text, t.budget, t.done_on, t.state,
              t.share, t.computed, t.reported_on, t.cancelled_on, t.closed_on, t.parent_id, t.weight,
              t.part_rule, t.rolled_from_id, t.decision, t.version, t.deadline_kind,
              t.deadline_count, t.deadline_counting, t.deadline_act, t.deadline_act_on,
              t.deadline_task_id, t.deadline_rhythm
            FROM tasks t JOIN plans p ON p.id = t.plan_id
            WHERE \(condition) ORDER BY \(order)
            """
        ) { row in
            let id: Plan.Task.ID = row.id(0)
            found.append(
                Plan.Task(
                    id: id, plan: row.id(1), number: row.int(2), code: row.optionalText(3),
                    clause: row.text(4), area: row.text(5), text: row.text(6),
                    lead: row.optionalID(7), leadText: row.text(8), cooperating: row.text(9),
                    partners: partners[id] ?? [], product: row.text(10),
                    dueOn: row.optionalDay(11), deadlineText: row.text(12),
                    deadline: Self.deadline(row), budget: row.text(13),
                    doneOn: row.optionalDay(14), state: row.choice(15, .open),
                    share: row.optionalShare(16), computed: row.optionalShare(17),
                    reportedOn: row.optionalDay(18), cancelledOn: row.optionalDay(19),
                    closedOn: row.optionalDay(20), parent: row.optionalID(21),
                    weight: row.int(22), partRule: row.choice(23, .count),
                    rolledFrom: row.optionalID(24), decision: row.choice(25, .proposed),
                    version: row.int(26)))
        }
        return found
    }

    /// The deadline in columns 27 to 33; one of a day keeps that day in `due_on`.
    private static func deadline(_ row: Row) -> Plan.Task.Deadline? {
        row.optionalText(27).flatMap(Plan.Task.Deadline.Kind.init).flatMap { kind in
            Plan.Task.Deadline(
                kind: kind, day: row.optionalDay(11), count: row.optionalInt(28),
                counting: row.optionalText(29).flatMap(Plan.Task.Deadline.Counting.init),
                act: row.text(30), actOn: row.optionalDay(31), task: row.optionalID(32),
                rhythm: row.optionalText(33).flatMap(Plan.Task.Deadline.Rhythm.init))
        }
    }

    /// Returns a name for the task that nothing in the year bears: 17, else 17-2 and so on.
    func freeTaskCode(_ wanted: String, year: Int) throws -> String {
        var taken: Set<String> = []
        try each(
            """
            SELECT code FROM tasks
            WHERE year = \(year) AND code >= \(wanted) AND code < \(wanted + "~")
            """
        ) { taken.insert($0.text(0)) }
        if !taken.contains(wanted) { return wanted }
        return (2...).lazy.map { "\(wanted)-\($0)" }.first { !taken.contains($0) } ?? wanted
    }
}

extension WritableDatabase {
    /// Writes a new task; what lists go by is kept with it.
    func insert(_ task: Plan.Task) throws {
        let deadline = task.deadline
        try run(
            """
            INSERT INTO tasks
              (id, plan_id, number, code, clause, area, text, lead_id, lead_text, cooperating,
               product, due_on, deadline_text, budget, done_on, state, share, computed, reported_on,
               cancelled_on, closed_on, parent_id, weight, part_rule, rolled_from_id, decision,
               version, deadline_kind, deadline_count, deadline_counting, deadline_act,
               deadline_act_on, deadline_task_id, deadline_rhythm, search_text, year, owner_id)
            SELECT \(task.id), id, \(task.number), \(task.code), \(task.clause), \(task.area),
              \(task.text), \(task.lead), \(task.leadText), \(task.cooperating), \(task.product),
              \(task.dueOn), \(task.deadlineText), \(task.budget), \(task.doneOn),
              \(task.state.rawValue), \(task.share?.basisPoints),
              \(task.computed?.basisPoints), \(task.reportedOn),
              \(task.cancelledOn), \(task.closedOn), \(task.parent), \(task.weight),
              \(task.partRule.rawValue), \(task.rolledFrom), \(task.decision.rawValue),
              \(task.version), \(deadline?.kind.rawValue), \(deadline?.count),
              \(deadline?.counting?.rawValue), \(deadline?.act ?? ""), \(deadline?.actOn),
              \(deadline?.task), \(deadline?.rhythm?.rawValue), \(task.searchText), year, agency_id
            FROM plans WHERE id = \(task.plan)
            """
        )
        for partner in task.partners { try insert(partner, of: task) }
    }

    /// Writes what may change of a task, if nobody was quicker.
    func update(_ task: Plan.Task) throws {
        let deadline = task.deadline
        let changed = try run(
            """
            UPDATE tasks SET code = \(task.code), area = \(task.area), text = \(task.text),
              lead_id = \(task.lead), lead_text = \(task.leadText),
              cooperating = \(task.cooperating), product = \(task.product),
              due_on = \(task.dueOn), deadline_text = \(task.deadlineText),
              budget = \(task.budget), done_on = \(task.doneOn), state = \(task.state.rawValue),
              share = \(task.share?.basisPoints), computed = \(task.computed?.basisPoints),
              reported_on = \(task.reportedOn), cancelled_on = \(task.cancelledOn),
              closed_on = \(task.closedOn), parent_id = \(task.parent), weight = \(task.weight),
              part_rule = \(task.partRule.rawValue), rolled_from_id = \(task.rolledFrom),
              decision = \(task.decision.rawValue), deadline_kind = \(deadline?.kind.rawValue),
              deadline_count = \(deadline?.count),
              deadline_counting = \(deadline?.counting?.rawValue),
              deadline_act = \(deadline?.act ?? ""), deadline_act_on = \(deadline?.actOn),
              deadline_task_id = \(deadline?.task), deadline_rhythm = \(deadline?.rhythm?.rawValue),
              search_text = \(task.searchText), version = version + 1
            WHERE id = \(task.id) AND version = \(task.version)
            """
        )
        guard changed == 1 else { throw EditConflict(Plan.Task.kindName) }
        try savePartners(task)
    }

    /// Writes only what a report changes; nothing else of the task is touched.
    func updateCourse(_ task: Plan.Task) throws {
        let changed = try run(
            """
            UPDATE tasks SET due_on = \(task.dueOn), done_on = \(task.doneOn),
              state = \(task.state.rawValue), share = \(task.share?.basisPoints),
              computed = \(task.computed?.basisPoints), reported_on = \(task.reportedOn),
              cancelled_on = \(task.cancelledOn), closed_on = \(task.closedOn),
              version = version + 1
            WHERE id = \(task.id) AND version = \(task.version)
            """
        )
        guard changed == 1 else { throw EditConflict(Plan.Task.kindName) }
    }

    private func savePartners(_ task: Plan.Task) throws {
        let known = try rows(
            "SELECT agency_id FROM task_partners WHERE task_id = \(task.id) ORDER BY agency_id"
        ).map { $0.id(0) as Agency.ID }
        guard known != task.partners else { return }
        try run("DELETE FROM task_partners WHERE task_id = \(task.id)")
        for partner in task.partners { try insert(partner, of: task) }
    }

    private func insert(_ partner: Agency.ID, of task: Plan.Task) throws {
        try run("INSERT INTO task_partners (task_id, agency_id) VALUES (\(task.id), \(partner))")
    }
}

extension Plan.Task {
    static var kindName: Bilingual { Bilingual(vi: "Nhiệm vụ", en: "task") }

    /// What a search of the list looks in: words without marks, code, lead as printed, product.
    var searchText: String {
        Vietnamese.folded([code ?? "", text, leadText, product].joined(separator: " "))
    }
}

extension Row {
    func optionalShare(_ index: Int) -> Percentage? {
        optionalInt(index).map(Percentage.init(basisPoints:))
    }
}
