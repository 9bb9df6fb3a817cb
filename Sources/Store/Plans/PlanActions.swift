import Domain

extension WritableDatabase {
    /// Takes a plan that was read into the record, as a proposal for a person to go through.
    ///
    /// The extracted text is kept as it is; the draft is what the reader made of it. Throws
    /// ``PlanError/noTargets`` when that is nothing.
    ///
    /// An agency that declared its plan by symbol and day alone gives its text later; that fills the
    /// plan it declared, whose id is returned.
    @discardableResult
    public func addPlan(
        _ read: Plan, text: String, draft: DraftPlan, by user: User.ID, on day: Day
    ) throws -> Plan.ID {
        var plan = read
        try require(plan.managing, of: user, in: plan.agency)
        if draft.targets.isEmpty, draft.tasks.isEmpty { throw PlanError.noTargets }
        try requireRelated(plan)
        if plan.parent != nil, plan.amends == nil,
            let old = try agencyPlan(of: plan.agency, year: plan.year)
        {
            if old.declaredOn == nil { throw PlanError.draftThere(plan.year) }
            guard old.confirmation == nil, try self.text(of: old.id) == nil else {
                throw PlanError.yearTaken(by: old.symbol, year: plan.year)
            }
            plan = old
        }
        let isNew = plan.id == read.id
        if isNew { try insert(plan) }
        let taken = try rows(
            """
            SELECT (SELECT COUNT(*) FROM targets WHERE plan_id = \(plan.id)),
              (SELECT COALESCE(MAX(number), 0) FROM tasks WHERE plan_id = \(plan.id))
            """
        ).first
        let (targetCount, taskCount) = (taken?.int(0) ?? 0, taken?.int(1) ?? 0)
        try insert(text, draft.clauses, of: plan.id)
        for (position, query) in draft.queries.enumerated() {
            try run(
                """
                INSERT INTO plan_queries (plan_id, position, start_at, end_at, message_vi, message_en)
                VALUES (\(plan.id), \(position), \(query.start), \(query.end), \(query.message.vi),
                  \(query.message.en))
                """
            )
        }
        let suggest = TargetSuggestion(
            scopes: try scopes(), tree: try agencyTree(on: plan.issuedOn ?? day))
        let asked =
            plan.parent == nil
            ? [] : try gapCheck(of: plan.year, on: day)?.asked(of: plan.agency) ?? []
        var changes = isNew ? [Change("plan", plan.id.text, after: plan)] : []
        for (position, proposed) in draft.targets.enumerated() {
            let read = Plan.Target(
                id: newID(), plan: plan.id, code: proposed.clause, start: proposed.start,
                end: proposed.end,
                terms: suggest.terms(for: proposed))
            let target = plan.parent == nil ? read : read.suggested(for: plan.agency, asked)
            try insert(target, at: targetCount + position)
            changes.append(Change("target", target.id.text, after: target))
        }
        for (position, proposed) in draft.tasks.enumerated() {
            let task = suggest.task(
                for: proposed, id: newID(), plan: plan.id, number: taskCount + position + 1)
            try insert(task)
            changes.append(Change("task", task.id.text, after: task))
        }
        try raise(.plans, year: plan.year)
        try journal("plan.added", by: user, in: plan.agency, changes)
        return plan.id
    }

    /// Records what a person decided about one target, with the terms they gave it.
    ///
    /// In an amending plan it may take the place of a target in force.
    ///
    /// - Throws: ``PlanError`` once the plan is confirmed; ``EditConflict`` when somebody was quicker;
    ///   ``InvalidInput`` for a target that the plan does not amend.
    public func decideTarget(
        _ id: Plan.Target.ID, _ decision: Plan.Target.Decision, terms: Plan.Target.Terms?,
        replacing replaced: Plan.Target.ID? = nil, carryingOut above: Plan.Target.ID?? = nil,
        version: Int, by user: User.ID
    ) throws {
        let (plan, target) = try openTarget(id, by: user)
        guard target.version == version else {
            throw EditConflict(Bilingual(vi: "Chỉ tiêu", en: "target"))
        }
        if let replaced { try requireReplaceable(replaced, by: plan) }
        let mirrored = above ?? target.mirrors
        if let mirrored, mirrored != target.mirrors { try requireAbove(mirrored, of: plan) }
        let decided = target.decided(decision, terms: terms).replacing(replaced)
            .carryingOut(mirrored)
        try update(decided)
        try raise(.plans, year: plan.year)
        try journal(
            "target.\(decision.rawValue)", by: user, in: plan.agency,
            [Change("target", id.text, before: target, after: decided.raised)])
    }

