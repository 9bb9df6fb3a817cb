import Domain

extension ReadableDatabase {
    /// Returns what agencies said to a draft set, in the order of its criteria.
    ///
    /// Whoever may see criteria sets may see what was said of them.
    public func opinions(on set: CriteriaSet) throws -> [CriteriaOpinion] {
        let found = try opinions(where: "set_id = \(set.id)")
        let places = Dictionary(
            set.criteria.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { a, _ in a })
        return found.sorted {
            (places[$0.code] ?? -1, $0.number) < (places[$1.code] ?? -1, $1.number)
        }
    }

    func opinions(where condition: SQL) throws -> [CriteriaOpinion] {
        try rows(
            """
            SELECT id, number, set_id, code, agency_id, opinion, answer, answer_text, version
            FROM criteria_opinions WHERE \(condition) ORDER BY number LIMIT 5000
            """
        ).map { row in
            CriteriaOpinion(
                id: row.id(0), number: row.int(1), set: row.id(2), code: row.text(3),
                agency: row.id(4), opinion: row.text(5),
                answer: row.optionalText(6).flatMap { CriteriaOpinion.Answer(rawValue: $0) },
                answerText: row.text(7), version: row.int(8))
        }
    }
}

extension WritableDatabase {
    /// Records what an agency says to a criterion of a draft set; an empty code is the whole set.
    @discardableResult
    public func giveOpinion(
        on number: Int, code: String, _ text: String, for agency: Agency.ID, by user: User.ID
    ) throws -> CriteriaOpinion {
        try require(.giveOpinions, of: user, in: agency)
        let set = try draftSet(number)
        guard code.isEmpty || set.position(of: code) != nil else {
            throw InvalidInput([.noCriterion(code, row: nil)])
        }
        guard !text.trimmed.isEmpty else {
            throw InvalidInput([
                Problem("opinion", vi: "Hãy ghi ý kiến.", en: "Write the opinion.")
            ])
        }
        let opinion = CriteriaOpinion(
            id: newID(), number: try nextNumber("criteria-opinion"), set: set.id, code: code,
            agency: agency, opinion: text)
        try run(
            """
            INSERT INTO criteria_opinions
              (id, number, set_id, code, agency_id, opinion, answer, answer_text, given_by, given_at,
               version)
            VALUES (\(opinion.id), \(opinion.number), \(set.id), \(code), \(agency), \(text),
              \(nil as String?), \(""), \(user), \(now), 1)
            """
        )
        try raise(.scoring, year: set.details.year)
        try journal(
            "criteria-opinion.given", by: user, in: agency,
            [Change("criteria-opinion", opinion.id.text, after: opinion)])
        return opinion
    }

    /// Answers an opinion: taken up and how, or not and why.
    public func answerOpinion(
        _ number: Int, _ answer: CriteriaOpinion.Answer, _ text: String, version: Int,
        by user: User.ID
    ) throws {
        try require(.manageCriteria, of: user)
        guard let old = try opinions(where: "number = \(number)").first else {
            throw MissingRecord(Bilingual(vi: "ý kiến", en: "opinion"), "\(number)")
        }
        guard let set = try criteriaSet(old.set) else {
            throw MissingRecord(Bilingual(vi: "bộ tiêu chí", en: "criteria set"), old.set.text)
        }
        guard old.version == version else {
            throw EditConflict(Bilingual(vi: "Ý kiến", en: "opinion"))
        }
        guard answer == .taken || !text.trimmed.isEmpty else {
            throw InvalidInput([
                Problem(
                    "answer_text", vi: "Hãy ghi nội dung giải trình.",
                    en: "Explain why it is not taken up.")
            ])
        }
        let answered = old.answered(answer, text)
        try run(
            """
            UPDATE criteria_opinions SET answer = \(answer.rawValue), answer_text = \(text),
              answered_by = \(user), answered_at = \(now), version = version + 1
            WHERE id = \(old.id)
            """
        )
        try raise(.scoring, year: set.details.year)
        try journal(
            "criteria-opinion.answered", by: user, in: old.agency,
            [Change("criteria-opinion", old.id.text, before: old, after: answered)])
    }

    /// A set that has neither been issued nor scored anybody by.
    private func draftSet(_ number: Int) throws -> CriteriaSet {
        guard let set = try criteriaSet(numbered: number) else {
            throw MissingRecord.criteriaSet(number)
        }
        if let day = set.closedOn { throw ScoringError.setClosed(on: day) }
        return set
    }
}
