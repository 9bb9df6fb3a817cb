import Domain

/// What a whole block is scored from, read at once: every agency's answers by position of the line.
public struct BlockAnswers: Sendable {
    public let round: ScoringRound
    public let set: CriteriaSet
    /// The numbers of the files, in order; `agencies` and `answers` follow them.
    public let files: [Int]
    public let agencies: [Agency.ID]
    /// Of each file, one for each line of the set.
    public let answers: [[Answer?]]
    /// Lines from which agencies are exempt, by file.
    public let exempt: [Int: Set<Int>]
    /// Which files have survey results.
    public let surveyed: Set<Int>
}

extension ReadableDatabase {
    /// Reads what every agency of a round has to be scored from: records counted anew, and what was
    /// declared.
    ///
    /// The figures are those of the records as they are now, whatever was filled in when the round
    /// opened: for reckoning a whole block anew, as under another set.
    public func blockAnswers(
        of round: ScoringRound, in tree: AgencyTree, on day: Day, figures: MeasuredFigures
    ) throws -> BlockAnswers? {
        guard let set = try criteriaSet(round.set) else { return nil }
        var files: [Int] = []
        var agencies: [Agency.ID] = []
        try each(
            "SELECT number, agency_id FROM assessments WHERE round_id = \(round.id) ORDER BY number"
        ) {
            files.append($0.int(0))
            agencies.append($0.id(1))
        }
        let measured = set.scored.compactMap { position -> (Int, ScoringMeasure)? in
            guard case .measure(let measure) = set.criteria[position].input else { return nil }
            return (position, measure)
        }
        let width = set.criteria.count
        let isSurveyed = set.criteria.map(\.isSurveyed)
        var answers = [[Answer?]](
            repeating: [Answer?](repeating: nil, count: width), count: files.count)
        for (place, agency) in agencies.enumerated() {
            guard let body = tree.position(of: agency) else { continue }
            for (position, measure) in measured {
                answers[place][position] = figures.answer(measure, at: body)
            }
        }
        var exempt: [Int: Set<Int>] = [:]
        var surveyed: Set<Int> = []
        func note(_ position: Int, _ answer: Answer?, at place: Int) {
            guard position < width else { return }
            if let answer {
                answers[place][position] = answer
            } else {
                exempt[place, default: []].insert(position)
            }
            if isSurveyed[position] { surveyed.insert(place) }
        }
        var place = 0
        var unreadable: [Int] = []
        try each(
            """
            SELECT t.answers FROM assessments a
            LEFT JOIN assessment_texts t ON t.assessment = a.number
            WHERE a.round_id = \(round.id) ORDER BY a.number
            """
        ) { row in
            let isRead = row.bytes(0) { KeptAnswers.read($0) { note($0, $1, at: place) } }
            if isRead != true { unreadable.append(place) }
            place += 1
        }
        for place in unreadable {
            for line in try lines(of: files[place]) {
                if let entry = line.entry, entry.origin != .measured {
                    note(line.position, entry.answer, at: place)
                }
            }
        }
        return BlockAnswers(
            round: round, set: set, files: files, agencies: agencies, answers: answers,
            exempt: exempt, surveyed: surveyed)
    }
}

extension BlockAnswers {
    /// Scores every agency: points and index by the rules, and the ranks that follow.
    public func totals(by scorer: Scorer) -> [ScoreTotals] {
        answers.indices.map { place in
            scorer.totals(
                of: scorer.outcomes(of: answers[place], exempt: exempt[place] ?? []),
                withSurvey: surveyed.contains(place))
        }
    }
}

extension WritableDatabase {
    /// Puts made-up answers into a file, for measuring; the journal doesn't tell of it.
    package func fillAnswers(
        _ answers: [(position: Int, answer: Answer)], of assessment: Assessment, in set: CriteriaSet
    ) throws {
        for line in answers {
            try save(
                AssessmentLine.Entry(
                    answer: line.answer, note: "", origin: .declared, by: nil, at: now),
                at: line.position, of: assessment.number)
        }
        try keepTotals(of: assessment, Scorer(set))
    }
}
