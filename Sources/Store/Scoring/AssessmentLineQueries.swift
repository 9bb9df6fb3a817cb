import Domain

extension ReadableDatabase {
    /// Returns every line of an assessment on which something is on record, by position.
    ///
    /// Whoever may see the assessment may see its lines: ask for it first.
    public func lines(of assessment: Int) throws -> [AssessmentLine] {
        try lines(where: "assessment = \(assessment)")[assessment] ?? []
    }

    /// Returns the lines of every assessment of a round, for the office's map of the block.
    public func lines(of round: ScoringRound.ID) throws -> [Int: [AssessmentLine]] {
        try lines(
            where: "assessment IN (SELECT number FROM assessments WHERE round_id = \(round))")
    }

    private func lines(where condition: SQL) throws -> [Int: [AssessmentLine]] {
        var lines: [Int: [Int: AssessmentLine]] = [:]
        try each(
            """
            SELECT assessment, position, branch, kind, numerator, denominator, note, origin,
              recorded_by, recorded_at
            FROM assessment_answers WHERE \(condition)
            """
        ) { row in
            let entry = AssessmentLine.Entry(
                answer: row.answer(from: 2), note: row.text(6), origin: row.choice(7, .declared),
                by: row.optionalID(8), at: row.instant(9))
            lines[row.int(0), default: [:]][
                row.int(1), default: AssessmentLine(position: row.int(1))
            ].entry = entry
        }
        try each(
            """
            SELECT assessment, position, voice, points, reason, given_by, given_at
            FROM assessment_scores WHERE \(condition)
            """
        ) { row in
            let outcome: Outcome =
                row.optionalInt(3).map { .points(Points(hundredths: $0)) } ?? .notCounted
            lines[row.int(0), default: [:]][
                row.int(1), default: AssessmentLine(position: row.int(1))
            ].judgements[row.choice(2, .own)] = Assessment.Judgement(
                outcome: outcome, reason: row.text(4), by: row.optionalID(5), at: row.instant(6))
        }
        try each(
            "SELECT assessment, position, text FROM assessment_explanations WHERE \(condition)"
        ) { row in
            lines[row.int(0), default: [:]][
                row.int(1), default: AssessmentLine(position: row.int(1))
            ].explanation = row.text(2)
        }
        return lines.mapValues { $0.values.sorted { $0.position < $1.position } }
    }

    /// Returns each step that an assessment took, oldest first.
    public func steps(of assessment: Int) throws -> [AssessmentStep] {
        try rows(
            """
            SELECT stage, reason, taken_by, taken_at FROM assessment_steps
            WHERE assessment = \(assessment) ORDER BY seq LIMIT 1000
            """
        ).map {
            AssessmentStep(
                stage: $0.choice(0, .selfScoring), reason: $0.text(1), by: $0.optionalID(2),
                at: $0.instant(3))
        }
    }
}

/// One step that an assessment took: to which stage, by whom, when, why.
public struct AssessmentStep: Hashable, Sendable {
    public let stage: Assessment.Stage
    public let reason: String
    public let by: User.ID?
    public let at: Instant
}

extension Row {
    /// Branch, kind, numerator, denominator; `nil` for an exemption.
    func answer(from column: Int) -> Answer? {
        switch text(column + 1) {
        case "number":
            Answer(.number(Fraction(int(column + 2), int(column + 3))), branch: int(column))
        case "chosen": Answer(.chosen(int(column + 2)), branch: int(column))
        case "none": Answer(.nothingArose, branch: int(column))
        default: nil
        }
    }
}
