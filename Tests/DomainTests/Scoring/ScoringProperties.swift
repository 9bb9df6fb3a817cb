import Domain
import Testing

/// What holds of every set and every agency, over two hundred seeds.
@Suite struct ScoringProperties {
    @Test func `a rule written is read back as it was`() throws {
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed)
            let (rule, input) = Self.rule(maximum: 1_000, using: &random)
            let text = rule.text(isShare: input.kind == .share)
            let read = Rule.read(text)
            #expect(read.problems == [], "seed \(seed): \(text)")
            #expect(read.rule == rule, "seed \(seed): \(text)")
        }
    }

    @Test func `random scales made without gaps have no problem`() throws {
        for seed in Seeds.all {
            let set = Self.set(seed)
            #expect(set.problems == [], "seed \(seed)")
        }
    }

    @Test func `points lie between zero and the maximum, for every answer`() throws {
        for seed in Seeds.all {
            let set = Self.set(seed)
            var random = SeededGenerator(seed: seed &+ 7)
            let answers = Self.answers(set, using: &random)
            let outcomes = Scorer(set).outcomes(of: answers)
            for position in set.scored {
                let criterion = set.criteria[position]
                let outcome = try #require(outcomes[position])
                #expect(outcome != .unmatched, "seed \(seed), \(criterion.code)")
                if let points = outcome.points {
                    #expect(criterion.bounds.contains(points), "seed \(seed), \(criterion.code)")
                }
            }
            let totals = Scorer(set).totals(of: outcomes)
            #expect(totals.points >= .zero && totals.points <= totals.maximum, "seed \(seed)")
        }
    }

    @Test func `the order of the table changes no total`() {
        for seed in Seeds.all {
            let set = Self.set(seed)
            var random = SeededGenerator(seed: seed &+ 11)
            let answers = Self.answers(set, using: &random)
            let order = set.criteria.indices.shuffled(using: &random)
            let turned = CriteriaSet.made(order.map { set.criteria[$0] })
            let one = Scorer(set)
            let other = Scorer(turned)
            #expect(
                one.totals(of: one.outcomes(of: answers))
                    == other.totals(of: other.outcomes(of: order.map { answers[$0] })),
                "seed \(seed)")
        }
    }

    @Test func `without an exemption renormalising changes nothing`() {
        for seed in Seeds.all {
            let set = Self.set(seed)
            var random = SeededGenerator(seed: seed &+ 13)
            let scorer = Scorer(set)
            let outcomes = scorer.outcomes(of: Self.answers(set, using: &random))
            guard !outcomes.contains(.notCounted) else { continue }
            let totals = scorer.totals(of: outcomes)
            #expect(totals.maximum == set.maximum, "seed \(seed)")
            if set.maximum == Points(hundredths: 10_000) {
                #expect(totals.index?.basisPoints == totals.points.hundredths, "seed \(seed)")
            }
        }
    }

    @Test func `an exempt line is in neither sum`() throws {
        for seed in Seeds.all {
            let set = Self.set(seed)
            var random = SeededGenerator(seed: seed &+ 17)
            let scorer = Scorer(set)
            let answers = Self.answers(set, using: &random)
            let line = try #require(set.scored.randomElement(using: &random))
            let all = scorer.outcomes(of: answers)
            let without = scorer.outcomes(of: answers, exempt: [line])
            let (whole, rest) = (scorer.totals(of: all), scorer.totals(of: without))
            let applied = all[line]?.points != nil
            #expect(
                whole.maximum - rest.maximum == (applied ? set.criteria[line].maximum : .zero),
                "seed \(seed)")
        }
    }

    @Test func `a scale that rises never gives less for more`() throws {
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed &+ 19)
            let rule = Self.risingBands(maximum: 1_000, using: &random)
            var last = Points.zero
            for step in 0...200 {
                let outcome = rule.outcome(
                    of: .share(step, of: 200), within: .zero...Points(hundredths: 1_000))
                let points = try #require(outcome.points)
                #expect(points >= last, "seed \(seed) at \(step)/200")
                last = points
            }
        }
    }

    @Test func `ranks are those of counting who is ahead`() {
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed &+ 23)
            let values = (0..<40).map { _ in Int.random(in: 0..<20, using: &random) }
            let counted = values.map { value in 1 + values.count { $0 > value } }
            #expect(Ranking.ranks(of: values) == counted, "seed \(seed)")
        }
    }

    @Test func `any text is a rule or is refused, never trapped`() {
        let letters = Array("0123,.%<>=≥-–;:[]x/*()+ có không tính\n")
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed &+ 29)
            for length in [3, 9, 27] {
                let text = String(
                    (0..<length).compactMap { _ in letters.randomElement(using: &random) })
                let read = Rule.read(text)
                #expect((read.rule == nil) == !read.problems.isEmpty, "seed \(seed): \(text)")
                if let rule = read.rule {
                    _ = rule.problems(for: .share, within: .zero...Points(hundredths: 100))
                    _ = rule.outcome(
                        of: .share(1, of: 3), within: .zero...Points(hundredths: 100))
                }
            }
        }
    }

    // MARK: Random sets

    static func set(_ seed: UInt64) -> CriteriaSet {
        var random = SeededGenerator(seed: seed)
        var criteria: [Criterion] = []
        for number in 1...Int.random(in: 3...12, using: &random) {
            let maximum = Int.random(in: 1...40, using: &random) * 25
            let (rule, input) = rule(maximum: maximum, using: &random)
            criteria.append(
                Criterion(
                    code: "\(number)", parent: nil, title: "Tiêu chí \(number)",
                    maximum: Points(hundredths: maximum), input: input, rule: rule))
        }
        return CriteriaSet.made(criteria)
    }

    static func answers(
        _ set: CriteriaSet, using random: inout SeededGenerator
    ) -> [Answer?] {
        set.criteria.map { criterion in
            guard Int.random(in: 0..<10, using: &random) > 0 else { return nil }
            let branch = Int.random(in: 0..<(criterion.rule?.branches.count ?? 1), using: &random)
            switch criterion.input?.kind {
            case .choice:
                let options = criterion.rule?.branches[branch].options.count ?? 1
                return Answer(.chosen(Int.random(in: 0..<options, using: &random)), branch: branch)
            case .share:
                let whole = Int.random(in: 1...500, using: &random)
                return .share(Int.random(in: 0...whole, using: &random), of: whole, branch: branch)
            default:
                return .count(Int.random(in: 0...40, using: &random), branch: branch)
            }
        }
    }

    static func rule(
        maximum: Int, using random: inout SeededGenerator
    ) -> (Rule, CriterionInput) {
        let most = Points(hundredths: maximum)
        switch Int.random(in: 0..<5, using: &random) {
        case 0:
            return (
                Rule([
                    .init(.chosen("có"), .points(most)), .init(.chosen("một phần"), .points(.zero)),
                    .init(.chosen("không áp dụng"), .notCounted),
                ]), .choice
            )
        case 1: return (risingBands(maximum: maximum, using: &random), .share)
        case 2:
            let start = Rule.Limit(.zero, isIncluded: true)
            return (
                Rule([
                    .init(.within(.init(lower: start, upper: nil)), .linear(.init(rate: most)))
                ]), .count
            )
        case 3:
            return (
                Rule(
                    branches: ["có kế hoạch", "không có kế hoạch"].map {
                        Rule.Branch(
                            name: $0,
                            cases: risingBands(maximum: maximum, using: &random).branches[0].cases)
                    }), .share
            )
        default:
            let knee = Fraction(Int.random(in: 1...99, using: &random), 100)
            let start = Rule.Limit(knee, isIncluded: true)
            return (
                Rule([
                    .init(.within(.init(lower: start, upper: nil)), .points(most)),
                    .init(
                        .within(.init(lower: nil, upper: .init(knee, isIncluded: false))),
                        .linear(.init(per: knee, rate: most))),
                ]), .share
            )
        }
    }

    /// Bands of a share from the top down, each open at its end, with points that fall.
    static func risingBands(maximum: Int, using random: inout SeededGenerator) -> Rule {
        let cuts = Set((0..<3).map { _ in Int.random(in: 1...100, using: &random) }).sorted(by: >)
        var cases: [Rule.Case] = []
        var upper: Rule.Limit?
        for (place, cut) in cuts.enumerated() {
            let limit = Fraction(cut, 100)
            cases.append(
                .init(
                    .within(.init(lower: .init(limit, isIncluded: true), upper: upper)),
                    .points(Points(hundredths: maximum * (cuts.count - place) / cuts.count))))
            upper = .init(limit, isIncluded: false)
        }
        cases.append(.init(.within(.init(lower: nil, upper: upper)), .points(.zero)))
        return Rule(cases)
    }
}
