import Domain

extension ReadableDatabase {
    /// Works out what a list of legal documents would change; the dry run stops here.
    ///
    /// Issuer, symbol and day of signing together mean the same document.
    public func legalDocumentImport(
        _ read: ReadRows<LegalDocumentRow>
    ) throws -> RecordImport<LegalDocument> {
        var result = RecordImport<LegalDocument>(problems: read.problems, notices: read.notices)
        let directory = try agencyDirectory(of: read.rows.map(\.row.issuerCode))
        var drafts: [(row: Int, record: LegalDocument)] = []
        for (number, row) in read.rows {
            guard let symbol = row.symbol, let title = row.title, let signedOn = row.signedOn else {
                continue
            }
            let issuer = directory.agency(
                coded: row.issuerCode ?? "", on: signedOn, field: "issuer_code")
            guard case .found(let issuerID) = issuer else {
                result.problems += [issuer].compactMap(\.problem).map { $0.at(row: number) }
                continue
            }
            var answers: [LegalDocument.Condition: LegalDocument.Answer] = [:]
            answers[.order] = row.order
            answers[.procedure] = row.procedure
            answers[.authority] = row.authority
            answers[.quality] = row.quality
            let draft = LegalDocument(
                id: LegalDocument.ID(at: now), number: 0, issuer: issuerID, symbol: symbol,
                title: title,
                signedOn: signedOn, answers: answers, judgedOn: row.judgedOn, judge: row.judge ?? ""
            )
            drafts.append((number, draft))
        }
        let calendar = try planCalendar()
        let issuers = Set(drafts.map(\.record.issuer))
        var known: [String: LegalDocument] = [:]
        for year in Set(drafts.map { calendar.year(of: $0.record.day) }) {
            try eachLegalDocument(of: year, among: issuers) { known[$0.key] = $0 }
        }
        result.take(drafts, onto: known)
        return result
    }
}

extension WritableDatabase {
    /// Takes a list of legal documents into the record, all rows or none.
    public func importLegalDocuments(
        _ read: ReadRows<LegalDocumentRow>, by user: User.ID
    ) throws -> ImportSummary {
        try require(.recordDocuments, of: user)
        return try record(
            try legalDocumentImport(read), as: "legal-documents.recorded", by: user, insert: insert,
            update: update)
    }

    /// Records the judgement on one document, or puts its other fields right.
    public func correctLegalDocument(_ corrected: LegalDocument, by user: User.ID) throws {
        try require(.recordDocuments, of: user)
        try correct(
            corrected, of: try legalDocument(numbered: corrected.number),
            as: "legal-document.corrected",
            by: user,
            among: { _ in try legalDocuments(of: corrected.issuer, symbol: corrected.symbol) },
            update: update)
    }

    private func insert(_ record: LegalDocument, in year: Int) throws {
        try run(
            """
            INSERT INTO legal_documents
              (id, number, year, issuer_id, symbol, title, signed_on, order_answer, procedure_answer,
               authority_answer, quality_answer, judged_on, judge, version, recorded_at)
            VALUES (\(record.id), \(record.number), \(year), \(record.issuer), \(record.symbol),
              \(record.title), \(record.signedOn), \(record.answers[.order]?.rawValue),
              \(record.answers[.procedure]?.rawValue), \(record.answers[.authority]?.rawValue),
              \(record.answers[.quality]?.rawValue), \(record.judgedOn), \(record.judge), 1, \(now))
            """
        )
    }

    private func update(_ record: LegalDocument, in year: Int) throws -> Int {
        try run(
            """
            UPDATE legal_documents SET year = \(year), issuer_id = \(record.issuer),
              symbol = \(record.symbol), title = \(record.title), signed_on = \(record.signedOn),
              order_answer = \(record.answers[.order]?.rawValue),
              procedure_answer = \(record.answers[.procedure]?.rawValue),
              authority_answer = \(record.answers[.authority]?.rawValue),
              quality_answer = \(record.answers[.quality]?.rawValue), judged_on = \(record.judgedOn),
              judge = \(record.judge), version = version + 1, recorded_at = \(now)
            WHERE id = \(record.id) AND version = \(record.version)
            """
        )
    }
}

extension LegalDocument: ListedRecord {
    static var recordKind: String { "legal-document" }
    static var kindName: Bilingual { Bilingual(vi: "văn bản", en: "document") }
    static var topic: Topic { .law }
    static var keyField: String { "symbol" }

    var day: Day { signedOn }
    var key: String { "\(issuer) \(symbol) \(signedOn)" }
}
