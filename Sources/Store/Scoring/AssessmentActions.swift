import Domain

/// What a person enters for one criterion of a file.
public struct EnteredLine: Hashable, Sendable {
    public let position: Int
    /// `nil` to say that the agency is exempt, on the ground in the note.
    public let answer: Answer?
    public let note: String

    public init(position: Int, answer: Answer?, note: String) {
        self.position = position
        self.answer = answer
        self.note = note
    }
}

extension WritableDatabase {
    /// Enters figures, choices and evidence into an agency's file (tự chấm).
    ///
    /// It is open until the file is handed in; then, until the round's day for supplements, for facts
    /// of the year's last weeks on lines that nobody appraised yet. In a joint file each department
    /// enters the lines that it leads.
    public func enterScores(
        _ entered: [EnteredLine], of number: Int, version: Int, by user: User.ID, on day: Day
    ) throws {
        let file = try openFile(number)
        let isOwner = try requireEntering(entered, in: file, by: user)
        // Many departments fill in one file, each its own lines: they don't get in each other's way.
        guard !isOwner || file.assessment.version == version else {
            throw EditConflict(Bilingual(vi: "Hồ sơ chấm điểm", en: "assessment"))
        }
        let isSupplement = file.assessment.stage == .appraising
        if isSupplement {
            guard let last = file.round.terms.supplementUntil, day <= last else {
                throw ScoringError.wrongStage(file.assessment.stage)
            }
        } else if file.assessment.stage != .selfScoring {
            throw ScoringError.wrongStage(file.assessment.stage)
        }
        let problems = entered.flatMap { file.problems(of: $0) }
        if !problems.isEmpty { throw InvalidInput(problems) }
        var changes: [Change] = []
        for line in entered {
            let old = file.line(line.position)
            if isSupplement, old?.judgements[.appraisal] != nil {
                throw ScoringError.wrongStage(file.assessment.stage)
            }
            if let entry = old?.entry, entry.answer == line.answer, entry.note == line.note {
                continue
            }
            let entry = AssessmentLine.Entry(
                answer: line.answer, note: line.note,
                origin: isSupplement ? .supplement : .declared, by: user, at: now)
            try save(entry, at: line.position, of: number)
            var new = old ?? AssessmentLine(position: line.position)
            new.entry = entry
            if isSupplement {
                try saveOwn(of: [new], file, by: user)
                new.judgements[.own] = file.ownJudgement(of: new, by: user, at: now)
            }
            changes.append(file.change(from: old, to: new))
        }
        guard !changes.isEmpty else { return }
        try finish(file, as: "scores.entered", by: user, changes)
    }

    /// Hands an agency's file in: its own points are fixed, and lateness is counted by the rule.
    public func submitScores(
        of number: Int, version: Int, by user: User.ID, on day: Day
    ) throws {
        let file = try openFile(number)
        try require(.scoreOwn, of: user, in: file.assessment.agency)
        guard file.assessment.stage == .selfScoring else {
            throw ScoringError.wrongStage(file.assessment.stage)
        }
        guard file.assessment.version == version else {
            throw EditConflict(Bilingual(vi: "Hồ sơ chấm điểm", en: "assessment"))
        }
        if let last = file.round.terms.refusedAfter, day > last, file.assessment.excuse.isEmpty {
            throw ScoringError.refusedLate(since: last)
        }
        let missing = file.unexplained(try proofs(of: file))
        if !missing.isEmpty { throw InvalidInput(missing) }
        let outcomes = file.scorer.enteredOutcomes(file.lines)
        for position in file.set.scored where !file.set.criteria[position].isSurveyed {
            try saveScore(
                outcomes[position] ?? .missing, at: position, of: number, voice: .own, reason: "",
                by: user)
        }
        let penalty =
            file.assessment.excuse.isEmpty ? file.round.penalty(submittedOn: day) : .zero
        let moved = file.assessment.moved(to: .appraising, submittedOn: day, penalty: penalty)
        try take(moved, from: file.assessment, reason: "", by: user)
        try finish(
            file, as: "scores.submitted", by: user,
            [
                Change(
                    "assessment", "\(number)", before: file.assessment, after: moved)
            ], raisesVersion: false)
    }

    /// Explains lines whose appraisal the agency sees otherwise (giải trình).
    public func explainScores(
        _ texts: [Int: String], of number: Int, by user: User.ID
    ) throws {
        let file = try openFile(number)
        try require(.scoreOwn, of: user, in: file.assessment.agency)
        guard file.assessment.stage == .explaining else {
            throw ScoringError.wrongStage(file.assessment.stage)
        }
        var changes: [Change] = []
        for (position, text) in texts.sorted(by: { $0.key < $1.key }) where !text.trimmed.isEmpty {
            guard file.set.criteria.indices.contains(position) else { continue }
            let old = file.line(position)
            if old?.explanation == text { continue }
            try run(
                """
                INSERT INTO assessment_explanations (assessment, position, text, given_by, given_at)
                VALUES (\(number), \(position), \(text), \(user), \(now))
                ON CONFLICT (assessment, position) DO UPDATE SET text = excluded.text,
                  given_by = excluded.given_by, given_at = excluded.given_at
                """
            )
            var new = old ?? AssessmentLine(position: position)
            new.explanation = text
            changes.append(file.change(from: old, to: new))
        }
        guard !changes.isEmpty else { return }
        try finish(file, as: "scores.explained", by: user, changes)
    }

    /// Records that the agency confirmed its result in writing.
    public func confirmScores(
        of number: Int, document: String, by user: User.ID
    ) throws {
        let file = try openFile(number)
        try require(.scoreOwn, of: user, in: file.assessment.agency)
        guard file.assessment.stage == .confirming else {
            throw ScoringError.wrongStage(file.assessment.stage)
        }
        guard !document.trimmed.isEmpty else {
            throw InvalidInput([
                Problem(
                    "document", vi: "Hãy ghi số, ngày của văn bản xác nhận.",
                    en: "Give number and day of the confirmation.")
            ])
        }
        let moved = file.assessment.moved(to: .confirmed, confirmation: document)
        try take(moved, from: file.assessment, reason: document, by: user)
        try finish(
            file, as: "scores.confirmed", by: user,
            [Change("assessment", "\(number)", before: file.assessment, after: moved)],
            raisesVersion: false)
    }
}
