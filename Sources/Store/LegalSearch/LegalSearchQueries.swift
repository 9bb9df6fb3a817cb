import Domain

/// What is looked for in the register of documents.
public struct LegalSearch: Hashable, Sendable {
    public enum Place: String, CaseIterable, Hashable, Sendable {
        case text, title

        public var title: Bilingual {
            switch self {
            case .text: Bilingual(vi: "toàn văn và trích yếu", en: "text and title")
            case .title: Bilingual(vi: "số, ký hiệu và trích yếu", en: "symbol and title")
            }
        }
    }

    /// Words that all must stand in it, in any order.
    public var words = ""
    public var place = Place.text
    /// Any part of the symbol, such as 30/2018 or QĐ-UB.
    public var symbol = ""
    public var field = ""
    public var issuer: Agency.ID?
    /// Only documents in this state on the day asked.
    public var state: EffectState?
    /// Only what everybody may read.
    public var isPublic = false

    public init() {}

    /// Whether anything is asked beside words and symbols.
    var isNarrowed: Bool { !field.isEmpty || issuer != nil || state != nil || isPublic }

    public var isEmpty: Bool {
        LegalTerms.asked(words).isEmpty && LegalTerms.symbol(symbol).isEmpty
    }
}

/// One document that was found.
public struct FoundDocument: Hashable, Sendable {
    public let id: LegalDocument.ID
    public let number: Int
    public let symbol: String
    public let title: String
    public let issuer: Agency.ID
    public let signedOn: Day
}

extension ReadableDatabase {
    /// Returns how many documents wait to be taken into the search.
    public func unindexedCount() throws -> Int {
        try rows("SELECT COUNT(*) FROM legal_unindexed").first?.int(0) ?? 0
    }

    /// Returns the next documents found, last signed first, at most so many.
    ///
    /// Words are looked up in an inverted table and brought together here, so that both databases find
    /// the same in the same order. Many hits are met soon by walking down the register; few are fetched.
    public func findDocuments(
        _ search: LegalSearch, on day: Day, after number: Int? = nil, limit: Int
    ) throws -> [FoundDocument] {
        guard var hits = try lookedUp(search), hits.count > 0 else { return [] }
        let last = try number.flatMap { try legalDocument(numbered: $0) }
        let part = LegalTerms.symbol(search.symbol)
        func isFound(_ document: FoundDocument) -> Bool {
            part.isEmpty || LegalTerms.symbol(document.symbol).contains(part)
        }
        var narrowed = conditions(search, in: states(search, on: day, of: "d.id"))
        if hits.count > few {
            let (found, isWhole) = try walked(
                hits, narrowed, after: last, limit, atMost: 4_000, isFound)
            if isWhole { return found }
            if search.isNarrowed {
                hits.formIntersection(try ordinals(search, on: day, capacity: hits.capacity))
                narrowed = "1 = 1"
            }
        }
        return hits.count <= few
            ? try fetched(hits, narrowed, after: last, limit, isFound)
            : try walked(hits, narrowed, after: last, limit, atMost: .max, isFound).found
    }

    /// So many hits are fetched and sorted sooner than they are met by walking.
    private var few: Int { 1_500 }

    private func conditions(_ search: LegalSearch, in state: SQL?) -> SQL {
        var conditions: [SQL] = ["1 = 1"]
        if !search.field.isEmpty { conditions.append("d.field = \(search.field)") }
        if let issuer = search.issuer { conditions.append("d.issuer_id = \(issuer)") }
        if search.isPublic {
            conditions.append("d.nature <> 'individual' AND \(SQL.isOfOurs("d.issuer_id"))")
        }
        if let state { conditions.append(state) }
        return conditions.joined(" AND ")
    }

    /// Asks each document for its state, or where no document is named, the states for their documents.
    private func states(_ search: LegalSearch, on day: Day, of document: SQL?) -> SQL? {
        guard let state = search.state else { return nil }
        let spans: SQL = """
            s.state = \(state.rawValue) AND s.from_on <= \(day)
              AND (s.until_on IS NULL OR s.until_on > \(day))
            """
        return if let document {
            // Counted, since PostgreSQL would answer EXISTS by reading every span first.
            """
            (SELECT COUNT(*) FROM legal_spans s WHERE s.document_id = \(document) AND \(spans)) > 0
            """
        } else {
            "d.id IN (SELECT s.document_id FROM legal_spans s WHERE \(spans))"
        }
    }

    /// The documents that fit what is asked beside words, found by what few of them have.
    private func ordinals(
        _ search: LegalSearch, on day: Day, capacity: Int
    ) throws -> OrdinalSet {
        var found = OrdinalSet(capacity: capacity)
        try each(
            """
            SELECT o.ordinal FROM legal_documents d
            JOIN legal_ordinals o ON o.document_id = d.id
            WHERE \(conditions(search, in: states(search, on: day, of: nil)))
            """
        ) { found.add($0.int(0)) }
        return found
    }

