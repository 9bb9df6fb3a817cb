import Domain

extension ReadableDatabase {
    /// Returns what the steps on record and the table of competences suggest for the document.
    public func legalProposal(for document: LegalDocument) throws -> LegalProposal {
        let file = try legalFile(of: document.id)
        let first = file.steps.compactMap(\.startedOn).min() ?? document.signedOn
        let level = try agencies(named: [document.issuer], on: document.signedOn)[document.issuer]?
            .level
        let table = try legalCompetences()
        return LegalProposal(
            document, steps: file.steps,
            calendar: try workingCalendar(from: first, through: document.signedOn + 400),
            competence: level.flatMap {
                LegalCompetence.of(
                    $0, document.details.organ, document.details.kind, on: document.signedOn,
                    in: table)
            })
    }
}

extension WritableDatabase {
    /// Takes the answers over that somebody chose on the ground of a proposal: the day and who judged.
    ///
    /// - Throws: what correcting the document throws; nothing is then written.
    public func judgeLegalDocument(
        _ number: Int, _ answers: [LegalDocument.Condition: LegalDocument.Answer], on day: Day?,
        judge: String, version: Int, by user: User.ID
    ) throws {
        try require(.recordDocuments, of: user)
        guard let old = try legalDocument(numbered: number) else {
            throw MissingRecord(LegalDocument.kindName, "\(number)")
        }
        let judged = LegalDocument(
            id: old.id, number: number, issuer: old.issuer, symbol: old.symbol, title: old.title,
            signedOn: old.signedOn, answers: answers, judgedOn: answers.isEmpty ? nil : day,
            judge: answers.isEmpty ? "" : judge, details: old.details, version: version)
        guard judged.problems.isEmpty else { throw InvalidInput(judged.problems) }
        try correctLegalDocument(judged, by: user)
    }
}
