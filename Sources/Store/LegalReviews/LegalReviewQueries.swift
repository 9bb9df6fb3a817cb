import Domain

/// A campaign with how far it has come in all.
public struct ListedLegalReview: Hashable, Sendable {
    public let review: LegalReview
    public let found: Int
    public let done: Int
}

/// What the lines of a campaign are narrowed to.
public struct LegalReviewFilter: Hashable, Sendable {
    public var body: Agency.ID?
    /// Only those not reviewed.
    public var isOpen = false
    public var outcome: LegalReview.Outcome?
    public var document: LegalDocument.ID?

    public init() {}
}

/// One document of a campaign, as lists show it.
public struct ListedLegalReviewLine: Hashable, Sendable {
    public let line: LegalReview.Line
    public let number: Int
    public let symbol: String
    public let title: String
    public let issuer: Agency.ID
    public let signedOn: Day
    /// Where the document stands on the day asked.
    public let state: EffectState
    /// The code and the plan year of the task; `nil` while there is none.
    public let task: TaskName?

    public struct TaskName: Hashable, Sendable {
        public let code: String
        public let year: Int
        public let doneOn: Day?
    }
}

extension ReadableDatabase {
    /// Returns every campaign with how far it has come by the end of the day, the newest first.
    public func legalReviews(on day: Day) throws -> [ListedLegalReview] {
        var counts: [LegalReview.ID: (found: Int, done: Int)] = [:]
        try each(
            """
            SELECT review_id, COUNT(*), COUNT(*) FILTER (WHERE settled_on <= \(day))
            FROM legal_review_lines GROUP BY review_id
            """
        ) { counts[$0.id(0)] = ($0.int(1), $0.int(2)) }
        return try legalReviews(where: "1 = 1").map {
            let count = counts[$0.id] ?? (0, 0)
            return ListedLegalReview(review: $0, found: count.found, done: count.done)
        }
    }

    public func legalReview(numbered number: Int) throws -> LegalReview? {
        try legalReviews(where: "number = \(number)").first
    }

    /// Returns the campaigns that took the document in, with what each came to.
    public func legalReviews(
        of document: LegalDocument.ID
    ) throws -> [(review: LegalReview, line: LegalReview.Line)] {
        try legalReviews(
            where:
                "id IN (SELECT review_id FROM legal_review_lines WHERE document_id = \(document))"
        ).compactMap { review in
            try legalReviewLine(of: document, in: review.id).map { (review, $0) }
        }
    }

    private func legalReviews(where condition: SQL) throws -> [LegalReview] {
        try rows(
            """
            SELECT id, number, year, kind, name, source, field, signed_from, signed_until,
              of_all_natures, with_expired, opens_on, due_on, closed_on, closing_paper
            FROM legal_reviews WHERE \(condition) ORDER BY number DESC LIMIT 500
            """
        ).map { row in
            var extent = LegalReview.Extent()
            extent.field = row.text(6)
            (extent.signedFrom, extent.signedUntil) = (row.optionalDay(7), row.optionalDay(8))
            extent.ofAllNatures = row.optionalText(9) != nil
            extent.withExpired = row.optionalText(10) != nil
            var review = LegalReview(
                id: row.id(0), number: row.int(1), year: row.int(2), kind: row.choice(3, .review),
                name: row.text(4), source: row.text(5), extent: extent, opensOn: row.day(11),
                dueOn: row.day(12))
            review.closing = row.optionalDay(13).map {
                LegalReview.Closing(on: $0, paper: row.optionalText(14) ?? "")
            }
            return review
        }
    }

    /// Returns how far each agency has come by the end of the day, those with most open first.
    public func legalReviewBoard(
        of review: LegalReview.ID, on day: Day
    ) throws -> [LegalReview.Count] {
        var counts: [Agency.ID: LegalReview.Count] = [:]
        try each(
            """
            SELECT l.body_id, CASE WHEN l.settled_on <= \(day) THEN l.outcome ELSE '' END,
              COUNT(*), COUNT(l.task_id), COUNT(*) FILTER (WHERE t.done_on <= \(day))
            FROM legal_review_lines l LEFT JOIN tasks t ON t.id = l.task_id
            WHERE l.review_id = \(review) GROUP BY 1, 2
            """
        ) { row in
            let body: Agency.ID = row.id(0)
            var count = counts[body] ?? LegalReview.Count(body: body)
            count.found += row.int(2)
            if let outcome = LegalReview.Outcome(rawValue: row.text(1)) {
                count.outcomes[outcome] = row.int(2)
                count.tasks += row.int(3)
                count.tasksDone += row.int(4)
            }
            counts[body] = count
        }
        return counts.values.sorted { ($1.open, $1.found, $0.body) < ($0.open, $0.found, $1.body) }
    }