    /// Splits a target in two: the same words, a new one beside it for a person to edit.
    public func splitTarget(_ id: Plan.Target.ID, by user: User.ID) throws {
        let (plan, target) = try openTarget(id, by: user)
        let siblings = try targets(of: plan.id)
        let clause = target.clause
        let taken = Set(siblings.map(\.code))
        let first = taken.contains(clause) ? 2 : 1
        let number = (first...).first { !taken.contains("\(clause)-\($0)") } ?? first
        let half = Plan.Target(
            id: newID(), plan: plan.id, code: "\(clause)-\(number)", start: target.start,
            end: target.end,
            terms: target.terms, mirrors: target.mirrors)
        let position = (siblings.firstIndex { $0.id == id } ?? siblings.count - 1) + 1
        try run(
            "UPDATE targets SET position = position + 1 WHERE plan_id = \(plan.id) AND position >= \(position)"
        )
        try insert(half, at: position)
        try raise(.plans, year: plan.year)
        try journal(
            "target.split", by: user, in: plan.agency, [Change("target", half.id.text, after: half)]
        )
    }

    /// Records what a person decided about tasks: taken over, or left out.
    public func decideTasks(
        _ numbers: [Int], of id: Plan.ID, _ decision: Plan.Target.Decision, by user: User.ID
    ) throws {
        let plan = try openPlan(id, by: user)
        var changes: [Change] = []
        for task in try tasks(of: id)
        where numbers.contains(task.number) && task.decision != decision {
            let decided = task.decided(decision)
            try update(decided)
            changes.append(Change("task", task.id.text, before: task, after: decided.raised))
        }
        guard !changes.isEmpty else { return }
        try raise(.plans, year: plan.year)
        try journal("tasks.\(decision.rawValue)", by: user, in: plan.agency, changes)
    }

    /// Gives a task its lead agency and last day, as a person read them in the plan.
    ///
    /// The version is that which the person saw; without one, whatever stands now is meant.
    ///
    /// - Throws: ``EditConflict`` when somebody was quicker.
    public func assignTask(
        _ number: Int, of id: Plan.ID, lead: Agency.ID?, dueOn: Day?, version: Int? = nil,
        by user: User.ID
    ) throws {
        let plan = try openPlan(id, by: user)
        guard let task = try tasks(of: id).first(where: { $0.number == number }) else {
            throw MissingRecord(Bilingual(vi: "nhiệm vụ", en: "task"), "\(number)")
        }
        guard version ?? task.version == task.version else {
            throw EditConflict(Bilingual(vi: "Nhiệm vụ", en: "task"))
        }
        let assigned = task.assigned(lead: lead, dueOn: dueOn)
        guard assigned != task else { return }
        try update(assigned)
        try raise(.plans, year: plan.year)
        try journal(
            "task.assigned", by: user, in: plan.agency,
            [Change("task", task.id.text, before: task, after: assigned.raised)])
    }

    /// Records the day on which a task of a confirmed plan was done.
    public func completeTask(_ number: Int, of id: Plan.ID, on day: Day, by user: User.ID) throws {
        guard let task = try tasks(of: id).first(where: { $0.number == number }) else {
            throw MissingRecord(Bilingual(vi: "nhiệm vụ", en: "task"), "\(number)")
        }
        guard task.doneOn != day else { return }
        try recordProgress(on: task.id, TaskProgress.Content(.done, on: day), by: user)
    }

    /// Puts right what the reader took from the letterhead.
    public func correctPlan(_ corrected: Plan, by user: User.ID) throws {
        let plan = try openPlan(corrected.id, by: user)
        guard corrected != plan else { return }
        try require(corrected.managing, of: user, in: corrected.agency)
        try requireRelated(corrected)
        let changed = try run(
            """
            UPDATE plans SET agency_id = \(corrected.agency), year = \(corrected.year),
              symbol = \(corrected.symbol), title = \(corrected.title), type = \(corrected.type),
              place = \(corrected.place), signer = \(corrected.signer), issued_on = \(corrected.issuedOn),
              effective_on = \(corrected.effectiveOn), amends_id = \(corrected.amends),
              programme_id = \(corrected.programme), version = version + 1
            WHERE id = \(plan.id) AND version = \(corrected.version)
            """
        )
        guard changed == 1 else { throw EditConflict(Bilingual(vi: "Kế hoạch", en: "plan")) }
        try run(
            """
            UPDATE tasks SET year = \(corrected.year), owner_id = \(corrected.agency)
            WHERE plan_id = \(plan.id)
            """
        )
        for year in Set([plan.year, corrected.year]).sorted() { try raise(.plans, year: year) }
        try journal(
            "plan.corrected", by: user, in: corrected.agency,
            [Change("plan", plan.id.text, before: plan, after: try self.plan(plan.id))])
    }

