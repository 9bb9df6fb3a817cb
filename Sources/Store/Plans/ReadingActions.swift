import Domain

extension WritableDatabase {
    /// Settles how a quota over several tiers is meant, by the document that says so.
    ///
    /// The plan's words and every other term stay; both readings go on being computed until then.
    ///
    /// The version is that which the person saw; without one, whatever stands now is meant.
    ///
    /// - Throws: ``InvalidInput`` without a document; ``EditConflict``; ``PermissionError``.
    public func settleReading(
        of id: Plan.Target.ID, as reading: Plan.Target.Reading, basis: String,
        version: Int? = nil, by user: User.ID
    ) throws {
        guard let target = try target(id), let plan = try plan(target.plan) else {
            throw MissingRecord(Bilingual(vi: "chỉ tiêu", en: "target"), id.text)
        }
        try require(.managePlans, of: user, in: plan.agency)
        guard version ?? target.version == target.version else {
            throw EditConflict(Bilingual(vi: "Chỉ tiêu", en: "target"))
        }
        guard !basis.trimmed.isEmpty else {
            throw InvalidInput([
                Problem(
                    "reading_basis",
                    vi: "Hãy ghi văn bản quyết định cách tính: số, ngày, cơ quan ban hành.",
                    en: "Name the document that settles it: symbol, day, issuer.")
            ])
        }
        var terms = target.terms
        terms.reading = reading
        terms.readingBasis = basis
        guard terms != target.terms else { return }
        try run(
            """
            UPDATE targets SET reading = \(reading.rawValue), reading_basis = \(basis), version = version + 1
            WHERE id = \(id)
            """
        )
        try raise(.plans, year: plan.year)
        try journal(
            "target.reading-settled", by: user, in: plan.agency,
            [
                Change(
                    "target", id.text, before: target,
                    after: target.decided(target.decision, terms: terms))
            ])
    }
}
