import Domain

extension WritableDatabase {
    /// Drafts an agency's plan from what the plan above asks of it, to be gone through and changed.
    ///
    /// - Returns: the draft; the one that is there already when there is one.
    /// - Throws: ``PlanError/yearTaken(by:year:)`` once a plan is declared; ``PermissionError``.
    public func draftAgencyPlan(
        of agency: Agency.ID, year: Int, by user: User.ID, on today: Day
    ) throws -> Plan.ID {
        try require(.declarePlans, of: user, in: agency)
        let (check, old) = try openYear(agency, year, on: today)
        if let old { return old.id }
        let name = check.tree.body(agency)?.name ?? ""
        let tasks = try tasks(of: check.parent.id).filter {
            $0.decision == .accepted && !$0.isApproach
                && ($0.lead == agency || $0.partners.contains(agency)
                    || !name.isEmpty && $0.cooperating.contains(name))
        }
        let asked = check.asked(of: agency)
        let draft = AgencyPlanDraft(carryingOut: check.parent, targets: asked, tasks: tasks)
        let plan = Plan(
            id: newID(), agency: agency, year: year, type: "Kế hoạch", symbol: "",
            title: "Cải cách hành chính năm \(year)", place: check.parent.place, issuedOn: nil,
            parent: check.parent.id)
        try insert(plan)
        try insert(draft.text, draft.clauses, of: plan.id)
        var changes = [Change("plan", plan.id.text, after: plan)]
        for (position, (target, line)) in zip(asked, draft.targets).enumerated() {
            var terms = target.terms
            terms.lead = agency
            terms.answerable = ""
            let own = Plan.Target(
                id: newID(), plan: plan.id, code: line.path, start: line.start, end: line.end,
                terms: terms, mirrors: target.id)
            try insert(own, at: position)
            changes.append(Change("target", own.id.text, after: own))
        }
        for (position, (task, line)) in zip(tasks, draft.tasks).enumerated() {
            let own = Plan.Task(
                id: newID(), plan: plan.id, number: position + 1, clause: line.path,
                text: task.text, lead: agency, product: task.product, dueOn: task.dueOn,
                deadlineText: task.deadlineText)
            try insert(own)
            changes.append(Change("task", own.id.text, after: own))
        }
        try raise(.plans, year: year)
        try journal("agency-plan.drafted", by: user, in: agency, changes)
        return plan.id
    }

    /// Declares the plan that an agency issued: its symbol, its day, and what was drafted of it.
    ///
    /// What a draft holds and nobody rejected is taken as issued.
    ///
    /// - Throws: ``PlanError/yearTaken(by:year:)`` once one is declared: amend or replace it.
    @discardableResult
    public func declareAgencyPlan(
        of agency: Agency.ID, year: Int, symbol: String, issuedOn: Day, by user: User.ID,
        on today: Day
    ) throws -> Plan.ID {
        try require(.declarePlans, of: user, in: agency)
        let (check, old) = try openYear(agency, year, on: today)
        guard let old else {
            let plan = declared(
                agency, year, symbol, issuedOn, parent: check.parent, amends: nil)
            try insert(plan)
            try raise(.plans, year: year)
            try journal(
                "agency-plan.declared", by: user, in: agency,
                [Change("plan", plan.id.text, after: plan)])
            return plan.id
        }
        var changes: [Change] = []
        for target in try targets(of: old.id) where target.decision == .proposed {
            let taken = target.decided(.accepted)
            let problems = taken.problems
            if !problems.isEmpty { throw PlanError.incomplete(problems) }
            try update(taken)
            changes.append(Change("target", target.id.text, before: target, after: taken.raised))
        }
        for task in try tasks(of: old.id) where task.decision == .proposed {
            let code = try freeTaskCode(try codeBase(of: old, task.number), year: year)
            let taken = try reckoned(task.decided(.accepted).coded(code))
            try update(taken)
            changes.append(Change("task", task.id.text, before: task, after: taken.raised))
        }
        try run(
            """
            UPDATE plans SET symbol = \(symbol.trimmed), issued_on = \(issuedOn),
              type = \(Plan.type(of: symbol)), declared_on = \(now.day()), confirmed_by = \(user),
              confirmed_on = \(today), version = version + 1, recorded_at = \(now)
            WHERE id = \(old.id) AND version = \(old.version)
            """
        )
        changes.insert(
            Change("plan", old.id.text, before: old, after: try plan(old.id)), at: 0)
        try raise(.plans, year: year)
        try journal("agency-plan.declared", by: user, in: agency, changes)
        return old.id
    }

