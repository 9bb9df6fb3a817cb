import Domain

extension ReadableDatabase {
    /// Returns every procedure there is: those entered, and the program's own that nobody changed.
    public func legalProcedures() throws -> [LegalProcedure] {
        let entered = try enteredProcedures()
        let codes = Set(entered.map(\.code))
        return (LegalProcedure.all.filter { !codes.contains($0.code) } + entered)
            .sorted { ($0.from, $0.code) < ($1.from, $1.code) }
    }

    /// Returns those that hold on the day.
    public func legalProcedures(inForceOn day: Day) throws -> [LegalProcedure] {
        try legalProcedures().filter { $0.holds(on: day) }
    }

    /// Those that somebody entered or changed.
    func enteredProcedures() throws -> [LegalProcedure] {
        var steps: [String: [LegalStep]] = [:]
        try each(
            """
            SELECT code, title, body, days, counting, term, paper, source
            FROM legal_procedure_steps ORDER BY code, position
            """
        ) { row in
            var step = LegalStep(row.text(1))
            (step.body, step.days) = (row.text(2), row.optionalInt(3))
            (step.counting, step.term) = (row.choice(4, .calendar), row.choice(5, .atMost))
            (step.paper, step.source) = (row.text(6), row.text(7))
            steps[row.text(0), default: []].append(step)
        }
        return try rows(
            """
            SELECT code, title, title_en, from_on, until_on, source, certainty
            FROM legal_procedures ORDER BY code LIMIT 500
            """
        ).map { row in
            LegalProcedure(
                code: row.text(0), title: Bilingual(vi: row.text(1), en: row.text(2)),
                from: row.day(3), until: row.optionalDay(4), source: row.text(5),
                certainty: row.choice(6, .low), steps: steps[row.text(0)] ?? [])
        }
    }

    /// Returns the whole table of competences: lines entered, and the program's own that nobody changed.
    public func legalCompetences() throws -> [LegalCompetence] {
        let entered = try enteredCompetences()
        let keys = Set(entered.map(\.key))
        return (LegalCompetence.all.filter { !keys.contains($0.key) } + entered)
            .sorted { ($0.from, $0.key) < ($1.from, $1.key) }
    }

    func enteredCompetences() throws -> [LegalCompetence] {
        try rows(
            """
            SELECT level, organ, kind, from_on, until_on, source, source_en, certainty
            FROM legal_competences ORDER BY level, organ, kind, from_on LIMIT 2000
            """
        ).map { row in
            LegalCompetence(
                level: row.choice(0, .province), organ: row.choice(1, .committee),
                kind: row.choice(2, .other), from: row.day(3), until: row.optionalDay(4),
                source: Bilingual(vi: row.text(5), en: row.text(6)), certainty: row.choice(7, .low))
        }
    }
}
