import Domain

extension ReadableDatabase {
    /// The sums kept of each assessment, added up anew from its lines.
    func checkKeptTotals() throws -> (count: Int, problems: [Bilingual]) {
        var count = 0
        var problems: [Bilingual] = []
        for round in try scoringRounds() {
            guard let set = try criteriaSet(round.set) else { continue }
            let scorer = Scorer(set)
            let lines = try lines(of: round.id)
            let kept = try keptAnswers(of: round.id)
            for file in try listedAssessments(where: "round_id = \(round.id)") {
                count += 1
                let number = file.assessment.number
                let (own, counted) = scorer.standing(
                    of: lines[number] ?? [], penalty: file.assessment.penalty)
                let isRight =
                    file.own.points == own.points && file.own.maximum == own.maximum
                    && file.counted.points == counted.points
                    && file.counted.maximum == counted.maximum
                    && file.appraised == counted.appraised && file.surveyed == counted.surveyed
                    && file.index == counted.index
                    && kept[number] ?? KeptAnswers.text(of: lines[number] ?? [])
                        == KeptAnswers.text(of: lines[number] ?? [])
                guard !isRight else { continue }
                problems.append(
                    Bilingual(
                        vi: "assessments \(number): tổng điểm lưu sẵn không khớp với các dòng",
                        en: "assessments \(number): the kept sums do not agree with the lines"))
            }
        }
        return (count, problems)
    }

    /// The kept text of every file that has one.
    private func keptAnswers(of round: ScoringRound.ID) throws -> [Int: String] {
        var kept: [Int: String] = [:]
        try each(
            """
            SELECT t.assessment, t.answers FROM assessment_texts t
            JOIN assessments a ON a.number = t.assessment WHERE a.round_id = \(round)
            """
        ) { kept[$0.int(0)] = $0.text(1) }
        return kept
    }
}
