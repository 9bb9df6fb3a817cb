import Domain

/// How many documents one go takes in, and so about how many a segment has.
public enum LegalIndex {
    public static let segmentSize = 1_000
}

extension Store {
    /// Takes the words of documents that are new or changed into the search, so many at a time.
    ///
    /// Not journaled: it holds nothing that is not in the documents. Safe to repeat and to stop.
    ///
    /// - Returns: how many documents were taken in.
    @discardableResult
    public func indexLegalTexts(atMost limit: Int = .max) async throws -> Int {
        var done = 0
        while done < limit {
            let size = min(LegalIndex.segmentSize, limit - done)
            let count = try await writeOffTheRecord { try $0.indexLegalTexts(size) }
            if count == 0 { break }
            done += count
        }
        return done
    }
}

extension WritableDatabase {
    /// Says that the documents' words are to be taken in anew.
    func markUnindexed(_ ids: [LegalDocument.ID]) throws {
        try insert(
            into: "legal_unindexed (document_id)", ids, "ON CONFLICT (document_id) DO NOTHING"
        ) { "\($0)" }
    }

    /// Takes in the next documents as one segment; a last segment that is small is taken up into it.
    fileprivate func indexLegalTexts(_ limit: Int) throws -> Int {
        try run("UPDATE legal_index_runs SET runs = runs + 1 WHERE id = 1")
        var ids = try rows(
            "SELECT document_id FROM legal_unindexed ORDER BY document_id LIMIT \(limit)"
        ).map { $0.id(0) as LegalDocument.ID }
        guard !ids.isEmpty else { return 0 }
        let count = ids.count
        let last = try rows("SELECT MAX(ordinal), MAX(segment) FROM legal_ordinals").first
        let segment = (last?.optionalInt(1) ?? 0) + 1
        ids += try takeUp(segment - 1, besides: Set(ids))
        let first = (last?.optionalInt(0) ?? 0) + 1
        var postings = Postings()
        for start in stride(from: 0, to: ids.count, by: 500) {
            let some = Array(ids[start..<min(start + 500, ids.count)])
            let words = try legalWords(of: some)
            for (place, id) in some.enumerated() {
                guard let document = words[id] else { continue }
                postings.add(document, ordinal: first + start + place)
            }
        }
        try write(postings, as: segment)
        try insert(
            into: "legal_ordinals (ordinal, document_id, segment)", Array(ids.enumerated()),
            """
            ON CONFLICT (document_id) DO UPDATE
            SET ordinal = excluded.ordinal, segment = excluded.segment
            """
        ) { place, id in "\(first + place), \(id), \(segment)" }
        for start in stride(from: 0, to: count, by: 500) {
            let some = ids[start..<min(start + 500, count)]
            try run("DELETE FROM legal_unindexed WHERE document_id IN \(list: some)")
        }
        return count
    }

    /// Empties a segment with few documents left, and hands these over to be taken in again.
    private func takeUp(
        _ segment: Int, besides taken: Set<LegalDocument.ID>
    ) throws -> [LegalDocument.ID] {
        let ids = try rows(
            """
            SELECT document_id FROM legal_ordinals WHERE segment = \(segment)
            ORDER BY ordinal LIMIT \(LegalIndex.segmentSize)
            """
        ).map { $0.id(0) as LegalDocument.ID }
        guard ids.count < LegalIndex.segmentSize / 2 else { return [] }
        try run("DELETE FROM legal_postings WHERE segment = \(segment)")
        return ids.filter { !taken.contains($0) }
    }

    private func legalWords(
        of ids: [LegalDocument.ID]
    ) throws -> [LegalDocument.ID: Postings.Document] {
        var found: [LegalDocument.ID: Postings.Document] = [:]
        try each(
            """
            SELECT d.id, d.symbol, d.title, d.signer, d.field, t.text FROM legal_documents d
            LEFT JOIN legal_texts t ON t.document_id = d.id WHERE d.id IN \(list: ids)
            """
        ) { row in
            found[row.id(0)] = Postings.Document(
                symbol: row.text(1), title: row.text(2),
                rest: "\(row.text(3)) \(row.text(4)) \(row.optionalText(5) ?? "")")
        }
        return found
    }

    private func write(_ postings: Postings, as segment: Int) throws {
        for (place, terms) in postings.places {
            try insert(
                into: "legal_postings (place, term, segment, ordinals)",
                terms.sorted { $0.key < $1.key }
            ) { term, ordinals in "\(place), \(term), \(segment), \(ordinals.text)" }
        }
    }
}

/// The words of one segment, each with the documents in which it stands.
private struct Postings {
    struct Document {
        let symbol: String
        let title: String
        let rest: String
    }

    /// Ordinals that only grow, as the first and the steps between them.
    struct Ordinals {
        private(set) var text = ""
        private var last = 0

        mutating func add(_ ordinal: Int) {
            if !text.isEmpty { text += " " }
            text += String(ordinal - last)
            last = ordinal
        }
    }

    private var text: [String: Ordinals] = [:]
    private var title: [String: Ordinals] = [:]
    private var symbol: [String: Ordinals] = [:]

    var places: [(String, [String: Ordinals])] {
        [("text", text), ("title", title), ("symbol", symbol)]
    }

    mutating func add(_ document: Document, ordinal: Int) {
        let heading = LegalTerms.words("\(document.symbol) \(document.title)")
        for word in heading { title[word, default: Ordinals()].add(ordinal) }
        for word in heading.union(LegalTerms.words(document.rest)) {
            text[word, default: Ordinals()].add(ordinal)
        }
        for gram in LegalTerms.grams(document.symbol) {
            symbol[gram, default: Ordinals()].add(ordinal)
        }
    }
}
