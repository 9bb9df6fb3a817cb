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

    /// Returns which body carried each of the inspections out, and when it was concluded.
    func inspectors(of ids: some Sequence<Inspection.ID>) throws
        -> [Inspection.ID: (agency: Agency.ID, concludedOn: Day?)]
    {
        var found: [Inspection.ID: (agency: Agency.ID, concludedOn: Day?)] = [:]
        let ids = Set(ids).sorted()
        for start in stride(from: 0, to: ids.count, by: 500) {
            let some = ids[start..<min(start + 500, ids.count)]
            try each(
                "SELECT id, inspector_id, concluded_on FROM inspections WHERE id IN \(list: some)"
            ) { found[$0.id(0)] = ($0.id(1), $0.optionalDay(2)) }
        }
        return found
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

    func eachInspection(
        of year: Int, among bodies: Set<Agency.ID>, _ body: (Inspection) throws -> Void
    ) throws {
        try eachInspection(where: "year = \(year) AND \(SQL.among(bodies, "body_id"))", body)
    }

    private func eachInspection(where condition: SQL, _ body: (Inspection) throws -> Void) throws {
        try each(
            """
            SELECT id, number, inspector_id, body_id, kind, planned_on, held_on, concluded_on,
              conclusion_symbol, cancelled_on, version, mode
            FROM inspections WHERE \(condition) ORDER BY number
            """
        ) {
            try body(
                Inspection(
                    id: $0.id(0), number: $0.int(1), inspector: $0.id(2), body: $0.id(3),
                    kind: $0.choice(4, .planned), mode: $0.choice(11, .onSite),
                    plannedOn: $0.optionalDay(5),
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
}

extension InboxSource {
    /// Inspections of the body to be held within the horizon, and those held that are not concluded.
    static let inspections = InboxSource(.inspection) { question in
        func open(_ box: SQL, _ due: SQL, _ note: SQL, _ condition: SQL) -> SQL {
            """
            SELECT \(box) AS box, 'inspection' AS kind, i.id AS record,
              CAST(i.number AS TEXT) AS code,
              (SELECT v.name FROM agency_versions v WHERE v.agency_id = i.body_id
               ORDER BY v.from_on DESC LIMIT 1) AS title,
              i.year AS year, i.inspector_id AS agency, NULL AS person, \(due) AS due_on,
              \(note) AS note
            FROM inspections i
            WHERE \(question.isInspected("i.inspector_id")) AND i.concluded_on IS NULL
              AND i.cancelled_on IS NULL AND \(condition)
            """
        }
        return [
            open(
                question.box("i.planned_on"), "i.planned_on", "''",
                "i.held_on IS NULL AND i.planned_on <= \(question.horizon)"),
            open("'toReceive'", "NULL", "i.held_on", "i.held_on <= \(question.today)"),
        ].joined(" UNION ALL ")
    }
}
