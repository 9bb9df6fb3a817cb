import Domain

/// A task by which somebody amends or issues what a procedure lacks.
public struct CoordinationTask: Hashable, Sendable {
    public let procedure: CoordinatedProcedure.ID
    public let code: String
    public let year: Int
    public let lead: Agency.ID?
    public let dueOn: Day?
    public let doneOn: Day?
}

extension ReadableDatabase {
    /// Returns every shared procedure, by number.
    public func coordinatedProcedures() throws -> [CoordinatedProcedure] {
        try coordinatedProcedures(where: "1 = 1")
    }

    public func coordinatedProcedure(numbered number: Int) throws -> CoordinatedProcedure? {
        try coordinatedProcedures(where: "number = \(number)").first
    }

    private func coordinatedProcedures(where condition: SQL) throws -> [CoordinatedProcedure] {
        var found: [CoordinatedProcedure] = []
        try each(
            """
            SELECT id, number, code, name, field, body_id, limit_days, has_regulation, has_process,
              process_symbol, need, need_of, doer_id, due_on, listed_on, note, version
            FROM coordinated_procedures WHERE \(condition) ORDER BY number
            """
        ) { row in
            found.append(
                CoordinatedProcedure(
                    id: row.id(0), number: row.int(1), code: row.text(2), name: row.text(3),
                    field: CoordinatedProcedure.Field(rawValue: row.text(4)) ?? .other,
                    body: row.id(5), limit: row.optionalInt(6).map(WorkingDays.init(hundredths:)),
                    hasRegulation: row.optionalText(7).flatMap(CoordinatedProcedure.Answer.init),
                    hasProcess: row.optionalText(8).flatMap(CoordinatedProcedure.Answer.init),
                    processSymbol: row.text(9),
                    need: row.optionalText(10).flatMap(CoordinatedProcedure.Need.init),
                    needOf: row.optionalText(11).flatMap(CoordinatedProcedure.Paper.init),
                    doer: row.optionalID(12), dueOn: row.optionalDay(13), listedOn: row.day(14),
                    note: row.text(15), version: row.int(16)))
        }
        return found
    }

    /// Returns every coordination regulation, by number.
    public func coordinationRegulations() throws -> [CoordinationRegulation] {
        try coordinationRegulations(where: "1 = 1")
    }

    public func coordinationRegulation(numbered number: Int) throws -> CoordinationRegulation? {
        try coordinationRegulations(where: "r.number = \(number)").first
    }

    private func coordinationRegulations(where condition: SQL) throws -> [CoordinationRegulation] {
        var codes: [String: [String]] = [:]
        try each(
            """
            SELECT p.regulation_id, p.code FROM coordination_regulation_procedures p
            JOIN coordination_regulations r ON r.id = p.regulation_id
            WHERE \(condition) ORDER BY p.regulation_id, p.position
            """
        ) { codes[$0.text(0), default: []].append($0.text(1)) }
        var steps: [String: [CoordinationRegulation.Step]] = [:]
        try each(
            """
            SELECT s.regulation_id, s.name, s.body, s.days, s.hand_over, s.condition, s.parallel
            FROM coordination_steps s
            JOIN coordination_regulations r ON r.id = s.regulation_id
            WHERE \(condition) ORDER BY s.regulation_id, s.position
            """
        ) { row in
            steps[row.text(0), default: []].append(
                .init(
                    row.text(1), by: row.text(2), days: WorkingDays(hundredths: row.int(3)),
                    handOver: row.text(4), condition: row.text(5),
                    isParallel: row.optionalText(6) != nil))
        }
        var found: [CoordinationRegulation] = []
        try each(
            """
            SELECT r.id, r.number, r.issuer_id, r.symbol, r.title, r.signed_on, r.in_force_on,
              r.ended_on, r.replaces, r.review_on, r.version
            FROM coordination_regulations r WHERE \(condition) ORDER BY r.number
            """
        ) { row in
            found.append(
                CoordinationRegulation(
                    id: row.id(0), number: row.int(1), issuer: row.id(2), symbol: row.text(3),
                    title: row.text(4), signedOn: row.day(5), inForceOn: row.day(6),
                    endedOn: row.optionalDay(7), replaces: row.text(8),
                    reviewOn: row.optionalDay(9), procedures: codes[row.text(0)] ?? [],
                    steps: steps[row.text(0)] ?? [], version: row.int(10)))
        }
        return found
    }

    /// Returns the tasks of all procedures, by their last day.
    public func coordinationTasks() throws -> [CoordinationTask] {
        var found: [CoordinationTask] = []
        try each(
            """
            SELECT c.procedure_id, COALESCE(t.code, ''), t.year, t.lead_id, t.due_on, t.done_on
            FROM coordination_tasks c JOIN tasks t ON t.id = c.task_id
            ORDER BY t.due_on, t.code, t.id
            """
        ) {
            found.append(
                CoordinationTask(
                    procedure: $0.id(0), code: $0.text(1), year: $0.int(2), lead: $0.optionalID(3),
                    dueOn: $0.optionalDay(4), doneOn: $0.optionalDay(5)))
        }
        return found
    }
}
