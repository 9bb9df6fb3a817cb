import Domain

extension ReadableDatabase {
    /// Works out what a list of legal documents would change; the dry run stops here.
    ///
    /// Issuer, symbol and day of signing together mean the same document.
    public func legalDocumentImport(
        _ read: ReadRows<LegalDocumentRow>
    ) throws -> RecordImport<LegalDocument> {
        var result = RecordImport<LegalDocument>(problems: read.problems, notices: read.notices)
        let directory = AgencyDirectory(try agencyVersions())
        var known: [String: LegalDocument] = [:]
        for year in try planYears(of: read.rows.compactMap(\.row.signedOn)) {
            try eachLegalDocument(of: year) { known[key($0)] = $0 }
        }
        var seen: [String: Int] = [:]
        for (number, row) in read.rows {
            guard let symbol = row.symbol, let title = row.title, let signedOn = row.signedOn else { continue }
            let issuer = directory.agency(coded: row.issuerCode ?? "", on: signedOn, field: "issuer_code")
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
                id: LegalDocument.ID(at: now), number: 0, issuer: issuerID, symbol: symbol, title: title,
                signedOn: signedOn, answers: answers, judgedOn: row.judgedOn, judge: row.judge ?? "")
            if let other = seen.updateValue(number, forKey: key(draft)) {
                result.problems.append(Problem.sameRecord(as: other, field: "symbol", row: number))
                continue
            }
            let old = known[key(draft)]
            let record = old.map { draft.taking(id: $0.id, number: $0.number, version: $0.version) } ?? draft
            result.problems += record.problems.map { $0.at(row: number) }
            result.take(record, replacing: old)
        }
        return result
    }

    private func key(_ document: LegalDocument) -> String {
        "\(document.issuer) \(document.symbol) \(document.signedOn)"
    }
}

extension WritableDatabase {
    /// Takes a list of legal documents into the record, all rows or none.
    public func importLegalDocuments(
        _ read: ReadRows<LegalDocumentRow>, by user: User.ID
    ) throws -> ImportSummary {
        try require(.recordDocuments, of: user)
        let result = try legalDocumentImport(read)
        try result.requireSound()
        var changes: [Change] = []
        var years: Set<Int> = []
        for draft in result.new {
            let record = draft.taking(id: newID(), number: try nextNumber("legal-document"), version: 1)
            years.insert(try insert(record))
            changes.append(Change("legal-document", record.id.text, after: record))
        }
        for change in result.changed {
            years.insert(try update(change.new))
            changes.append(
                Change("legal-document", change.new.id.text, before: change.old, after: change.new))
        }
        return try close(result.summary, "legal-documents.recorded", .law, years, changes, by: user)
    }

    /// Records the judgement on one document, or puts its other fields right.
    public func correctLegalDocument(_ corrected: LegalDocument, by user: User.ID) throws {
        try require(.recordDocuments, of: user)
        guard let old = try legalDocument(numbered: corrected.number) else {
            throw MissingRecord(Bilingual(vi: "văn bản", en: "document"), "\(corrected.number)")
        }
        guard old.version == corrected.version else {
            throw EditConflict(Bilingual(vi: "Văn bản", en: "document"))
        }
        if !corrected.problems.isEmpty { throw InvalidInput(corrected.problems) }
        guard corrected != old else { return }
        let year = try update(corrected)
        try raise(.law, year: year)
        try journal(
            "legal-document.corrected", by: user,
            [Change("legal-document", corrected.id.text, before: old, after: corrected)])
    }

    private func insert(_ record: LegalDocument) throws -> Int {
        let year = try planYear(containing: record.signedOn)
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
        return year
    }

    private func update(_ record: LegalDocument) throws -> Int {
        let year = try planYear(containing: record.signedOn)
        let changed = try run(
            """
            UPDATE legal_documents SET year = \(year), title = \(record.title),
              order_answer = \(record.answers[.order]?.rawValue),
              procedure_answer = \(record.answers[.procedure]?.rawValue),
              authority_answer = \(record.answers[.authority]?.rawValue),
              quality_answer = \(record.answers[.quality]?.rawValue), judged_on = \(record.judgedOn),
              judge = \(record.judge), version = version + 1, recorded_at = \(now)
            WHERE id = \(record.id) AND version = \(record.version)
            """
        )
        guard changed == 1 else { throw EditConflict(Bilingual(vi: "Văn bản", en: "document")) }
        return year
    }
}