    /// Confirms what a plan promises: from now on its targets are counted.
    ///
    /// - Throws: ``PlanError`` when it is confirmed already or something is still open.
    public func confirmPlan(_ id: Plan.ID, by user: User.ID, on day: Day) throws {
        let plan = try openPlan(id, by: user)
        if plan.amends == nil, plan.parent == nil, let other = try currentPlan(of: plan.year),
            other.id != id
        {
            throw PlanError.yearTaken(by: other.symbol, year: plan.year)
        }
        let confirmed = try plan.confirmed(targets(of: id), by: user, on: day)
            .declared(on: plan.parent == nil ? nil : plan.declaredOn ?? now.day())
        var changes = [Change("plan", id.text, before: plan, after: confirmed.raised)]
        for task in try tasks(of: id) where task.decision != .rejected {
            let code =
                try task.code
                ?? freeTaskCode(try codeBase(of: plan, task.number), year: plan.year)
            let accepted = try reckoned(task.decided(.accepted).coded(code))
            try update(accepted)
            changes.append(Change("task", task.id.text, before: task, after: accepted.raised))
        }
        try run(
            """
            UPDATE plans SET confirmed_by = \(user), confirmed_on = \(day),
              declared_on = \(confirmed.declaredOn), version = version + 1
            WHERE id = \(id)
            """
        )
        try raise(.plans, year: plan.year)
        try journal("plan.confirmed", by: user, in: plan.agency, changes)
    }

    private func openPlan(_ id: Plan.ID, by user: User.ID) throws -> Plan {
        guard let plan = try plan(id) else {
            throw MissingRecord(Bilingual(vi: "kế hoạch", en: "plan"), id.text)
        }
        try require(plan.managing, of: user, in: plan.agency)
        if let confirmation = plan.confirmation {
            throw PlanError.alreadyConfirmed(on: confirmation.day)
        }
        return plan
    }

    private func openTarget(_ id: Plan.Target.ID, by user: User.ID) throws -> (Plan, Plan.Target) {
        guard let target = try target(id) else {
            throw MissingRecord(Bilingual(vi: "chỉ tiêu", en: "target"), id.text)
        }
        return (try openPlan(target.plan, by: user), target)
    }

    /// Throws unless the plan that this one amends, and its programme, are such as may be chosen.
    private func requireRelated(_ plan: Plan) throws {
        var problems: [Problem] = []
        if let amended = plan.amends {
            let other = try self.plan(amended)
            let isOfOurs = other?.parent == nil || other?.agency == plan.agency
            if other?.confirmation == nil && other?.declaredOn == nil || other?.amends != nil
                || amended == plan.id || !isOfOurs
            {
                problems.append(
                    Problem(
                        "amends", vi: "Không có kế hoạch nào như vậy để sửa đổi; hãy chọn lại.",
                        en: "There is no such plan to be amended; choose again."))
            }
        }
        if let programme = plan.programme, try !programmes().contains(where: { $0.id == programme })
        {
            problems.append(
                Problem(
                    "programme", vi: "Không có chương trình này; hãy chọn lại.",
                    en: "There is no such programme; choose again."))
        }
        if !problems.isEmpty { throw InvalidInput(problems) }
    }

    /// Throws unless the target is in force in the plan that this one amends.
    private func requireReplaceable(_ id: Plan.Target.ID, by plan: Plan) throws {
        if let amended = plan.amends, let target = try target(id), target.decision == .accepted {
            let amendments = try amendments(of: amended).map(\.id)
            if target.plan == amended || amendments.contains(target.plan) { return }
        }
        throw InvalidInput([
            Problem(
                "replaces",
                vi:
                    "Chỉ tiêu được thay thế phải thuộc kế hoạch mà văn bản này sửa đổi, bổ sung; hãy chọn lại.",
                en:
                    "The target replaced must belong to the plan that this document amends; choose again."
            )
        ])
    }

