import Domain

/// What the register of documents is narrowed to; every part of it stands in the address.
public struct LegalDocumentFilter: Hashable, Sendable {
    /// How the four conditions stand.
    public enum Judged: String, CaseIterable, Hashable, Sendable {
        case met, unmet, unchecked

        public var title: Bilingual {
            switch self {
            case .met: Bilingual(vi: "đúng cả bốn mặt", en: "all four met")
            case .unmet: Bilingual(vi: "chưa đúng", en: "not in order")
            case .unchecked: Bilingual(vi: "chưa kiểm tra", en: "not yet checked")
            }
        }
    }

    /// The plan year; `nil` for documents of all years.
    public var year: Int?
    public var nature: LegalDocument.Nature?
    public var kind: LegalDocument.Kind?
    public var issuer: Agency.ID?
    /// Written exactly as in the register; empty for all.
    public var field = ""
    public var judged: Judged?
    /// Only those in that state on the day asked.
    public var effect: EffectState?
    /// Only those with something odd in them.
    public var isQueried = false
    /// Only those that touch business.
    public var affectsBusiness = false
    /// Only those of our own bodies, none from above or outside.
    public var isOfOurs = false
    public var search = ""

    public init() {}
}

/// One line of the register.
public struct ListedLegalDocument: Hashable, Sendable {
    public let id: LegalDocument.ID
    public let number: Int
    public let year: Int
    public let issuer: Agency.ID
    public let symbol: String
    public let title: String
    public let nature: LegalDocument.Nature
    public let kind: LegalDocument.Kind
    public let organ: LegalDocument.Organ
    public let signedOn: Day
    public let inForceOn: Day?
    public let field: String
    public let answers: [LegalDocument.Condition: LegalDocument.Answer]
    public let judgedOn: Day?
    /// The first day on which a check found something after that judgement.
    public let questionedOn: Day?
    public let queryCount: Int
}

extension ReadableDatabase {
    /// Returns the next documents of the register, last signed first, at most so many.
    public func legalDocuments(
        _ filter: LegalDocumentFilter, asked: AskedDay, after number: Int? = nil, limit: Int
    ) throws -> [ListedLegalDocument] {
        var conditions = conditions(filter, asked)
        if let number, let after = try legalDocument(numbered: number) {
            conditions.append(
                """
                (d.signed_on < \(after.signedOn)
                 OR (d.signed_on = \(after.signedOn) AND d.number < \(number)))
                """)
        }
        return try rows(
            """
            SELECT d.id, d.number, d.year, d.issuer_id, d.symbol, d.title, d.nature, d.kind, d.organ,
              d.signed_on, d.in_force_on, d.field, d.order_answer, d.procedure_answer,
              d.authority_answer, d.quality_answer, d.judged_on, d.query_count,
              \(SQL.questionedOn("d"))
            FROM legal_documents d WHERE \(conditions.joined(" AND "))
            ORDER BY d.signed_on DESC, d.number DESC LIMIT \(limit)
            """
        ).map { row in
            ListedLegalDocument(
                id: row.id(0), number: row.int(1), year: row.int(2), issuer: row.id(3),
                symbol: row.text(4), title: row.text(5), nature: row.choice(6, .normative),
                kind: row.choice(7, .other), organ: row.choice(8, .committee),
                signedOn: row.day(9), inForceOn: row.optionalDay(10), field: row.text(11),
                answers: row.answers(from: 12), judgedOn: row.optionalDay(16),
                questionedOn: row.optionalDay(18), queryCount: row.int(17))
        }
    }

    /// Hands over every document of the register, for a file of exactly what is shown.
    public func eachLegalDocument(
        _ filter: LegalDocumentFilter, asked: AskedDay, _ body: (LegalDocument) throws -> Void
    ) throws {
        let conditions = conditions(filter, asked).joined(" AND ")
        try eachLegalDocument(
            where: "id IN (SELECT d.id FROM legal_documents d WHERE \(conditions))", body)
    }

