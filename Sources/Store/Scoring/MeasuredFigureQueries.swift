import Domain

/// What our records say of every agency, measure by measure, on one day.
public struct MeasuredFigures {
    /// A part and what it is part of; a count has 1 below it.
    struct Figure {
        var part = 0
        var whole = 0
    }

    /// By measure, then by the agency's position in the tree; `nil` where nothing is on record that
    /// could be counted.
    private var figures: [ScoringMeasure: [Figure?]] = [:]
    private let count: Int

    init(count: Int) {
        self.count = count
    }

    /// What the measure says of the agency; `nil` when it cannot say anything yet.
    public func answer(_ measure: ScoringMeasure, at position: Int) -> Answer? {
        guard let figure = figures[measure]?[position] else { return nil }
        return measure.kind == .count
            ? .count(figure.part) : .share(figure.part, of: figure.whole)
    }

    mutating func begin(_ measure: ScoringMeasure, with figure: Figure?) {
        figures[measure] = Array(repeating: figure, count: count)
    }

    /// Gives the province what its bodies have together, for its own file under the Ministry's set.
    ///
    /// Not for what each body does by itself: its plan, and the bodies right below that it inspects.
    mutating func sumUp(into root: Int) {
        let own: Set<ScoringMeasure> = [
            .planDays, .planTasks, .tasksDone, .tasksOnTime, .tasksOverdue, .unitsInspected,
        ]
        for (measure, bodies) in figures where !own.contains(measure) {
            var sum = Figure(part: 0, whole: measure.kind == .count ? 1 : 0)
            for figure in bodies.compactMap(\.self) {
                sum.part += figure.part
                if measure.kind == .share { sum.whole += figure.whole }
            }
            figures[measure]?[root] = sum
        }
    }

    mutating func set(_ measure: ScoringMeasure, at position: Int, _ part: Int, of whole: Int = 1) {
        figures[measure]?[position] = Figure(part: part, whole: whole)
    }
}

extension ReadableDatabase {
    /// Counts the measures for every body of the tree, from the records of the year, by the day.
    public func measuredFigures(
        _ measures: Set<ScoringMeasure>, of year: Int, in tree: AgencyTree, on day: Day
    ) throws -> MeasuredFigures {
        var figures = MeasuredFigures(count: tree.bodies.count)
        let needed = { (group: Set<ScoringMeasure>) in !measures.isDisjoint(with: group) }
        if needed([.planDays]) { try countPlanDays(&figures, year, tree, day) }
        if needed([.planTasks, .tasksDone, .tasksOnTime, .tasksOverdue]) {
            try countTasks(&figures, year, tree, day)
        }
        if needed([.assignedDone]) { try countAssigned(&figures, year, tree, day) }
        if needed([.selfInspections, .selfInspectionsReported]) {
            try countSelfInspections(&figures, year, tree, day)
        }
        if needed([.unitsInspected, .inspectionsConcluded]) {
            try countInspections(&figures, year, tree, day)
        }
        if needed([.findingsRemedied, .findingsOnTime, .findingsOverdue]) {
            try countFindings(&figures, year, tree, day)
        }
        if needed([
            .documentsIssued, .documentsChecked, .documentsInOrder, .documentsProcedure,
            .documentsAuthority, .documentsQuality,
        ]) {
            try countDocuments(&figures, year, tree, day)
        }
        if let root = tree.root, tree[root].level == .province { figures.sumUp(into: root) }
        return figures
    }

    private func countPlanDays(
        _ figures: inout MeasuredFigures, _ year: Int, _ tree: AgencyTree, _ day: Day
    ) throws {
        figures.begin(.planDays, with: nil)
        guard let first = try currentPlan(of: year)?.issuedOn else { return }
        try each(
            """
            SELECT agency_id, MIN(issued_on) FROM plans
            WHERE year = \(year) AND parent_id IS NOT NULL AND amends_id IS NULL
              AND declared_on IS NOT NULL AND issued_on <= \(day)
            GROUP BY agency_id
            """
        ) { row in
            guard let body = tree.position(of: row.id(0)) else { return }
            figures.set(.planDays, at: body, max(0, row.day(1) - first))
        }
    }

