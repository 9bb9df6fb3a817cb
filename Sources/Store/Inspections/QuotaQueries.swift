import Domain

/// How far one quota of the year's plan is filled, line by line.
public struct QuotaBoard: Sendable {
    public let target: Plan.Target
    /// The bodies of the stated day.
    public let tree: AgencyTree
    /// The issuer or lead agency; `nil` where each line has an inspecting body of its own.
    public let inspectors: [Agency.ID]
    /// All tiers as one quota; `nil` where the quota is one for each superior.
    public let together: QuotaBudget?
    /// Tier by tier, or superior by superior.
    public let apart: QuotaBudget
    /// What merged since the stated day, or before it in the year.
    public let mergers: [QuotaBudget.Merger]

    /// The budgets by which the quota is judged: both readings while the text leaves it open.
    public var judged: [QuotaBudget] {
        guard let together else { return [apart] }
        switch target.terms.reading {
        case .together: return [together]
        case .perTier: return [apart]
        default: return apart.lines.count > 1 ? [together, apart] : [together]
        }
    }
}

extension ReadableDatabase {
    /// Returns the quotas of inspection that the year's plan sets, as filled by the end of the day.
    ///
    /// Counted over the bodies of the day that the rules state, otherwise of the day asked.
    public func quotaBoards(of year: Int, on day: Day) throws -> [QuotaBoard] {
        guard let plan = try currentPlan(of: year) else { return [] }
        let rules = try inspectionRules(of: year)
        let period = try planYear(year).range
        let stated = rules.quotaOn ?? Measurement.treeDay(on: day, period: period)
        let tree = try agencyTree(on: stated)
        let scopes = try scopes()
        let mergers = try successions().filter { period.contains($0.day) }.map {
            QuotaBudget.Merger(from: $0.from, to: $0.to, day: $0.day)
        }
        var inspections: [Inspection] = []
        try eachInspection(of: year) { inspections.append($0) }
        let counted = inspections.filter {
            $0.cancelledOn.map { $0 > day } ?? true && rules.countedKinds.contains($0.kind)
                && rules.countedModes.contains($0.mode)
        }
        return try targets(inForceOn: day, of: plan.id).compactMap { target -> QuotaBoard? in
            guard let scope = scopes.first(where: { $0.id == target.terms.scope }) else {
                return nil
            }
            let members = scope.members(in: tree, issuer: plan.agency)
            switch target.terms.measure {
            case .bodiesInspected:
                let inspectors = [plan.agency, target.terms.lead].compactMap(\.self)
                let visits = counted.filter { inspectors.contains($0.inspector) }
                func budget(_ line: (AgencyTree.Body) -> String) -> QuotaBudget {
                    QuotaBudget(
                        needed: { target.terms.needed(of: $0) ?? 0 },
                        members: members.map { .init(tree[$0].id, in: line(tree[$0])) },
                        visits: visits.map { $0.visit(on: day) }, mergers: mergers,
                        settling: rules.merged)
                }
                return QuotaBoard(
                    target: target, tree: tree, inspectors: inspectors,
                    together: budget { _ in "" },
                    apart: budget { $0.block?.rawValue ?? "" }, mergers: mergers)
            case .communesInspected:
                let visits = counted.filter { visit in
                    guard let body = tree.body(visit.body) else {
                        return mergers.contains { $0.from == visit.body || $0.to == visit.body }
                    }
                    return body.parent.map { tree[$0].id } == visit.inspector
                }
                return QuotaBoard(
                    target: target, tree: tree, inspectors: [], together: nil,
                    apart: QuotaBudget(
                        needed: { target.terms.needed(of: $0) ?? 0 },
                        members: members.compactMap { member in
                            tree[member].parent.map {
                                .init(tree[member].id, in: tree[$0].id.text)
                            }
                        }, visits: visits.map { $0.visit(on: day) }, mergers: mergers,
                        settling: rules.merged), mergers: mergers)
            default: return nil
            }
        }
    }

    /// Returns the reasons for inspecting each of the bodies next.
    public func inspectionPicks(
        among bodies: Set<Agency.ID>, year: Int, on day: Day
    ) throws -> [Agency.ID: InspectionPick] {
        var last: [Agency.ID: Day] = [:]
        try each(
            """
            SELECT body_id, MAX(concluded_on) FROM inspections
            WHERE concluded_on <= \(day) AND cancelled_on IS NULL GROUP BY body_id
            """
        ) { last[$0.id(0)] = $0.day(1) }
        var reports: [Agency.ID: Int] = [:]
        try each(
            """
            SELECT s.agency_id, COUNT(*) FROM submissions s
            JOIN periods p ON p.year = s.year AND p.code = s.period
            WHERE s.year = \(year) AND s.first_on <= \(day)
              AND (s.first_on > p.agency_due_on OR s.round > 1 OR s.state = 'returned')
            GROUP BY s.agency_id
            """
        ) { reports[$0.id(0)] = $0.int(1) }
        var findings: [Agency.ID: (open: Int, overdue: Int, repeats: Int)] = [:]
        try each(
            """
            SELECT body_id,
              COUNT(*) FILTER (WHERE closed_on IS NULL OR closed_on > \(day)),
              COUNT(*) FILTER (WHERE due_on < \(day) AND (closed_on IS NULL OR closed_on > \(day))),
              COUNT(*) FILTER (WHERE repeats_id IS NOT NULL AND year = \(year))
            FROM findings WHERE found_on <= \(day) AND source <> 'selfInspection' GROUP BY body_id
            """
        ) { findings[$0.id(0)] = ($0.int(1), $0.int(2), $0.int(3)) }
        var dossiers: [Agency.ID: Percentage] = [:]
        try each(
            """
            SELECT body_id, CAST(SUM(late) AS BIGINT), CAST(SUM(early + on_time + late) AS BIGINT)
            FROM dossier_counts WHERE year = \(year) AND day_on <= \(day) GROUP BY body_id
            """
        ) { dossiers[$0.id(0)] = Percentage($0.int(1), of: $0.int(2)) }
        let indices = try publishedIndices(among: bodies, on: day)
        return Dictionary(
            uniqueKeysWithValues: bodies.map { body in
                let found = findings[body] ?? (0, 0, 0)
                return (
                    body,
                    InspectionPick(
                        body: body, lastOn: last[body], reports: reports[body] ?? 0,
                        open: found.open, overdue: found.overdue, repeats: found.repeats,
                        lateDossiers: dossiers[body], index: indices[body])
                )
            })
    }
}

extension Inspection {
    /// How far it has come by the end of the day, for a quota.
    func visit(on day: Day) -> QuotaBudget.Visit {
        let progress: QuotaBudget.Progress =
            if let concludedOn, concludedOn <= day {
                .concluded
            } else if let heldOn, heldOn <= day { .underWay } else { .scheduled }
        return QuotaBudget.Visit(body, progress)
    }
}
