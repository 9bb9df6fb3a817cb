import Domain

extension WritableDatabase {
    /// Opens a rating: every head, deputy and body of the block gets what the rules suggest, frozen.
    ///
    /// - Throws: ``RatingError/nobody``; ``InvalidInput``, ``PermissionError``.
    @discardableResult
    public func openRating(
        of block: Agency.Block, rules number: Int, decidedIn agency: Agency.ID, year: Int,
        title: String, period: ClosedRange<Day>, by user: User.ID, on day: Day
    ) throws -> RatingRound {
        try require(.runRatings, of: user, in: agency)
        guard let rules = try ratingRules(numbered: number) else {
            throw MissingRecord(Bilingual(vi: "quy định xếp loại", en: "rating rules"), "\(number)")
        }
        guard !title.trimmed.isEmpty else {
            throw InvalidInput([
                Problem("title", vi: "Hãy đặt tên cho đợt xếp loại.", en: "Give the rating a name.")
            ])
        }
        let cases = try ratingCases(
            of: block, below: agency, year: year, period: period, on: day)
        guard cases.contains(where: { $0.kind != .agency }) else { throw RatingError.nobody }
        let round = RatingRound(
            id: newID(), number: try nextNumber("rating-round"), year: year, block: block,
            agency: agency, rules: rules.id, title: title, period: period, openedOn: day)
        try insert(round)
        var changes = [Change("rating-round", round.id.text, after: round)]
        if rules.closedOn == nil {
            try run(
                """
                UPDATE rating_rules SET closed_on = \(day), version = version + 1
                WHERE id = \(rules.id)
                """
            )
            changes.append(
                Change(
                    "rating-rules", rules.id.text, before: JournaledRules(rules),
                    after: JournaledRules(rules, closedOn: day)))
        }
        for rated in cases {
            let rating = Rating(
                rated, rules, in: round, number: try nextNumber("rating"))
            guard let rating else { continue }
            try insert(rating)
            changes.append(Change("rating", "\(rating.number)", after: rating))
        }
        try raise(.rating, year: year)
        try journal("rating.opened", by: user, in: agency, changes)
        return round
    }

    /// Decides on a class; another one than suggested needs a reason, and `nil` says: not rated.
    ///
    /// It can be decided anew until the round is signed, as after an objection. Nobody decides on
    /// themselves: who heads one of the rated bodies too leaves that one to another who may decide.
    public func decideRating(
        _ number: Int, level: Int?, because reason: String, version: Int, by user: User.ID
    ) throws {
        let (round, old) = try requiredRating(number)
        try require(.decideRatings, of: user, in: round.agency)
        guard round.stage <= .objections else { throw RatingError.wrongStage(round.stage) }
        guard old.person != user else { throw RatingError.ownRating }
        guard old.version == version else {
            throw EditConflict(Bilingual(vi: "Mức xếp loại", en: "rating"))
        }
        let rules = try ratingRules(round.rules)
        if let level, !rules.levels.indices.contains(level) {
            throw InvalidInput([
                Problem("level", vi: "Hãy chọn một mức xếp loại.", en: "Choose a class.")
            ])
        }
        guard level == old.suggested || !reason.trimmed.isEmpty else {
            throw RatingError.reasonNeeded
        }
        var rating = old
        rating.decision = Rating.Decision(level: level, reason: reason, by: user)
        rating.version += 1
        try run(
            """
            UPDATE ratings SET decided = \(level ?? -1), reason = \(reason), decided_by = \(user),
              decided_at = \(now), version = version + 1, recorded_at = \(now)
            WHERE number = \(number)
            """
        )
        try finish(round, "rating.decided", [(old, rating)], by: user)
    }

    /// Decides everybody who is undecided as the rules suggest, but for oneself.
    public func decideAsSuggested(_ number: Int, by user: User.ID) throws {
        let round = try ratingRound(numbered: number)
        try require(.decideRatings, of: user, in: round.agency)
        guard round.stage == .deciding else { throw RatingError.wrongStage(round.stage) }
        var changed: [(Rating, Rating)] = []
        let undecided = try ratings(where: "round_id = \(round.id) AND decided IS NULL")
        for old in undecided where old.person != user {
            var rating = old
            rating.decision = Rating.Decision(level: old.suggested, reason: "", by: user)
            rating.version += 1
            try run(
                """
                UPDATE ratings SET decided = \(old.suggested ?? -1), decided_by = \(user),
                  decided_at = \(now), version = version + 1, recorded_at = \(now)
                WHERE number = \(old.number)
                """
            )
            changed.append((old, rating))
        }
        guard !changed.isEmpty else {
            if !undecided.isEmpty { throw RatingError.ownRating }
            return
        }
        try finish(round, "ratings.decided", changed, by: user)
    }

