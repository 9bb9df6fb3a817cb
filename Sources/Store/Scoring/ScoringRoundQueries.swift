import Domain

extension ReadableDatabase {
    /// Returns the rounds of a year, by block; of every year, newest first, when none is given.
    public func scoringRounds(of year: Int? = nil) throws -> [ScoringRound] {
        try scoringRounds(where: year.map { "year = \($0)" } ?? "1 = 1")
    }

    /// Returns the round of a block and a year; `nil` while none is open.
    public func scoringRound(of year: Int, block: Agency.Block?) throws -> ScoringRound? {
        try scoringRounds(where: "year = \(year) AND block = \(block.stored)").first
    }

    func scoringRound(_ id: ScoringRound.ID) throws -> ScoringRound {
        guard let round = try scoringRounds(where: "id = \(id)").first else {
            throw MissingRecord(Bilingual(vi: "đợt chấm", en: "round"), id.text)
        }
        return round
    }

    /// Returns the round with that number.
    public func scoringRound(numbered number: Int) throws -> ScoringRound? {
        try scoringRounds(where: "number = \(number)").first
    }

    private func scoringRounds(where condition: SQL) throws -> [ScoringRound] {
        try rows(
            """
            SELECT id, number, year, block, set_id, title, cut_off_on, self_due_on, refused_after_on,
              supplement_until_on, appraisal_due_on, explanation_due_on, second_due_on,
              council_due_on, confirmation_due_on, late_rule, published_on, published_symbol, version
            FROM scoring_rounds WHERE \(condition) ORDER BY year DESC, block LIMIT 1000
            """
        ).map { row in
            var terms = ScoringRound.Terms(
                title: row.text(5), cutOff: row.day(6), selfDue: row.day(7))
            terms.refusedAfter = row.optionalDay(8)
            terms.supplementUntil = row.optionalDay(9)
            terms.appraisalDue = row.optionalDay(10)
            terms.explanationDue = row.optionalDay(11)
            terms.secondDue = row.optionalDay(12)
            terms.councilDue = row.optionalDay(13)
            terms.confirmationDue = row.optionalDay(14)
            terms.lateRule = row.text(15)
            return ScoringRound(
                id: row.id(0), number: row.int(1), year: row.int(2),
                block: Agency.Block(rawValue: row.text(3)), set: row.id(4), terms: terms,
                publication: row.optionalDay(16).map {
                    ScoringRound.Publication(on: $0, symbol: row.text(17))
                }, version: row.int(18))
        }
    }
}
