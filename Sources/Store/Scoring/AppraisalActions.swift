import Domain

/// What a person gives one criterion of a file.
public struct GivenPoints: Hashable, Sendable {
    public let position: Int
    /// `nil` when the criterion does not apply to the agency.
    public let points: Points?
    public let reason: String

    public init(position: Int, points: Points?, reason: String) {
        self.position = position
        self.points = points
        self.reason = reason
    }
}

extension WritableDatabase {
    /// Gives points to lines of a file that was handed in: in the appraisal, the second appraisal or
    /// the council, whichever it is at.
    ///
    /// Appraisers give points only where the criterion names their body. Points that differ from
    /// those before need a reason.
    public func givePoints(
        _ given: [GivenPoints], of number: Int, by user: User.ID
    ) throws {
        let file = try openFile(number)
        guard let voice = file.assessment.stage.voice else {
            throw ScoringError.wrongStage(file.assessment.stage)
        }
        let agency = file.assessment.agency
        try require(voice == .council ? .decideScores : .appraiseScores, of: user, in: agency)
        let bodies = voice == .council ? nil : try appraisingBodies(of: user)
        var changes: [Change] = []
        for line in given {
            guard file.set.criteria.indices.contains(line.position) else { continue }
            let criterion = file.set.criteria[line.position]
            guard criterion.isScored, !criterion.isSurveyed else {
                throw ScoringError.notCounted(criterion.code)
            }
            if let bodies, !criterion.appraiser.isEmpty, !bodies.contains(criterion.appraiser) {
                throw ScoringError.notYours(criterion.code)
            }
            if let points = line.points, !criterion.bounds.contains(points) {
                throw InvalidInput([.outsideBounds(criterion)])
            }
            let outcome: Outcome = line.points.map { .points($0) } ?? .notCounted
            let old = file.line(line.position)
            let before = old?.judgements.judgement(upTo: voice.before)
            if outcome != before?.outcome, line.reason.trimmed.isEmpty {
                throw ScoringError.reasonNeeded(criterion.code)
            }
            if let same = old?.judgements[voice], same.outcome == outcome,
                same.reason == line.reason
            {
                continue
            }
            try saveScore(
                outcome, at: line.position, of: number, voice: voice, reason: line.reason, by: user)
            var new = old ?? AssessmentLine(position: line.position)
            new.judgements[voice] = Assessment.Judgement(
                outcome: outcome, reason: line.reason, by: user, at: now)
            changes.append(file.change(from: old, to: new))
        }
        guard !changes.isEmpty else { return }
        try finish(
            file, as: voice == .council ? "points.decided" : "points.appraised", by: user, changes)
    }

    /// Ends the step that a file is at and takes it to the next one.
    ///
    /// Explaining is ended by the agency itself or, after its deadline, by the office.
    public func finishStage(
        _ stage: Assessment.Stage, of number: Int, reason: String, by user: User.ID
    ) throws {
        let file = try openFile(number)
        let agency = file.assessment.agency
        guard file.assessment.stage == stage, let next = stage.next else {
            throw ScoringError.wrongStage(file.assessment.stage)
        }
        switch stage {
        case .appraising, .appraisingAgain: try require(.manageRounds, of: user)
        case .explaining: try require(.scoreOwn, of: user, in: agency)
        case .deciding: try require(.decideScores, of: user, in: agency)
        case .selfScoring, .confirming, .confirmed, .published:
            throw ScoringError.wrongStage(stage)
        }
        let moved = file.assessment.moved(to: next)
        try take(moved, from: file.assessment, reason: reason, by: user)
        try finish(
            file, as: stage.ending, by: user, because: reason.isEmpty ? nil : reason,
            [Change("assessment", "\(number)", before: file.assessment, after: moved)],
            raisesVersion: false)
    }

