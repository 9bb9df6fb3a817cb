/// What an agency's year says to one criterion: a figure, a choice, or that nothing arose.
public struct Answer: Hashable, Sendable, Codable {
    public enum Value: Hashable, Sendable, Codable {
        case number(Fraction)
        /// The position of the word among the options of the branch.
        case chosen(Int)
        /// There was nothing to count: not zero, and not "not yet entered".
        case nothingArose
    }

    /// Which branch of the rule holds for the agency, by its position.
    public let branch: Int
    public let value: Value

    public init(_ value: Value, branch: Int = 0) {
        self.value = value
        self.branch = branch
    }

    public static func share(_ part: Int, of whole: Int, branch: Int = 0) -> Answer {
        whole > 0
            ? Answer(.number(Fraction(part, whole)), branch: branch)
            : Answer(.nothingArose, branch: branch)
    }

    public static func count(_ count: Int, branch: Int = 0) -> Answer {
        Answer(.number(Fraction(count)), branch: branch)
    }
}

/// What a criterion came to for one agency.
public enum Outcome: Hashable, Sendable, Codable {
    case points(Points)
    /// It does not apply, so its maximum is taken off (không áp dụng).
    case notCounted
    /// Nothing was entered: no points, but the maximum stays (chưa có số liệu).
    case missing
    /// No case of the rule takes the answer; validation keeps it from happening.
    case unmatched

    /// The points; zero for what was not entered, `nil` for what does not apply.
    public var points: Points? {
        switch self {
        case .points(let points): points
        case .notCounted: nil
        case .missing, .unmatched: .zero
        }
    }
}

extension Rule {
    /// Returns what the answer earns, within the bounds of the criterion.
    ///
    /// The bounds are 0 and the maximum, or for a deduction its largest and 0: a scale that reaches
    /// further is cut there.
    public func outcome(of answer: Answer?, within bounds: ClosedRange<Points>) -> Outcome {
        guard let answer else { return .missing }
        guard branches.indices.contains(answer.branch) else { return .unmatched }
        guard let index = branches[answer.branch].position(of: answer.value) else {
            return .unmatched
        }
        let points: Points
        switch branches[answer.branch].cases[index].award {
        case .notCounted: return .notCounted
        case .points(let fixed): points = fixed
        case .linear(let linear):
            guard case .number(let value) = answer.value else { return .unmatched }
            points = linear.points(for: value)
        }
        return .points(min(max(points, bounds.lowerBound), bounds.upperBound))
    }

    /// Whether every branch says what follows when nothing arose.
    public var takesNothingArisen: Bool {
        branches.allSatisfy { $0.position(of: .nothingArose) != nil }
    }

    /// The case that takes the answer; `nil` when none does.
    public func usedCase(of answer: Answer) -> Case? {
        guard branches.indices.contains(answer.branch) else { return nil }
        let branch = branches[answer.branch]
        return branch.position(of: answer.value).map { branch.cases[$0] }
    }
}

extension Rule.Branch {
    fileprivate func position(of value: Answer.Value) -> Int? {
        switch value {
        case .number(let number):
            return cases.firstIndex {
                if case .within(let band) = $0.condition { band.contains(number) } else { false }
            }
        case .nothingArose: return cases.firstIndex { $0.condition == .nothingArose }
        case .chosen(let wanted):
            var options = 0
            for (index, line) in cases.enumerated() {
                guard case .chosen = line.condition else { continue }
                if options == wanted { return index }
                options += 1
            }
            return nil
        }
    }
}
