/// What differs between two editions of a set, line by line.
public struct CriteriaComparison: Hashable, Sendable {
    public enum Difference: Hashable, Sendable {
        case added
        case removed
        /// Maximum, rule, input or nature: it scores otherwise.
        case scoredOtherwise
        /// Title, evidence, who enters or appraises only.
        case reworded
        case same
    }

    public struct Line: Hashable, Sendable {
        public let code: String
        public let before: Criterion?
        public let after: Criterion?
        public let difference: Difference
    }

    public let lines: [Line]

    /// Compares by code, in the order of the newer set; lines that are gone come last.
    public init(_ before: CriteriaSet, _ after: CriteriaSet) {
        let old = Dictionary(before.criteria.map { ($0.code, $0) }, uniquingKeysWith: { a, _ in a })
        let new = Set(after.criteria.map(\.code))
        lines =
            after.criteria.map { criterion in
                guard let was = old[criterion.code] else {
                    return Line(
                        code: criterion.code, before: nil, after: criterion, difference: .added)
                }
                let difference: Difference =
                    !was.scoresAlike(criterion)
                    ? .scoredOtherwise
                    : was.title == criterion.title && was.evidence == criterion.evidence
                        && was.input == criterion.input && was.appraiser == criterion.appraiser
                        ? .same : .reworded
                return Line(
                    code: criterion.code, before: was, after: criterion, difference: difference)
            }
            + before.criteria.filter { !new.contains($0.code) }.map {
                Line(code: $0.code, before: $0, after: nil, difference: .removed)
            }
    }

    /// Whether an agency's index by one may be set beside its index by the other.
    public var isComparable: Bool {
        lines.allSatisfy { $0.difference == .same || $0.difference == .reworded }
    }
}
