import Domain

extension WritableDatabase {
    /// Opens a campaign: every document in its extent is given to an agency to look at.
    ///
    /// That is the body chosen; without one the issuer, or whoever came into its place.
    ///
    /// - Throws: ``InvalidInput`` naming the field; nothing is opened then.
    @discardableResult
    public func openLegalReview(
        _ draft: LegalReview, givenTo body: Agency.ID? = nil, by user: User.ID
    ) throws -> LegalReview {
        try require(.manageLegalReviews, of: user)
        guard draft.problems.isEmpty else { throw InvalidInput(draft.problems) }
        let documents = try legalDocuments(in: draft)
        if documents.isEmpty {
            throw InvalidInput([
                Problem(
                    "field", vi: "Không có văn bản nào trong phạm vi này; hãy mở rộng phạm vi.",
                    en: "No document is in this extent; widen it.")
            ])
        }
        let review = draft.taking(
            id: newID(), number: try nextNumber("legal-review"),
            year: try planCalendar().year(of: draft.dueOn))
        let extent = review.extent
        try run(
            """
            INSERT INTO legal_reviews (id, number, year, kind, name, source, field, signed_from,
              signed_until, of_all_natures, with_expired, opens_on, due_on, recorded_at)
            VALUES (\(review.id), \(review.number), \(review.year), \(review.kind.rawValue),
              \(review.name), \(review.source), \(extent.field), \(extent.signedFrom),
              \(extent.signedUntil), \(extent.ofAllNatures ? "yes" : nil),
              \(extent.withExpired ? "yes" : nil), \(review.opensOn), \(review.dueOn), \(now))
            """
        )
        let lines = try take(documents, into: review, givenTo: body)
        try raise(.law, year: review.year)
        try journal(
            "legal-review.opened", by: user,
            [Change("legal-review", review.id.text, after: review)] + lines)
        return review
    }

    /// Takes in what has come into the register since the campaign opened and belongs to its extent.
    ///
    /// - Returns: how many documents were taken in.
    @discardableResult
    public func gatherForLegalReview(_ number: Int, by user: User.ID) throws -> Int {
        try require(.manageLegalReviews, of: user)
        let review = try requiredOpenLegalReview(number)
        let known = Set(
            try rows(
                "SELECT document_id FROM legal_review_lines WHERE review_id = \(review.id)"
            ).map { $0.id(0) as LegalDocument.ID })
        let fresh = try legalDocuments(in: review).filter { !known.contains($0.id) }
        guard !fresh.isEmpty else { return 0 }
        let lines = try take(fresh, into: review, givenTo: nil)
        try raise(.law, year: review.year)
        try journal("legal-review.gathered", by: user, lines)
        return fresh.count
    }

    /// Gives a document of a campaign to another body; what came of it stays.
    public func moveLegalReviewLine(
        of number: Int, document: Int, to body: Agency.ID, version: Int, by user: User.ID
    ) throws {
        try require(.manageLegalReviews, of: user)
        let (review, old) = try requiredLegalReviewLine(number, document)
        _ = try requiredOpenLegalReview(number)
        guard old.version == version else { throw EditConflict(LegalReview.lineName) }
        guard old.body != body else { return }
        let new = LegalReview.Line(
            document: old.document, body: body, finding: old.finding, settledOn: old.settledOn,
            task: old.task, version: old.version + 1)
        try write(new, in: review)
        try raise(.law, year: review.year)
        try journal(
            "legal-review.line-moved", by: user, in: body, [review.change(from: old, to: new)])
    }

    /// Records what looking at a document came to.
    ///
    /// - Throws: ``InvalidInput`` naming the field; ``EditConflict`` when somebody was quicker.
    public func settleLegalReviewLine(
        of number: Int, document: Int, _ finding: LegalReview.Finding, version: Int,
        by user: User.ID
    ) throws {
        let (review, old) = try requiredLegalReviewLine(number, document)
        try require(.reviewDocuments, of: user, in: old.body)
        _ = try requiredOpenLegalReview(number)
        guard old.version == version else { throw EditConflict(LegalReview.lineName) }
        let today = try workspace().today(now)
        let problems = try problems(with: finding, onto: old, on: today)
        guard problems.isEmpty else { throw InvalidInput(problems) }
        guard finding != old.finding else { return }
        let new = old.settled(finding, on: today)
        try write(new, in: review)
        try raise(.law, year: review.year)
        try journal(
            "legal-review.line-settled", by: user, in: old.body,
            [review.change(from: old, to: new)])
    }

    func write(_ line: LegalReview.Line, in review: LegalReview) throws {
        let finding = line.finding
        try run(
            """
            UPDATE legal_review_lines SET body_id = \(line.body),
              outcome = \(finding.outcome?.rawValue), reason = \(finding.reason),
              doer_id = \(finding.doer), do_by = \(finding.doBy), settled_on = \(line.settledOn),
              task_id = \(line.task), version = \(line.version), recorded_at = \(now)
            WHERE review_id = \(review.id) AND document_id = \(line.document)
            """
        )
    }

