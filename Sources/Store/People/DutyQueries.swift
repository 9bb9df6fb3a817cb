import Domain

extension ReadableDatabase {
    /// Returns what the agency owes in the plan year, with who answers for it on the day.
    ///
    /// Targets and tasks that it leads, and findings about it: of this year, and open ones of any.
    public func owedRecords(of agency: Agency.ID, year: Int, on day: Day) throws -> [OwedRecord] {
        var targets: [OwedRecord] = []
        if let plan = try currentPlan(of: year) {
            let ids = try self.targets(inForceOn: day, of: plan.id)
                .filter { $0.terms.lead == agency }.map(\.id)
            targets = try owedTargets(where: "t.id IN \(list: ids)")
        }
        let tasks = try owedTasks(
            where: """
                t.lead_id = \(agency) AND p.year = \(year) AND t.decision = 'accepted'
                  AND (p.confirmed_on IS NOT NULL OR p.parent_id IS NOT NULL)
                """, on: day)
        let findings = try owedFindings(
            where: "f.body_id = \(agency) AND (f.year = \(year) OR f.closed_on IS NULL)", on: day)
        return try withDuties(targets + tasks + findings, on: day)
    }

    /// Returns what the person answers for on the day, wherever it is.
    public func owedRecords(by person: User.ID, on day: Day) throws -> [OwedRecord] {
        var ids: [Duty.Kind: [String]] = [:]
        for duty in try duties(
            where: """
                person = \(person) AND from_on <= \(day) AND (until_on IS NULL OR until_on > \(day))
                """)
        { ids[duty.kind, default: []].append(duty.record) }
        let found =
            try owedTargets(where: "t.id IN \(list: ids[.target] ?? [])")
            + owedTasks(where: "t.id IN \(list: ids[.task] ?? [])", on: day)
            + owedFindings(where: "f.id IN \(list: ids[.finding] ?? [])", on: day)
        return try withDuties(found, on: day)
    }

    /// Returns who answers for the record on the day.
    public func duty(_ kind: Duty.Kind, _ record: String, on day: Day) throws -> Duty? {
        try duties(
            where: """
                kind = \(kind.rawValue) AND record = \(record) AND from_on <= \(day)
                  AND (until_on IS NULL OR until_on > \(day))
                """
        ).last
    }

    /// Returns who answered for the record over time, oldest first.
    public func duties(of kind: Duty.Kind, _ record: String) throws -> [Duty] {
        try duties(where: "kind = \(kind.rawValue) AND record = \(record)")
    }

    func duties(where condition: SQL) throws -> [Duty] {
        var found: [Duty] = []
        try each(
            """
            SELECT id, kind, record, agency, person, from_on, until_on FROM duties
            WHERE \(condition) ORDER BY from_on, id
            """
        ) {
            found.append(
                Duty(
                    id: $0.id(0), kind: $0.choice(1, .task), record: $0.text(2),
                    agency: $0.id(3), person: $0.id(4),
                    tenure: Tenure(from: $0.day(5), until: $0.optionalDay(6))))
        }
        return found
    }

    /// Returns one record as something owed; `nil` when it is not there or nobody leads it.
    func owedRecord(_ kind: Duty.Kind, _ record: String, on day: Day) throws -> OwedRecord? {
        switch kind {
        case .target: try owedTargets(where: "t.id = \(record)").first
        case .task: try owedTasks(where: "t.id = \(record)", on: day).first
        case .finding: try owedFindings(where: "f.id = \(record)", on: day).first
        }
    }

    func withDuties(_ records: [OwedRecord], on day: Day) throws -> [OwedRecord] {
        var known: [String: Duty] = [:]
        let ids = records.map(\.record)
        for start in stride(from: 0, to: ids.count, by: 500) {
            let some = ids[start..<min(start + 500, ids.count)]
            for duty in try duties(
                where: """
                    record IN \(list: some) AND from_on <= \(day)
                      AND (until_on IS NULL OR until_on > \(day))
                    """)
            { known["\(duty.kind.rawValue) \(duty.record)"] = duty }
        }
        return records.map { $0.answered(by: known[$0.key]) }
    }

    private func owedTargets(where condition: SQL) throws -> [OwedRecord] {
        var found: [OwedRecord] = []
        try each(
            """
            SELECT t.id, t.code, t.title, t.deadline_on, p.year, t.lead_id
            FROM targets t JOIN plans p ON p.id = t.plan_id
            WHERE \(condition) AND t.lead_id IS NOT NULL ORDER BY p.year, t.position
            """
        ) {
            found.append(
                OwedRecord(
                    kind: .target, record: $0.text(0), code: $0.text(1), title: $0.text(2),
                    agency: $0.id(5), year: $0.int(4), dueOn: $0.optionalDay(3), isDone: false,
                    duty: nil))
        }
        return found
    }

    func owedTasks(where condition: SQL, on day: Day) throws -> [OwedRecord] {
        var found: [OwedRecord] = []
        try each(
            """
            SELECT t.id, COALESCE(t.code, CAST(t.number AS TEXT)), t.text, t.due_on, t.done_on, p.year,
              t.lead_id, t.state
            FROM tasks t JOIN plans p ON p.id = t.plan_id
            WHERE \(condition) AND t.lead_id IS NOT NULL ORDER BY p.year, p.parent_id, t.number
            """
        ) {
            found.append(
                OwedRecord(
                    kind: .task, record: $0.text(0), code: $0.text(1), title: $0.text(2),
                    agency: $0.id(6), year: $0.int(5), dueOn: $0.optionalDay(3),
                    isDone: $0.optionalDay(4).map { $0 <= day } ?? false
                        || ["cancelled", "failed"].contains($0.text(7)), duty: nil))
        }
        return found
    }

    func owedFindings(where condition: SQL, on day: Day) throws -> [OwedRecord] {
        var found: [OwedRecord] = []
        try each(
            """
            SELECT f.id, f.number, f.text, f.due_on, f.closed_on, f.year, f.body_id
            FROM findings f WHERE \(condition) ORDER BY f.number
            """
        ) {
            found.append(
                OwedRecord(
                    kind: .finding, record: $0.text(0), code: "\($0.int(1))", title: $0.text(2),
                    agency: $0.id(6), year: $0.int(5), dueOn: $0.optionalDay(3),
                    isDone: $0.optionalDay(4).map { $0 <= day } ?? false, duty: nil))
        }
        return found
    }
}

extension ReadableDatabase {
    /// Returns who answers for the targets on the day, as "name, post"; none for one not assigned.
    public func answering(
        _ targets: [Plan.Target.ID], on day: Day
    ) throws -> [Plan.Target.ID: Bilingual] {
        let duties = try duties(
            where: """
                kind = 'target' AND record IN \(list: targets) AND from_on <= \(day)
                  AND (until_on IS NULL OR until_on > \(day))
                """)
        guard !duties.isEmpty else { return [:] }
        let people = Set(duties.map(\.person))
        let names = try users(people).mapValues(\.name)
        let posts = try posts(
            where: """
                p.person IN \(list: people) AND p.from_on <= \(day)
                  AND (p.until_on IS NULL OR p.until_on > \(day))
                """)
        var found: [Plan.Target.ID: Bilingual] = [:]
        for duty in duties {
            let name = Bilingual(names[duty.person] ?? "")
            let held = posts.filter { $0.person == duty.person }
            let post = held.first { $0.agency == duty.agency } ?? held.first
            found[Plan.Target.ID(duty.record)] =
                post.map { name + Bilingual(", ") + $0.named } ?? name
        }
        return found
    }
}