    private func countTasks(
        _ figures: inout MeasuredFigures, _ year: Int, _ tree: AgencyTree, _ day: Day
    ) throws {
        for measure in [ScoringMeasure.planTasks, .tasksDone, .tasksOnTime, .tasksOverdue] {
            figures.begin(measure, with: nil)
        }
        try each(
            """
            SELECT p.agency_id, COUNT(*), COUNT(*) FILTER (WHERE t.done_on <= \(day)),
              COUNT(*) FILTER (WHERE t.due_on <= \(day)),
              COUNT(*) FILTER (WHERE t.due_on <= \(day) AND t.done_on <= t.due_on),
              COUNT(*) FILTER (WHERE t.due_on < \(day) AND (t.done_on IS NULL OR t.done_on > \(day)))
            FROM plans p JOIN tasks t ON t.plan_id = p.id
            WHERE p.year = \(year) AND p.parent_id IS NOT NULL AND p.amends_id IS NULL
              AND p.replaced_by IS NULL AND p.declared_on IS NOT NULL AND t.decision <> 'rejected' AND t.state NOT IN ('approach', 'cancelled')
            GROUP BY p.agency_id
            """
        ) { row in
            guard let body = tree.position(of: row.id(0)) else { return }
            figures.set(.planTasks, at: body, row.int(1))
            figures.set(.tasksDone, at: body, row.int(2), of: row.int(1))
            figures.set(.tasksOnTime, at: body, row.int(4), of: row.int(3))
            figures.set(.tasksOverdue, at: body, row.int(5))
        }
    }

    private func countAssigned(
        _ figures: inout MeasuredFigures, _ year: Int, _ tree: AgencyTree, _ day: Day
    ) throws {
        figures.begin(.assignedDone, with: MeasuredFigures.Figure())
        guard let plan = try currentPlan(of: year) else { return }
        try each(
            """
            SELECT lead_id, COUNT(*), COUNT(*) FILTER (WHERE done_on <= \(day)) FROM tasks
            WHERE plan_id = \(plan.id) AND decision <> 'rejected' AND lead_id IS NOT NULL
              AND state NOT IN ('approach', 'cancelled')
              AND due_on <= \(day)
            GROUP BY lead_id
            """
        ) { row in
            guard let body = tree.position(of: row.id(0)) else { return }
            figures.set(.assignedDone, at: body, row.int(2), of: row.int(1))
        }
    }

    private func countSelfInspections(
        _ figures: inout MeasuredFigures, _ year: Int, _ tree: AgencyTree, _ day: Day
    ) throws {
        figures.begin(.selfInspections, with: MeasuredFigures.Figure(part: 0, whole: 1))
        figures.begin(.selfInspectionsReported, with: MeasuredFigures.Figure())
        try each(
            """
            SELECT body_id, COUNT(*), COUNT(*) FILTER (WHERE report_symbol <> '')
            FROM self_inspections WHERE year = \(year) AND held_on <= \(day) GROUP BY body_id
            """
        ) { row in
            guard let body = tree.position(of: row.id(0)) else { return }
            figures.set(.selfInspections, at: body, row.int(1))
            figures.set(.selfInspectionsReported, at: body, row.int(2), of: row.int(1))
        }
    }

    private func countInspections(
        _ figures: inout MeasuredFigures, _ year: Int, _ tree: AgencyTree, _ day: Day
    ) throws {
        figures.begin(.unitsInspected, with: MeasuredFigures.Figure())
        figures.begin(.inspectionsConcluded, with: MeasuredFigures.Figure())
        var held = [Int](repeating: 0, count: tree.bodies.count)
        var concluded = held
        var below = held
        var inspected = [Bool](repeating: false, count: tree.bodies.count)
        for body in tree.bodies {
            if let parent = body.parent { below[parent] += 1 }
        }
        try each(
            """
            SELECT inspector_id, body_id, concluded_on IS NOT NULL AND concluded_on <= \(day)
            FROM inspections WHERE year = \(year) AND held_on <= \(day) AND cancelled_on IS NULL
            """
        ) { row in
            guard let inspector = tree.position(of: row.id(0)) else { return }
            held[inspector] += 1
            guard row.bool(2) else { return }
            concluded[inspector] += 1
            if let body = tree.position(of: row.id(1)), tree[body].parent == inspector {
                inspected[body] = true
            }
        }
        var done = [Int](repeating: 0, count: tree.bodies.count)
        for (body, isInspected) in inspected.enumerated() where isInspected {
            if let parent = tree[body].parent { done[parent] += 1 }
        }
        for body in tree.bodies.indices {
            if below[body] > 0 {
                figures.set(.unitsInspected, at: body, done[body], of: below[body])
            }
            if held[body] > 0 {
                figures.set(.inspectionsConcluded, at: body, concluded[body], of: held[body])
            }
        }
    }

