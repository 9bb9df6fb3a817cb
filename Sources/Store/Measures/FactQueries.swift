import Domain

// Each measure names the facts it counts; these stream just those, for one year, into plain values
// in which a body is its position in the tree. Facts of bodies not in the tree are passed over.
extension ReadableDatabase {
    func agencyPlanFacts(_ year: Int, _ tree: AgencyTree) throws -> [Facts.AgencyPlan] {
        var facts: [Facts.AgencyPlan] = []
        try each(
            """
            SELECT p.agency_id, p.symbol, COALESCE((
                SELECT MIN(o.issued_on) FROM plans o
                WHERE o.year = p.year AND o.agency_id = p.agency_id AND o.parent_id IS NOT NULL
                  AND o.replaced_by IS NOT NULL AND o.declared_on IS NOT NULL), p.issued_on),
              p.recorded_at
            FROM plans p
            WHERE p.year = \(year) AND p.issued_on IS NOT NULL AND p.declared_on IS NOT NULL
              AND p.parent_id IS NOT NULL AND p.amends_id IS NULL AND p.replaced_by IS NULL
            """
        ) { row in
            guard let body = tree.position(of: row.id(0)) else { return }
            facts.append(
                Facts.AgencyPlan(
                    body: body, symbol: row.text(1), issuedOn: row.day(2),
                    recordedOn: row.instant(3).day()))
        }
        return facts
    }

    func agencyTaskFacts(_ year: Int, _ tree: AgencyTree, on day: Day) throws -> [Facts.AgencyTasks]
    {
        var facts: [Facts.AgencyTasks] = []
        try each(
            """
            SELECT p.agency_id, COUNT(*), COUNT(*) FILTER (WHERE t.due_on <= \(day)),
              COUNT(*) FILTER (WHERE t.due_on <= \(day) AND t.done_on <= \(day)),
              COUNT(*) FILTER (WHERE t.done_on <= \(day)),
              MAX(t.done_on) FILTER (WHERE t.done_on <= \(day))
            FROM plans p JOIN tasks t ON t.plan_id = p.id
            WHERE p.year = \(year) AND p.parent_id IS NOT NULL AND p.amends_id IS NULL
              AND p.replaced_by IS NULL AND p.declared_on IS NOT NULL
              AND t.decision <> 'rejected'
              AND (t.cancelled_on IS NULL OR t.cancelled_on > \(day))
            GROUP BY p.agency_id
            """
        ) { row in
            guard let body = tree.position(of: row.id(0)) else { return }
            facts.append(
                Facts.AgencyTasks(
                    body: body, total: row.int(1), due: row.int(2), dueDone: row.int(3),
                    done: row.int(4),
                    lastDoneOn: row.optionalDay(5)))
        }
        return facts
    }

    /// The inspections whose kind and mode count; those of a body that is no more count for the one
    /// that carries it on, where the year's rules say so.
    func inspectionFacts(_ year: Int, _ tree: AgencyTree) throws -> [Facts.Inspection] {
        let rules = try inspectionRules(of: year)
        var heirs: [Agency.ID: Agency.ID] = [:]
        if rules.merged == .heirCounts {
            for link in try successions() where link.day <= tree.day { heirs[link.from] = link.to }
        }
        func position(_ agency: Agency.ID) -> Int? {
            var (agency, steps) = (agency, 0)
            while tree.position(of: agency) == nil, let heir = heirs[agency], steps < 20 {
                agency = heir
                steps += 1
            }
            return tree.position(of: agency)
        }
        var facts: [Facts.Inspection] = []
        try each(
            """
            SELECT number, inspector_id, body_id, planned_on, held_on, concluded_on, conclusion_symbol,
              cancelled_on, recorded_at
            FROM inspections WHERE year = \(year)
              AND kind IN \(list: rules.countedKinds.map(\.rawValue).sorted())
              AND mode IN \(list: rules.countedModes.map(\.rawValue).sorted())
            """
        ) { row in
            guard let inspector = position(row.id(1)), let body = position(row.id(2)) else {
                return
            }
            facts.append(
                Facts.Inspection(
                    number: row.int(0), inspector: inspector, body: body,
                    plannedOn: row.optionalDay(3),
                    heldOn: row.optionalDay(4), concludedOn: row.optionalDay(5),
                    symbol: row.text(6),
                    cancelledOn: row.optionalDay(7), recordedOn: row.instant(8).day()))
        }
        return facts
    }

    func selfInspectionFacts(_ year: Int, _ tree: AgencyTree) throws -> [Facts.SelfInspection] {
        var facts: [Facts.SelfInspection] = []
        try each(
            """
            SELECT number, body_id, planned_on, held_on, report_symbol, recorded_at
            FROM self_inspections WHERE year = \(year)
            """
        ) { row in
            guard let body = tree.position(of: row.id(1)) else { return }
            facts.append(
                Facts.SelfInspection(
                    number: row.int(0), body: body, plannedOn: row.optionalDay(2),
                    heldOn: row.optionalDay(3),
                    symbol: row.text(4), recordedOn: row.instant(5).day()))
        }
        return facts
    }

    func findingFacts(_ year: Int, _ tree: AgencyTree) throws -> [Facts.Finding] {
        var facts: [Facts.Finding] = []
        try each(
            """
            SELECT number, body_id, found_on, due_on, closed_on, recorded_at
            FROM findings WHERE year = \(year) AND source = 'inspection' ORDER BY number
            """
        ) { row in
            guard let body = tree.position(of: row.id(1)) else { return }
            facts.append(
                Facts.Finding(
                    number: row.int(0), body: body, foundOn: row.day(2), dueOn: row.day(3),
                    closedOn: row.optionalDay(4), recordedOn: row.instant(5).day()))
        }
        return facts
    }

    func documentFacts(_ year: Int, _ tree: AgencyTree) throws -> [Facts.Document] {
        var facts: [Facts.Document] = []
        let scope = try legalScope(of: year)
        try each(
            """
            SELECT number, issuer_id, symbol, signed_on, order_answer, procedure_answer, authority_answer,
              quality_answer, judged_on, recorded_at, \(SQL.questionedOn("d"))
            FROM legal_documents d WHERE year = \(year) AND nature = 'normative'
              AND \(SQL.isOfOurs("issuer_id")) ORDER BY number
            """
        ) { row in
            let issuer = tree.position(of: row.id(1))
            // A body that is no longer in the tree has no level; its documents stay counted.
            if let issuer, !scope.levels.contains(tree[issuer].version.level) { return }
            facts.append(
                Facts.Document(
                    number: row.int(0), issuer: issuer, symbol: row.text(2),
                    signedOn: row.day(3), answers: row.answers(from: 4),
                    judgedOn: row.optionalDay(8), questionedOn: row.optionalDay(10),
                    recordedOn: row.instant(9).day()))
        }
        return facts
    }

    /// Returns the figures typed by hand for a target, oldest first.
    public func figures(of target: Plan.Target.ID) throws -> [Facts.Figure] {
        try rows(
            """
            SELECT figure_on, numerator, denominator, source, note, recorded_at FROM figures
            WHERE target_id = \(target) ORDER BY figure_on LIMIT 5000
            """
        ).map {
            Facts.Figure(
                day: $0.day(0), numerator: $0.int(1), denominator: $0.optionalInt(2),
                source: $0.text(3),
                note: $0.text(4), recordedOn: $0.instant(5).day())
        }
    }
}
