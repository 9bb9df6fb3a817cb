import Domain

extension ReadableDatabase {
    /// Returns what a systematisation of the period publishes: from the ledger and from reviews.
    ///
    /// Of documents signed by the last day. States are those of that day; what reviews found is as known now,
    /// for the lists are drawn up after the period has ended.
    public func systematisedDocuments(from: Day, until: Day) throws -> SystematisedDocuments {
        var inForce: [SystematisedDocuments.Standing] = []
        var unknown = 0
        try each(
            """
            SELECT d.number, d.kind, d.symbol, d.title, d.signed_on, d.in_force_on, s.state
            FROM legal_documents d JOIN legal_spans s ON s.document_id = d.id
              AND s.from_on <= \(until) AND (s.until_on IS NULL OR s.until_on > \(until))
            WHERE d.nature = 'normative' AND d.signed_on <= \(until)
              AND \(SQL.isOfOurs("d.issuer_id")) AND s.state NOT IN ('expired', 'pending')
            ORDER BY d.signed_on, d.number
            """
        ) { row in
            let state: EffectState = row.choice(6, .unknown)
            if state == .unknown {
                unknown += 1
                return
            }
            inForce.append(
                SystematisedDocuments.Standing(
                    number: row.int(0), kind: row.choice(1, .other), symbol: row.text(2),
                    title: row.text(3), signedOn: row.day(4), inForceOn: row.optionalDay(5),
                    state: state))
        }
        return SystematisedDocuments(
            expired: try expiredDocuments(from: from, until: until), inForce: inForce,
            toAmend: try documentsToAmend(until: until), unknown: unknown)
    }

    /// The living documents signed by the day whose last review asks for something.
    ///
    /// The last of all campaigns counts; a document that has expired by now needs nothing any more.
    private func documentsToAmend(until: Day) throws -> [SystematisedDocuments.Amendment] {
        let today = try workspace().today(now)
        let tree = try agencyTree(on: today)
        var last: [(line: SystematisedDocuments.Amendment, outcome: LegalReview.Outcome)] = []
        try each(
            """
            SELECT d.number, d.kind, d.symbol, d.title, d.signed_on, l.outcome, l.reason,
              COALESCE(l.doer_id, l.body_id), l.do_by
            FROM legal_review_lines l JOIN legal_documents d ON d.id = l.document_id
            WHERE l.outcome IS NOT NULL AND d.nature = 'normative' AND d.signed_on <= \(until)
              AND \(SQL.isOfOurs("d.issuer_id")) AND NOT EXISTS (SELECT 1 FROM legal_spans s WHERE s.document_id = d.id
                AND s.state = 'expired' AND s.from_on <= \(today))
            ORDER BY d.signed_on, d.number, l.settled_on, l.review_id
            """
        ) { row in
            let outcome: LegalReview.Outcome = row.choice(5, .keep)
            let line = SystematisedDocuments.Amendment(
                number: row.int(0), kind: row.choice(1, .other), symbol: row.text(2),
                title: row.text(3), signedOn: row.day(4), outcome: outcome, reason: row.text(6),
                doer: tree.body(row.id(7))?.name ?? "", doBy: row.optionalDay(8))
            if last.last?.line.number == line.number { last.removeLast() }
            last.append((line, outcome))
        }
        return last.filter { $0.outcome != .keep }.map(\.line)
    }
}
