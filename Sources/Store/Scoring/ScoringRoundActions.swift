import Domain

extension WritableDatabase {
    /// Opens a round: every agency of the block gets a file, filled in from our own records.
    ///
    /// The set is closed from then on. The agencies are those of the day.
    ///
    /// - Throws: ``ScoringError`` when sums of the set are open or the block has a round.
    @discardableResult
    public func openRound(
        of year: Int, set number: Int, terms: ScoringRound.Terms, by user: User.ID, on day: Day
    ) throws -> ScoringRound {
        try require(.manageRounds, of: user)
        guard let set = try criteriaSet(numbered: number) else {
            throw MissingRecord.criteriaSet(number)
        }
        if !set.queries.isEmpty { throw ScoringError.setHasQueries(set.queries.count) }
        let block = set.details.block
        guard try scoringRound(of: year, block: block) == nil else {
            throw ScoringError.roundExists(year)
        }
        let round = ScoringRound(
            id: newID(), number: try nextNumber("scoring-round"), year: year, block: block,
            set: set.id, terms: terms)
        if !round.problems.isEmpty { throw InvalidInput(round.problems) }
        try insert(round)
        if set.closedOn == nil {
            try run(
                """
                UPDATE criteria_sets SET closed_on = \(day), version = version + 1
                WHERE id = \(set.id)
                """
            )
        }
        let tree = try agencyTree(on: day)
        let scored = tree.bodies.indices.filter { position in
            block == nil ? tree[position].level == .province : tree[position].block == block
        }
        var files: [Change] = []
        for position in scored {
            let file = Assessment(
                number: try nextNumber("assessment"), round: round.id, agency: tree[position].id)
            try insert(file)
            files.append(Change("assessment", "\(file.number)", after: file))
        }
        try prefill(round, set, tree, on: min(day, terms.cutOff))
        try raise(.scoring, year: year)
        try journal(
            "round.opened", by: user,
            [
                Change("scoring-round", round.id.text, after: round),
                Change(
                    "criteria-set", set.id.text, before: JournaledSet(set),
                    after: JournaledSet(
                        set.closedOn == nil
                            ? set.with(closedOn: day, version: set.version + 1) : set
                    )),
            ] + files)
        return round
    }

    /// Sets other deadlines, or a cut-off day, for a round that is not published.
    public func changeRound(
        _ number: Int, terms: ScoringRound.Terms, version: Int, by user: User.ID
    ) throws {
        try require(.manageRounds, of: user)
        let round = try unpublishedRound(number, version: version)
        let changed = ScoringRound(
            id: round.id, number: round.number, year: round.year, block: round.block,
            set: round.set, terms: terms, version: round.version + 1)
        if !changed.problems.isEmpty { throw InvalidInput(changed.problems) }
        try run(
            """
            UPDATE scoring_rounds SET title = \(terms.title), cut_off_on = \(terms.cutOff),
              self_due_on = \(terms.selfDue), refused_after_on = \(terms.refusedAfter),
              supplement_until_on = \(terms.supplementUntil),
              appraisal_due_on = \(terms.appraisalDue),
              explanation_due_on = \(terms.explanationDue), second_due_on = \(terms.secondDue),
              council_due_on = \(terms.councilDue), confirmation_due_on = \(terms.confirmationDue),
              late_rule = \(terms.lateRule), version = version + 1
            WHERE id = \(round.id)
            """
        )
        try raise(.scoring, year: round.year)
        try journal(
            "round.changed", by: user,
            [Change("scoring-round", round.id.text, before: round, after: changed)])
    }

    /// Counts the measures again for every file that is not handed in yet.
    public func refreshMeasures(of number: Int, by user: User.ID, on day: Day) throws {
        try require(.manageRounds, of: user)
        let round = try unpublishedRound(number, version: nil)
        guard let set = try criteriaSet(round.set) else { return }
        try prefill(round, set, try agencyTree(on: day), on: min(day, round.terms.cutOff))
        try raise(.scoring, year: round.year)
        try journal(
            "round.refreshed", by: user,
            [Change("scoring-round", round.id.text, before: round, after: round)])
    }