    private func take(
        _ documents: [(id: LegalDocument.ID, issuer: Agency.ID)], into review: LegalReview,
        givenTo body: Agency.ID?
    ) throws -> [Change] {
        var bodies: [Agency.ID: Agency.ID] = [:]
        let tree = try agencyTree(on: review.opensOn)
        for issuer in Set(documents.map(\.issuer)).sorted() {
            bodies[issuer] = try body ?? heir(of: issuer, in: tree)
        }
        return try documents.map { document in
            let line = LegalReview.Line(
                document: document.id, body: bodies[document.issuer] ?? document.issuer)
            try run(
                """
                INSERT INTO legal_review_lines (review_id, document_id, body_id, reason, version,
                  recorded_at)
                VALUES (\(review.id), \(document.id), \(line.body), '', 1, \(now))
                """
            )
            return review.change(from: nil, to: line)
        }
    }
}

extension ReadableDatabase {
    /// Every reason the finding cannot take the place of what the line has.
    func problems(
        with finding: LegalReview.Finding, onto old: LegalReview.Line, on today: Day
    ) throws -> [Problem] {
        // A last day that was fixed before may have passed by now.
        var problems = finding.problems(
            on: finding.doBy == old.finding.doBy ? finding.doBy ?? today : today)
        if let task = old.task, finding.outcome != old.finding.outcome {
            let state = try rows("SELECT state, code FROM tasks WHERE id = \(task)").first
            if state?.text(0) != Plan.Task.State.cancelled.rawValue {
                let code = state?.optionalText(1) ?? ""
                problems.append(
                    Problem(
                        "outcome",
                        vi:
                            "Đã giao nhiệm vụ \(code); muốn đổi kết quả, trước hết hãy hủy nhiệm vụ.",
                        en: "Task \(code) rests on it; to change the outcome cancel the task first."
                    ))
            }
        }
        return problems
    }

    func requiredLegalReview(_ number: Int) throws -> LegalReview {
        guard let review = try legalReview(numbered: number) else {
            throw MissingRecord(Bilingual(vi: "đợt rà soát", en: "campaign"), "\(number)")
        }
        return review
    }

    func requiredLegalReviewLine(
        _ number: Int, _ document: Int
    ) throws -> (LegalReview, LegalReview.Line) {
        let review = try requiredLegalReview(number)
        guard let found = try legalDocument(numbered: document),
            let line = try legalReviewLine(of: found.id, in: review.id)
        else { throw MissingRecord(LegalDocument.kindName, "\(document)") }
        return (review, line)
    }

    /// The documents that are in the campaign's extent as the register stands now.
    ///
    /// - Throws: ``InvalidInput`` when they are too many for one campaign.
    fileprivate func legalDocuments(
        in review: LegalReview
    ) throws -> [(id: LegalDocument.ID, issuer: Agency.ID)] {
        let extent = review.extent
        var conditions: [SQL] = [
            "d.signed_on <= \(review.opensOn)", .isOfOurs("d.issuer_id"),
        ]
        if !extent.ofAllNatures { conditions.append("d.nature = 'normative'") }
        if !extent.field.isEmpty { conditions.append("d.field = \(extent.field)") }
        if let from = extent.signedFrom { conditions.append("d.signed_on >= \(from)") }
        if let until = extent.signedUntil { conditions.append("d.signed_on <= \(until)") }
        if !extent.withExpired {
            conditions.append(
                """
                NOT EXISTS (SELECT 1 FROM legal_spans s WHERE s.document_id = d.id
                  AND s.state = 'expired' AND s.from_on <= \(review.opensOn))
                """)
        }
        var found: [(id: LegalDocument.ID, issuer: Agency.ID)] = []
        try each(
            """
            SELECT d.id, d.issuer_id FROM legal_documents d WHERE \(conditions.joined(" AND "))
            ORDER BY d.number LIMIT \(LegalReview.most + 1)
            """
        ) { found.append(($0.id(0), $0.id(1))) }
        guard found.count <= LegalReview.most else {
            let most = LegalReview.most
            throw InvalidInput([
                Problem(
                    "field",
                    vi:
                        "Có hơn \(Written.number(most, .vi)) văn bản; hãy chia đợt theo lĩnh vực hoặc theo kỳ.",
                    en:
                        "There are more than \(Written.number(most, .en)) documents; divide them by field or period."
                )
            ])
        }
        return found
    }

    /// The body itself while it is there; otherwise who came into its place, in the end the root.
    fileprivate func heir(of body: Agency.ID, in tree: AgencyTree) throws -> Agency.ID {
        var (current, seen) = (body, Set<Agency.ID>())
        while tree.body(current) == nil, seen.insert(current).inserted {
            guard
                let next = try rows(
                    """
                    SELECT to_id FROM successions WHERE from_id = \(current)
                    ORDER BY day_on DESC, to_id LIMIT 1
                    """
                ).first
            else { break }
            current = next.id(0)
        }
        if tree.body(current) != nil { return current }
        return tree.root.map { tree[$0].id } ?? body
    }
}

extension LegalReview {
    static let lineName = Bilingual(vi: "Kết quả rà soát", en: "outcome")

    func change(from old: Line?, to new: Line) -> Change {
        Change("legal-review-line", "\(id)/\(new.document)", before: old, after: new)
    }
}

extension LegalReview.Line {
    /// The same line with another outcome; one that is another has no task any more.
    func settled(_ finding: LegalReview.Finding, on day: Day) -> LegalReview.Line {
        let isSame = finding.outcome == self.finding.outcome
        return LegalReview.Line(
            document: document, body: body, finding: finding,
            settledOn: isSame ? settledOn : day, task: isSame ? task : nil, version: version + 1)
    }
}
