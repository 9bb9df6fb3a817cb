import Domain

extension ReadableDatabase {
    /// Returns the task, or `nil` when there is none with that id.
    public func task(_ id: Plan.Task.ID) throws -> Plan.Task? {
        try fullTasks(where: "t.id = \(id)").first
    }

    /// Returns the task of the year that people cite by that name.
    public func task(coded code: String, year: Int) throws -> Plan.Task? {
        try fullTasks(where: "t.year = \(year) AND t.code = \(code)").first
    }

    /// Returns the parts of a task, by number.
    public func parts(of task: Plan.Task.ID) throws -> [Plan.Task] {
        try fullTasks(
            where: "t.parent_id = \(task) AND t.code IS NOT NULL", by: "t.owner_id, t.number")
    }

    /// Returns the reports on a task, newest first.
    public func progress(of task: Plan.Task.ID, limit: Int = 500) throws -> [TaskProgress] {
        var found: [TaskProgress] = []
        try each(
            """
            SELECT id, number, kind, as_of_on, share, note, product, difficulty, author, recorded_at
            FROM task_progress WHERE task_id = \(task) ORDER BY number DESC LIMIT \(limit)
            """
        ) { row in
            found.append(
                TaskProgress(
                    id: row.id(0), task: task, number: row.int(1),
                    content: TaskProgress.Content(
                        row.choice(2, .going), on: row.day(3), share: row.optionalShare(4),
                        note: row.text(5), product: row.text(6), difficulty: row.text(7)),
                    author: row.optionalID(8), recordedAt: row.instant(9)))
        }
        return found
    }

    /// Returns the days off and worked in exchange from the one day to the other.
    public func workingCalendar(from first: Day, through last: Day) throws -> WorkingCalendar {
        WorkingCalendar(try calendarDays(where: "day_on BETWEEN \(first) AND \(last)"))
    }

    /// Returns the calendar's entries of a calendar year, by day.
    public func calendarDays(of year: Int) throws -> [CalendarDay] {
        let (first, last) = ("\(year)-01-01", "\(year)-12-31")
        return try calendarDays(where: "day_on BETWEEN \(first) AND \(last)")
    }

    func calendarDays(where condition: SQL) throws -> [CalendarDay] {
        try rows(
            """
            SELECT day_on, kind, name, source, certainty FROM calendar_days
            WHERE \(condition) ORDER BY day_on LIMIT 5000
            """
        ).map {
            CalendarDay(
                day: $0.day(0), kind: $0.choice(1, .holiday), name: $0.text(2), source: $0.text(3),
                certainty: $0.choice(4, .unverified))
        }
    }
}

/// What deadlines are reckoned from, read once for many tasks.
final class ReckoningGrounds {
    private let db: ReadableDatabase
    private var years: [Int: PlanYear] = [:]
    private var plans: [Plan.ID: (year: Int, issuedOn: Day?)] = [:]
    private var calendar: WorkingCalendar?

    init(_ db: ReadableDatabase) {
        self.db = db
    }

    /// Returns the last day of the task with its arithmetic; `nil` when no rule was settled.
    ///
    /// The reports are the days of those on record, oldest first; only a rhythm needs them.
    func reckoning(of task: Plan.Task, reports: () throws -> [Day]) throws -> Reckoning? {
        guard let deadline = task.deadline else { return nil }
        let plan = try plan(task.plan)
        let year = try year(plan.year)
        let newYear = Day(year: plan.year, month: 1, day: 1) ?? year.first
        var waitsFor: (code: String, doneOn: Day?)?
        if let other = deadline.task {
            waitsFor = try db.rows(
                "SELECT code, number, done_on FROM tasks WHERE id = \(other)"
            ).first.map { ($0.optionalText(0) ?? "\($0.int(1))", $0.optionalDay(2)) }
        }
        return deadline.reckoned(
            Reckoning.Ground(
                year: year, from: min(max(newYear, plan.issuedOn ?? newYear), year.last),
                calendar: deadline.kind == .after ? try workingCalendar() : WorkingCalendar(),
                waitsFor: waitsFor,
                reports: deadline.kind == .rhythm ? try reports() : []))
    }

    private func plan(_ id: Plan.ID) throws -> (year: Int, issuedOn: Day?) {
        if let known = plans[id] { return known }
        guard
            let found = try db.rows("SELECT year, issued_on FROM plans WHERE id = \(id)").first
                .map({ (year: $0.int(0), issuedOn: $0.optionalDay(1)) })
        else { throw MissingRecord(Bilingual(vi: "kế hoạch", en: "plan"), id.text) }
        plans[id] = found
        return found
    }

    private func year(_ number: Int) throws -> PlanYear {
        if let known = years[number] { return known }
        let found = try db.planYear(number)
        years[number] = found
        return found
    }

    private func workingCalendar() throws -> WorkingCalendar {
        if let calendar { return calendar }
        let found = WorkingCalendar(try db.calendarDays(where: "kind IN ('holiday', 'worked')"))
        calendar = found
        return found
    }
}

extension ReadableDatabase {
    /// Returns how the task's last day comes about; `nil` when no rule was settled for it.
    public func reckoning(of task: Plan.Task) throws -> Reckoning? {
        try ReckoningGrounds(self).reckoning(of: task) {
            try reportDays(of: [task.id])[task.id] ?? []
        }
    }

    /// The days of the reports that count for a rhythm, oldest first.
    func reportDays(of tasks: [Plan.Task.ID]) throws -> [Plan.Task.ID: [Day]] {
        var found: [Plan.Task.ID: [Day]] = [:]
        for start in stride(from: 0, to: tasks.count, by: 500) {
            let some = tasks[start..<min(start + 500, tasks.count)]
            try each(
                """
                SELECT task_id, as_of_on FROM task_progress
                WHERE task_id IN \(list: some) AND kind <> 'reopened' ORDER BY as_of_on, number
                """
            ) { found[$0.id(0), default: []].append($0.day(1)) }
        }
        return found
    }
}
