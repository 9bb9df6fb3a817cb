import Domain

/// What a list of tasks is narrowed to; every part of it stands in the address.
public struct TaskFilter: Hashable, Sendable {
    public enum Source: String, CaseIterable, Hashable, Sendable {
        /// The year's plan itself.
        case main
        /// The plans of the agencies that carry it out.
        case agencies
        case all

        public var title: Bilingual {
            switch self {
            case .main: Bilingual(vi: "Kế hoạch chung", en: "The year's plan")
            case .agencies: Bilingual(vi: "Kế hoạch của các đơn vị", en: "Plans of agencies")
            case .all: Bilingual(vi: "Tất cả", en: "All")
            }
        }
    }

    public var source = Source.main
    public var box: Plan.Task.Box?
    public var lead: Agency.ID?
    public var partner: Agency.ID?
    public var area: String?
    /// Who answers for it on the day asked.
    public var person: User.ID?
    /// Open, and nothing reported for so many days.
    public var silentDays: Int?
    public var search = ""

    public init() {}
}

/// How a list of tasks is ordered, and after which task it goes on.
public struct TaskOrder: Hashable, Sendable {
    public enum Key: String, CaseIterable, Hashable, Sendable {
        /// As the plan numbers them; only within the year's plan.
        case number
        /// Soonest due first; without a last day at the end.
        case due
    }

    public let key: Key
    /// The last task of the page before; `nil` at the beginning.
    public let after: Plan.Task.ID?

    public init(_ key: Key, after: Plan.Task.ID? = nil) {
        self.key = key
        self.after = after
    }
}

/// The day that a list of tasks is asked about.
public struct AskedDay: Hashable, Sendable {
    public let day: Day
    public let hasEnded: Bool
    /// Nothing later can be on record, so states stand for their days.
    public let isNow: Bool

    public init(_ day: Day, today: Day) {
        self.day = day
        hasEnded = day < today
        isNow = day >= today
    }

    /// What is due before this day is late.
    var cutoff: Day { hasEnded ? day + 1 : day }
}

extension ReadableDatabase {
    /// Returns the next tasks of a list, at most so many; `issuer` is who issued the year's plan.
    public func tasks(
        of year: Int, _ filter: TaskFilter, issuer: Agency.ID?, asked: AskedDay,
        by order: TaskOrder,
        limit: Int
    ) throws -> [ListedTask] {
        let conditions = conditions(year, filter, issuer, asked)
        guard let after = try order.after.flatMap(task) else {
            return try page(conditions, order.key, limit)
        }
        switch order.key {
        case .number:
            return try page(
                conditions + [
                    "(t.number > \(after.number) OR (t.number = \(after.number) AND t.id > \(after.id)))"
                ],
                .number, limit)
        case .due:
            guard let due = after.dueOn else {
                return try undated(conditions + ["t.id > \(after.id)"], limit)
            }
            let dated = try listedTasks(
                where: (conditions + [
                    "t.due_on IS NOT NULL",
                    "(t.due_on > \(due) OR (t.due_on = \(due) AND t.id > \(after.id)))",
                ]).joined(" AND "), by: "t.due_on, t.id", limit: limit)
            return try dated + undated(conditions, limit - dated.count)
        }
    }

    /// Returns how many tasks a list has, counted no further than the limit.
    public func taskCount(
        of year: Int, _ filter: TaskFilter, issuer: Agency.ID?, asked: AskedDay, limit: Int
    ) throws -> Int {
        let conditions = conditions(year, filter, issuer, asked).joined(" AND ")
        return try rows(
            """
            SELECT COUNT(*) FROM (SELECT 1 AS one FROM tasks t WHERE \(conditions) LIMIT \(limit)) found
            """
        ).first?.int(0) ?? 0
    }

    /// Hands over every task of a list, soonest due first, for a file of exactly what is shown.
    public func allTasks(
        of year: Int, _ filter: TaskFilter, issuer: Agency.ID?, asked: AskedDay
    ) throws -> [ListedTask] {
        let conditions = conditions(year, filter, issuer, asked)
        return filter.source == .main
            ? try page(conditions, .number, 1_000_000) : try page(conditions, .due, 1_000_000)
    }

    /// Returns the areas that tasks of the year stand in, by name.
    public func taskAreas(of year: Int) throws -> [String] {
        try rows(
            """
            SELECT DISTINCT area FROM tasks WHERE year = \(year) AND code IS NOT NULL AND area <> ''
            LIMIT 200
            """
        ).map { $0.text(0) }.sorted { Vietnamese.sortKey($0) < Vietnamese.sortKey($1) }
    }