    /// Throws unless the target belongs to the plan that this one carries out.
    private func requireAbove(_ id: Plan.Target.ID, of plan: Plan) throws {
        if let parent = plan.parent, let target = try target(id), target.decision == .accepted {
            let amendments = try amendments(of: parent).map(\.id)
            if target.plan == parent || amendments.contains(target.plan) { return }
        }
        throw InvalidInput([
            Problem(
                "mirrors", vi: "Chỉ tiêu này không thuộc kế hoạch cấp trên; hãy chọn lại.",
                en: "That target does not belong to the plan above; choose again.")
        ])
    }

    func insert(_ target: Plan.Target, at position: Int) throws {
        let terms = target.terms
        try run(
            """
            INSERT INTO targets
              (id, plan_id, position, code, start_at, end_at, decision, title, comparator, value, unit,
               measure, scope_id, deadline_on, deadline_source, lead_id, answerable, reading,
               reading_basis, replaces_id, mirrors_id, version)
            VALUES (\(target.id), \(target.plan), \(position), \(target.code), \(target.start),
              \(target.end), \(target.decision.rawValue), \(terms.title), \(terms.comparator.rawValue),
              \(terms.value?.stored), \(terms.unit), \(terms.measure?.rawValue), \(terms.scope),
              \(terms.deadline), \(terms.deadlineSource), \(terms.lead), \(terms.answerable),
              \(terms.reading?.rawValue), \(terms.readingBasis), \(target.replaces), \(target.mirrors),
              \(target.version))
            """
        )
    }

    func update(_ target: Plan.Target) throws {
        let terms = target.terms
        let changed = try run(
            """
            UPDATE targets SET decision = \(target.decision.rawValue), title = \(terms.title),
              comparator = \(terms.comparator.rawValue), value = \(terms.value?.stored),
              unit = \(terms.unit), measure = \(terms.measure?.rawValue), scope_id = \(terms.scope),
              deadline_on = \(terms.deadline), deadline_source = \(terms.deadlineSource),
              lead_id = \(terms.lead), answerable = \(terms.answerable),
              reading = \(terms.reading?.rawValue), reading_basis = \(terms.readingBasis),
              replaces_id = \(target.replaces), mirrors_id = \(target.mirrors),
              version = version + 1
            WHERE id = \(target.id) AND version = \(target.version)
            """
        )
        guard changed == 1 else { throw EditConflict(Bilingual(vi: "Chỉ tiêu", en: "target")) }
    }
}

extension Plan.Target {
    /// The target as one that takes the place of another, or of none.
    fileprivate func replacing(_ replaced: Plan.Target.ID?) -> Plan.Target {
        Plan.Target(
            id: id, plan: plan, code: code, start: start, end: end, terms: terms,
            decision: decision,
            replaces: replaced, mirrors: mirrors, version: version)
    }

    /// The target as it stands once the change is written.
    var raised: Plan.Target {
        Plan.Target(
            id: id, plan: plan, code: code, start: start, end: end, terms: terms,
            decision: decision,
            replaces: replaces, mirrors: mirrors, version: version + 1)
    }

    /// A target read in an agency's own plan: led by the agency, carrying out what it looks like.
    fileprivate func suggested(for agency: Agency.ID, _ asked: [Plan.Target]) -> Plan.Target {
        let above = asked.first { $0.mostAlike(among: [self]) != nil }
        var terms = terms
        terms.lead = agency
        terms.measure = terms.measure ?? above?.terms.measure ?? .typed
        if terms.measure?.needsScope == true { terms.scope = above?.terms.scope ?? terms.scope }
        return decided(decision, terms: terms).carryingOut(above?.id)
    }
}

extension Plan {
    /// Who may change it while it is open: the plan above is the office's, an agency's its own.
    public var managing: Permission { parent == nil ? .managePlans : .declarePlans }

    /// Returns the plan as declared on the day; as it is without one.
    fileprivate func declared(on day: Day?) -> Plan {
        guard let day else { return self }
        return Plan(
            id: id, agency: agency, year: year, type: type, symbol: symbol, title: title,
            place: place, signer: signer, issuedOn: issuedOn, effectiveOn: effectiveOn,
            parent: parent, amends: amends, programme: programme, confirmation: confirmation,
            declaredOn: day, replacedBy: replacedBy, version: version)
    }
}
