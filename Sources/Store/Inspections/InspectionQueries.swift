import Domain

extension ReadableDatabase {
    /// Hands over each inspection of the year, by number.
    public func eachInspection(of year: Int, _ body: (Inspection) throws -> Void) throws {
        try eachInspection(where: "year = \(year)", body)
    }

    public func inspection(numbered number: Int) throws -> Inspection? {
        var found: Inspection?
        try eachInspection(where: "number = \(number)") { found = $0 }
        return found
    }

    /// Returns which inspections have those numbers.
    func inspectionIDs(numbered numbers: [Int]) throws -> [Int: Inspection.ID] {
        var found: [Int: Inspection.ID] = [:]
        let numbers = Set(numbers).sorted()
        for start in stride(from: 0, to: numbers.count, by: 500) {
            let some = numbers[start..<min(start + 500, numbers.count)]
            try each("SELECT number, id FROM inspections WHERE number IN \(list: some)") {
                found[$0.int(0)] = $0.id(1)
            }
        }
        return found
    }

    /// Returns which body carried the inspection out.
    func inspector(of id: Inspection.ID) throws -> Agency.ID? {
        try rows("SELECT inspector_id FROM inspections WHERE id = \(id)").first?.id(0)
    }

    /// Returns the inspections of one body in the year, by number.
    public func inspections(of body: Agency.ID, year: Int) throws -> [Inspection] {
        var found: [Inspection] = []
        try eachInspection(where: "body_id = \(body) AND year = \(year)") { found.append($0) }
        return found
    }

    public func eachSelfInspection(of year: Int, _ body: (SelfInspection) throws -> Void) throws {
        try eachSelfInspection(where: "year = \(year)", body)
    }

    public func selfInspections(of body: Agency.ID, year: Int) throws -> [SelfInspection] {
        var found: [SelfInspection] = []
        try eachSelfInspection(where: "body_id = \(body) AND year = \(year)") { found.append($0) }
        return found
    }

    public func selfInspection(numbered number: Int) throws -> SelfInspection? {
        var found: SelfInspection?
        try eachSelfInspection(where: "number = \(number)") { found = $0 }
        return found
    }

    public func eachFinding(of year: Int, _ body: (Finding) throws -> Void) throws {
        try eachFinding(where: "year = \(year)", body)
    }

    public func findings(of body: Agency.ID, year: Int) throws -> [Finding] {
        var found: [Finding] = []
        try eachFinding(where: "body_id = \(body) AND year = \(year)") { found.append($0) }
        return found
    }

    public func finding(numbered number: Int) throws -> Finding? {
        var found: Finding?
        try eachFinding(where: "number = \(number)") { found = $0 }
        return found
    }

    func eachInspection(
        of year: Int, among bodies: Set<Agency.ID>, _ body: (Inspection) throws -> Void
    ) throws {
        try eachInspection(where: "year = \(year) AND \(SQL.among(bodies, "body_id"))", body)
    }

    private func eachInspection(where condition: SQL, _ body: (Inspection) throws -> Void) throws {
        try each(
            """
            SELECT id, number, inspector_id, body_id, kind, planned_on, held_on, concluded_on,
              conclusion_symbol, cancelled_on, version
            FROM inspections WHERE \(condition) ORDER BY number
            """
        ) {
            try body(
                Inspection(
                    id: $0.id(0), number: $0.int(1), inspector: $0.id(2), body: $0.id(3),
                    kind: $0.choice(4, .planned), plannedOn: $0.optionalDay(5),
                    heldOn: $0.optionalDay(6),
                    concludedOn: $0.optionalDay(7), conclusionSymbol: $0.text(8),
                    cancelledOn: $0.optionalDay(9), version: $0.int(10)))
        }
    }

    func eachSelfInspection(
        of year: Int, among bodies: Set<Agency.ID>, _ body: (SelfInspection) throws -> Void
    ) throws {
        try eachSelfInspection(where: "year = \(year) AND \(SQL.among(bodies, "body_id"))", body)
    }

    private func eachSelfInspection(where condition: SQL, _ body: (SelfInspection) throws -> Void)
        throws
    {
        try each(
            """
            SELECT id, number, body_id, planned_on, held_on, report_symbol, version
            FROM self_inspections WHERE \(condition) ORDER BY number
            """
        ) {
            try body(
                SelfInspection(
                    id: $0.id(0), number: $0.int(1), body: $0.id(2), plannedOn: $0.optionalDay(3),
                    heldOn: $0.optionalDay(4), reportSymbol: $0.text(5), version: $0.int(6)))
        }
    }

    func eachFinding(
        of year: Int, among bodies: Set<Agency.ID>, _ body: (Finding) throws -> Void
    ) throws {
        try eachFinding(where: "year = \(year) AND \(SQL.among(bodies, "body_id"))", body)
    }

    private func eachFinding(where condition: SQL, _ body: (Finding) throws -> Void) throws {
        try each(
            """
            SELECT id, number, inspection_id, body_id, text, found_on, due_on, closed_on, evidence, version
            FROM findings WHERE \(condition) ORDER BY number
            """
        ) {
            try body(
                Finding(
                    id: $0.id(0), number: $0.int(1), inspection: $0.optionalID(2), body: $0.id(3),
                    text: $0.text(4), foundOn: $0.day(5), dueOn: $0.day(6),
                    closedOn: $0.optionalDay(7),
                    evidence: $0.text(8), version: $0.int(9)))
        }
    }
}
