import Domain
import Reading
import Store

/// The criteria sets of the sample, the round of the year before up to its publication, and the
/// year's own round at self-scoring.
///
/// The criteria are the project's own words and nobody's decision. The year before, agencies declared
/// what the program now counts: it wasn't there yet.
extension SampleLoader {
    /// The blocks that have a round of the year before.
    private static let blocks: [Agency.Block] = [.departments, .districts]

    /// The day on which the results of the year before were made known.
    var scoresPublishedOn: Day { Day(year: year.year, month: 1, day: 14) ?? year.period.lowerBound }
    /// The day on which the year's round was opened.
    var roundOpenedOn: Day { Day(year: year.year, month: 10, day: 1) ?? year.period.lowerBound }

    /// The round of the year before, from its opening to its publication, in a few days.
    func addLastScores() async throws {
        guard year.edition == .binhDinh2021 else { return }
        let (user, last) = (user, year.year - 1)
        let first = year.period.lowerBound
        let files = try Self.blocks.map { try SampleFiles.criteria($0.rawValue) }
        try await store.write(at: morning(first)) { db in
            for read in files {
                let set = try db.addCriteriaSet(read.declared(for: last), by: user)
                try db.openRound(
                    of: last, set: set.number, terms: .sample(of: last, cutOff: first - 1),
                    by: user, on: first)
            }
        }
        for block in Self.blocks {
            let scorers = SampleScorers(year: last, block: block, loader: self)
            try await scorers.enter(on: first + 6)
            try await scorers.appraise(on: first + 14)
            try await scorers.explain(on: first + 18)
            try await scorers.decide(on: first + 24)
            try await scorers.confirm(on: first + 27)
        }
        let day = scoresPublishedOn
        try await store.write(at: morning(day)) { db in
            for block in Self.blocks {
                guard let round = try db.scoringRound(of: last, block: block) else { continue }
                try db.publishRound(
                    round.number, symbol: "14/QĐ-UBND (minh họa)", on: day, because: nil, by: user)
            }
        }
    }

    /// The year's own sets and rounds; agencies have begun to score themselves.
    func addScores() async throws {
        let (user, year) = (user, year)
        let blocks: [String] =
            year.edition == .binhDinh2021
            ? ["departments", "districts", "communes", "province"]
            : ["departments", "communes", "province"]
        // Where there are districts they score their communes by a set that is still a draft.
        let drafts = year.edition == .binhDinh2021 ? ["communes", "province"] : ["province"]
        let sets = try blocks.map { try SampleFiles.criteria($0).issued(for: year) }
        let day = roundOpenedOn
        try await store.write(at: morning(day)) { db in
            for (name, read) in zip(blocks, sets) {
                let set = try db.addCriteriaSet(read, by: user)
                guard !drafts.contains(name) else { continue }
                try db.openRound(
                    of: year.year, set: set.number,
                    terms: .sample(of: year.year, cutOff: year.period.upperBound), by: user,
                    on: day)
            }
        }
        for block in Agency.Block.allCases
        where blocks.contains(block.rawValue) && !drafts.contains(block.rawValue) {
            try await SampleScorers(year: year.year, block: block, loader: self)
                .begin(on: min(day + 9, year.today))
        }
        let today = year.today
        try await store.write(at: morning(today)) { db in
            for round in try db.scoringRounds(of: year.year) {
                try db.refreshMeasures(of: round.number, by: user, on: today)
            }
        }
    }
}

extension ScoringRound.Terms {
    static func sample(of year: Int, cutOff: Day) -> ScoringRound.Terms {
        var terms = ScoringRound.Terms(
            title: "Chấm điểm cải cách hành chính năm \(year)", cutOff: cutOff,
            selfDue: cutOff + 7)
        terms.refusedAfter = cutOff + 12
        terms.supplementUntil = cutOff + 14
        terms.appraisalDue = cutOff + 16
        terms.explanationDue = cutOff + 20
        terms.secondDue = cutOff + 23
        terms.councilDue = cutOff + 26
        terms.confirmationDue = cutOff + 29
        terms.lateRule = "0: 0; 1-2: -1; >2: -1 - (x-2) * 1"
        return terms
    }
}

extension ReadCriteria {
    /// The edition of an earlier year, in which agencies declared every figure themselves.
    fileprivate func declared(for year: Int) -> ReadCriteria {
        changed(year: year) { input in
            guard case .measure(let measure) = input else { return input }
            return measure.kind == .count ? .count : .share
        }
    }

    /// The edition of the sample's own year; appraisers of another province have other codes.
    fileprivate func issued(for sample: SampleYear) -> ReadCriteria {
        changed(year: sample.year, codes: sample.provinceCode) { $0 }
    }

    /// The edition of another year, as it stands.
    func issued(year: Int) -> ReadCriteria { changed(year: year) { $0 } }

    private func changed(
        year: Int, codes: String = "BD", _ change: (CriterionInput?) -> CriterionInput?
    ) -> ReadCriteria {
        var details = self.details
        details.year = year
        let rows = criteria.enumerated().map { number, criterion -> (Int, CriterionRow) in
            var row = CriterionRow(criterion)
            row.input = change(criterion.input)
            row.appraiser = row.appraiser?.replacing("BD-", with: codes + "-")
            row.confirmer = row.confirmer?.replacing("BD-", with: codes + "-")
            return (number + 2, row)
        }
        return ReadCriteria(
            ReadRows(rows: rows, problems: [], notices: []), details: details, notes: notes)
    }
}
