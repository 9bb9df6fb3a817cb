import Domain

/// What is kept of a document's text beside the text itself, as the journal writes it.
public struct KeptLegalText: Hashable, Sendable, Codable {
    public let name: String
    public let characters: Int
    public let isRecognised: Bool
    public let symbol: String
    public let signedOn: Day?
    public let inForceOn: Day?
    public let bases: [LegalBasis]
    public let version: Int

    /// What the text says of itself.
    public var facts: LegalTextFacts {
        LegalTextFacts(symbol: symbol, signedOn: signedOn, inForceOn: inForceOn)
    }
}

/// A document that cites another.
public struct CitingDocument: Hashable, Sendable {
    public let number: Int
    public let year: Int
    public let symbol: String
    public let title: String
    public let signedOn: Day
}

extension ReadableDatabase {
    /// Returns what is kept of the document's text; `nil` when there is none.
    public func legalText(of id: LegalDocument.ID) throws -> KeptLegalText? {
        let bases = try legalBases(of: id)
        return try rows(
            """
            SELECT name, LENGTH(text), recognised, symbol, signed_on, in_force_on, version
            FROM legal_texts WHERE document_id = \(id)
            """
        ).first.map {
            KeptLegalText(
                name: $0.text(0), characters: $0.int(1), isRecognised: $0.optionalText(2) != nil,
                symbol: $0.text(3), signedOn: $0.optionalDay(4), inForceOn: $0.optionalDay(5),
                bases: bases, version: $0.int(6))
        }
    }

    /// Returns the document's whole text; `nil` when there is none.
    public func legalWords(of id: LegalDocument.ID) throws -> String? {
        try rows("SELECT text FROM legal_texts WHERE document_id = \(id)").first?.text(0)
    }

    /// Returns what the document rests on, in the order of its text.
    public func legalBases(of id: LegalDocument.ID) throws -> [LegalBasis] {
        try rows(
            """
            SELECT text, symbol, dated_on, target_id FROM legal_bases
            WHERE document_id = \(id) ORDER BY position LIMIT \(LegalBasis.most)
            """
        ).map {
            LegalBasis(
                text: $0.text(0), symbol: $0.text(1), datedOn: $0.optionalDay(2),
                target: $0.optionalID(3))
        }
    }

    /// Returns the documents that rest on this one, newest first.
    public func documents(restingOn id: LegalDocument.ID, limit: Int) throws -> [CitingDocument] {
        try rows(
            """
            SELECT d.number, d.year, d.symbol, d.title, d.signed_on FROM legal_documents d
            WHERE d.id IN (SELECT document_id FROM legal_bases WHERE target_id = \(id))
            ORDER BY d.signed_on DESC, d.number DESC LIMIT \(limit)
            """
        ).map {
            CitingDocument(
                number: $0.int(0), year: $0.int(1), symbol: $0.text(2), title: $0.text(3),
                signedOn: $0.day(4))
        }
    }

    /// Returns what is odd in the document; `nil` when there is no such document.
    public func legalQueries(of id: LegalDocument.ID) throws -> [LegalDocument.Query]? {
        guard let document = try legalDocument(id),
            let recorded = try rows(
                "SELECT recorded_at FROM legal_documents WHERE id = \(id)"
            ).first?.instant(0).day()
        else { return nil }
        let text = try legalText(of: id)
        return document.queries(
            text: text?.facts, bases: text?.bases ?? [], recordedOn: recorded)
    }

    /// Returns how much is odd in the document, with the ones that are easily mixed up with it.
    func queryCount(of id: LegalDocument.ID) throws -> Int? {
        guard let queries = try legalQueries(of: id), let document = try legalDocument(id) else {
            return nil
        }
        return try queries.count + neighbours(of: document).count
    }

    /// Returns the body's other documents of the same day whose number is the next or the one before.
    ///
    /// 39 and 40/2011 of Khánh Hòa, of one day, differ only in number and subject and are easily mixed up.
    public func neighbours(of document: LegalDocument) throws -> [CitingDocument] {
        let key = KeptOfLegalDocument.key(document.symbol)
        guard key.value > 0 else { return [] }
        return try rows(
            """
            SELECT number, year, symbol, title, signed_on FROM legal_documents
            WHERE symbol_tail = \(key.tail) AND symbol_value IN (\(key.value - 1), \(key.value + 1))
              AND issuer_id = \(document.issuer) AND signed_on = \(document.signedOn)
            ORDER BY symbol_value, number LIMIT 20
            """
        ).map {
            CitingDocument(
                number: $0.int(0), year: $0.int(1), symbol: $0.text(2), title: $0.text(3),
                signedOn: $0.day(4))
        }
    }
}
