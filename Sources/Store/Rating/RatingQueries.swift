import Domain

extension ReadableDatabase {
    /// Returns every edition of the rules, the newest first; they are no secret.
    public func ratingRules() throws -> [RatingRules] {
        try ratingRules(where: "1 = 1")
    }

    public func ratingRules(numbered number: Int) throws -> RatingRules? {
        try ratingRules(where: "number = \(number)").first
    }

    func ratingRules(_ id: RatingRules.ID) throws -> RatingRules {
        guard let rules = try ratingRules(where: "id = \(id)").first else {
            throw MissingRecord(Bilingual(vi: "quy định xếp loại", en: "rating rules"), id.text)
        }
        return rules
    }

    /// Returns the rules by which a round rates.
    public func rules(of round: RatingRound) throws -> RatingRules { try ratingRules(round.rules) }

    /// Returns the agency in which the user runs ratings: where they are head, else the province's.
    public func ratingSeat(of user: User.ID, on day: Day) throws -> Agency.ID {
        let held = try heldRoles(of: user).filter { $0.tenure.contains(day) }
        if let own = held.first(where: { $0.role == .head })?.agency { return own }
        guard let root = try agencyTree(on: day).bodies.first else {
            throw MissingRecord(Bilingual(vi: "cơ quan", en: "agency"), "")
        }
        return root.id
    }

    private func ratingRules(where condition: SQL) throws -> [RatingRules] {
        try rows(
            """
            SELECT id, number, name, year, symbol, source, body, closed_on, version
            FROM rating_rules WHERE \(condition) ORDER BY year DESC, number DESC LIMIT 500
            """
        ).map { row in
            RatingRules.read(row.text(6)).rules(
                id: row.id(0), number: row.int(1),
                details: RatingRules.Details(
                    name: row.text(2), year: row.int(3), symbol: row.text(4), source: row.text(5)),
                closedOn: row.optionalDay(7), version: row.int(8))
        }
    }

    /// Returns the rounds of a year that are published, or in which the viewer may see something.
    public func ratingRounds(of year: Int, for viewer: Viewer) throws -> [RatingRound] {
        try ratingRounds(where: "year = \(year) AND \(try seenRatingRounds(by: viewer))")
    }

    /// Returns the round with that number; `nil` when there is none that the viewer may know of.
    public func ratingRound(numbered number: Int, for viewer: Viewer) throws -> RatingRound? {
        try ratingRounds(
            where: "number = \(number) AND \(try seenRatingRounds(by: viewer))"
        ).first
    }

    func ratingRounds(where condition: SQL) throws -> [RatingRound] {
        try rows(
            """
            SELECT id, number, year, block, agency_id, rules_id, title, from_on, last_on, opened_on,
              announced_on, objections_until, signed_by, signed_on, symbol, limit_reason,
              published_on, version
            FROM rating_rounds r WHERE \(condition) ORDER BY number DESC LIMIT 500
            """
        ).map { row in
            RatingRound(
                id: row.id(0), number: row.int(1), year: row.int(2),
                block: row.choice(3, .departments), agency: row.id(4), rules: row.id(5),
                title: row.text(6), period: row.day(7)...max(row.day(7), row.day(8)),
                openedOn: row.day(9), announcedOn: row.optionalDay(10),
                objectionsUntil: row.optionalDay(11), signedBy: row.optionalID(12),
                signedOn: row.optionalDay(13), symbol: row.text(14), limitReason: row.text(15),
                publishedOn: row.optionalDay(16), version: row.int(17))
        }
    }

    /// Returns the ratings of a round as far as the viewer may see them, in the order of the index.
    ///
    /// Published, everybody's. Before, all for who decides and the council, and to a person their own
    /// once it was announced.
    public func ratings(of round: RatingRound, for viewer: Viewer) throws -> [Rating] {
        let condition: SQL
        if try seesAll(of: round, viewer) {
            condition = "1 = 1"
        } else if case .person(let user) = viewer, round.announcedOn != nil {
            condition = "person = \(user)"
        } else {
            return []
        }
        return try ratings(where: "round_id = \(round.id) AND \(condition)").sorted {
            let (left, right) = ($0.index?.hundredths ?? -1, $1.index?.hundredths ?? -1)
            return left == right ? $0.number < $1.number : left > right
        }
    }

    /// Whether the viewer may see every rating of the round.
    public func seesAll(of round: RatingRound, _ viewer: Viewer) throws -> Bool {
        switch viewer {
        case .system: return true
        case .visitor: return false
        case .person(let user):
            let today = try workspace().today(now)
            if round.publishedOn != nil {
                return Permission.seeRatings.isGrantedSomewhere(
                    to: try heldRoles(of: user), on: today)
            }
            return try isGranted(.seeOpenRatings, to: user, in: round.agency, on: today)
        }
    }

    func ratings(where condition: SQL) throws -> [Rating] {
        var found: [Rating] = []
        try each(
            """
            SELECT number, round_id, kind, person, agency_id, title, days, index_sum, index_days,
              suggested, working_vi, working_en, honours_vi, honours_en, decided, reason, decided_by,
              decided_at, objection, version
            FROM ratings WHERE \(condition) ORDER BY number
            """
        ) { row in
            let index = row.optionalInt(7).flatMap { sum in
                row.optionalInt(8).map { WeightedFigure(sum: sum, days: $0) }
            }
            found.append(
                Rating(
                    number: row.int(0), round: row.id(1), kind: row.choice(2, .head),
                    person: row.optionalID(3), agency: row.id(4), title: row.text(5),
                    days: row.int(6), index: index, suggested: row.optionalInt(9),
                    working: Bilingual.lines(row.text(10), row.text(11)),
                    honours: Bilingual.lines(row.text(12), row.text(13)),
                    decision: row.optionalInt(14).map {
                        Rating.Decision(
                            level: $0 < 0 ? nil : $0, reason: row.text(15), by: row.optionalID(16))
                    }, objection: row.text(18), version: row.int(19)))
        }
        return found
    }

    /// The rounds that a viewer may know of, as a condition on `r`.
    private func seenRatingRounds(by viewer: Viewer) throws -> SQL {
        switch viewer {
        case .system: return "1 = 1"
        case .visitor: return "1 = 0"
        case .person(let user):
            let today = try workspace().today(now)
            let held = try heldRoles(of: user).filter { $0.tenure.contains(today) }
            var conditions: [SQL] = ["r.published_on IS NOT NULL"]
            for role in held {
                guard let reach = Permission.seeOpenRatings.reach[role.role] else { continue }
                guard let own = role.agency, reach != .everywhere else { return "1 = 1" }
                conditions.append("r.agency_id = \(own)")
            }
            conditions.append(
                """
                (r.announced_on IS NOT NULL AND EXISTS (SELECT 1 FROM ratings m
                  WHERE m.round_id = r.id AND m.person = \(user)))
                """)
            return "(\(conditions.joined(" OR ")))"
        }
    }
}

extension Bilingual {
    /// Lines kept one below the other, in each language as many.
    fileprivate static func lines(_ vi: String, _ en: String) -> [Bilingual] {
        zip(vi.split(separator: "\n"), en.split(separator: "\n")).map {
            Bilingual(vi: String($0), en: String($1))
        }
    }
}
