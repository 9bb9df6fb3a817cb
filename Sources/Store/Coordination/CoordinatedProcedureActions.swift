import Domain

extension ReadableDatabase {
    /// Works out what a list of shared procedures would change; the dry run stops here.
    ///
    /// The same code means the same procedure.
    public func coordinatedProcedureImport(
        _ read: ReadRows<CoordinatedProcedureRow>
    ) throws -> RecordImport<CoordinatedProcedure> {
        var result = RecordImport<CoordinatedProcedure>(
            problems: read.problems, notices: read.notices)
        let directory = try agencyDirectory(
            of: read.rows.flatMap { [$0.row.bodyCode, $0.row.doerCode] })
        var drafts: [(row: Int, record: CoordinatedProcedure)] = []
        for (number, row) in read.rows {
            guard let code = row.code, let name = row.name, let field = row.field,
                let listedOn = row.listedOn
            else { continue }
            let body = directory.agency(
                coded: row.bodyCode ?? "", on: listedOn, field: "body_code")
            let doer = row.doerCode.map {
                directory.agency(coded: $0, on: row.dueOn ?? listedOn, field: "doer_code")
            }
            let wrong = [body, doer].compactMap { $0?.problem }
            guard case .found(let bodyID) = body, wrong.isEmpty else {
                result.problems += wrong.map { $0.at(row: number) }
                continue
            }
            var doerID: Agency.ID?
            if case .found(let id) = doer { doerID = id }
            drafts.append(
                (
                    number,
                    CoordinatedProcedure(
                        id: CoordinatedProcedure.ID(at: now), number: 0, code: code, name: name,
                        field: field, body: bodyID, limit: row.limit,
                        hasRegulation: row.hasRegulation, hasProcess: row.hasProcess,
                        processSymbol: row.processSymbol ?? "", need: row.need,
                        needOf: row.needOf, doer: doerID, dueOn: row.dueOn, listedOn: listedOn,
                        note: row.note ?? "")
                ))
        }
        var known: [String: CoordinatedProcedure] = [:]
        for procedure in try coordinatedProcedures() { known[procedure.key] = procedure }
        result.take(drafts, onto: known)
        return result
    }
}

extension WritableDatabase {
    /// Takes a list of shared procedures into the record, all rows or none.
    public func importCoordinatedProcedures(
        _ read: ReadRows<CoordinatedProcedureRow>, by user: User.ID
    ) throws -> ImportSummary {
        try requireSomewhere(.recordCoordination, of: user)
        let result = try coordinatedProcedureImport(read)
        try result.requireSound()
        try require(.recordCoordination, of: user, inEach: result.records.map(\.body))
        return try record(
            result, as: "coordinated-procedures.recorded", by: user, insert: insert, update: update)
    }

    /// Records one procedure that a person corrected in a form.
    public func correctCoordinatedProcedure(
        _ corrected: CoordinatedProcedure, by user: User.ID
    ) throws {
        let old = try coordinatedProcedure(numbered: corrected.number)
        try require(
            .recordCoordination, of: user, inEach: [old, corrected].compactMap { $0?.body })
        try correct(
            corrected, of: old, as: "coordinated-procedure.corrected", by: user,
            among: { _ in try coordinatedProcedures().filter { $0.code == corrected.code } },
            update: update)
    }

    private func insert(_ record: CoordinatedProcedure, in year: Int) throws {
        try run(
            """
            INSERT INTO coordinated_procedures
              (id, number, code, name, field, body_id, limit_days, has_regulation, has_process,
               process_symbol, need, need_of, doer_id, due_on, listed_on, note, version, recorded_at)
            VALUES (\(record.id), \(record.number), \(record.code), \(record.name),
              \(record.field.rawValue), \(record.body), \(record.limit?.hundredths),
              \(record.hasRegulation?.rawValue), \(record.hasProcess?.rawValue),
              \(record.processSymbol), \(record.need?.rawValue), \(record.needOf?.rawValue),
              \(record.doer), \(record.dueOn), \(record.listedOn), \(record.note), 1, \(now))
            """
        )
    }

    private func update(_ record: CoordinatedProcedure, in year: Int) throws -> Int {
        try run(
            """
            UPDATE coordinated_procedures SET code = \(record.code), name = \(record.name),
              field = \(record.field.rawValue), body_id = \(record.body),
              limit_days = \(record.limit?.hundredths),
              has_regulation = \(record.hasRegulation?.rawValue),
              has_process = \(record.hasProcess?.rawValue),
              process_symbol = \(record.processSymbol), need = \(record.need?.rawValue),
              need_of = \(record.needOf?.rawValue), doer_id = \(record.doer),
              due_on = \(record.dueOn), listed_on = \(record.listedOn), note = \(record.note),
              version = version + 1, recorded_at = \(now)
            WHERE id = \(record.id) AND version = \(record.version)
            """
        )
    }
}

extension CoordinatedProcedure: ListedRecord {
    static var recordKind: String { "coordinated-procedure" }
    static var kindName: Bilingual { Bilingual(vi: "thủ tục liên thông", en: "procedure") }
    static var topic: Topic { .coordination }
    static var keyField: String { "code" }

    var day: Day { listedOn }
    var key: String { code }
}