    private func countFindings(
        _ figures: inout MeasuredFigures, _ year: Int, _ tree: AgencyTree, _ day: Day
    ) throws {
        figures.begin(.findingsRemedied, with: MeasuredFigures.Figure())
        figures.begin(.findingsOnTime, with: MeasuredFigures.Figure())
        figures.begin(.findingsOverdue, with: MeasuredFigures.Figure(part: 0, whole: 1))
        try each(
            """
            SELECT body_id, COUNT(*), COUNT(*) FILTER (WHERE closed_on <= \(day)),
              COUNT(*) FILTER (WHERE due_on <= \(day)),
              COUNT(*) FILTER (WHERE due_on <= \(day) AND closed_on <= due_on),
              COUNT(*) FILTER (WHERE due_on < \(day) AND (closed_on IS NULL OR closed_on > \(day)))
            FROM findings WHERE year = \(year) AND found_on <= \(day) AND source = 'inspection'
            GROUP BY body_id
            """
        ) { row in
            guard let body = tree.position(of: row.id(0)) else { return }
            figures.set(.findingsRemedied, at: body, row.int(2), of: row.int(1))
            figures.set(.findingsOnTime, at: body, row.int(4), of: row.int(3))
            figures.set(.findingsOverdue, at: body, row.int(5))
        }
    }

    private func countDocuments(
        _ figures: inout MeasuredFigures, _ year: Int, _ tree: AgencyTree, _ day: Day
    ) throws {
        figures.begin(.documentsIssued, with: MeasuredFigures.Figure(part: 0, whole: 1))
        for measure in [
            ScoringMeasure.documentsChecked, .documentsInOrder, .documentsProcedure,
            .documentsAuthority, .documentsQuality,
        ] {
            figures.begin(measure, with: MeasuredFigures.Figure())
        }
        try each(
            """
            SELECT issuer_id, COUNT(*), COUNT(*) FILTER (WHERE judged_on <= \(day)),
              COUNT(*) FILTER (WHERE judged_on <= \(day) AND order_answer = 'met'
                AND procedure_answer = 'met' AND authority_answer = 'met' AND quality_answer = 'met'),
              COUNT(*) FILTER (WHERE judged_on <= \(day) AND order_answer = 'met'
                AND procedure_answer = 'met'),
              COUNT(*) FILTER (WHERE judged_on <= \(day) AND authority_answer = 'met'),
              COUNT(*) FILTER (WHERE judged_on <= \(day) AND quality_answer = 'met')
            FROM (
              SELECT d.issuer_id, d.order_answer, d.procedure_answer, d.authority_answer,
                d.quality_answer,
                CASE WHEN COALESCE(\(SQL.questionedOn("d")), '9999') > \(day)
                  OR 'unmet' IN (COALESCE(d.order_answer, ''), COALESCE(d.procedure_answer, ''),
                    COALESCE(d.authority_answer, ''), COALESCE(d.quality_answer, ''))
                  THEN d.judged_on END AS judged_on
              FROM legal_documents d
              WHERE d.year = \(year) AND d.nature = 'normative' AND d.signed_on <= \(day)
            ) documents GROUP BY issuer_id
            """
        ) { row in
            guard let body = tree.position(of: row.id(0)) else { return }
            let checked = row.int(2)
            figures.set(.documentsIssued, at: body, row.int(1))
            figures.set(.documentsChecked, at: body, checked, of: row.int(1))
            figures.set(.documentsInOrder, at: body, row.int(3), of: checked)
            figures.set(.documentsProcedure, at: body, row.int(4), of: checked)
            figures.set(.documentsAuthority, at: body, row.int(5), of: checked)
            figures.set(.documentsQuality, at: body, row.int(6), of: checked)
        }
    }
}