    /// Excuses a file that is late for a cause outside the agency's power; no points are taken.
    public func excuseLateness(
        of number: Int, because reason: String, by user: User.ID
    ) throws {
        try require(.manageRounds, of: user)
        let file = try openFile(number)
        guard !reason.trimmed.isEmpty else {
            throw InvalidInput([
                Problem(
                    "reason", vi: "Hãy ghi lý do và văn bản giải trình của cơ quan.",
                    en: "Give the reason and the agency's letter.")
            ])
        }
        let excused = file.assessment.moved(
            to: file.assessment.stage, penalty: .zero, excuse: reason)
        try run(
            """
            UPDATE assessments SET penalty = 0, excuse = \(reason), version = version + 1
            WHERE number = \(number)
            """
        )
        try finish(
            file, as: "lateness.excused", by: user, because: reason,
            [Change("assessment", "\(number)", before: file.assessment, after: excused)],
            raisesVersion: false)
    }

    /// Records what the survey found for agencies of a round; shares by criterion.
    public func recordSurveyScores(
        _ shares: [Agency.ID: [Int: Fraction]], in number: Int, by user: User.ID
    ) throws {
        try require(.manageRounds, of: user)
        let round = try unpublishedRound(number, version: nil)
        guard let set = try criteriaSet(round.set) else { return }
        let scorer = Scorer(set)
        for assessment in try assessments(of: round.id) {
            guard let found = shares[assessment.agency] else { continue }
            for (position, share) in found.sorted(by: { $0.key < $1.key }) {
                guard set.criteria.indices.contains(position), set.criteria[position].isSurveyed
                else { continue }
                try save(
                    AssessmentLine.Entry(
                        answer: Answer(.number(share)), note: "", origin: .surveyed, by: user,
                        at: now),
                    at: position, of: assessment.number)
            }
            try keepTotals(of: assessment, scorer)
        }
        try raise(.scoring, year: round.year)
        try journal(
            "survey-scores.recorded", by: user,
            [Change("scoring-round", round.id.text, before: round, after: round)])
    }

    /// The codes of the bodies for which the person appraises; `nil` where that is all of them.
    private func appraisingBodies(of user: User.ID) throws -> Set<String>? {
        let day = try workspace().today(now)
        let held = try heldRoles(of: user).filter { $0.tenure.contains(day) }
        // The standing office runs the round and may appraise every line.
        if held.contains(where: { $0.role == .standingOffice }) { return nil }
        var codes: Set<String> = []
        for role in held where role.role == .appraiser {
            guard let agency = role.agency else { return nil }
            codes.formUnion(try agencyVersions(of: agency).map(\.code))
        }
        return codes
    }
}

extension Assessment.Stage {
    /// What ending the step is called in the journal.
    fileprivate var ending: String {
        switch self {
        case .explaining: "explanation.finished"
        case .deciding: "council.decided"
        default: "appraisal.finished"
        }
    }

    /// Whose points are given at this step; `nil` when none are.
    public var voice: Assessment.Voice? {
        switch self {
        case .appraising: .appraisal
        case .appraisingAgain: .second
        case .deciding: .council
        case .selfScoring, .explaining, .confirming, .confirmed, .published: nil
        }
    }
}

extension Assessment.Voice {
    /// The voice before this one.
    fileprivate var before: Assessment.Voice {
        switch self {
        case .own, .appraisal: .own
        case .second: .appraisal
        case .council: .second
        }
    }
}

extension Problem {
    static func outsideBounds(_ criterion: Criterion) -> Problem {
        Problem(
            criterion.code,
            vi:
                "Tiêu chí \(criterion.code): điểm phải từ \(Written.points(criterion.bounds.lowerBound, .vi)) đến \(Written.points(criterion.bounds.upperBound, .vi)).",
            en:
                "Criterion \(criterion.code): points go from \(Written.points(criterion.bounds.lowerBound, .en)) to \(Written.points(criterion.bounds.upperBound, .en))."
        )
    }
}
