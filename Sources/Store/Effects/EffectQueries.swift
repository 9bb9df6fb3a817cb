import Domain

extension ReadableDatabase {
    /// Returns what acts on the document, oldest first; what was withdrawn is left out.
    public func effects(on id: LegalDocument.ID) throws -> [Effect] {
        try effects(where: "target_id = \(id) AND withdrawn IS NULL")
    }

    /// Returns what the document does to others, oldest first.
    public func effects(of id: LegalDocument.ID) throws -> [Effect] {
        try effects(where: "source_id = \(id) AND withdrawn IS NULL")
    }

    /// Returns the entry with that number, withdrawn or not.
    public func effect(numbered number: Int) throws -> (effect: Effect, isWithdrawn: Bool)? {
        guard let effect = try effects(where: "number = \(number)").first else { return nil }
        let held = try rows(
            "SELECT 1 FROM legal_effects WHERE number = \(number) AND withdrawn IS NULL")
        return (effect, held.isEmpty)
    }

    func effects(where condition: SQL) throws -> [Effect] {
        var found: [Effect] = []
        try each(
            """
            SELECT id, number, source_id, source_name, target_id, target_name, kind, from_on,
              until_on, parts, note
            FROM legal_effects WHERE \(condition) ORDER BY from_on, number
            """
        ) { row in
            let kind: Effect.Kind = row.choice(6, .expiry)
            found.append(
                Effect(
                    id: row.id(0), number: row.int(1), source: row.reference(2),
                    target: row.reference(4), kind: kind, from: row.day(7),
                    until: row.optionalDay(8), parts: Provision.list(row.text(9)).parts,
                    note: row.text(10)))
        }
        return found
    }

    /// Returns what the ledger knows of a document; `nil` when there is none.
    func ledgerDocument(_ id: LegalDocument.ID) throws -> EffectLedger.Document? {
        try rows(
            """
            SELECT symbol, issuer_id, in_force_on, declared_status FROM legal_documents
            WHERE id = \(id)
            """
        ).first.map { row in
            EffectLedger.Document(
                id: id, symbol: row.text(0), issuer: row.id(1), inForceOn: row.optionalDay(2),
                declared: LegalDocument.DeclaredStatus(written: row.text(3)).map(EffectState.init))
        }
    }

    /// Returns on which day each of the documents expires wholly; those that do not are left out.
    func legalEnds(of ids: Set<LegalDocument.ID>) throws -> [LegalDocument.ID: Day] {
        guard !ids.isEmpty else { return [:] }
        var ends: [LegalDocument.ID: Day] = [:]
        let ids = ids.sorted()
        for start in stride(from: 0, to: ids.count, by: 500) {
            let some = ids[start..<min(start + 500, ids.count)]
            try each(
                """
                SELECT document_id, from_on FROM legal_spans
                WHERE document_id IN \(list: some) AND state = 'expired' AND from_on <> ''
                """
            ) { ends[$0.id(0)] = $0.day(1) }
        }
        return ends
    }

    /// Returns the ledger of one document with all that acts on it, and what it does to others.
    public func ledger(around id: LegalDocument.ID) throws -> EffectLedger? {
        guard let document = try ledgerDocument(id) else { return nil }
        let effects = try effects(where: "withdrawn IS NULL AND (target_id = \(id))")
        let acting = try self.effects(of: id).filter { $0.target.held != id }
        let others = Set(
            (effects + acting).flatMap { [$0.source.held, $0.target.held] }
                .compactMap(\.self)
        ).subtracting([id])
        var documents = [document]
        for other in others.sorted() { documents += try [ledgerDocument(other)].compactMap(\.self) }
        // What others suffer from elsewhere is known by its end; here it stands as their own limit.
        let ends = try legalEnds(of: others)
        documents = documents.map { other in
            guard let end = ends[other.id] else { return other }
            return EffectLedger.Document(
                id: other.id, symbol: other.symbol, issuer: other.issuer,
                inForceOn: other.inForceOn, endsOn: end)
        }
        return EffectLedger(documents, effects + acting)
    }

    /// Returns how many documents are in each state on the day.
    public func legalStates(on day: Day) throws -> [EffectState: Int] {
        var counts: [EffectState: Int] = [:]
        try each(
            """
            SELECT state, COUNT(*) FROM legal_spans
            WHERE from_on <= \(day) AND (until_on IS NULL OR until_on > \(day)) GROUP BY state
            """
        ) { counts[$0.choice(0, .unknown)] = $0.int(1) }
        return counts
    }

    /// Returns the state of each of the documents on the day.
    public func legalStates(
        of ids: some Sequence<LegalDocument.ID>, on day: Day
    ) throws -> [LegalDocument.ID: EffectState] {
        let ids = Set(ids).sorted()
        guard !ids.isEmpty else { return [:] }
        var states: [LegalDocument.ID: EffectState] = [:]
        try each(
            """
            SELECT document_id, state FROM legal_spans WHERE document_id IN \(list: ids)
              AND from_on <= \(day) AND (until_on IS NULL OR until_on > \(day))
            """
        ) { states[$0.id(0)] = $0.choice(1, .unknown) }
        return states
    }

    /// Returns everything odd in the ledger on the day.
    ///
    /// Documents that nothing acts on and that declare no status can hold nothing odd and stay out.
    public func effectQueries(on day: Day) throws -> [EffectQuery] {
        let effects = try effects(where: "withdrawn IS NULL")
        let ids = Set(effects.flatMap { [$0.source.held, $0.target.held] }.compactMap(\.self))
        var documents: [EffectLedger.Document] = []
        try each(
            """
            SELECT id, symbol, issuer_id, in_force_on, declared_status FROM legal_documents
            ORDER BY number
            """
        ) { row in
            let status = LegalDocument.DeclaredStatus(written: row.text(4))
            guard status != nil || ids.contains(row.id(0)) else { return }
            documents.append(
                EffectLedger.Document(
                    id: row.id(0), symbol: row.text(1), issuer: row.id(2),
                    inForceOn: row.optionalDay(3), declared: status.map(EffectState.init)))
        }
        return EffectLedger(documents, effects).queries(on: day)
    }
}

extension EffectState {
    /// What a source declares, in the words of the ledger.
    public init(_ declared: LegalDocument.DeclaredStatus) {
        self =
            switch declared {
            case .inForce: .inForce
            case .partlyExpired: .partlyExpired
            case .expired: .expired
            case .notYet: .pending
            case .suspended: .suspended
            case .noLongerSuitable: .unsuitable
            }
    }
}

extension Row {
    /// A document that is held, or the name of one that is not.
    fileprivate func reference(_ column: Int) -> Effect.Reference {
        if let id: LegalDocument.ID = optionalID(column) { return .held(id) }
        return .named(optionalText(column + 1) ?? "")
    }
}