    /// Tells those who are rated; from then until the day they may object.
    public func announceRatings(
        _ number: Int, objectionsUntil last: Day, by user: User.ID, on day: Day
    ) throws {
        let round = try ratingRound(numbered: number)
        try require(.runRatings, of: user, in: round.agency)
        guard round.stage == .deciding else { throw RatingError.wrongStage(round.stage) }
        let open = try ratings(where: "round_id = \(round.id) AND decided IS NULL").count
        guard open == 0 else { throw RatingError.undecided(open) }
        guard last >= day else {
            throw InvalidInput([
                Problem(
                    "objections_until", vi: "Ngày nhận ý kiến phải từ hôm nay, \(day.vi).",
                    en: "Objections are taken from today, \(day.en), on.")
            ])
        }
        try change(round, as: "ratings.announced", by: user) {
            $0.announcedOn = day
            $0.objectionsUntil = last
        }
    }

    /// Records what a person says to their own rating.
    public func objectToRating(
        _ number: Int, _ text: String, by user: User.ID, on day: Day
    ) throws {
        let (round, old) = try requiredRating(number)
        try require(.objectToRating, of: user, in: old.agency)
        guard old.person == user else { throw RatingError.notYours }
        guard round.stage == .objections, let last = round.objectionsUntil else {
            throw RatingError.wrongStage(round.stage)
        }
        guard day <= last else { throw RatingError.windowClosed(on: last) }
        guard !text.trimmed.isEmpty else {
            throw InvalidInput([
                Problem("objection", vi: "Hãy ghi ý kiến.", en: "Write what you say to it.")
            ])
        }
        var rating = old
        rating.objection = text
        rating.version += 1
        try run(
            """
            UPDATE ratings SET objection = \(text), objected_at = \(now), version = version + 1,
              recorded_at = \(now)
            WHERE number = \(number)
            """
        )
        try finish(round, "rating.objected", [(old, rating)], by: user)
    }

    /// Signs the ratings by name, once objections are over; nothing in them changes any more.
    ///
    /// More in a class than the rules allow needs a reason.
    public func signRatings(
        _ number: Int, symbol: String, limitReason: String, by user: User.ID, on day: Day
    ) throws {
        let round = try ratingRound(numbered: number)
        try require(.runRatings, of: user, in: round.agency)
        guard round.stage == .objections, let last = round.objectionsUntil else {
            throw RatingError.wrongStage(round.stage)
        }
        guard day > last else { throw RatingError.windowOpen(until: last) }
        guard !symbol.trimmed.isEmpty else {
            throw InvalidInput([
                Problem(
                    "symbol", vi: "Hãy ghi số quyết định.", en: "Give the number of the decision.")
            ])
        }
        let rules = try ratingRules(round.rules)
        let all = try ratings(where: "round_id = \(round.id)")
        for kind in RatedKind.allCases {
            let decided = all.filter { $0.kind == kind }.compactMap { $0.decision?.level }
            if limitReason.trimmed.isEmpty, let broken = rules.broken(by: decided).first {
                throw RatingError.overLimit(
                    name: rules.levels[broken.limit.level].name, count: broken.count,
                    allowed: broken.allowed)
            }
        }
        try change(round, as: "ratings.signed", by: user, because: limitReason) {
            $0.signedBy = user
            $0.signedOn = day
            $0.symbol = symbol
            $0.limitReason = limitReason
        }
    }

    /// Makes signed ratings known to everybody who has an account.
    public func publishRatings(_ number: Int, by user: User.ID, on day: Day) throws {
        let round = try ratingRound(numbered: number)
        try require(.runRatings, of: user, in: round.agency)
        guard round.stage == .signed else { throw RatingError.wrongStage(round.stage) }
        try change(round, as: "ratings.published", by: user) { $0.publishedOn = day }
    }

