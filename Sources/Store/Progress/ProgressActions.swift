import Domain

/// What a person says of one task, and on which version of it.
public struct ProgressReport: Sendable {
    public let task: Plan.Task.ID
    public let content: TaskProgress.Content
    /// The version that the person saw; `nil`: whatever stands now is meant.
    public let version: Int?

    public init(_ task: Plan.Task.ID, _ content: TaskProgress.Content, version: Int? = nil) {
        self.task = task
        self.content = content
        self.version = version
    }
}

extension WritableDatabase {
    /// Records how far a task has come, or that it is done.
    ///
    /// - Throws: ``ProgressError``, ``InvalidInput``; ``EditConflict`` when somebody was quicker.
    public func recordProgress(
        on task: Plan.Task.ID, _ content: TaskProgress.Content, version: Int? = nil,
        by user: User.ID
    ) throws {
        try recordProgress([ProgressReport(task, content, version: version)], by: user)
    }

    /// Records reports on several tasks as one action: all or none.
    public func recordProgress(_ reports: [ProgressReport], by user: User.ID) throws {
        let changes = try takeProgress(reports, by: user)
        guard !changes.isEmpty else { return }
        let isDone = reports.count == 1 && reports[0].content.kind == .done
        try journal(isDone ? "task.completed" : "task.reported", by: user, changes)
    }

    /// Takes reports on record for an action that journals them with changes of its own.
    ///
    /// Asks for permission in each lead agency, raises what pages are computed from, and returns
    /// the changes; the caller journals.
    func takeProgress(_ reports: [ProgressReport], by user: User.ID) throws -> [Change] {
        let today = try workspace().today(now)
        let tasks = try tasks(among: reports.map(\.task))
        let owners = try taskOwners(of: reports.map(\.task))
        try require(.completeTasks, of: user, inEach: owners.values.map(\.agency))
        var course = TaskCourses(tasks, try partCounts(of: reports.map(\.task)))
        let days = try reportDays(
            of: tasks.values.filter { $0.deadline?.kind == .rhythm }.map(\.id))
        var numbers = try reportCounts(of: reports.map(\.task))
        let grounds = ReckoningGrounds(self)
        var written: [TaskProgress] = []
        for report in reports {
            guard let task = course.now[report.task] else {
                throw MissingRecord(Bilingual(vi: "nhiệm vụ", en: "task"), report.task.text)
            }
            guard report.version ?? task.version == task.version else {
                throw EditConflict(Plan.Task.kindName)
            }
            let problems = report.content.problems(today: today)
            if !problems.isEmpty { throw InvalidInput(problems) }
            if course.partCounts[task.id] ?? 0 > 0,
                report.content.kind == .done || report.content.kind == .reopened
            {
                throw ProgressError.hasParts(task.code ?? "")
            }
            let past =
                (days[task.id] ?? []) + written.filter { $0.task == task.id }.map(\.content.on)
            let reported = try task.reported(report.content)
            let reckoning = try grounds.reckoning(of: reported) {
                (past + [report.content.on]).sorted()
            }
            course.now[task.id] = reckoning.map(reported.reckoned) ?? reported
            let number = (numbers[task.id] ?? 0) + 1
            numbers[task.id] = number
            written.append(
                TaskProgress(
                    id: newID(), task: task.id, number: number, content: report.content,
                    author: user, recordedAt: now))
        }
        var changed = TaskChanges()
        for (old, new) in course.changed {
            try updateCourse(new)
            changed.note(old, new.raised)
        }
        for progress in written { try insert(progress) }
        try follow(&changed, grounds)
        for year in Set(owners.values.map(\.year)).sorted() { try raise(.plans, year: year) }
        return changed.changes
            + written.map { Change("task-progress", $0.id.text, after: JournaledReport($0)) }
    }

    /// Brings up to date what follows from the tasks: their parents, and deadlines that wait for them.
    ///
    /// Also of those named besides: a task that moved leaves a parent behind.
    func follow(
        _ changed: inout TaskChanges, _ grounds: ReckoningGrounds? = nil,
        alsoAbove left: [Plan.Task.ID] = []
    ) throws {
        let grounds = grounds ?? ReckoningGrounds(self)
        let tasks = changed.tasks
        var above = Set(tasks.compactMap(\.parent)).union(left)
        var done = tasks.map(\.id)
        while let id = above.popFirst() {
            guard let parent = try task(id) else { continue }
            let parts = try parts(of: id).map(\.asPart)
            let summed = parent.summed(Plan.Task.sum(parts, by: parent.partRule))
            guard summed != parent else { continue }
            try updateCourse(summed)
            changed.note(parent, summed.raised)
            done.append(id)
            if let next = summed.parent { above.insert(next) }
        }
        for start in stride(from: 0, to: done.count, by: 500) {
            let some = done[start..<min(start + 500, done.count)]
            for waiting in try fullTasks(where: "t.deadline_task_id IN \(list: some)") {
                guard let reckoning = try grounds.reckoning(of: waiting, reports: { [] }) else {
                    continue
                }
                let moved = waiting.reckoned(reckoning)
                guard moved != waiting else { continue }
                try updateCourse(moved)
                changed.note(waiting, moved.raised)
            }
        }
    }

