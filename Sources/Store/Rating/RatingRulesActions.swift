import Domain

extension WritableDatabase {
    /// Takes an edition of the rules into the record.
    ///
    /// - Throws: ``InvalidInput`` with every line that is not understood.
    @discardableResult
    public func addRatingRules(
        _ details: RatingRules.Details, _ text: String, by user: User.ID
    ) throws -> RatingRules {
        try require(.manageRatingRules, of: user)
        let read = try soundRules(details, text)
        let rules = read.rules(
            id: newID(), number: try nextNumber("rating-rules"), details: details)
        try run(
            """
            INSERT INTO rating_rules
              (id, number, name, year, symbol, source, body, closed_on, version, recorded_at)
            VALUES (\(rules.id), \(rules.number), \(details.name), \(details.year),
              \(details.symbol), \(details.source), \(rules.text), \(nil as Day?), 1, \(now))
            """
        )
        try raise(.rating, year: details.year)
        try journal(
            "rating-rules.added", by: user,
            [Change("rating-rules", rules.id.text, after: JournaledRules(rules))])
        return rules
    }

    /// Puts other words in the place of an edition that has rated nobody.
    public func changeRatingRules(
        _ number: Int, _ details: RatingRules.Details, _ text: String, version: Int,
        by user: User.ID
    ) throws {
        try require(.manageRatingRules, of: user)
        guard let old = try ratingRules(numbered: number) else {
            throw MissingRecord(Bilingual(vi: "quy định xếp loại", en: "rating rules"), "\(number)")
        }
        if let day = old.closedOn { throw RatingError.rulesClosed(on: day) }
        guard old.version == version else {
            throw EditConflict(Bilingual(vi: "Quy định xếp loại", en: "rating rules"))
        }
        let changed = try soundRules(details, text).rules(
            id: old.id, number: number, details: details, version: version + 1)
        try run(
            """
            UPDATE rating_rules SET name = \(details.name), year = \(details.year),
              symbol = \(details.symbol), source = \(details.source), body = \(changed.text),
              version = version + 1, recorded_at = \(now)
            WHERE id = \(old.id)
            """
        )
        try raise(.rating, year: details.year)
        try journal(
            "rating-rules.changed", by: user,
            [
                Change(
                    "rating-rules", old.id.text, before: JournaledRules(old),
                    after: JournaledRules(changed))
            ])
    }

    private func soundRules(
        _ details: RatingRules.Details, _ text: String
    ) throws -> RatingRules.Read {
        let read = RatingRules.read(text)
        var problems = read.problems
        if details.name.trimmed.isEmpty {
            problems.append(
                Problem("name", vi: "Hãy đặt tên cho quy định.", en: "Give the rules a name."))
        }
        if !problems.isEmpty { throw InvalidInput(problems) }
        return read
    }
}

/// Rules as the journal keeps them: what is said of them, and their text.
struct JournaledRules: Encodable {
    let name: String
    let year: Int
    let symbol: String
    let source: String
    let text: String
    let closedOn: Day?

    init(_ rules: RatingRules, closedOn: Day? = nil) {
        name = rules.details.name
        year = rules.details.year
        symbol = rules.details.symbol
        source = rules.details.source
        text = rules.text
        self.closedOn = closedOn ?? rules.closedOn
    }
}
