import Domain

extension ReadableDatabase {
    /// Returns the plan, or `nil` when there is none with that id.
    public func plan(_ id: Plan.ID) throws -> Plan? {
        try plans(where: "id = \(id)").first
    }

    /// Returns the plan whose targets are counted in that year: confirmed, and amending none.
    public func currentPlan(of year: Int) throws -> Plan? {
        try readPlans().first { $0.year == year && $0.confirmation != nil && $0.amends == nil }
    }

    /// Returns the plans that were read into the workspace (not those its agencies declared), newest first.
    ///
    /// They are few, where those declared may be thousands: what looks for one of them goes through here.
    public func readPlans() throws -> [Plan] {
        try plans(where: "id IN (SELECT plan_id FROM plan_texts)")
    }

    /// Returns the confirmed plans that amend this one, in the order of their effect.
    public func amendments(of plan: Plan.ID) throws -> [Plan] {
        try readPlans().filter { $0.amends == plan && $0.confirmation != nil }
            .sorted { ($0.inForceFrom ?? Day(number: 0)) < ($1.inForceFrom ?? Day(number: 0)) }
    }

    /// Returns the years that have a confirmed plan, newest first.
    public func plannedYears() throws -> [Int] {
        Set(try readPlans().filter { $0.confirmation != nil }.map(\.year)).sorted(by: >)
    }

    public func programmes() throws -> [Programme] {
        try rows(
            "SELECT id, symbol, title, first_year, last_year FROM programmes ORDER BY first_year, symbol LIMIT 1000"
        ).map {
            Programme(
                id: $0.id(0), symbol: $0.text(1), title: $0.text(2), firstYear: $0.int(3),
                lastYear: $0.int(4))
        }
    }

    /// Returns the text as it was issued; `nil` for a plan that was only declared.
    public func text(of plan: Plan.ID) throws -> String? {
        try rows("SELECT text FROM plan_texts WHERE plan_id = \(plan)").first?.text(0)
    }

    /// Returns the clauses in the order of the text.
    public func clauses(of plan: Plan.ID) throws -> [Plan.Clause] {
        var found: [Plan.Clause] = []
        try each(
            "SELECT path, kind, start_at, end_at FROM clauses WHERE plan_id = \(plan) ORDER BY position"
        ) {
            found.append(
                Plan.Clause(
                    path: $0.text(0), kind: $0.choice(1, .text), start: $0.int(2), end: $0.int(3)))
        }
        return found
    }

    /// Returns what the reader was not sure of, in the order of the text.
    public func queries(of plan: Plan.ID) throws -> [DraftQuery] {
        try rows(
            """
            SELECT start_at, end_at, message_vi, message_en FROM plan_queries
            WHERE plan_id = \(plan) ORDER BY position LIMIT 1000
            """
        ).map {
            DraftQuery(
                start: $0.int(0), end: $0.int(1), message: Bilingual(vi: $0.text(2), en: $0.text(3))
            )
        }
    }

    /// Returns the targets as read and decided, in the order of the text.
    public func targets(of plan: Plan.ID) throws -> [Plan.Target] {
        try targets(where: "plan_id = \(plan)")
    }

    public func target(_ id: Plan.Target.ID) throws -> Plan.Target? {
        try targets(where: "id = \(id)").first
    }

    /// Returns the accepted targets in force on the day: the plan's own, but for those that an
    /// amendment in force has replaced, and the amendments' own.
    public func targets(inForceOn day: Day, of plan: Plan.ID) throws -> [Plan.Target] {
        var targets = try targets(of: plan).filter { $0.decision == .accepted }
        for amendment in try amendments(of: plan) {
            guard let from = amendment.inForceFrom, from <= day else { continue }
            for target in try self.targets(of: amendment.id) where target.decision == .accepted {
                let isReplaced = { (other: Plan.Target) in
                    guard let replaced = target.replaces else { return false }
                    return other.id == replaced
                        || (other.replaces == replaced && other.plan != target.plan)
                }
                let place = targets.firstIndex(where: isReplaced) ?? targets.count
                targets.removeAll(where: isReplaced)
                targets.insert(target, at: place)
            }
        }
        return targets
    }

    /// Returns the tasks by their number.
    public func tasks(of plan: Plan.ID) throws -> [Plan.Task] {
        try fullTasks(where: "t.plan_id = \(plan)", by: "t.number")
    }

    private func plans(where condition: SQL) throws -> [Plan] {
        try rows(
            """
            SELECT id, agency_id, year, type, symbol, title, place, signer, issued_on, effective_on,
              parent_id, amends_id, programme_id, confirmed_by, confirmed_on, version
            FROM plans WHERE \(condition) ORDER BY year DESC, recorded_at DESC LIMIT 1000
            """
        ).map { row in
            let confirmedBy: User.ID? = row.optionalID(13)
            return Plan(
                id: row.id(0), agency: row.id(1), year: row.int(2), type: row.text(3),
                symbol: row.text(4),
                title: row.text(5), place: row.text(6), signer: row.text(7),
                issuedOn: row.optionalDay(8),
                effectiveOn: row.optionalDay(9), parent: row.optionalID(10),
                amends: row.optionalID(11),
                programme: row.optionalID(12),
                confirmation: confirmedBy.flatMap { by in
                    row.optionalDay(14).map { Plan.Confirmation(by: by, day: $0) }
                },
                version: row.int(15))
        }
    }

    private func targets(where condition: SQL) throws -> [Plan.Target] {
        try rows(
            """
            SELECT id, plan_id, code, start_at, end_at, decision, title, comparator, value, unit, measure,
              scope_id, deadline_on, deadline_source, lead_id, answerable, reading, reading_basis,
              replaces_id, version
            FROM targets WHERE \(condition) ORDER BY plan_id, position LIMIT 5000
            """
        ).map { row in
            Plan.Target(
                id: row.id(0), plan: row.id(1), code: row.text(2), start: row.int(3),
                end: row.int(4),
                terms: Plan.Target.Terms(
                    title: row.text(6), comparator: row.choice(7, .unquantified),
                    value: row.optionalText(8).flatMap(TargetValue.init(stored:)),
                    unit: row.text(9),
                    measure: row.optionalText(10).flatMap(Measure.init), scope: row.optionalID(11),
                    deadline: row.optionalDay(12), deadlineSource: row.text(13),
                    lead: row.optionalID(14),
                    answerable: row.text(15),
                    reading: row.optionalText(16).flatMap(Plan.Target.Reading.init),
                    readingBasis: row.text(17)),
                decision: row.choice(5, .proposed), replaces: row.optionalID(18),
                version: row.int(19))
        }
    }
}
