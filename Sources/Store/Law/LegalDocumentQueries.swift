import Domain

extension ReadableDatabase {
    /// Hands over each legal document of the year, by number.
    public func eachLegalDocument(of year: Int, _ body: (LegalDocument) throws -> Void) throws {
        try eachLegalDocument(where: "year = \(year)", body)
    }

    public func legalDocument(numbered number: Int) throws -> LegalDocument? {
        var found: LegalDocument?
        try eachLegalDocument(where: "number = \(number)") { found = $0 }
        return found
    }

    func eachLegalDocument(
        of year: Int, among issuers: Set<Agency.ID>, _ body: (LegalDocument) throws -> Void
    ) throws {
        try eachLegalDocument(where: "year = \(year) AND \(SQL.among(issuers, "issuer_id"))", body)
    }

    /// Returns the documents to which that body gave that symbol; one a day of signing.
    func legalDocuments(of issuer: Agency.ID, symbol: String) throws -> [LegalDocument] {
        var found: [LegalDocument] = []
        try eachLegalDocument(where: "issuer_id = \(issuer) AND symbol = \(symbol)") {
            found.append($0)
        }
        return found
    }

    private func eachLegalDocument(
        where condition: SQL, _ body: (LegalDocument) throws -> Void
    ) throws {
        try each(
            """
            SELECT id, number, issuer_id, symbol, title, signed_on, order_answer, procedure_answer,
              authority_answer, quality_answer, judged_on, judge, version
            FROM legal_documents WHERE \(condition) ORDER BY number
            """
        ) {
            try body(
                LegalDocument(
                    id: $0.id(0), number: $0.int(1), issuer: $0.id(2), symbol: $0.text(3),
                    title: $0.text(4),
                    signedOn: $0.day(5), answers: $0.answers(from: 6), judgedOn: $0.optionalDay(10),
                    judge: $0.text(11), version: $0.int(12)))
        }
    }
}

extension Row {
    /// The answers on the four conditions, in the order of ``LegalDocument/Condition``, from a column on.
    func answers(from column: Int) -> [LegalDocument.Condition: LegalDocument.Answer] {
        var answers: [LegalDocument.Condition: LegalDocument.Answer] = [:]
        for (offset, condition) in LegalDocument.Condition.allCases.enumerated() {
            answers[condition] = optionalText(column + offset).flatMap(LegalDocument.Answer.init)
        }
        return answers
    }
}