    /// Declares a document that amends the agency's plan, or takes its place.
    ///
    /// - Returns: the document's id.
    @discardableResult
    public func changeAgencyPlan(
        of agency: Agency.ID, year: Int, symbol: String, issuedOn: Day, isReplacement: Bool,
        by user: User.ID, on today: Day
    ) throws -> Plan.ID {
        try require(.declarePlans, of: user, in: agency)
        guard let old = try agencyPlan(of: agency, year: year), old.declaredOn != nil,
            let parent = try currentPlan(of: year)
        else {
            throw MissingRecord(
                Bilingual(vi: "kế hoạch của cơ quan", en: "agency's plan"), "\(year)")
        }
        guard let first = old.issuedOn, issuedOn >= first else {
            throw InvalidInput([
                Problem(
                    "issued_on",
                    vi:
                        "Ngày ban hành không thể trước kế hoạch \(old.symbol), ngày \(old.issuedOn?.vi ?? "").",
                    en: "It cannot be older than plan \(old.symbol) of \(old.issuedOn?.en ?? "").")
            ])
        }
        let plan = declared(
            agency, year, symbol, issuedOn, parent: parent, amends: isReplacement ? nil : old.id)
        var changes: [Change] = []
        if isReplacement {
            // At no moment may two plans of the year stand beside each other, nor a name be unknown:
            // the new one begins as replaced by itself.
            try insert(plan, replacedBy: plan.id)
            try run(
                """
                UPDATE plans SET replaced_by = \(plan.id), version = version + 1
                WHERE id = \(old.id) AND version = \(old.version)
                """
            )
            try run("UPDATE plans SET replaced_by = NULL WHERE id = \(plan.id)")
            let before = old
            changes.append(
                Change("plan", old.id.text, before: before, after: try self.plan(old.id)))
        } else {
            try insert(plan)
        }
        changes.append(Change("plan", plan.id.text, after: plan))
        try raise(.plans, year: year)
        try journal(
            isReplacement ? "agency-plan.replaced" : "agency-plan.amended", by: user, in: agency,
            changes)
        return plan.id
    }

    private func declared(
        _ agency: Agency.ID, _ year: Int, _ symbol: String, _ issuedOn: Day, parent: Plan,
        amends: Plan.ID?
    ) -> Plan {
        Plan(
            id: newID(), agency: agency, year: year, type: Plan.type(of: symbol),
            symbol: symbol.trimmed, title: "Kế hoạch cải cách hành chính năm \(year)",
            issuedOn: issuedOn, parent: parent.id, amends: amends, declaredOn: now.day())
    }

    /// The gap check of the year, and the agency's draft; throws when its plan is declared.
    private func openYear(
        _ agency: Agency.ID, _ year: Int, on today: Day
    ) throws -> (GapCheck, draft: Plan?) {
        guard let check = try gapCheck(of: year, on: today) else {
            throw PlanError.yearWithoutPlan(year)
        }
        guard check.parent.agency != agency else { throw PlanError.issuesItself(year) }
        let old = try agencyPlan(of: agency, year: year)
        if let old, old.declaredOn != nil { throw PlanError.yearTaken(by: old.symbol, year: year) }
        return (check, try old.flatMap { try plan($0.id) })
    }
}

extension Plan {
    /// What a document of that symbol calls itself: 25/QĐ-UBND is a decision.
    static func type(of symbol: String) -> String {
        let folded = Vietnamese.folded(symbol).uppercased()
        return folded.contains(" QD") ? "Quyết định" : "Kế hoạch"
    }
}
