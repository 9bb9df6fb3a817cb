import Domain

/// One assessment with all that an action needs to judge a change of it.
struct AssessmentFile {
    let assessment: Assessment
    let round: ScoringRound
    let set: CriteriaSet
    let scorer: Scorer
    let lines: [AssessmentLine]

    func line(_ position: Int) -> AssessmentLine? { lines.first { $0.position == position } }

    /// Why something cannot be entered for a line.
    func problems(of line: EnteredLine) -> [Problem] {
        guard set.criteria.indices.contains(line.position) else { return [] }
        let criterion = set.criteria[line.position]
        guard let input = criterion.input, let rule = criterion.rule else { return [] }
        guard let answer = line.answer else {
            if criterion.exemption.isEmpty {
                return [
                    Problem(
                        criterion.code, vi: "Tiêu chí \(criterion.code) không có trường hợp miễn.",
                        en: "Criterion \(criterion.code) knows no exemption.")
                ]
            }
            return line.note.trimmed.isEmpty
                ? [
                    Problem(
                        criterion.code, vi: "Tiêu chí \(criterion.code): hãy ghi căn cứ miễn.",
                        en: "Criterion \(criterion.code): give the ground of the exemption.")
                ] : []
        }
        guard input.isDeclared else {
            return [
                Problem(
                    criterion.code,
                    vi:
                        "Tiêu chí \(criterion.code) được tính từ hồ sơ hoặc điều tra, không tự khai.",
                    en: "Criterion \(criterion.code) is counted from records or a survey.")
            ]
        }
        if rule.outcome(of: answer, within: criterion.bounds) == .unmatched {
            return [
                Problem(
                    criterion.code,
                    vi:
                        "Tiêu chí \(criterion.code): không mức nào nhận giá trị này; hãy kiểm tra lại.",
                    en: "Criterion \(criterion.code): no case takes this figure; check it.")
            ]
        }
        return []
    }

    /// Lines that ask for evidence and have neither it nor an explanation of why it is missing.
    ///
    /// Source: 383 and 384/BNV-CCHC of 28/01/2021: an explanation for every item whose evidence is
    /// missing or incomplete.
    func unexplained(_ proofs: [Int: Proof]) -> [Problem] {
        self.set.scored.compactMap { position in
            let criterion = set.criteria[position]
            guard criterion.input?.isDeclared == true, !criterion.evidence.isEmpty,
                let entry = line(position)?.entry, entry.note.trimmed.isEmpty,
                proofs[position]?.state ?? .missing == .missing
            else { return nil }
            return Problem(
                criterion.code,
                vi:
                    "Tiêu chí \(criterion.code): hãy ghi tài liệu kiểm chứng, hoặc giải trình vì sao chưa có.",
                en: "Criterion \(criterion.code): name the evidence, or explain why there is none.")
        }
    }

    func ownJudgement(
        of line: AssessmentLine, by user: User.ID?, at instant: Instant
    ) -> Assessment.Judgement {
        let others = lines.filter { $0.position != line.position } + [line]
        let outcome = scorer.enteredOutcomes(others)[line.position] ?? .missing
        return Assessment.Judgement(outcome: outcome, reason: "", by: user, at: instant)
    }

    /// A line's change as the journal keeps it.
    func change(from old: AssessmentLine?, to new: AssessmentLine) -> Change {
        let criterion = set.criteria[new.position]
        return Change(
            "assessment-line", "\(assessment.number)/\(criterion.code)",
            before: old.flatMap { JournaledLine($0, criterion) },
            after: JournaledLine(new, criterion))
    }
}

/// A line as the journal keeps it, in words that a reader understands.
struct JournaledLine: Encodable {
    let figure: String?
    let note: String?
    let appraisal: String?
    let second: String?
    let council: String?
    let reason: String?
    let explanation: String?

    /// `nil` when there is nothing on record that a person entered.
    init?(_ line: AssessmentLine, _ criterion: Criterion) {
        let entry = line.entry?.origin == .measured ? nil : line.entry
        if entry == nil, line.judgements.filter({ $0.key != .own }).isEmpty,
            line.explanation.isEmpty
        {
            return nil
        }
        let isShare = criterion.input?.kind == .share
        figure = entry.map { entry in
            guard let answer = entry.answer else { return "miễn" }
            switch answer.value {
            case .number(let number): return number.words(isShare: isShare).vi
            case .nothingArose: return "không phát sinh"
            case .chosen(let option):
                let options = criterion.rule?.branches[answer.branch].options ?? []
                return options.indices.contains(option) ? options[option] : "\(option)"
            }
        }
        note = entry?.note
        let points = { (voice: Assessment.Voice) -> String? in
            line.judgements[voice].map { judgement in
                judgement.outcome.points.map { Written.points($0, .vi) } ?? "không tính"
            }
        }
        appraisal = points(.appraisal)
        second = points(.second)
        council = points(.council)
        reason = line.judgements.filter { $0.key != .own }.judgement()?.reason
        explanation = line.explanation.isEmpty ? nil : line.explanation
    }
}

extension ReadableDatabase {
    /// What proves each line of a file, by position.
    func proofs(of file: AssessmentFile) throws -> [Int: Proof] {
        try proofs(of: file.assessment.number, file.set)
    }

    /// What proves each scored line of an assessment: files, or why there are none.
    public func proofs(of assessment: Int, _ set: CriteriaSet) throws -> [Int: Proof] {
        let found = try proofs(
            of: .assessmentLine, set.scored.map { "\(assessment)/\(set.criteria[$0].code)" })
        var byPosition: [Int: Proof] = [:]
        for position in set.scored {
            byPosition[position] = found["\(assessment)/\(set.criteria[position].code)"]
        }
        return byPosition
    }

