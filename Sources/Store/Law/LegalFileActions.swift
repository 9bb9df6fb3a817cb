import Domain

/// How a document came about: its steps and the opinions asked, as the journal writes it.
public struct LegalFile: Hashable, Sendable, Codable {
    public var steps: [LegalStep] = []
    public var opinions: [LegalOpinion] = []
    /// 0 while nobody recorded anything.
    public var version = 0

    public init() {}
}

extension ReadableDatabase {
    /// Returns the document's steps and opinions, in their order.
    public func legalFile(of id: LegalDocument.ID) throws -> LegalFile {
        var file = LegalFile()
        file.version =
            try rows("SELECT file_version FROM legal_documents WHERE id = \(id)").first?.int(0) ?? 0
        file.steps = try rows(
            """
            SELECT title, body, days, counting, term, started_on, done_on, paper, waived, source
            FROM legal_steps WHERE document_id = \(id) ORDER BY position LIMIT 200
            """
        ).map { row in
            var step = LegalStep(row.text(0))
            (step.body, step.days) = (row.text(1), row.optionalInt(2))
            step.counting = row.choice(3, .calendar)
            step.term = row.choice(4, .atMost)
            (step.startedOn, step.doneOn) = (row.optionalDay(5), row.optionalDay(6))
            (step.paper, step.waived, step.source) = (row.text(7), row.text(8), row.text(9))
            return step
        }
        file.opinions = try rows(
            """
            SELECT body, asked_on, answered_on, paper, opinion, taken, reply
            FROM legal_opinions WHERE document_id = \(id) ORDER BY position LIMIT 2000
            """
        ).map { row in
            var line = LegalOpinion(row.text(0))
            (line.askedOn, line.answeredOn) = (row.optionalDay(1), row.optionalDay(2))
            (line.paper, line.opinion) = (row.text(3), row.text(4))
            line.taken = row.optionalText(5).flatMap(LegalOpinion.Taken.init)
            line.reply = row.text(6)
            return line
        }
        return file
    }
}

extension WritableDatabase {
    /// Takes a list in the place of the document's steps.
    public func keepLegalSteps(
        _ read: ReadRows<LegalStepRow>, of number: Int, version: Int, by user: User.ID
    ) throws {
        try require(.recordDocuments, of: user)
        var problems = read.problems
        for (row, line) in read.rows {
            problems += line.step.problems.map { $0.at(row: row) }
        }
        if !problems.isEmpty { throw InvalidInput(problems) }
        try keepLegalFile(of: number, version: version, as: "legal-document.steps-kept", by: user) {
            $0.steps = read.rows.map(\.row.step)
        }
    }

    /// Takes a list in the place of the document's opinions.
    public func keepLegalOpinions(
        _ read: ReadRows<LegalOpinionRow>, of number: Int, version: Int, by user: User.ID
    ) throws {
        try require(.recordDocuments, of: user)
        var problems = read.problems
        for (row, line) in read.rows {
            problems += line.line.problems.map { $0.at(row: row) }
        }
        if !problems.isEmpty { throw InvalidInput(problems) }
        try keepLegalFile(
            of: number, version: version, as: "legal-document.opinions-kept", by: user
        ) { $0.opinions = read.rows.map(\.row.line) }
    }

    /// Begins the document's steps with those of a procedure that held when it was signed.
    public func beginLegalSteps(
        of number: Int, by procedure: String, version: Int, user: User.ID
    ) throws {
        try require(.recordDocuments, of: user)
        guard let document = try legalDocument(numbered: number) else {
            throw MissingRecord(LegalDocument.kindName, "\(number)")
        }
        let found = try legalProcedures(inForceOn: document.signedOn)
            .first { $0.code == procedure }
        guard let found else {
            throw InvalidInput([
                Problem(
                    "procedure", vi: "Quy trình này không áp dụng vào ngày ký văn bản.",
                    en: "That procedure did not hold when the document was signed.")
            ])
        }
        try keepLegalFile(
            of: number, version: version, as: "legal-document.steps-kept", by: user
        ) { $0.steps = found.steps }
    }

    private func keepLegalFile(
        of number: Int, version: Int, as action: String, by user: User.ID,
        _ change: (inout LegalFile) -> Void
    ) throws {
        guard let document = try legalDocument(numbered: number),
            let year = try year(of: document.id)
        else { throw MissingRecord(LegalDocument.kindName, "\(number)") }
        let old = try legalFile(of: document.id)
        guard old.version == version else {
            throw EditConflict(Bilingual(vi: "Hồ sơ xây dựng văn bản", en: "file of the document"))
        }
        var new = old
        change(&new)
        guard new != old else { return }
        new.version = old.version + 1
        try write(new, of: document.id)
        try raise(.law, year: year)
        try journal(
            action, by: user, in: document.issuer,
            [
                Change(
                    "legal-file", document.id.text, before: old.version == 0 ? nil : old, after: new
                )
            ])
    }

    private func write(_ file: LegalFile, of id: LegalDocument.ID) throws {
        try run("DELETE FROM legal_steps WHERE document_id = \(id)")
        for (place, step) in file.steps.enumerated() {
            try run(
                """
                INSERT INTO legal_steps (document_id, position, title, body, days, counting, term,
                  started_on, done_on, paper, waived, source)
                VALUES (\(id), \(place + 1), \(step.title), \(step.body), \(step.days),
                  \(step.counting.rawValue), \(step.term.rawValue), \(step.startedOn),
                  \(step.doneOn), \(step.paper), \(step.waived), \(step.source))
                """
            )
        }
        try run("DELETE FROM legal_opinions WHERE document_id = \(id)")
        for (place, line) in file.opinions.enumerated() {
            try run(
                """
                INSERT INTO legal_opinions (document_id, position, body, asked_on, answered_on,
                  paper, opinion, taken, reply)
                VALUES (\(id), \(place + 1), \(line.body), \(line.askedOn), \(line.answeredOn),
                  \(line.paper), \(line.opinion), \(line.taken?.rawValue), \(line.reply))
                """
            )
        }
        try run("UPDATE legal_documents SET file_version = \(file.version) WHERE id = \(id)")
    }
}
