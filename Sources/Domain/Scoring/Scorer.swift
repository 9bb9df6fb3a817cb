/// Scores agencies by one set: outcomes of its lines, and what they add up to.
///
/// It is made once for a set and then used for every agency. Lines that rest on another's points are
/// scored after it, so the order of the table does not matter.
public struct Scorer: Sendable {
    public let set: CriteriaSet
    /// Scored lines, each after those it rests on.
    private let lines: [Line]
    /// Groups that cap what is below them, the innermost first.
    private let capped: [Int]

    /// The set has to be sound: ``CriteriaSet/problems`` is empty.
    public init(_ set: CriteriaSet) {
        self.set = set
        var order: [Int] = []
        var isPlaced = [Bool](repeating: false, count: set.criteria.count)
        func place(_ position: Int, _ depth: Int) {
            guard !isPlaced[position], depth <= set.criteria.count else { return }
            if case .points(let code) = set.criteria[position].input,
                let needed = set.position(of: code)
            {
                for below in set.criteria.indices where set.isAtOrBelow(below, needed) {
                    place(below, depth + 1)
                }
            }
            guard set.criteria[position].isScored, !isPlaced[position] else { return }
            isPlaced[position] = true
            order.append(position)
        }
        for position in set.criteria.indices { place(position, 0) }
        lines = order.compactMap { Line(set.criteria[$0], at: $0, in: set) }
        capped = set.criteria.indices.reversed().filter { position in
            set.criteria[position].nature != .standard && !set.criteria[position].isScored
        }
    }

    /// Returns the outcome of every line from the answers, by position; groups have none.
    ///
    /// An exempt line does not apply, whatever was entered.
    public func outcomes(
        of answers: [Answer?], exempt: Set<Int> = []
    ) -> [Outcome?] {
        var outcomes = [Outcome?](repeating: nil, count: set.criteria.count)
        for line in lines {
            let position = line.position
            if !exempt.isEmpty, exempt.contains(position) {
                outcomes[position] = .notCounted
                continue
            }
            let answer = line.restsOn.map { self.answer(from: $0, outcomes) } ?? answers[position]
            outcomes[position] = line.rule.outcome(of: answer, within: line.bounds)
        }
        return outcomes
    }

    /// Adds the points up; a line that does not apply is in neither sum.
    ///
    /// The survey as a whole may be missing, as when none was held: the rest then counts alone.
    public func totals(
        of outcomes: [Outcome?], penalty: Points = .zero, withSurvey: Bool = true
    ) -> ScoreTotals {
        var totals = ScoreTotals()
        var extra: [Points] = []
        if !capped.isEmpty {
            extra = [Points](repeating: .zero, count: set.criteria.count)
        }
        for line in lines {
            guard let points = outcomes[line.position]?.points else { continue }
            switch line.nature {
            case .standard:
                if line.isSurveyed {
                    guard withSurvey else { continue }
                    totals.surveyed.points += points
                    totals.surveyed.maximum += line.maximum
                } else {
                    totals.appraised.points += points
                    totals.appraised.maximum += line.maximum
                }
            case .bonus, .deduction:
                if let cap = line.cap {
                    extra[cap] += points
                } else if line.nature == .bonus {
                    totals.bonus += points
                } else {
                    totals.deduction += points
                }
            }
        }
        for position in capped {
            let group = set.criteria[position]
            let sum = min(max(extra[position], group.bounds.lowerBound), group.bounds.upperBound)
            if let parent = group.parent, set.criteria[parent].nature == group.nature {
                extra[parent] += sum
            } else if group.nature == .bonus {
                totals.bonus += sum
            } else {
                totals.deduction += sum
            }
        }
        totals.deduction += min(penalty, .zero)
        return totals
    }

    /// Points and applicable maximum of a line or of all below it.
    public func part(_ position: Int, of outcomes: [Outcome?]) -> ScoreTotals.Part {
        var part = ScoreTotals.Part()
        for line in lines where set.isAtOrBelow(line.position, position) {
            guard let points = outcomes[line.position]?.points else { continue }
            part.points += points
            if line.nature == .standard || line.position == position {
                part.maximum += line.maximum
            }
        }
        let criterion = set.criteria[position]
        if criterion.nature != .standard {
            part.points = min(
                max(part.points, criterion.bounds.lowerBound), criterion.bounds.upperBound)
            part.maximum = criterion.maximum
        }
        return part
    }

    private func answer(from position: Int, _ outcomes: [Outcome?]) -> Answer? {
        let part = part(position, of: outcomes)
        return .share(max(part.points, .zero).hundredths, of: part.maximum.hundredths)
    }
}

/// What scoring needs of one line, without its texts.
private struct Line: Sendable {
    let position: Int
    let rule: Rule
    let bounds: ClosedRange<Points>
    let maximum: Points
    let nature: Criterion.Nature
    let isSurveyed: Bool
    /// The group that caps it.
    let cap: Int?
    /// The line whose points it rests on.
    let restsOn: Int?

    init?(_ criterion: Criterion, at position: Int, in set: CriteriaSet) {
        guard let rule = criterion.rule else { return nil }
        self.position = position
        self.rule = rule
        bounds = criterion.bounds
        maximum = criterion.maximum
        nature = criterion.nature
        isSurveyed = criterion.isSurveyed
        let parent = criterion.parent.flatMap { place in
            set.criteria[place].nature == criterion.nature ? place : nil
        }
        cap = criterion.nature == .standard ? nil : parent
        if case .points(let code) = criterion.input {
            restsOn = set.position(of: code)
        } else {
            restsOn = nil
        }
    }
}

extension CriteriaSet {
    /// Whether a line is the other one or stands anywhere below it.
    func isAtOrBelow(_ position: Int, _ other: Int) -> Bool {
        var place: Int? = position
        while let here = place {
            if here == other { return true }
            place = criteria[here].parent
        }
        return false
    }
}