    /// Makes the results of a round known; nothing in it changes afterwards.
    ///
    /// Where agencies have not confirmed in writing it needs a reason; those that nobody decided on
    /// stay out of it and of the ranks.
    public func publishRound(
        _ number: Int, symbol: String, on day: Day, because reason: String?, by user: User.ID
    ) throws {
        try require(.manageRounds, of: user)
        let round = try unpublishedRound(number, version: nil)
        let open = try rows(
            """
            SELECT COUNT(*) FROM assessments
            WHERE round_id = \(round.id) AND stage <> \(Assessment.Stage.confirmed.rawValue)
            """
        ).first?.int(0)
        if let open, open > 0, reason?.trimmed.isEmpty ?? true {
            throw ScoringError.notAllConfirmed(open)
        }
        guard !symbol.trimmed.isEmpty else {
            throw InvalidInput([
                Problem(
                    "symbol", vi: "Hãy ghi số quyết định công bố.",
                    en: "Give the number of the decision.")
            ])
        }
        let publication = ScoringRound.Publication(on: day, symbol: symbol)
        let published = ScoringRound(
            id: round.id, number: round.number, year: round.year, block: round.block,
            set: round.set, terms: round.terms, publication: publication,
            version: round.version + 1)
        try run(
            """
            UPDATE scoring_rounds SET published_on = \(day), published_symbol = \(symbol),
              version = version + 1
            WHERE id = \(round.id)
            """
        )
        let decided = try assessments(of: round.id).filter { $0.stage >= .confirming }
        try run(
            """
            UPDATE assessments SET stage = \(Assessment.Stage.published.rawValue),
              version = version + 1
            WHERE round_id = \(round.id)
              AND stage IN \(list: [Assessment.Stage.confirming, .confirmed].map(\.rawValue))
            """
        )
        try raise(.scoring, year: round.year)
        try journal(
            "round.published", by: user, because: reason,
            [Change("scoring-round", round.id.text, before: round, after: published)]
                + decided.map { file in
                    Change(
                        "assessment", "\(file.number)", before: file,
                        after: file.moved(to: .published))
                })
    }

    func unpublishedRound(_ number: Int, version: Int?) throws -> ScoringRound {
        guard let round = try scoringRound(numbered: number) else {
            throw MissingRecord(Bilingual(vi: "đợt chấm", en: "round"), "\(number)")
        }
        if let publication = round.publication {
            throw ScoringError.roundPublished(on: publication.on)
        }
        guard version ?? round.version == round.version else {
            throw EditConflict(Bilingual(vi: "Đợt chấm", en: "round"))
        }
        return round
    }

    private func insert(_ round: ScoringRound) throws {
        let terms = round.terms
        try run(
            """
            INSERT INTO scoring_rounds
              (id, number, year, block, set_id, title, cut_off_on, self_due_on, refused_after_on,
               supplement_until_on, appraisal_due_on, explanation_due_on, second_due_on,
               council_due_on, confirmation_due_on, late_rule, published_on, published_symbol,
               version, recorded_at)
            VALUES (\(round.id), \(round.number), \(round.year), \(round.block.stored),
              \(round.set), \(terms.title), \(terms.cutOff), \(terms.selfDue),
              \(terms.refusedAfter), \(terms.supplementUntil), \(terms.appraisalDue),
              \(terms.explanationDue), \(terms.secondDue), \(terms.councilDue),
              \(terms.confirmationDue), \(terms.lateRule), \(nil as Day?), \(""), 1, \(now))
            """
        )
    }

    private func insert(_ assessment: Assessment) throws {
        try run(
            """
            INSERT INTO assessments
              (number, round_id, agency_id, stage, submitted_on, penalty, excuse, confirmation,
               own_points, own_maximum, points, maximum, appraised, appraised_of, surveyed,
               surveyed_of, index_value, version, recorded_at)
            VALUES (\(assessment.number), \(assessment.round), \(assessment.agency),
              \(assessment.stage.rawValue), \(nil as Day?), 0, \(""), \(""), 0, 0, 0, 0, 0, 0, 0,
              0, \(nil as Int?), 1, \(now))
            """
        )
    }

    /// Writes what our records say into every file that is still with its agency.
    private func prefill(
        _ round: ScoringRound, _ set: CriteriaSet, _ tree: AgencyTree, on day: Day
    ) throws {
        var measures: Set<ScoringMeasure> = []
        for criterion in set.criteria {
            if case .measure(let measure) = criterion.input { measures.insert(measure) }
        }
        let figures = try measuredFigures(measures, of: round.year, in: tree, on: day)
        let scorer = Scorer(set)
        for assessment in try assessments(of: round.id)
        where assessment.stage == .selfScoring {
            guard let body = tree.position(of: assessment.agency) else { continue }
            try run(
                """
                DELETE FROM assessment_answers WHERE assessment = \(assessment.number)
                  AND origin = \(AssessmentLine.Origin.measured.rawValue)
                """
            )
            for position in set.scored {
                guard case .measure(let measure) = set.criteria[position].input,
                    let answer = figures.answer(measure, at: body)
                else { continue }
                try save(
                    AssessmentLine.Entry(
                        answer: answer, note: "", origin: .measured, by: nil, at: now),
                    at: position, of: assessment.number)
            }
            try keepTotals(of: assessment, scorer)
        }
    }
}
