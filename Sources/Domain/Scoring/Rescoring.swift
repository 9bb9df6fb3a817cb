/// Facts of one year scored by another edition of the set, to see what the change of rules alone does.
///
/// It is a reckoning, never a result. A line takes over its answer from the line with the same code that
/// asks for the same kind of figure; a choice only when it has the same words. What the older edition
/// never asked for stays out of both sums, so that the rest can be compared.
public struct Rescoring: Sendable {
    private let newer: Scorer
    private let older: CriteriaSet
    /// By position in the newer set: the position whose answer it takes.
    private let sources: [Int?]

    public init(_ older: CriteriaSet, by newer: CriteriaSet) {
        self.newer = Scorer(newer)
        self.older = older
        sources = newer.criteria.map { criterion in
            guard let rule = criterion.rule, let place = older.position(of: criterion.code),
                case let old = older.criteria[place], let oldRule = old.rule,
                old.isSurveyed == criterion.isSurveyed,
                old.input?.kind == criterion.input?.kind,
                criterion.input?.kind != .choice
                    || rule.branches.map(\.options) == oldRule.branches.map(\.options)
            else { return nil }
            return place
        }
    }

    /// The scored lines of the newer edition for which the older year has no fact.
    public var withoutFacts: [Int] {
        newer.set.scored.filter { position in
            if case .points = newer.set.criteria[position].input { return false }
            return sources[position] == nil
        }
    }

    /// What an agency's lines of the older year come to by the newer rules.
    ///
    /// Points that people gave stay theirs only where the rule is the same; otherwise the figure that
    /// was entered is scored anew.
    public func totals(of lines: [AssessmentLine], penalty: Points = .zero) -> ScoreTotals {
        var answers = [Answer?](repeating: nil, count: newer.set.criteria.count)
        var exempt = Set(withoutFacts)
        var given: [Int: Outcome] = [:]
        let byPosition = Dictionary(
            lines.map { ($0.position, $0) }, uniquingKeysWith: { first, _ in first })
        for (position, source) in sources.enumerated() {
            guard let source, let line = byPosition[source] else { continue }
            if let entry = line.entry {
                answers[position] = entry.answer
                if entry.isExempt { exempt.insert(position) }
            }
            let isSame = older.criteria[source].scoresAlike(newer.set.criteria[position])
            if isSame, !newer.set.criteria[position].isSurveyed,
                let judgement = line.judgements.judgement()
            {
                given[position] = judgement.outcome
            }
        }
        var outcomes = newer.outcomes(of: answers, exempt: exempt)
        for (position, outcome) in given { outcomes[position] = outcome }
        let hasSurvey = lines.contains { $0.entry?.origin == .surveyed }
        return newer.totals(of: outcomes, penalty: penalty, withSurvey: hasSurvey)
    }
}
