import Domain

extension WritableDatabase {
    /// Works out anew through which states the documents go, and those that follow from them.
    ///
    /// A document's end decides whether what it does to others still counts, so where an end moves,
    /// those are looked at, too. What an entry does depends on earlier days only, so it comes to rest.
    func keepSpans(of ids: [LegalDocument.ID]) throws {
        var waiting = ids
        while let id = waiting.popLast() {
            guard let timeline = try timeline(of: id) else { continue }
            let kept = try keptSpans(of: id)
            let spans = timeline.spans
            guard spans != kept else { continue }
            try run("DELETE FROM legal_spans WHERE document_id = \(id)")
            for (place, span) in spans.enumerated() {
                let next = place + 1 < spans.count ? spans[place + 1].from : nil
                try run(
                    """
                    INSERT INTO legal_spans (document_id, from_on, until_on, state)
                    VALUES (\(id), \(span.from?.text ?? ""), \(next), \(span.state.rawValue))
                    """
                )
            }
            guard spans.end != kept.end else { continue }
            try each(
                """
                SELECT DISTINCT target_id FROM legal_effects
                WHERE source_id = \(id) AND target_id IS NOT NULL AND target_id <> \(id)
                  AND withdrawn IS NULL
                """
            ) { waiting.append($0.id(0)) }
        }
    }
}

extension ReadableDatabase {
    /// The document through time by its entries, and by when those that act on it had expired.
    func timeline(of id: LegalDocument.ID) throws -> EffectTimeline? {
        guard let document = try ledgerDocument(id) else { return nil }
        let effects = try effects(on: id)
        let sources = Set(effects.compactMap(\.source.held)).subtracting([id])
        return EffectLedger([document], effects, known: try legalEnds(of: sources))
            .timeline(of: id)
    }

    /// The spans as they are kept.
    func keptSpans(of id: LegalDocument.ID) throws -> [EffectSpan] {
        try rows(
            """
            SELECT from_on, state FROM legal_spans WHERE document_id = \(id)
            ORDER BY from_on LIMIT 10000
            """
        ).map { EffectSpan(from: Day($0.text(0)), state: $0.choice(1, .unknown)) }
    }

    /// What the ledger keeps for lists, computed anew: how many were looked at, and what differs.
    func checkEffects() throws -> (count: Int, problems: [Bilingual]) {
        let effects = try effects(where: "withdrawn IS NULL")
        var documents: [EffectLedger.Document] = []
        var numbers: [Int] = []
        try each("SELECT id, number, symbol, in_force_on FROM legal_documents ORDER BY number") {
            documents.append(
                EffectLedger.Document(
                    id: $0.id(0), symbol: $0.text(2), inForceOn: $0.optionalDay(3)))
            numbers.append($0.int(1))
        }
        var kept: [LegalDocument.ID: [EffectSpan]] = [:]
        try each(
            "SELECT document_id, from_on, state FROM legal_spans ORDER BY document_id, from_on"
        ) {
            kept[$0.id(0), default: []].append(
                EffectSpan(from: Day($0.text(1)), state: $0.choice(2, .unknown)))
        }
        let ledger = EffectLedger(documents, effects)
        var problems: [Bilingual] = []
        for (document, number) in zip(documents, numbers)
        where ledger.timeline(of: document.id)?.spans != kept[document.id] {
            problems.append(
                Bilingual(
                    vi: "legal_spans \(number): không khớp với dữ liệu gốc",
                    en: "legal_spans \(number): does not agree with what it is kept from"))
        }
        return (documents.count, problems)
    }
}

extension [EffectSpan] {
    /// The day on which the whole document expires.
    fileprivate var end: Day? { last { $0.state == .expired }?.from }
}