    /// Loads a file whose round is not published.
    func openFile(_ number: Int) throws -> AssessmentFile {
        let assessment = try assessment(numbered: number)
        let round = try scoringRound(assessment.round)
        if let publication = round.publication {
            throw ScoringError.roundPublished(on: publication.on)
        }
        guard let set = try criteriaSet(round.set) else {
            throw MissingRecord(Bilingual(vi: "bộ tiêu chí", en: "criteria set"), round.set.text)
        }
        return AssessmentFile(
            assessment: assessment, round: round, set: set, scorer: Scorer(set),
            lines: try lines(of: number))
    }
}

extension WritableDatabase {
    func save(_ entry: AssessmentLine.Entry, at position: Int, of assessment: Int) throws {
        let (kind, numerator, denominator): (String, Int, Int) =
            switch entry.answer?.value {
            case .number(let number)?: ("number", number.numerator, number.denominator)
            case .chosen(let option)?: ("chosen", option, 1)
            case .nothingArose?: ("none", 0, 1)
            case nil: ("exempt", 0, 1)
            }
        try run(
            """
            INSERT INTO assessment_answers
              (assessment, position, branch, kind, numerator, denominator, note, origin,
               recorded_by, recorded_at)
            VALUES (\(assessment), \(position), \(entry.answer?.branch ?? 0), \(kind),
              \(numerator), \(denominator), \(entry.note), \(entry.origin.rawValue), \(entry.by),
              \(entry.at))
            ON CONFLICT (assessment, position) DO UPDATE SET branch = excluded.branch,
              kind = excluded.kind, numerator = excluded.numerator,
              denominator = excluded.denominator, note = excluded.note, origin = excluded.origin,
              recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
            """
        )
    }

    func saveScore(
        _ outcome: Outcome, at position: Int, of assessment: Int, voice: Assessment.Voice,
        reason: String, by user: User.ID
    ) throws {
        try run(
            """
            INSERT INTO assessment_scores
              (assessment, position, voice, points, reason, given_by, given_at)
            VALUES (\(assessment), \(position), \(voice.rawValue), \(outcome.points?.hundredths),
              \(reason), \(user), \(now))
            ON CONFLICT (assessment, position, voice) DO UPDATE SET points = excluded.points,
              reason = excluded.reason, given_by = excluded.given_by, given_at = excluded.given_at
            """
        )
    }

    func saveOwn(of lines: [AssessmentLine], _ file: AssessmentFile, by user: User.ID) throws {
        for line in lines {
            try saveScore(
                file.ownJudgement(of: line, by: user, at: now).outcome, at: line.position,
                of: file.assessment.number, voice: .own, reason: "", by: user)
        }
    }

    /// Writes the step that an assessment takes, and who took it.
    func take(
        _ moved: Assessment, from old: Assessment, reason: String, by user: User.ID
    ) throws {
        let changed = try run(
            """
            UPDATE assessments SET stage = \(moved.stage.rawValue),
              submitted_on = \(moved.submittedOn), penalty = \(moved.penalty.hundredths),
              confirmation = \(moved.confirmation), version = version + 1, recorded_at = \(now)
            WHERE number = \(old.number) AND version = \(old.version)
            """
        )
        guard changed == 1 else {
            throw EditConflict(Bilingual(vi: "Hồ sơ chấm điểm", en: "assessment"))
        }
        try run(
            """
            INSERT INTO assessment_steps (assessment, seq, stage, reason, taken_by, taken_at)
            SELECT \(old.number), COALESCE(MAX(seq), 0) + 1, \(moved.stage.rawValue), \(reason),
              \(user), \(now)
            FROM assessment_steps WHERE assessment = \(old.number)
            """
        )
    }

    /// Keeps the totals of a file whose lines changed, and journals what changed.
    func finish(
        _ file: AssessmentFile, as action: String, by user: User.ID, because reason: String? = nil,
        _ changes: [Change], raisesVersion: Bool = true
    ) throws {
        if raisesVersion {
            try run(
                "UPDATE assessments SET version = version + 1 WHERE number = \(file.assessment.number)"
            )
        }
        try keepTotals(of: try assessment(numbered: file.assessment.number), file.scorer)
        try raise(.scoring, year: file.round.year)
        try journal(action, by: user, in: file.assessment.agency, because: reason, changes)
    }

    /// Adds a file's lines up and keeps the sums that lists sort by, and what a block is scored from.
    func keepTotals(of assessment: Assessment, _ scorer: Scorer) throws {
        let lines = try lines(of: assessment.number)
        let (own, counted) = scorer.standing(of: lines, penalty: assessment.penalty)
        try run(
            """
            UPDATE assessments SET own_points = \(own.points.hundredths),
              own_maximum = \(own.maximum.hundredths), points = \(counted.points.hundredths),
              maximum = \(counted.maximum.hundredths),
              appraised = \(counted.appraised.points.hundredths),
              appraised_of = \(counted.appraised.maximum.hundredths),
              surveyed = \(counted.surveyed.points.hundredths),
              surveyed_of = \(counted.surveyed.maximum.hundredths),
              index_value = \(counted.index?.basisPoints)
            WHERE number = \(assessment.number)
            """
        )
        try run(
            """
            INSERT INTO assessment_texts (assessment, answers)
            VALUES (\(assessment.number), \(KeptAnswers.text(of: lines)))
            ON CONFLICT (assessment) DO UPDATE SET answers = excluded.answers
            """
        )
    }
}
