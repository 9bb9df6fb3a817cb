import Domain
import Store

/// What the agencies of one block enter, and what appraisers and the council make of it.
struct SampleScorers: Sendable {
    let year: Int
    let block: Agency.Block
    let loader: SampleLoader

    private var user: User.ID { loader.user }

    /// Every agency enters its figures and hands its file in; one of them two days late.
    func enter(on day: Day) async throws {
        try await each(on: day) { db, file, set, random in
            try fill(db, file, set, share: 100, using: &random, on: day)
            let version = try db.assessment(
                of: file.agency, in: requiredRound(db), for: .system)?.assessment.version
            try db.submitScores(
                of: file.number, version: version ?? file.version, by: user, on: day)
        }
    }

    /// The year's agencies have entered part of theirs.
    func begin(on day: Day) async throws {
        try await each(on: day) { db, file, set, random in
            try fill(
                db, file, set, share: random.within(15...75), using: &random, on: day)
        }
    }

    /// Appraisers agree as a rule, and take something off here and there.
    func appraise(on day: Day) async throws {
        try await each(on: day) { db, file, set, random in
            let lines = try db.lines(of: file.number)
            var given: [GivenPoints] = []
            for line in lines where random.happens(9) {
                guard let own = line.judgements[.own]?.outcome.points, own > .zero,
                    !set.criteria[line.position].isSurveyed
                else { continue }
                given.append(
                    GivenPoints(
                        position: line.position,
                        points: Points(hundredths: own.hundredths / 200 * 100),
                        reason: "Tài liệu kiểm chứng chưa đủ (minh họa)"))
            }
            try db.givePoints(given, of: file.number, by: user)
            try db.finishStage(.appraising, of: file.number, reason: "", by: user)
        }
    }

    func explain(on day: Day) async throws {
        try await each(on: day) { db, file, _, random in
            let lines = try db.lines(of: file.number).filter { $0.judgements[.appraisal] != nil }
            if let line = lines.first, random.happens(60) {
                try db.explainScores(
                    [line.position: "Đã bổ sung tài liệu kèm công văn giải trình (minh họa)"],
                    of: file.number, by: user)
            }
            try db.finishStage(.explaining, of: file.number, reason: "", by: user)
        }
    }

    /// What was explained is given back; surveys come in; the council decides.
    func decide(on day: Day) async throws {
        let (year, block, user) = (year, block, user)
        try await each(on: day) { db, file, set, random in
            let explained = try db.lines(of: file.number).filter { !$0.explanation.isEmpty }
            let given = explained.compactMap { line -> GivenPoints? in
                guard let own = line.judgements[.own]?.outcome.points else { return nil }
                return GivenPoints(
                    position: line.position, points: own,
                    reason: "Chấp nhận giải trình (minh họa)")
            }
            try db.givePoints(given, of: file.number, by: user)
            try db.finishStage(.appraisingAgain, of: file.number, reason: "", by: user)
            try db.finishStage(
                .deciding, of: file.number, reason: "Biên bản họp hội đồng (minh họa)", by: user)
        }
        try await loader.store.write(at: loader.morning(day)) { db in
            guard let round = try db.scoringRound(of: year, block: block),
                let set = try db.criteriaSet(round.set)
            else { return }
            var random = SampleRandom(year, "survey \(block.rawValue)")
            var shares: [Agency.ID: [Int: Fraction]] = [:]
            for file in try db.assessments(of: round, for: .system) {
                var found: [Int: Fraction] = [:]
                for position in set.scored where set.criteria[position].isSurveyed {
                    found[position] = Fraction(random.within(6_800...9_650), 10_000)
                }
                shares[file.assessment.agency] = found
            }
            try db.recordSurveyScores(shares, in: round.number, by: user)
        }
    }

    func confirm(on day: Day) async throws {
        try await each(on: day) { db, file, _, random in
            try db.confirmScores(
                of: file.number, document: "\(random.within(12...480))/CV (minh họa)", by: user)
        }
    }

    /// One transaction for the whole block, each file with a stream of its own.
    private func each(
        on day: Day,
        _ act:
            @escaping @Sendable (
                WritableDatabase, Assessment, CriteriaSet, inout SampleRandom
            ) throws -> Void
    ) async throws {
        let (year, block) = (year, block)
        try await loader.store.write(at: loader.morning(day)) { db in
            let round = try requiredRound(db)
            guard let set = try db.criteriaSet(round.set) else { return }
            let tree = try db.agencyTree(on: day)
            for file in try db.assessments(of: round, for: .system) {
                let code = tree.body(file.assessment.agency)?.code ?? ""
                var random = SampleRandom(year, "scores \(block.rawValue) \(code) \(day)")
                try act(db, file.assessment, set, &random)
            }
        }
    }

    private func requiredRound(_ db: ReadableDatabase) throws -> ScoringRound {
        guard let round = try db.scoringRound(of: year, block: block) else {
            throw MissingRecord(Bilingual(vi: "đợt chấm", en: "round"), "\(year)")
        }
        return round
    }

    private func fill(
        _ db: WritableDatabase, _ file: Assessment, _ set: CriteriaSet, share: Int,
        using random: inout SampleRandom, on day: Day
    ) throws {
        // Some agencies are better than others, in everything.
        let skill = random.within(70...97)
        var entered: [EnteredLine] = []
        for position in set.scored {
            let criterion = set.criteria[position]
            guard criterion.input?.isDeclared == true, random.happens(share),
                let answer = answer(criterion, skill: skill, using: &random)
            else { continue }
            entered.append(
                EnteredLine(
                    position: position, answer: answer,
                    note: "Tài liệu số \(random.within(1...900)) (minh họa)"))
        }
        try db.enterScores(
            entered, of: file.number, version: file.version, by: user, on: day)
    }

    private func answer(
        _ criterion: Criterion, skill: Int, using random: inout SampleRandom
    ) -> Answer? {
        let isGood = random.happens(skill)
        switch (criterion.input?.kind, criterion.nature) {
        case (.choice?, _):
            let count = criterion.rule?.branches.first?.options.count ?? 1
            return Answer(.chosen(isGood ? 0 : min(1, count - 1)))
        case (.share?, _):
            let whole = random.within(8...120)
            let part = isGood ? whole - random.below(2) * random.below(3) : whole * skill / 100
            return .share(max(0, min(whole, part)), of: whole)
        case (.count?, .deduction): return .count(isGood ? 0 : 1)
        case (.count?, _):
            // Days: few are good; things done: many are.
            let isDays = criterion.ruleText?.hasPrefix("<=") ?? false
            let isBad = criterion.ruleText?.hasPrefix("0: ") ?? false
            if isDays { return .count(isGood ? random.within(6...28) : random.within(33...70)) }
            if isBad { return .count(isGood ? 0 : 1) }
            return .count(isGood ? random.within(2...6) : random.below(2))
        case (.number?, _):
            return Answer(.number(Fraction(random.within(300...1_200), 100)))
        case (nil, _): return nil
        }
    }
}
