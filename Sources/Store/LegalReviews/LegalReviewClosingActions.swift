import Domain

extension WritableDatabase {
    /// Closes a campaign in which every document has an outcome; from then on they stay as they are.
    ///
    /// - Throws: ``InvalidInput`` naming the field; nothing is closed then.
    public func closeLegalReview(
        _ number: Int, _ closing: LegalReview.Closing, by user: User.ID
    ) throws {
        try require(.manageLegalReviews, of: user)
        let review = try requiredOpenLegalReview(number)
        let counts = try rows(
            """
            SELECT COUNT(*) FILTER (WHERE settled_on IS NULL), MAX(settled_on)
            FROM legal_review_lines WHERE review_id = \(review.id)
            """
        ).first
        let problems = review.problems(
            closing: closing, open: counts?.int(0) ?? 0, lastSettledOn: counts?.optionalDay(1),
            on: try workspace().today(now))
        guard problems.isEmpty else { throw InvalidInput(problems) }
        var closed = review
        closed.closing = closing
        try write(closed, over: review, as: "legal-review.closed", because: nil, by: user)
    }

    /// Opens a closed campaign again, for an outcome that has to change.
    public func reopenLegalReview(
        _ number: Int, because reason: String, by user: User.ID
    ) throws {
        try require(.manageLegalReviews, of: user)
        let review = try requiredLegalReview(number)
        guard review.closing != nil else {
            throw EditConflict(Bilingual(vi: "Đợt rà soát", en: "campaign"))
        }
        guard !reason.isEmpty, reason.unicodeScalars.count <= 1_000 else {
            throw InvalidInput([
                Problem(
                    "reason", vi: "Hãy ghi lý do mở lại, tối đa 1.000 ký tự.",
                    en: "Give the reason, in 1,000 characters at most.")
            ])
        }
        var opened = review
        opened.closing = nil
        try write(opened, over: review, as: "legal-review.reopened", because: reason, by: user)
    }

    private func write(
        _ new: LegalReview, over old: LegalReview, as action: String, because reason: String?,
        by user: User.ID
    ) throws {
        try run(
            """
            UPDATE legal_reviews SET closed_on = \(new.closing?.on),
              closing_paper = \(new.closing?.paper) WHERE id = \(new.id)
            """
        )
        try raise(.law, year: new.year)
        try journal(
            action, by: user, because: reason,
            [Change("legal-review", new.id.text, before: old, after: new)])
    }
}

extension ReadableDatabase {
    /// The campaign, whose outcomes may still change.
    func requiredOpenLegalReview(_ number: Int) throws -> LegalReview {
        let review = try requiredLegalReview(number)
        guard let closing = review.closing else { return review }
        throw InvalidInput([
            Problem(
                "outcome",
                vi:
                    "Đợt này đã kết thúc ngày \(closing.on.vi); muốn sửa, cơ quan tổ chức đợt mở lại đợt trước.",
                en:
                    "The campaign was closed on \(closing.on.en); whoever runs it opens it again before anything is changed."
            )
        ])
    }
}