    /// Returns how many documents the register has, counted no further than the limit.
    public func legalDocumentCount(
        _ filter: LegalDocumentFilter, asked: AskedDay, limit: Int
    ) throws -> Int {
        let conditions = conditions(filter, asked).joined(" AND ")
        return try rows(
            """
            SELECT COUNT(*) FROM
              (SELECT 1 AS one FROM legal_documents d WHERE \(conditions) LIMIT \(limit)) found
            """
        ).first?.int(0) ?? 0
    }

    /// Returns how the year's normative documents stand by the day: met, unmet, unchecked.
    public func judgedDocuments(
        of year: Int, asked: AskedDay
    ) throws -> [LegalDocumentFilter.Judged: Int] {
        var counts: [LegalDocumentFilter.Judged: Int] = [:]
        for judged in LegalDocumentFilter.Judged.allCases {
            var filter = LegalDocumentFilter()
            (filter.year, filter.nature, filter.judged) = (year, .normative, judged)
            filter.isOfOurs = true
            counts[judged] = try legalDocumentCount(filter, asked: asked, limit: 1_000_000)
        }
        return counts
    }

    /// Returns the fields that documents are about, as written, at most two hundred.
    public func legalFields() throws -> [String] {
        try rows(
            "SELECT DISTINCT field FROM legal_documents WHERE field <> '' ORDER BY field LIMIT 200"
        ).map { $0.text(0) }
    }

    private func conditions(_ filter: LegalDocumentFilter, _ asked: AskedDay) -> [SQL] {
        var conditions: [SQL] = ["d.number > 0"]
        if let year = filter.year { conditions.append("d.year = \(year)") }
        if !asked.isNow { conditions.append("d.signed_on <= \(asked.day)") }
        if let nature = filter.nature { conditions.append("d.nature = \(nature.rawValue)") }
        if let kind = filter.kind { conditions.append("d.kind = \(kind.rawValue)") }
        if let issuer = filter.issuer { conditions.append("d.issuer_id = \(issuer)") }
        if !filter.field.isEmpty { conditions.append("d.field = \(filter.field)") }
        if let effect = filter.effect {
            conditions.append(
                """
                EXISTS (SELECT 1 FROM legal_spans s WHERE s.document_id = d.id
                  AND s.state = \(effect.rawValue) AND s.from_on <= \(asked.day)
                  AND (s.until_on IS NULL OR s.until_on > \(asked.day)))
                """)
        }
        if filter.isOfOurs { conditions.append(.isOfOurs("d.issuer_id")) }
        if filter.isQueried { conditions.append("d.query_count > 0") }
        if filter.affectsBusiness { conditions.append("d.affects_business = 'yes'") }
        let isJudged: SQL = "(d.judged_on IS NOT NULL AND d.judged_on <= \(asked.day))"
        let (isMet, isUnmet): (SQL, SQL) = (
            """
            (\(isJudged) AND d.order_answer = 'met' AND d.procedure_answer = 'met'
             AND d.authority_answer = 'met' AND d.quality_answer = 'met'
             AND COALESCE(\(SQL.questionedOn("d")), '9999') > \(asked.day))
            """,
            """
            (\(isJudged) AND 'unmet' IN (COALESCE(d.order_answer, ''), COALESCE(d.procedure_answer, ''),
               COALESCE(d.authority_answer, ''), COALESCE(d.quality_answer, '')))
            """
        )
        switch filter.judged {
        case .met: conditions.append(isMet)
        case .unmet: conditions.append(isUnmet)
        // Not NOT (…) of nulls, which is neither.
        case .unchecked:
            conditions.append("CASE WHEN \(isMet) OR \(isUnmet) THEN 0 ELSE 1 END = 1")
        case nil: break
        }
        for word in Vietnamese.folded(filter.search).split(separator: " ").prefix(8) {
            let pattern = "%" + word.filter { $0 != "%" && $0 != "_" } + "%"
            conditions.append("d.search_text LIKE \(pattern)")
        }
        return conditions
    }
}
