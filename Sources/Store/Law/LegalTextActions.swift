import Domain

extension WritableDatabase {
    /// Takes a document's whole text: the file becomes its evidence, what it says of itself and what it
    /// cites is kept beside it.
    ///
    /// A newer file takes the place of the text; the older one stays on file.
    public func keepLegalText(
        _ text: LegalText, from upload: EvidenceUpload?, of number: Int, version: Int? = nil,
        by user: User.ID
    ) throws {
        try require(.recordDocuments, of: user)
        guard let document = try legalDocument(numbered: number),
            let year = try year(of: document.id)
        else { throw MissingRecord(LegalDocument.kindName, "\(number)") }
        guard text.text.utf8.count <= LegalText.mostBytes else {
            throw InvalidInput([
                Problem(
                    "file", vi: "Toàn văn dài quá 2 MB chữ; hãy tách phụ lục thành tệp riêng.",
                    en: "The text is longer than 2 MB; put its annexes into files of their own.")
            ])
        }
        let old = try legalText(of: document.id)
        guard version ?? old?.version ?? 0 == old?.version ?? 0 else {
            throw EditConflict(Bilingual(vi: "Toàn văn", en: "text"))
        }
        var changes: [Change] = []
        var evidence: Evidence.ID?
        if let upload {
            let subject = Evidence.Subject(.legalDocument, document.id.text)
            let filed = try fileAndCite(
                [upload], for: try requiredRecord(subject), note: "", by: user)
            evidence = filed.attached.first?.id
            changes += filed.changes
        }
        let facts = text.facts
        try run(
            """
            INSERT INTO legal_texts (document_id, evidence_id, name, text, recognised, symbol,
              signed_on, in_force_on, version, read_at)
            VALUES (\(document.id), \(evidence), \(text.name), \(text.text),
              \(text.isRecognised ? "yes" : nil), \(facts.symbol), \(facts.signedOn),
              \(facts.inForceOn), \((old?.version ?? 0) + 1), \(now))
            ON CONFLICT (document_id) DO UPDATE SET evidence_id = excluded.evidence_id,
              name = excluded.name, text = excluded.text, recognised = excluded.recognised,
              symbol = excluded.symbol, signed_on = excluded.signed_on,
              in_force_on = excluded.in_force_on, version = excluded.version,
              read_at = excluded.read_at
            """
        )
        let bases = try keepBases(text.bases, of: document)
        try keepQueryCount(of: document.id)
        try markUnindexed([document.id])
        try raise(.law, year: year)
        let after = KeptLegalText(
            name: text.name, characters: text.text.unicodeScalars.count,
            isRecognised: text.isRecognised, symbol: facts.symbol, signedOn: facts.signedOn,
            inForceOn: facts.inForceOn, bases: bases, version: (old?.version ?? 0) + 1)
        changes.append(
            Change("legal-text", document.id.text, before: old, after: after))
        try journal("legal-document.text-kept", by: user, in: document.issuer, changes)
    }

    /// Writes what the document rests on, each linked to the document that is meant if we hold it.
    private func keepBases(_ bases: [LegalBasis], of document: LegalDocument) throws -> [LegalBasis]
    {
        try run("DELETE FROM legal_bases WHERE document_id = \(document.id)")
        var kept: [LegalBasis] = []
        for (position, basis) in bases.prefix(LegalBasis.most).enumerated() {
            let target = try target(of: basis, in: document)
            let key = KeptOfLegalDocument.key(basis.symbol)
            try run(
                """
                INSERT INTO legal_bases (document_id, position, text, symbol, dated_on,
                  symbol_value, symbol_tail, target_id)
                VALUES (\(document.id), \(position + 1), \(basis.text), \(basis.symbol),
                  \(basis.datedOn), \(key.value), \(key.tail), \(target))
                """
            )
            kept.append(basis.linked(to: target))
        }
        return kept
    }

    /// Links citations of documents that are new: of those that anybody cites.
    func relinkBases(citingNew numbers: ClosedRange<Int>) throws {
        var cited: [Int] = []
        try each(
            """
            SELECT DISTINCT d.number FROM legal_documents d
            JOIN legal_bases b ON b.symbol_tail = d.symbol_tail
              AND b.symbol_value = d.symbol_value AND b.symbol <> ''
            WHERE d.number BETWEEN \(numbers.lowerBound) AND \(numbers.upperBound)
            """
        ) { cited.append($0.int(0)) }
        for number in cited.sorted() {
            guard let document = try legalDocument(numbered: number) else { continue }
            try relinkBases(citing: KeptOfLegalDocument(document))
        }
    }

    /// Links every citation of this symbol anew, for a document came, went or changed its symbol.
    func relinkBases(citing kept: KeptOfLegalDocument) throws {
        var citing: [(document: LegalDocument.ID, position: Int, basis: LegalBasis)] = []
        try each(
            """
            SELECT document_id, position, text, symbol, dated_on, target_id FROM legal_bases
            WHERE symbol_tail = \(kept.tail) AND symbol_value = \(kept.value) AND symbol <> ''
            """
        ) {
            citing.append(
                (
                    $0.id(0), $0.int(1),
                    LegalBasis(
                        text: $0.text(2), symbol: $0.text(3), datedOn: $0.optionalDay(4),
                        target: $0.optionalID(5))
                ))
        }
        for (id, position, basis) in citing {
            guard let document = try legalDocument(id) else { continue }
            let target = try target(of: basis, in: document)
            guard target != basis.target else { continue }
            try run(
                """
                UPDATE legal_bases SET target_id = \(target)
                WHERE document_id = \(id) AND position = \(position)
                """
            )
        }
    }
}

extension ReadableDatabase {
    /// The document that a citation means; `nil` where none fits, or more than one.
    ///
    /// Number and year agree, and the day where one is cited; among several the citing body's own.
    func target(of basis: LegalBasis, in document: LegalDocument) throws -> LegalDocument.ID? {
        guard !basis.symbol.isEmpty else { return nil }
        let key = KeptOfLegalDocument.key(basis.symbol)
        let found = try rows(
            """
            SELECT id, issuer_id, signed_on FROM legal_documents
            WHERE symbol_tail = \(key.tail) AND symbol_value = \(key.value)
              AND id <> \(document.id) LIMIT 500
            """
        ).map { (id: $0.id(0) as LegalDocument.ID, issuer: $0.id(1) as Agency.ID, on: $0.day(2)) }
        let dated = found.filter { basis.datedOn == nil || basis.datedOn == $0.on }
        if dated.count == 1 { return dated[0].id }
        let own = dated.filter { $0.issuer == document.issuer }
        return own.count == 1 ? own[0].id : nil
    }
}
