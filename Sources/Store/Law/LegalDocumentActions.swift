import Domain

extension ReadableDatabase {
    /// Works out what a list of legal documents would change; the dry run stops here.
    ///
    /// Issuer, symbol and day of signing together mean the same document. Nature, kind and organ that
    /// a row leaves open stay as they are on record, or come from the symbol's form.
    public func legalDocumentImport(
        _ read: ReadRows<LegalDocumentRow>
    ) throws -> RecordImport<LegalDocument> {
        var result = RecordImport<LegalDocument>(problems: read.problems, notices: read.notices)
        let directory = try agencyDirectory(of: read.rows.map(\.row.issuerCode))
        let outside = Dictionary(
            try outsideIssuers().map { ($0.code, $0.id) }, uniquingKeysWith: { first, _ in first })
        var drafts: [(number: Int, row: LegalDocumentRow, record: LegalDocument)] = []
        for (number, row) in read.rows {
            guard let symbol = row.symbol, let title = row.title, let signedOn = row.signedOn else {
                continue
            }
            var issuer = directory.issuer(
                coded: row.issuerCode ?? "", on: signedOn, field: "issuer_code")
            if case .problem = issuer, let body = row.issuerCode.flatMap({ outside[$0] }) {
                issuer = .found(body)
            }
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
            drafts.append((number, row, draft))
        }
        let calendar = try planCalendar()
        let issuers = Set(drafts.map(\.record.issuer))
        var known: [String: LegalDocument] = [:]
        for year in Set(drafts.map { calendar.year(of: $0.record.day) }) {
            try eachLegalDocument(of: year, among: issuers) { known[$0.key] = $0 }
        }
        result.take(
            drafts.map { number, row, draft in
                var details = row.details(onto: known[draft.key]?.details)
                if outside.values.contains(draft.issuer) { details.organ = .body }
                return (number, draft.with(details))
            }, onto: known)
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
            try legalDocumentImport(read), as: "legal-documents.recorded", by: user,
            insertAll: insert, update: update)
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

    private func insert(
        _ records: [LegalDocument], _ calendar: PlanCalendar
    ) throws -> [LegalDocument] {
        let today = now.day()
        try insert(
            into: """
                legal_documents
                (id, number, year, issuer_id, symbol, title, signed_on, order_answer, procedure_answer,
                 authority_answer, quality_answer, judged_on, judge, nature, kind, organ, signer,
                 published_on, in_force_on, field, declared_status, affects_business, consulted,
                 impact_assessment, sources, symbol_value, symbol_tail, search_text, query_count,
                 version, recorded_at)
                """, records
        ) { record in
            let (details, kept) = (record.details, KeptOfLegalDocument(record))
            let queries = record.queries(recordedOn: today).count
            return """
                \(record.id), \(record.number), \(calendar.year(of: record.day)), \(record.issuer),
                \(record.symbol), \(record.title), \(record.signedOn),
                \(record.answers[.order]?.rawValue), \(record.answers[.procedure]?.rawValue),
                \(record.answers[.authority]?.rawValue), \(record.answers[.quality]?.rawValue),
                \(record.judgedOn), \(record.judge), \(details.nature.rawValue),
                \(details.kind.rawValue), \(details.organ.rawValue), \(details.signer),
                \(details.publishedOn), \(details.inForceOn), \(details.field),
                \(details.declaredStatus), \(details.affectsBusiness ? "yes" : nil),
                \(details.consulted), \(details.impactAssessment), \(details.sources.text),
                \(kept.value), \(kept.tail), \(kept.search), \(queries), 1, \(now)
                """
        }
        try beginSpans(of: records)
        try markUnindexed(records.map(\.id))
        if let first = records.first?.number, let last = records.last?.number {
            try relinkBases(citingNew: first...last)
            try countNeighbours(ofNew: first...last)
        }
        return records
    }

    /// Adds to what is odd in new documents, and in those that stood there, who stands beside whom.
    private func countNeighbours(ofNew numbers: ClosedRange<Int>) throws {
        var counts: [Int: Int] = [:]
        try each(
            """
            SELECT n.number, d.number FROM legal_documents n
            JOIN legal_documents d ON d.symbol_tail = n.symbol_tail
              AND d.symbol_value IN (n.symbol_value - 1, n.symbol_value + 1)
              AND d.issuer_id = n.issuer_id AND d.signed_on = n.signed_on
            WHERE n.number BETWEEN \(numbers.lowerBound) AND \(numbers.upperBound)
              AND n.symbol_value > 0
            """
        ) { row in
            counts[row.int(0), default: 0] += 1
            if !numbers.contains(row.int(1)) { counts[row.int(1), default: 0] += 1 }
        }
        for (number, count) in counts.sorted(by: { $0.key < $1.key }) {
            try run(
                """
                UPDATE legal_documents SET query_count = query_count + \(count)
                WHERE number = \(number)
                """
            )
        }
    }

