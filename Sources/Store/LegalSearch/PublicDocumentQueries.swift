import Domain

extension ReadableDatabase {
    /// Returns the documents that everybody may read and that hold on the day, last signed first.
    ///
    /// Normative documents that are in force, at least in part, and policies that have not ended.
    public func publicDocuments(
        on day: Day, after number: Int? = nil, limit: Int
    ) throws -> [FoundDocument] {
        var below: SQL = "1 = 1"
        if let number, let last = try legalDocument(numbered: number) {
            below = """
                (d.signed_on < \(last.signedOn) OR (d.signed_on = \(last.signedOn) AND d.id < \(last.id)))
                """
        }
        return try rows(
            """
            SELECT 0, d.id, d.number, d.symbol, d.title, d.issuer_id, d.signed_on
            FROM legal_documents d JOIN legal_spans s ON s.document_id = d.id
              AND s.from_on <= \(day) AND (s.until_on IS NULL OR s.until_on > \(day))
            WHERE \(below) AND \(SQL.isOfOurs("d.issuer_id")) AND (
              (d.nature = 'normative' AND s.state IN ('inForce', 'partlyExpired', 'partlySuspended'))
              OR (d.nature = 'policy' AND s.state NOT IN ('pending', 'suspended', 'expired')))
            ORDER BY d.signed_on DESC, d.id DESC LIMIT \(limit)
            """
        ).map(FoundDocument.init)
    }
}

extension LegalDocument {
    /// Whether everybody may read it: what binds people, and what is laid down for them.
    public var isPublic: Bool { details.nature != .individual }
}