    private func change(
        _ round: RatingRound, as action: String, by user: User.ID, because reason: String = "",
        _ change: (inout RatingRound) -> Void
    ) throws {
        let changed = round.changed(change)
        let rows = try run(
            """
            UPDATE rating_rounds SET announced_on = \(changed.announcedOn),
              objections_until = \(changed.objectionsUntil), signed_by = \(changed.signedBy),
              signed_on = \(changed.signedOn), symbol = \(changed.symbol),
              limit_reason = \(changed.limitReason), published_on = \(changed.publishedOn),
              version = version + 1, recorded_at = \(now)
            WHERE id = \(round.id) AND version = \(round.version)
            """
        )
        guard rows == 1 else { throw EditConflict(Bilingual(vi: "Đợt xếp loại", en: "rating")) }
        try raise(.rating, year: round.year)
        try journal(
            action, by: user, in: round.agency, because: reason.isEmpty ? nil : reason,
            [Change("rating-round", round.id.text, before: round, after: changed)])
    }

    private func finish(
        _ round: RatingRound, _ action: String, _ changed: [(Rating, Rating)], by user: User.ID
    ) throws {
        try raise(.rating, year: round.year)
        try journal(
            action, by: user, in: round.agency,
            changed.map { Change("rating", "\($0.0.number)", before: $0.0, after: $0.1) })
    }

    private func ratingRound(numbered number: Int) throws -> RatingRound {
        guard let round = try ratingRounds(where: "r.number = \(number)").first else {
            throw MissingRecord(Bilingual(vi: "đợt xếp loại", en: "rating"), "\(number)")
        }
        return round
    }

    private func requiredRating(_ number: Int) throws -> (RatingRound, Rating) {
        guard let rating = try ratings(where: "number = \(number)").first,
            let round = try ratingRounds(where: "r.id = \(rating.round)").first
        else { throw MissingRecord(Bilingual(vi: "xếp loại", en: "rating"), "\(number)") }
        return (round, rating)
    }

    private func insert(_ round: RatingRound) throws {
        try run(
            """
            INSERT INTO rating_rounds
              (id, number, year, block, agency_id, rules_id, title, from_on, last_on, opened_on,
               symbol, limit_reason, version, recorded_at)
            VALUES (\(round.id), \(round.number), \(round.year), \(round.block.rawValue),
              \(round.agency), \(round.rules), \(round.title), \(round.period.lowerBound),
              \(round.period.upperBound), \(round.openedOn), \(""), \(""), 1, \(now))
            """
        )
    }

    private func insert(_ rating: Rating) throws {
        let text = { (lines: [Bilingual], language: Language) in
            lines.map { $0[language] }.joined(separator: "\n")
        }
        try run(
            """
            INSERT INTO ratings
              (number, round_id, kind, person, agency_id, title, days, index_sum, index_days,
               suggested, working_vi, working_en, honours_vi, honours_en, reason, objection, version,
               recorded_at)
            VALUES (\(rating.number), \(rating.round), \(rating.kind.rawValue), \(rating.person),
              \(rating.agency), \(rating.title), \(rating.days), \(rating.index?.sum),
              \(rating.index?.days), \(rating.suggested), \(text(rating.working, .vi)),
              \(text(rating.working, .en)), \(text(rating.honours, .vi)),
              \(text(rating.honours, .en)), \(""), \(""), 1, \(now))
            """
        )
    }
}

extension Rating {
    /// What the rules make of a case; its last post is the one it is filed under.
    fileprivate init?(
        _ rated: RatingCase, _ rules: RatingRules, in round: RatingRound, number: Int
    ) {
        guard let last = rated.stints.last else { return nil }
        let suggestion = rules.suggestion(for: rated)
        let honours = rules.honours(for: rated, decided: suggestion.level).map {
            Bilingual("\($0.honour.form): ") + $0.why
        }
        self.init(
            number: number, round: round.id, kind: rated.kind, person: rated.person,
            agency: last.agency, title: last.title,
            days: rated.stints.reduce(0) { $0 + $1.days }, index: suggestion.index,
            suggested: suggestion.level, working: suggestion.working, honours: honours)
    }
}
