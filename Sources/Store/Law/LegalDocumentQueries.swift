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

    public func legalDocument(_ id: LegalDocument.ID) throws -> LegalDocument? {
        var found: LegalDocument?
        try eachLegalDocument(where: "id = \(id)") { found = $0 }
        return found
    }

    /// Returns the plan year that the document stands in.
    public func year(of id: LegalDocument.ID) throws -> Int? {
        try rows("SELECT year FROM legal_documents WHERE id = \(id)").first?.int(0)
    }

    func eachLegalDocument(
        of year: Int, among issuers: Set<Agency.ID>, _ body: (LegalDocument) throws -> Void
    ) throws {
        try eachLegalDocument(where: "year = \(year) AND \(SQL.among(issuers, "issuer_id"))", body)
    }

    /// Returns the documents to which that body gave that symbol; one a day of signing.
    public func legalDocuments(of issuer: Agency.ID, symbol: String) throws -> [LegalDocument] {
        var found: [LegalDocument] = []
        try eachLegalDocument(where: "issuer_id = \(issuer) AND symbol = \(symbol)") {
            found.append($0)
        }
        return found
    }

    /// Hands over the documents that the condition picks, by number.
    func eachLegalDocument(
        where condition: SQL, _ body: (LegalDocument) throws -> Void
    ) throws {
        try each(
            """
            SELECT id, number, issuer_id, symbol, title, signed_on, order_answer, procedure_answer,
              authority_answer, quality_answer, judged_on, judge, version, nature, kind, organ,
              signer, published_on, in_force_on, field, declared_status, affects_business,
              consulted, impact_assessment, sources
            FROM legal_documents WHERE \(condition) ORDER BY number
            """
        ) {
            try body(
                LegalDocument(
                    id: $0.id(0), number: $0.int(1), issuer: $0.id(2), symbol: $0.text(3),
                    title: $0.text(4),
                    signedOn: $0.day(5), answers: $0.answers(from: 6), judgedOn: $0.optionalDay(10),
                    judge: $0.text(11), details: $0.legalDetails(from: 13), version: $0.int(12)))
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

    /// The details, in the order of the query above.
    func legalDetails(from column: Int) -> LegalDocument.Details {
        var details = LegalDocument.Details(
            nature: choice(column, .normative), kind: choice(column + 1, .other),
            organ: choice(column + 2, .committee))
        details.signer = text(column + 3)
        details.publishedOn = optionalDay(column + 4)
        details.inForceOn = optionalDay(column + 5)
        details.field = text(column + 6)
        details.declaredStatus = text(column + 7)
        details.affectsBusiness = optionalText(column + 8) != nil
        details.consulted = text(column + 9)
        details.impactAssessment = text(column + 10)
        let sources = text(column + 11)
        if !sources.isEmpty {
            details.sources = LegalDocument.FieldSources(stored: sources)
        }
        return details
    }
}