    private func page(_ conditions: [SQL], _ key: TaskOrder.Key, _ limit: Int) throws
        -> [ListedTask]
    {
        switch key {
        case .number:
            return try listedTasks(
                where: conditions.joined(" AND "), by: "t.number, t.id", limit: limit)
        case .due:
            // Two questions, so that both databases answer in the index's order.
            let dated = try listedTasks(
                where: (conditions + ["t.due_on IS NOT NULL"]).joined(" AND "),
                by: "t.due_on, t.id", limit: limit)
            return try dated + undated(conditions, limit - dated.count)
        }
    }

    private func undated(_ conditions: [SQL], _ limit: Int) throws -> [ListedTask] {
        guard limit > 0 else { return [] }
        return try listedTasks(
            where: (conditions + ["t.due_on IS NULL"]).joined(" AND "), by: "t.id", limit: limit)
    }

    private func conditions(
        _ year: Int, _ filter: TaskFilter, _ issuer: Agency.ID?, _ asked: AskedDay
    ) -> [SQL] {
        var conditions: [SQL] = ["t.year = \(year)", "t.code IS NOT NULL"]
        switch filter.source {
        case .main: conditions.append("t.owner_id = \(issuer)")
        case .agencies:
            if let issuer { conditions.append("t.owner_id <> \(issuer)") }
        case .all: break
        }
        if let box = filter.box { conditions.append(box.condition(asked)) }
        if let lead = filter.lead { conditions.append("t.lead_id = \(lead)") }
        if let area = filter.area { conditions.append("t.area = \(area)") }
        if let partner = filter.partner {
            conditions.append(
                "t.id IN (SELECT task_id FROM task_partners WHERE agency_id = \(partner))")
        }
        if let person = filter.person {
            conditions.append(
                """
                t.id IN (SELECT record FROM duties WHERE person = \(person) AND kind = 'task'
                  AND from_on <= \(asked.day) AND (until_on IS NULL OR until_on > \(asked.day)))
                """)
        }
        if let days = filter.silentDays {
            conditions.append("t.state = 'open'")
            conditions.append(
                "(t.reported_on IS NULL OR t.reported_on < \(asked.day - days))")
        }
        for word in Vietnamese.folded(filter.search).split(separator: " ").prefix(8) {
            let pattern = "%" + word.filter { $0 != "%" && $0 != "_" } + "%"
            conditions.append("t.search_text LIKE \(pattern)")
        }
        return conditions
    }
}

extension Plan.Task.Box {
    /// The condition under which a task of `tasks t` is in the box on the day asked.
    func condition(_ asked: AskedDay) -> SQL {
        let (day, cutoff) = (asked.day, asked.cutoff)
        if asked.isNow {
            return switch self {
            case .approach: "t.state = 'approach'"
            case .cancelled: "t.state = 'cancelled'"
            case .failed: "t.state = 'failed'"
            case .doneInTime:
                "t.state = 'done' AND (t.due_on IS NULL OR t.done_on <= t.due_on)"
            case .doneLate: "t.state = 'done' AND t.done_on > t.due_on"
            case .openInTime:
                "t.state = 'open' AND (t.due_on IS NULL OR t.due_on >= \(cutoff))"
            case .openLate: "t.state = 'open' AND t.due_on < \(cutoff)"
            }
        }
        let kept: SQL =
            "t.state <> 'approach' AND (t.cancelled_on IS NULL OR t.cancelled_on > \(day))"
        let done: SQL = "t.done_on <= \(day)"
        let open: SQL = """
            (t.done_on IS NULL OR t.done_on > \(day))
              AND NOT (t.state = 'failed' AND t.closed_on IS NOT NULL AND t.closed_on <= \(day))
            """
        return switch self {
        case .approach: "t.state = 'approach'"
        case .cancelled: "t.cancelled_on <= \(day)"
        case .failed:
            "\(kept) AND t.state = 'failed' AND t.closed_on <= \(day) AND t.done_on IS NULL"
        case .doneInTime: "\(kept) AND \(done) AND (t.due_on IS NULL OR t.done_on <= t.due_on)"
        case .doneLate: "\(kept) AND \(done) AND t.done_on > t.due_on"
        case .openInTime: "\(kept) AND \(open) AND (t.due_on IS NULL OR t.due_on >= \(cutoff))"
        case .openLate: "\(kept) AND \(open) AND t.due_on < \(cutoff)"
        }
    }
}
