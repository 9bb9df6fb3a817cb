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
        guard let hits = try lookedUp(search), hits.count > 0 else { return [] }
        let last = try number.flatMap { try legalDocument(numbered: $0) }
        let narrowed = conditions(search)
        let inState = search.state.map { spans(in: $0, on: day) }
        let part = LegalTerms.symbol(search.symbol)
        func isFound(_ document: FoundDocument) -> Bool {
            part.isEmpty || LegalTerms.symbol(document.symbol).contains(part)
        }
        guard hits.count > 1_500 else {
            return try fetched(hits, narrowed, inState, after: last, limit, isFound)
        }
        return try walked(hits, narrowed, inState, after: last, limit, isFound)
    }

    /// As the index of spans by signing has it, and no other.
    private func spans(in state: EffectState, on day: Day) -> SQL {
        """
        s.state || '' = \(state.rawValue) AND s.from_on <= \(day)
          AND (s.until_on IS NULL OR s.until_on > \(day))
        """
    }

    private func conditions(_ search: LegalSearch) -> SQL {
        var conditions: [SQL] = ["1 = 1"]
        if !search.field.isEmpty { conditions.append("d.field = \(search.field)") }
        if let issuer = search.issuer { conditions.append("d.issuer_id = \(issuer)") }
        if search.isPublic {
            conditions.append("d.nature <> 'individual' AND \(SQL.isOfOurs("d.issuer_id"))")
        }
        return conditions.joined(" AND ")
    }

    /// Fetches every hit, then puts them into order.
    private func fetched(
        _ hits: OrdinalSet, _ conditions: SQL, _ inState: SQL?, after last: LegalDocument?,
        _ limit: Int, _ isFound: (FoundDocument) -> Bool
    ) throws -> [FoundDocument] {
        let ordinals = hits.ordinals
        let state = inState.map {
            "EXISTS (SELECT 1 FROM legal_spans s WHERE s.document_id = d.id AND \($0))" as SQL
        }
        let conditions = [conditions, state].compactMap(\.self).joined(" AND ")
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

    /// Walks down the register, or down those of it that are in the state, and keeps what is among
    /// the hits, until there are enough.
    private func walked(
        _ hits: OrdinalSet, _ conditions: SQL, _ inState: SQL?, after last: LegalDocument?,
        _ limit: Int, _ isFound: (FoundDocument) -> Bool
    ) throws -> [FoundDocument] {
        // CROSS JOIN has SQLite take them in this order; PostgreSQL does so for the sake of the limit.
        let (place, down): (SQL, SQL) =
            inState == nil
            ? ("d", "legal_documents d") : ("s", "legal_spans s CROSS JOIN legal_documents d")
        let conditions = [inState.map { "s.document_id = d.id AND \($0)" }, conditions]
            .compactMap(\.self).joined(" AND ")
        var found: [FoundDocument] = []
        var (day, number) = (last?.signedOn, last?.number)
        let batch = min(2_000, max(200, limit * 2 * hits.capacity / max(1, hits.count)))
        while found.count < limit {
            var below: SQL = "1 = 1"
            if let day, let number {
                below = """
                    (\(place).signed_on < \(day)
                      OR (\(place).signed_on = \(day) AND \(place).number < \(number)))
                    """
            }
            var seen = 0
            try each(
                """
                SELECT o.ordinal, d.id, d.number, d.symbol, d.title, d.issuer_id, d.signed_on
                FROM \(down) CROSS JOIN legal_ordinals o
                WHERE o.document_id = d.id AND \(below) AND \(conditions)
                ORDER BY \(place).signed_on DESC, \(place).number DESC LIMIT \(batch)
                """
            ) { row in
                seen += 1
                (day, number) = (row.day(6), row.int(2))
                guard found.count < limit, hits.contains(row.int(0)) else { return }
                let document = FoundDocument(row)
                if isFound(document) { found.append(document) }
            }
            if seen < batch { break }
        }
        return found
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
