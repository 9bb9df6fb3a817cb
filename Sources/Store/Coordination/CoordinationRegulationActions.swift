import Domain

extension ReadableDatabase {
    /// Works out what a list of coordination regulations would change; the dry run stops here.
    ///
    /// Issuer, symbol and day of signing together mean the same regulation.
    public func coordinationRegulationImport(
        _ read: ReadRows<CoordinationRegulationRow>
    ) throws -> RecordImport<CoordinationRegulation> {
        var result = RecordImport<CoordinationRegulation>(
            problems: read.problems, notices: read.notices)
        let directory = try agencyDirectory(of: read.rows.map(\.row.issuerCode))
        var drafts: [(row: Int, record: CoordinationRegulation)] = []
        for (number, row) in read.rows {
            guard let symbol = row.symbol, let title = row.title, let signedOn = row.signedOn,
                let inForceOn = row.inForceOn
            else { continue }
            let issuer = directory.agency(
                coded: row.issuerCode ?? "", on: signedOn, field: "issuer_code")
            guard case .found(let issuerID) = issuer else {
                result.problems += [issuer].compactMap(\.problem).map { $0.at(row: number) }
                continue
            }
            var codes: [String] = []
            for code in (row.procedures ?? "").split(whereSeparator: { ";,\n".contains($0) }) {
                let code = code.trimmed
                if !code.isEmpty, !codes.contains(code) { codes.append(code) }
            }
            drafts.append(
                (
                    number,
                    CoordinationRegulation(
                        id: CoordinationRegulation.ID(at: now), number: 0, issuer: issuerID,
                        symbol: symbol, title: title, signedOn: signedOn, inForceOn: inForceOn,
                        endedOn: row.endedOn, replaces: row.replaces ?? "",
                        reviewOn: row.reviewOn, procedures: codes, steps: row.steps ?? [])
                ))
        }
        var known: [String: CoordinationRegulation] = [:]
        for regulation in try coordinationRegulations() { known[regulation.key] = regulation }
        result.take(drafts, onto: known)
        return result
    }
}

extension WritableDatabase {
    /// Takes a list of coordination regulations into the record, all rows or none.
    public func importCoordinationRegulations(
        _ read: ReadRows<CoordinationRegulationRow>, by user: User.ID
    ) throws -> ImportSummary {
        try requireSomewhere(.recordCoordination, of: user)
        let result = try coordinationRegulationImport(read)
        try result.requireSound()
        try require(.recordCoordination, of: user, inEach: result.records.map(\.issuer))
        return try record(
            result, as: "coordination-regulations.recorded", by: user, insert: insert,
            update: update)
    }

    /// Records one regulation that a person corrected in a form.
    public func correctCoordinationRegulation(
        _ corrected: CoordinationRegulation, by user: User.ID
    ) throws {
        let old = try coordinationRegulation(numbered: corrected.number)
        try require(
            .recordCoordination, of: user, inEach: [old, corrected].compactMap { $0?.issuer })
        try correct(
            corrected, of: old, as: "coordination-regulation.corrected", by: user,
            among: { _ in try coordinationRegulations() }, update: update)
    }

    private func insert(_ record: CoordinationRegulation, in year: Int) throws {
        try run(
            """
            INSERT INTO coordination_regulations
              (id, number, issuer_id, symbol, title, signed_on, in_force_on, ended_on, replaces,
               review_on, version, recorded_at)
            VALUES (\(record.id), \(record.number), \(record.issuer), \(record.symbol),
              \(record.title), \(record.signedOn), \(record.inForceOn), \(record.endedOn),
              \(record.replaces), \(record.reviewOn), 1, \(now))
            """
        )
        try writePath(of: record)
    }

    private func update(_ record: CoordinationRegulation, in year: Int) throws -> Int {
        let count = try run(
            """
            UPDATE coordination_regulations SET issuer_id = \(record.issuer),
              symbol = \(record.symbol), title = \(record.title), signed_on = \(record.signedOn),
              in_force_on = \(record.inForceOn), ended_on = \(record.endedOn),
              replaces = \(record.replaces), review_on = \(record.reviewOn),
              version = version + 1, recorded_at = \(now)
            WHERE id = \(record.id) AND version = \(record.version)
            """
        )
        guard count == 1 else { return count }
        try run("DELETE FROM coordination_steps WHERE regulation_id = \(record.id)")
        try run(
            "DELETE FROM coordination_regulation_procedures WHERE regulation_id = \(record.id)")
        try writePath(of: record)
        return count
    }

    private func writePath(of record: CoordinationRegulation) throws {
        for (position, code) in record.procedures.enumerated() {
            try run(
                """
                INSERT INTO coordination_regulation_procedures (regulation_id, position, code)
                VALUES (\(record.id), \(position), \(code))
                """
            )
        }
        for (position, step) in record.steps.enumerated() {
            try run(
                """
                INSERT INTO coordination_steps
                  (regulation_id, position, name, body, days, hand_over, condition, parallel)
                VALUES (\(record.id), \(position), \(step.name), \(step.body),
                  \(step.days.hundredths), \(step.handOver), \(step.condition),
                  \(step.isParallel ? "yes" : nil))
                """
            )
        }
    }
}

extension CoordinationRegulation: ListedRecord {
    static var recordKind: String { "coordination-regulation" }
    static var kindName: Bilingual { Bilingual(vi: "quy chế phối hợp", en: "regulation") }
    static var topic: Topic { .coordination }
    static var keyField: String { "symbol" }

    var day: Day { signedOn }
    var key: String { "\(issuer) \(symbol) \(signedOn)" }
}