    private func insert(_ progress: TaskProgress) throws {
        let content = progress.content
        try run(
            """
            INSERT INTO task_progress
              (id, task_id, number, kind, as_of_on, share, note, product, difficulty, author,
               recorded_at)
            VALUES (\(progress.id), \(progress.task), \(progress.number), \(content.kind.rawValue),
              \(content.on), \(content.share?.basisPoints), \(content.note), \(content.product),
              \(content.difficulty), \(progress.author), \(progress.recordedAt))
            """
        )
    }

    private func tasks(among ids: [Plan.Task.ID]) throws -> [Plan.Task.ID: Plan.Task] {
        var found: [Plan.Task.ID: Plan.Task] = [:]
        for start in stride(from: 0, to: ids.count, by: 500) {
            let some = ids[start..<min(start + 500, ids.count)]
            for task in try fullTasks(where: "t.id IN \(list: some)") { found[task.id] = task }
        }
        return found
    }

    /// Whose task each is: that of its lead, otherwise of who issued the plan.
    private func taskOwners(of ids: [Plan.Task.ID]) throws -> [Plan.Task.ID: AgencyYear] {
        var found: [Plan.Task.ID: AgencyYear] = [:]
        for start in stride(from: 0, to: ids.count, by: 500) {
            let some = ids[start..<min(start + 500, ids.count)]
            try each(
                "SELECT id, COALESCE(lead_id, owner_id), year FROM tasks WHERE id IN \(list: some)"
            ) { found[$0.id(0)] = AgencyYear(agency: $0.id(1), year: $0.int(2)) }
        }
        return found
    }

    /// How many parts of each task count.
    private func partCounts(of ids: [Plan.Task.ID]) throws -> [Plan.Task.ID: Int] {
        var found: [Plan.Task.ID: Int] = [:]
        for start in stride(from: 0, to: ids.count, by: 500) {
            let some = ids[start..<min(start + 500, ids.count)]
            try each(
                """
                SELECT parent_id, COUNT(*) FROM tasks
                WHERE parent_id IN \(list: some) AND code IS NOT NULL
                  AND state NOT IN ('cancelled', 'approach')
                GROUP BY parent_id
                """
            ) { found[$0.id(0)] = $0.int(1) }
        }
        return found
    }

    private func reportCounts(of ids: [Plan.Task.ID]) throws -> [Plan.Task.ID: Int] {
        var found: [Plan.Task.ID: Int] = [:]
        for start in stride(from: 0, to: ids.count, by: 500) {
            let some = ids[start..<min(start + 500, ids.count)]
            try each(
                """
                SELECT task_id, MAX(number) FROM task_progress WHERE task_id IN \(list: some)
                GROUP BY task_id
                """
            ) { found[$0.id(0)] = $0.int(1) }
        }
        return found
    }
}

/// Several tasks while reports are taken on them.
private struct TaskCourses {
    let old: [Plan.Task.ID: Plan.Task]
    let partCounts: [Plan.Task.ID: Int]
    var now: [Plan.Task.ID: Plan.Task]

    init(_ tasks: [Plan.Task.ID: Plan.Task], _ partCounts: [Plan.Task.ID: Int]) {
        old = tasks
        now = tasks
        self.partCounts = partCounts
    }

    /// Every task that a report was taken on, by its id.
    var changed: [(old: Plan.Task, new: Plan.Task)] {
        old.values.sorted { $0.id < $1.id }.compactMap { old in
            now[old.id].map { (old, $0) }
        }
    }
}

/// Tasks that one action changes, each told once in its entry: as it was before, as it is afterwards.
struct TaskChanges {
    private var order: [Plan.Task.ID] = []
    private var pairs: [Plan.Task.ID: (before: Plan.Task?, after: Plan.Task)] = [:]

    mutating func note(_ before: Plan.Task?, _ after: Plan.Task) {
        if let known = pairs[after.id] {
            pairs[after.id] = (known.before, after)
        } else {
            order.append(after.id)
            pairs[after.id] = (before, after)
        }
    }

    /// The tasks as they are now.
    var tasks: [Plan.Task] { order.compactMap { pairs[$0]?.after } }

    var changes: [Change] {
        order.compactMap { pairs[$0] }.map {
            Change("task", $0.after.id.text, before: $0.before, after: $0.after)
        }
    }
}

/// What the journal keeps of a report.
private struct JournaledReport: Codable {
    let task: Plan.Task.ID
    let number: Int
    let content: TaskProgress.Content

    init(_ progress: TaskProgress) {
        task = progress.task
        number = progress.number
        content = progress.content
    }
}
