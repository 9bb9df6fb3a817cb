import Domain

extension ReadableDatabase {
    /// Returns what the body's plan of the year names now, by day: its own inspections that are
    /// scheduled and not cancelled; of the body whose reform plan it is, everybody's.
    public func plannedInspections(
        of issuer: Agency.ID, year: Int, on day: Day
    ) throws -> [InspectionPlan.Line] {
        let isWhole = try currentPlan(of: year)?.agency == issuer
        var lines: [InspectionPlan.Line] = []
        try eachInspection(of: year) { inspection in
            guard let plannedOn = inspection.plannedOn, inspection.kind != .sudden,
                inspection.cancelledOn.map({ $0 > day }) ?? true,
                isWhole || inspection.inspector == issuer
            else { return }
            lines.append(
                InspectionPlan.Line(
                    inspection: inspection.id, inspector: inspection.inspector,
                    body: inspection.body, plannedOn: plannedOn, mode: inspection.mode))
        }
        return lines.sorted {
            ($0.plannedOn, $0.inspector, $0.body, $0.inspection)
                < ($1.plannedOn, $1.inspector, $1.body, $1.inspection)
        }
    }

    /// Returns the plans of the year that the body issued, the first issued first.
    public func inspectionPlans(of issuer: Agency.ID, year: Int) throws -> [InspectionPlan] {
        try rows(
            """
            SELECT id, number, symbol, issued_on FROM inspection_plans
            WHERE issuer_id = \(issuer) AND year = \(year) ORDER BY issued_on, number LIMIT 100
            """
        ).map { row in
            let id: InspectionPlan.ID = row.id(0)
            return InspectionPlan(
                id: id, number: row.int(1), year: year, issuer: issuer, symbol: row.text(2),
                issuedOn: row.day(3),
                lines: try rows(
                    """
                    SELECT inspection_id, inspector_id, body_id, planned_on, mode
                    FROM inspection_plan_lines WHERE plan_id = \(id) ORDER BY position LIMIT 10000
                    """
                ).map {
                    InspectionPlan.Line(
                        inspection: $0.id(0), inspector: $0.id(1), body: $0.id(2),
                        plannedOn: $0.day(3), mode: $0.choice(4, .onSite))
                })
        }
    }
}

extension WritableDatabase {
    /// Records that the body issued its plan of inspection, with what the annex names that moment.
    ///
    /// A plan of the same year that is issued later amends the one before, which stays as it was.
    ///
    /// - Throws: ``InvalidInput`` naming the field; nothing is written then.
    @discardableResult
    public func issueInspectionPlan(
        of year: Int, by issuer: Agency.ID, symbol: String, on day: Day, user: User.ID
    ) throws -> InspectionPlan {
        try require(.recordInspections, of: user, in: issuer)
        let today = try workspace().today(now)
        let plan = InspectionPlan(
            id: newID(), number: try nextNumber("inspection-plan"), year: year, issuer: issuer,
            symbol: symbol, issuedOn: day,
            lines: try plannedInspections(of: issuer, year: year, on: today))
        var problems = plan.problems
        if day > today {
            problems.append(
                Problem(
                    "issued_on", vi: "Ngày \(day.vi) chưa đến.", en: "\(day.en) is still to come."))
        }
        let earlier = try inspectionPlans(of: issuer, year: year)
        if earlier.contains(where: { $0.symbol == symbol }) {
            problems.append(
                Problem(
                    "symbol", vi: "Kế hoạch \(symbol) đã được ghi; kế hoạch điều chỉnh có số khác.",
                    en: "\(symbol) is recorded already; an amending plan has another symbol."))
        }
        if let last = earlier.last, day < last.issuedOn {
            problems.append(
                Problem(
                    "issued_on",
                    vi:
                        "Kế hoạch điều chỉnh không thể trước kế hoạch \(last.symbol) ngày \(last.issuedOn.vi).",
                    en: "An amending plan cannot come before \(last.symbol) of \(last.issuedOn.en)."
                ))
        }
        guard problems.isEmpty else { throw InvalidInput(problems) }
        try run(
            """
            INSERT INTO inspection_plans (id, number, year, issuer_id, symbol, issued_on, recorded_at)
            VALUES (\(plan.id), \(plan.number), \(year), \(issuer), \(symbol), \(day), \(now))
            """
        )
        for (place, line) in plan.lines.enumerated() {
            try run(
                """
                INSERT INTO inspection_plan_lines
                  (plan_id, position, inspection_id, inspector_id, body_id, planned_on, mode)
                VALUES (\(plan.id), \(place + 1), \(line.inspection), \(line.inspector),
                  \(line.body), \(line.plannedOn), \(line.mode.rawValue))
                """
            )
        }
        try raise(.inspections, year: year)
        try journal(
            "inspection-plan.issued", by: user, in: issuer,
            [Change("inspection-plan", plan.id.text, after: plan)])
        return plan
    }
}
