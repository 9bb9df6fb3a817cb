import Domain

extension WritableDatabase {
    /// Takes the result that the Ministry gave the province, criterion by criterion, survey parts too.
    ///
    /// It is the last word on each line; what the province gave itself stays beside it. It may be taken
    /// again until it is made known.
    public func recordGivenResult(
        _ points: [Int: (points: Points?, reason: String)], of number: Int, by user: User.ID
    ) throws {
        try require(.manageRounds, of: user)
        let file = try openFile(number)
        guard file.round.block == nil else { throw ScoringError.ownRound }
        var changes: [Change] = []
        for (position, given) in points.sorted(by: { $0.key < $1.key }) {
            guard file.set.criteria.indices.contains(position),
                case let criterion = file.set.criteria[position], criterion.isScored
            else { continue }
            if let points = given.points, !criterion.bounds.contains(points) {
                throw InvalidInput([.outsideBounds(criterion)])
            }
            let outcome: Outcome = given.points.map { .points($0) } ?? .notCounted
            let old = file.line(position)
            if let same = old?.judgements[.council], same.outcome == outcome,
                same.reason == given.reason
            {
                continue
            }
            try saveScore(
                outcome, at: position, of: number, voice: .council, reason: given.reason, by: user)
            var new = old ?? AssessmentLine(position: position)
            new.judgements[.council] = Assessment.Judgement(
                outcome: outcome, reason: given.reason, by: user, at: now)
            changes.append(file.change(from: old, to: new))
        }
        guard !changes.isEmpty else { return }
        if file.assessment.stage != .confirmed {
            let moved = file.assessment.moved(to: .confirmed)
            try take(moved, from: file.assessment, reason: "", by: user)
            changes.append(
                Change("assessment", "\(number)", before: file.assessment, after: moved))
        }
        try finish(
            file, as: "ministry-result.recorded", by: user, changes,
            raisesVersion: file.assessment.stage == .confirmed)
    }

    /// Records what was announced of the province for a year; later figures replace earlier ones.
    public func recordNationalResult(_ result: NationalResult, by user: User.ID) throws {
        try require(.manageRounds, of: user)
        if !result.problems.isEmpty { throw InvalidInput(result.problems) }
        let old = try nationalResults().first { $0.year == result.year }
        guard old != result else { return }
        try run(
            """
            INSERT INTO national_results
              (year, index_value, rank, ranked, appraised_rank, surveyed_rank, mean, method, symbol,
               announced_on, recorded_at)
            VALUES (\(result.year), \(result.index.basisPoints), \(result.rank), \(result.ranked),
              \(result.appraisedRank), \(result.surveyedRank), \(result.mean?.basisPoints),
              \(result.method), \(result.symbol), \(result.announcedOn), \(now))
            ON CONFLICT (year) DO UPDATE SET index_value = excluded.index_value,
              rank = excluded.rank, ranked = excluded.ranked,
              appraised_rank = excluded.appraised_rank, surveyed_rank = excluded.surveyed_rank,
              mean = excluded.mean, method = excluded.method, symbol = excluded.symbol,
              announced_on = excluded.announced_on, recorded_at = excluded.recorded_at
            """
        )
        try raise(.scoring, year: result.year)
        try journal(
            "national-result.recorded", by: user,
            [Change("national-result", "\(result.year)", before: old, after: result)])
    }
}

extension ReadableDatabase {
    /// Returns what was announced of the province, the newest year first; everybody may know.
    public func nationalResults() throws -> [NationalResult] {
        try rows(
            """
            SELECT year, index_value, rank, ranked, appraised_rank, surveyed_rank, mean, method,
              symbol, announced_on
            FROM national_results ORDER BY year DESC LIMIT 100
            """
        ).map { row in
            NationalResult(
                year: row.int(0), index: Percentage(basisPoints: row.int(1)), rank: row.int(2),
                ranked: row.int(3), appraisedRank: row.optionalInt(4),
                surveyedRank: row.optionalInt(5),
                mean: row.optionalInt(6).map { Percentage(basisPoints: $0) }, method: row.text(7),
                symbol: row.text(8), announcedOn: row.day(9))
        }
    }
}