    /// Returns the next lines by the document's number, at most so many.
    public func legalReviewLines(
        of review: LegalReview.ID, _ filter: LegalReviewFilter, on day: Day, after number: Int = 0,
        limit: Int
    ) throws -> [ListedLegalReviewLine] {
        var found: [ListedLegalReviewLine] = []
        try eachLegalReviewLine(of: review, filter, on: day, after: number, limit: limit) {
            found.append($0)
        }
        return found
    }

    /// Hands over the lines by the document's number, for a file of exactly what is shown.
    public func eachLegalReviewLine(
        of review: LegalReview.ID, _ filter: LegalReviewFilter, on day: Day, after number: Int = 0,
        limit: Int = LegalReview.most, _ body: (ListedLegalReviewLine) throws -> Void
    ) throws {
        var conditions: [SQL] = ["l.review_id = \(review)", "d.number > \(number)"]
        if let body = filter.body { conditions.append("l.body_id = \(body)") }
        if let document = filter.document { conditions.append("l.document_id = \(document)") }
        if filter.isOpen {
            conditions.append("(l.settled_on IS NULL OR l.settled_on > \(day))")
        }
        if let outcome = filter.outcome {
            conditions.append("l.outcome = \(outcome.rawValue) AND l.settled_on <= \(day)")
        }
        try each(
            """
            SELECT l.document_id, l.body_id, l.outcome, l.reason, l.doer_id, l.do_by, l.settled_on,
              l.task_id, l.version, d.number, d.symbol, d.title, d.issuer_id, d.signed_on,
              COALESCE(s.state, 'unknown'), t.code, t.year, t.done_on
            FROM legal_review_lines l JOIN legal_documents d ON d.id = l.document_id
            LEFT JOIN legal_spans s ON s.document_id = d.id AND s.from_on <= \(day)
              AND (s.until_on IS NULL OR s.until_on > \(day))
            LEFT JOIN tasks t ON t.id = l.task_id
            WHERE \(conditions.joined(" AND ")) ORDER BY d.number LIMIT \(limit)
            """
        ) { row in
            try body(
                ListedLegalReviewLine(
                    line: row.legalReviewLine, number: row.int(9), symbol: row.text(10),
                    title: row.text(11), issuer: row.id(12), signedOn: row.day(13),
                    state: row.choice(14, .unknown),
                    task: row.optionalInt(16).map {
                        .init(
                            code: row.optionalText(15) ?? "", year: $0, doneOn: row.optionalDay(17))
                    }))
        }
    }

    /// Returns what the campaign has of the document; `nil` when it did not take it in.
    public func legalReviewLine(
        of document: LegalDocument.ID, in review: LegalReview.ID
    ) throws -> LegalReview.Line? {
        try rows(
            """
            SELECT document_id, body_id, outcome, reason, doer_id, do_by, settled_on, task_id,
              version
            FROM legal_review_lines WHERE review_id = \(review) AND document_id = \(document)
            """
        ).first?.legalReviewLine
    }
}

extension Row {
    /// A line from its first nine columns.
    fileprivate var legalReviewLine: LegalReview.Line {
        var finding = LegalReview.Finding()
        finding.outcome = optionalText(2).flatMap(LegalReview.Outcome.init)
        finding.reason = text(3)
        finding.doer = optionalID(4)
        finding.doBy = optionalDay(5)
        return LegalReview.Line(
            document: id(0), body: id(1), finding: finding, settledOn: optionalDay(6),
            task: optionalID(7), version: int(8))
    }
}

extension InboxSource {
    /// Documents that a campaign gave a body and that it has not looked at: one item for all of them.
    static let legalReviews = InboxSource(.legalReview) { question in
        """
        SELECT \(question.box("r.due_on")) AS box, 'legalReview' AS kind,
          r.id || '-' || l.body_id AS record, CAST(r.number AS TEXT) AS code, r.name AS title,
          r.year AS year, l.body_id AS agency, NULL AS person, r.due_on AS due_on,
          CAST(COUNT(*) AS TEXT) AS note
        FROM legal_review_lines l JOIN legal_reviews r ON r.id = l.review_id
        WHERE \(question.isReviewed("l.body_id")) AND l.outcome IS NULL
          AND r.due_on <= \(question.horizon) AND r.opens_on <= \(question.today)
        GROUP BY r.id, r.number, r.name, r.year, r.due_on, l.body_id
        """
    }
}
