import Domain

/// A live document that rests on one which died or changed, as lists show it.
public struct ListedBasisAlert: Hashable, Sendable {
    public let alert: BasisAlert
    /// The document that rests on the other.
    public let number: Int
    public let symbol: String
    public let title: String
    public let owner: Agency.ID
    /// What happened, and to which document.
    public let effect: Effect.Kind
    public let effectNumber: Int
    public let from: Day
    public let basisNumber: Int
    public let basisSymbol: String
}

extension ReadableDatabase {
    /// Returns the open alerts that an entry raised, those of one document, or all; oldest first.
    public func basisAlerts(
        of document: LegalDocument.ID? = nil, raisedBy effect: Effect.ID? = nil,
        isOpen: Bool = true, limit: Int = 500
    ) throws -> [ListedBasisAlert] {
        var conditions: [SQL] = ["e.withdrawn IS NULL"]
        if isOpen { conditions.append("a.settled_on IS NULL") }
        if let document { conditions.append("a.document_id = \(document)") }
        if let effect { conditions.append("a.effect_id = \(effect)") }
        return try rows(
            """
            SELECT a.document_id, a.effect_id, a.raised_on, a.settled_on, a.outcome, a.note,
              d.number, d.symbol, d.title, a.owner_id, e.kind, e.number, e.from_on, b.number,
              b.symbol
            FROM basis_alerts a JOIN legal_documents d ON d.id = a.document_id
            JOIN legal_effects e ON e.id = a.effect_id JOIN legal_documents b ON b.id = e.target_id
            WHERE \(conditions.joined(" AND "))
            ORDER BY a.raised_on, d.number, e.number LIMIT \(limit)
            """
        ).map { row in
            ListedBasisAlert(
                alert: BasisAlert(
                    document: row.id(0), effect: row.id(1), raisedOn: row.day(2),
                    settledOn: row.optionalDay(3),
                    outcome: row.optionalText(4).flatMap(BasisAlert.Outcome.init),
                    note: row.text(5)),
                number: row.int(6), symbol: row.text(7), title: row.text(8), owner: row.id(9),
                effect: row.choice(10, .expiry), effectNumber: row.int(11), from: row.day(12),
                basisNumber: row.int(13), basisSymbol: row.text(14))
        }
    }
}

extension WritableDatabase {
    /// Lists every document for its owner that is live today and rests on the one acted on.
    ///
    /// One statement, however many there are.
    func raiseAlerts(of effect: Effect) throws {
        guard effect.kind.shakesBases, let target = effect.target.held else { return }
        let today = try workspace().today(now)
        try run(
            """
            INSERT INTO basis_alerts (effect_id, document_id, owner_id, raised_on, note)
            SELECT DISTINCT \(effect.id), d.id, d.issuer_id, \(today.text), ''
            FROM legal_bases b JOIN legal_documents d ON d.id = b.document_id
            JOIN legal_spans s ON s.document_id = d.id AND s.from_on <= \(today)
              AND (s.until_on IS NULL OR s.until_on > \(today))
            WHERE b.target_id = \(target) AND d.id <> \(target)
              AND \(SQL.isOfOurs("d.issuer_id"))
              AND s.state NOT IN ('expired', 'suspended')
            ON CONFLICT (document_id, effect_id) DO NOTHING
            """
        )
    }

    /// Says what looking at the document again came to; the alert is then settled.
    public func settleBasisAlert(
        of number: Int, raisedBy effect: Int, _ outcome: BasisAlert.Outcome, note: String,
        by user: User.ID
    ) throws {
        guard let document = try legalDocument(numbered: number),
            let (entry, _) = try self.effect(numbered: effect),
            let listed = try basisAlerts(of: document.id, raisedBy: entry.id, isOpen: false).first
        else { throw MissingRecord(Bilingual(vi: "cảnh báo căn cứ", en: "alert"), "\(number)") }
        try require(.reviewDocuments, of: user, in: document.issuer, on: try workspace().today(now))
        guard listed.alert.settledOn == nil else {
            throw EditConflict(Bilingual(vi: "Cảnh báo căn cứ", en: "alert"))
        }
        let today = try workspace().today(now)
        let settled = BasisAlert(
            document: document.id, effect: entry.id, raisedOn: listed.alert.raisedOn,
            settledOn: today, outcome: outcome, note: String(note.trimmed.prefix(500)))
        try run(
            """
            UPDATE basis_alerts SET settled_on = \(today), outcome = \(outcome.rawValue),
              note = \(settled.note)
            WHERE document_id = \(document.id) AND effect_id = \(entry.id)
            """
        )
        if let year = try year(of: document.id) { try raise(.law, year: year) }
        try journal(
            "basis-alert.settled", by: user, in: document.issuer,
            [
                Change(
                    "basis-alert", "\(document.id)/\(entry.id)",
                    after: settled)
            ])
    }
}

extension InboxSource {
    /// Documents that rest on one which died or changed, for the body that issued them.
    static let basisAlerts = InboxSource(.basisAlert) { question in
        """
        SELECT 'toReceive' AS box, 'basisAlert' AS kind, d.id AS record,
          CAST(d.number AS TEXT) AS code, d.symbol || ': ' || d.title AS title, d.year AS year, a.owner_id AS agency, NULL AS person,
          NULL AS due_on, MIN(b.symbol) AS note
        FROM basis_alerts a JOIN legal_documents d ON d.id = a.document_id
        JOIN legal_effects e ON e.id = a.effect_id JOIN legal_documents b ON b.id = e.target_id
        WHERE \(question.isReviewed("a.owner_id")) AND a.settled_on IS NULL AND e.withdrawn IS NULL
        GROUP BY d.id, d.number, d.symbol, d.title, d.year, a.owner_id
        """
    }
}