    /// What leaves the identity, the nature and the judgement alone does not make it recorded later.
    private func update(_ record: LegalDocument, in year: Int) throws -> Int {
        let (details, kept) = (record.details, KeptOfLegalDocument(record))
        let old = try legalDocument(record.id)
        let before = old.map(KeptOfLegalDocument.init)
        let changed = try run(
            """
            UPDATE legal_documents SET year = \(year), issuer_id = \(record.issuer),
              symbol = \(record.symbol), title = \(record.title), signed_on = \(record.signedOn),
              order_answer = \(record.answers[.order]?.rawValue),
              procedure_answer = \(record.answers[.procedure]?.rawValue),
              authority_answer = \(record.answers[.authority]?.rawValue),
              quality_answer = \(record.answers[.quality]?.rawValue), judged_on = \(record.judgedOn),
              judge = \(record.judge), nature = \(details.nature.rawValue),
              kind = \(details.kind.rawValue), organ = \(details.organ.rawValue),
              signer = \(details.signer), published_on = \(details.publishedOn),
              in_force_on = \(details.inForceOn), field = \(details.field),
              declared_status = \(details.declaredStatus),
              affects_business = \(details.affectsBusiness ? "yes" : nil),
              consulted = \(details.consulted), impact_assessment = \(details.impactAssessment),
              sources = \(details.sources.text), symbol_value = \(kept.value),
              symbol_tail = \(kept.tail), search_text = \(kept.search), version = version + 1,
              recorded_at = CASE WHEN issuer_id = \(record.issuer) AND symbol = \(record.symbol)
                AND signed_on = \(record.signedOn) AND nature = \(details.nature.rawValue)
                AND COALESCE(judged_on, '') = \(record.judgedOn?.text ?? "")
                AND COALESCE(order_answer, '') = \(record.answers[.order]?.rawValue ?? "")
                AND COALESCE(procedure_answer, '') = \(record.answers[.procedure]?.rawValue ?? "")
                AND COALESCE(authority_answer, '') = \(record.answers[.authority]?.rawValue ?? "")
                AND COALESCE(quality_answer, '') = \(record.answers[.quality]?.rawValue ?? "")
                THEN recorded_at ELSE \(now) END
            WHERE id = \(record.id) AND version = \(record.version)
            """
        )
        if let before, before.symbolKey != kept.symbolKey { try relinkBases(citing: before) }
        try relinkBases(citing: kept)
        try keepQueryCount(of: record.id)
        try keepQueryCounts(beside: [old, record].compactMap(\.self))
        if old?.signedOn != record.signedOn { try moveSpans(of: record) }
        try keepSpans(of: [record.id])
        try markUnindexed([record.id])
        return changed
    }

    /// Counts anew what is odd in the document; called whenever it, its text or its bases change.
    func keepQueryCount(of id: LegalDocument.ID) throws {
        guard let count = try queryCount(of: id) else { return }
        try run("UPDATE legal_documents SET query_count = \(count) WHERE id = \(id)")
    }

    /// Counts anew for documents that stand next to these in number, and for these if any does.
    private func keepQueryCounts(beside documents: [LegalDocument]) throws {
        var ids: Set<LegalDocument.ID> = []
        for document in documents {
            let beside = try neighbours(of: document).compactMap {
                try legalDocument(numbered: $0.number)?.id
            }
            if !beside.isEmpty { ids.formUnion(beside + [document.id]) }
        }
        for id in ids.sorted() { try keepQueryCount(of: id) }
    }
}

/// What lists keep of a document: its symbol taken apart and the text that is searched.
struct KeptOfLegalDocument {
    let value: Int
    /// The symbol without its number; the whole symbol where it cannot be read.
    let tail: String
    let search: String

    var symbolKey: String { "\(value)\(tail)" }

    init(_ document: LegalDocument) {
        (value, tail) = Self.key(document.symbol)
        search = Vietnamese.folded(
            "\(document.symbol) \(document.title) \(document.details.signer) \(document.details.field)"
        )
    }

    static func key(_ symbol: String) -> (value: Int, tail: String) {
        LegalDocument.Symbol(symbol).map { ($0.value, $0.tail) }
            ?? (0, Vietnamese.composed(symbol).uppercased())
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
