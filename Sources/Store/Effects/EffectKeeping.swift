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
            guard let document = try legalDocument(id) else { continue }
            try run("DELETE FROM legal_spans WHERE document_id = \(id)")
            try write([(document, spans)])
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

    /// Works out the states of documents that are new, on which nothing acts as yet.
    func beginSpans(of documents: [LegalDocument]) throws {
        try write(
            documents.map { document in
                let ledger = EffectLedger([EffectLedger.Document(document)], [])
                return (document, ledger.timeline(of: document.id)?.spans ?? [])
            })
    }

    /// Moves the spans of a document to where it stands in the register, by its day of signing.
    func moveSpans(of document: LegalDocument) throws {
        try run(
            """
            UPDATE legal_spans SET signed_on = \(document.signedOn)
            WHERE document_id = \(document.id)
            """
        )
    }

    private func write(_ timelines: [(document: LegalDocument, spans: [EffectSpan])]) throws {
        let lines = timelines.flatMap { document, spans in
            spans.enumerated().map { place, span in
                (document, span, until: spans.dropFirst(place + 1).first?.from)
            }
        }
        try insert(
            into: "legal_spans (document_id, from_on, until_on, state, signed_on, number)", lines
        ) { document, span, until in
            """
            \(document.id), \(span.from?.text ?? ""), \(until), \(span.state.rawValue),
            \(document.signedOn), \(document.number)
            """
        }
    }
}

extension EffectLedger.Document {
    /// What the ledger knows of the document.
    fileprivate init(_ document: LegalDocument) {
        self.init(
            id: document.id, symbol: document.symbol, issuer: document.issuer,
            inForceOn: document.details.inForceOn,
            declared: LegalDocument.DeclaredStatus(written: document.details.declaredStatus)
                .map(EffectState.init))
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
        var places: [Place] = []
        try each(
            """
            SELECT id, number, symbol, in_force_on, signed_on FROM legal_documents ORDER BY number
            """
        ) {
            documents.append(
                EffectLedger.Document(
                    id: $0.id(0), symbol: $0.text(2), inForceOn: $0.optionalDay(3)))
            places.append(Place(number: $0.int(1), signedOn: $0.day(4)))
        }
        var standing: [LegalDocument.ID: Place] = [:]
        var kept: [LegalDocument.ID: [EffectSpan]] = [:]
        try each(
            """
            SELECT document_id, from_on, state, number, signed_on FROM legal_spans
            ORDER BY document_id, from_on
            """
        ) {
            standing[$0.id(0)] = Place(number: $0.int(3), signedOn: $0.day(4))
            kept[$0.id(0), default: []].append(
                EffectSpan(from: Day($0.text(1)), state: $0.choice(2, .unknown)))
        }
        let ledger = EffectLedger(documents, effects)
        var problems: [Bilingual] = []
        for (document, place) in zip(documents, places)
        where ledger.timeline(of: document.id)?.spans != kept[document.id]
            || place != standing[document.id]
        {
            let number = place.number
            problems.append(
                Bilingual(
                    vi: "legal_spans \(number): không khớp với dữ liệu gốc",
                    en: "legal_spans \(number): does not agree with what it is kept from"))
        }
        return (documents.count, problems)
    }
}

/// Where a document stands in the register.
private struct Place: Hashable {
    let number: Int
    let signedOn: Day
}

extension [EffectSpan] {
    /// The day on which the whole document expires.
    fileprivate var end: Day? { last { $0.state == .expired }?.from }
}
