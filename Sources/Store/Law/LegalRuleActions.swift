import Domain

extension ReadableDatabase {
    /// Works out what a list of procedures would change; the dry run stops here.
    ///
    /// The code says which procedure is meant; one that the list does not name stays as it is.
    public func legalProcedureImport(
        _ read: ReadRows<LegalProcedureRow>
    ) throws -> RecordImport<LegalProcedure> {
        let (found, problems) = LegalProcedureColumns.procedures(read)
        var result = RecordImport<LegalProcedure>(
            problems: read.problems + problems, notices: read.notices)
        let known = Dictionary(
            try legalProcedures().map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        for (_, procedure) in found { result.take(procedure, replacing: known[procedure.code]) }
        return result
    }

    /// Works out what a table of competences would change; the dry run stops here.
    ///
    /// Level, organ, kind and first day together say which line is meant. Two lines of one organ and kind
    /// never hold on one day.
    public func legalCompetenceImport(
        _ read: ReadRows<LegalCompetenceRow>
    ) throws -> RecordImport<LegalCompetence> {
        var result = RecordImport<LegalCompetence>(
            problems: read.problems, notices: read.notices)
        var table: [String: (row: Int?, line: LegalCompetence)] = [:]
        let known = try legalCompetences()
        for line in known { table[line.key] = (nil, line) }
        for (row, cells) in read.rows {
            guard let line = cells.competence else { continue }
            if let other = table[line.key]?.row {
                result.problems.append(.sameRecord(as: other, field: "from_on", row: row))
                continue
            }
            result.problems += line.problems.map { $0.at(row: row) }
            result.take(line, replacing: table[line.key]?.line)
            table[line.key] = (row, line)
        }
        for (row, line) in table.values {
            guard let row else { continue }
            if let other = table.values.first(where: { $0.line.overlaps(line) }) {
                result.problems.append(
                    Problem(
                        "from_on", row: row,
                        vi:
                            "Trùng thời gian với dòng áp dụng từ \(other.line.from.vi); hãy ghi ngày kết thúc của dòng đó.",
                        en:
                            "It overlaps the line that holds from \(other.line.from.en); give that one its end."
                    ))
            }
        }
        result.problems.sort { ($0.row ?? 0) < ($1.row ?? 0) }
        return result
    }
}

extension WritableDatabase {
    /// Takes a list of procedures in, all or none; documents keep the steps that they have.
    public func importLegalProcedures(
        _ read: ReadRows<LegalProcedureRow>, by user: User.ID
    ) throws -> ImportSummary {
        try require(.manageLegalRules, of: user)
        let result = try legalProcedureImport(read)
        try result.requireSound()
        let stored = Dictionary(
            try enteredProcedures().map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let new = result.new + result.changed.map(\.new)
        guard !new.isEmpty else { return result.summary }
        for procedure in new { try write(procedure) }
        try raise(.law)
        try journal(
            "legal-procedures.recorded", by: user,
            new.map { Change("legal-procedure", $0.code, before: stored[$0.code], after: $0) })
        return result.summary
    }

    private func write(_ procedure: LegalProcedure) throws {
        try run("DELETE FROM legal_procedure_steps WHERE code = \(procedure.code)")
        try run(
            """
            INSERT INTO legal_procedures (code, title, title_en, from_on, until_on, source,
              certainty, recorded_at)
            VALUES (\(procedure.code), \(procedure.title.vi), \(procedure.title.en),
              \(procedure.from), \(procedure.until), \(procedure.source),
              \(procedure.certainty.rawValue), \(now))
            ON CONFLICT (code) DO UPDATE SET title = excluded.title, title_en = excluded.title_en,
              from_on = excluded.from_on, until_on = excluded.until_on, source = excluded.source,
              certainty = excluded.certainty, recorded_at = excluded.recorded_at
            """
        )
        for (place, step) in procedure.steps.enumerated() {
            try run(
                """
                INSERT INTO legal_procedure_steps (code, position, title, body, days, counting,
                  term, paper, source)
                VALUES (\(procedure.code), \(place + 1), \(step.title), \(step.body),
                  \(step.days), \(step.counting.rawValue), \(step.term.rawValue), \(step.paper),
                  \(step.source))
                """
            )
        }
    }

    /// Takes a table of competences in, all lines or none.
    public func importLegalCompetences(
        _ read: ReadRows<LegalCompetenceRow>, by user: User.ID
    ) throws -> ImportSummary {
        try require(.manageLegalRules, of: user)
        let result = try legalCompetenceImport(read)
        try result.requireSound()
        let stored = Dictionary(
            try enteredCompetences().map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let new = result.new + result.changed.map(\.new)
        guard !new.isEmpty else { return result.summary }
        for line in new {
            try run(
                """
                INSERT INTO legal_competences (level, organ, kind, from_on, until_on, source,
                  source_en, certainty, recorded_at)
                VALUES (\(line.level.rawValue), \(line.organ.rawValue), \(line.kind.rawValue),
                  \(line.from), \(line.until), \(line.source.vi), \(line.source.en),
                  \(line.certainty.rawValue), \(now))
                ON CONFLICT (level, organ, kind, from_on) DO UPDATE SET
                  until_on = excluded.until_on, source = excluded.source,
                  source_en = excluded.source_en, certainty = excluded.certainty,
                  recorded_at = excluded.recorded_at
                """
            )
        }
        try raise(.law)
        try journal(
            "legal-competences.recorded", by: user,
            new.map { Change("legal-competence", $0.key, before: stored[$0.key], after: $0) })
        return result.summary
    }
}