    /// Fetches every hit, then puts them into order.
    private func fetched(
        _ hits: OrdinalSet, _ conditions: SQL, after last: LegalDocument?, _ limit: Int,
        _ isFound: (FoundDocument) -> Bool
    ) throws -> [FoundDocument] {
        let ordinals = hits.ordinals
        var found: [FoundDocument] = []
        for start in stride(from: 0, to: ordinals.count, by: 500) {
            let some = ordinals[start..<min(start + 500, ordinals.count)]
            try each(
                """
                SELECT o.ordinal, d.id, d.number, d.symbol, d.title, d.issuer_id, d.signed_on
                FROM legal_ordinals o JOIN legal_documents d ON d.id = o.document_id
                WHERE o.ordinal IN \(list: some) AND \(conditions)
                """
            ) { row in
                let document = FoundDocument(row)
                if last.map({ document.isBelow($0) }) ?? true, isFound(document) {
                    found.append(document)
                }
            }
        }
        return Array(
            found.sorted { ($1.signedOn, $1.number) < ($0.signedOn, $0.number) }.prefix(limit))
    }

    /// Walks down the register and keeps what is among the hits, until there are enough.
    ///
    /// - Returns: What was found, and whether that is all of it: the walk may stop before.
    private func walked(
        _ hits: OrdinalSet, _ conditions: SQL, after last: LegalDocument?, _ limit: Int,
        atMost most: Int, _ isFound: (FoundDocument) -> Bool
    ) throws -> (found: [FoundDocument], isWhole: Bool) {
        var (found, walked): ([FoundDocument], Int) = ([], 0)
        var (day, number) = (last?.signedOn, last?.number)
        var batch = min(2_000, max(200, limit * 2 * hits.capacity / max(1, hits.count)))
        while found.count < limit {
            if walked >= most { return (found, false) }
            var below: SQL = "1 = 1"
            if let day, let number {
                below = "(d.signed_on < \(day) OR (d.signed_on = \(day) AND d.number < \(number)))"
            }
            var seen = 0
            try each(
                """
                SELECT o.ordinal, d.id, d.number, d.symbol, d.title, d.issuer_id, d.signed_on,
                  CASE WHEN \(conditions) THEN 1 ELSE 0 END
                FROM legal_documents d JOIN legal_ordinals o ON o.document_id = d.id
                WHERE \(below)
                ORDER BY d.signed_on DESC, d.number DESC LIMIT \(batch)
                """
            ) { row in
                seen += 1
                (day, number) = (row.day(6), row.int(2))
                guard found.count < limit, row.int(7) == 1, hits.contains(row.int(0)) else {
                    return
                }
                let document = FoundDocument(row)
                if isFound(document) { found.append(document) }
            }
            if seen < batch { break }
            walked += seen
            batch = min(2_000, batch * 2)
        }
        return (found, true)
    }

    /// The documents in which everything asked stands; `nil` when nothing is asked.
    private func lookedUp(_ search: LegalSearch) throws -> OrdinalSet? {
        var lookups = LegalTerms.asked(search.words).map { (search.place.rawValue, $0) }
        let part = LegalTerms.symbol(search.symbol)
        lookups += LegalTerms.grams(part).sorted().map { ("symbol", $0) }
        if lookups.isEmpty, part.isEmpty { return nil }
        let capacity = try rows("SELECT MAX(ordinal) FROM legal_ordinals").first?.optionalInt(0)
        guard let capacity else { return OrdinalSet(capacity: 0) }
        var hits: OrdinalSet?
        for (place, term) in lookups {
            var these = OrdinalSet(capacity: capacity)
            try each(
                "SELECT ordinals FROM legal_postings WHERE place = \(place) AND term = \(term)"
            ) { these.add(steps: $0.text(0)) }
            hits?.formIntersection(these)
            if hits == nil { hits = these }
            if hits?.count == 0 { break }
        }
        // One or two letters are too few to look up; every symbol is then looked at.
        return hits ?? OrdinalSet(all: capacity)
    }
}

extension FoundDocument {
    init(_ row: Row) {
        self.init(
            id: row.id(1), number: row.int(2), symbol: row.text(3), title: row.text(4),
            issuer: row.id(5), signedOn: row.day(6))
    }

    fileprivate func isBelow(_ other: LegalDocument) -> Bool {
        (signedOn, number) < (other.signedOn, other.number)
    }
}

/// A set of ordinals, one bit each.
private struct OrdinalSet {
    private var words: [UInt64]
    let capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
        words = Array(repeating: 0, count: capacity / 64 + 1)
    }

    init(all capacity: Int) {
        self.init(capacity: capacity)
        for place in words.indices { words[place] = .max }
    }

    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    func contains(_ ordinal: Int) -> Bool {
        ordinal >= 0 && ordinal / 64 < words.count
            && words[ordinal / 64] & (1 << UInt64(ordinal % 64)) != 0
    }

    mutating func add(_ ordinal: Int) {
        if ordinal >= 0, ordinal / 64 < words.count {
            words[ordinal / 64] |= 1 << UInt64(ordinal % 64)
        }
    }

    /// Adds the ordinals of a posting: the first, then the steps to the next.
    mutating func add(steps text: String) {
        var (ordinal, step) = (0, 0)
        func set(_ words: inout [UInt64]) {
            ordinal += step
            step = 0
            if ordinal / 64 < words.count { words[ordinal / 64] |= 1 << UInt64(ordinal % 64) }
        }
        for byte in text.utf8 {
            if byte == 0x20 { set(&words) } else { step = step * 10 + Int(byte &- 0x30) }
        }
        if step > 0 { set(&words) }
    }

    mutating func formIntersection(_ other: OrdinalSet) {
        for place in words.indices { words[place] &= other.words[place] }
    }

    var ordinals: [Int] {
        words.enumerated().flatMap { place, word in
            (0..<64).filter { word & (1 << UInt64($0)) != 0 }.map { place * 64 + $0 }
        }
    }
}
