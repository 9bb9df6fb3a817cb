/// One criterion on which an agency has lost points, and whether they can still be won.
public struct LostPoints: Hashable, Sendable {
    /// How likely it is that they come back before the cut-off.
    public enum Feasibility: Int, CaseIterable, Hashable, Sendable, Comparable {
        /// Entering a figure or a proof that exists is enough.
        case toBeEntered = 0
        /// What is open can be done: a finding remedied, a task finished.
        case openWork
        /// Depends on a survey or on what is settled already.
        case unlikely

        public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

        public var title: Bilingual {
            switch self {
            case .toBeEntered:
                Bilingual(vi: "bổ sung số liệu", en: "enter what is missing")
            case .openWork: Bilingual(vi: "còn làm được", en: "can still be done")
            case .unlikely: Bilingual(vi: "khó trong năm nay", en: "unlikely this year")
            }
        }
    }

    public let position: Int
    public let lost: Points
    public let feasibility: Feasibility

    public init(position: Int, lost: Points, feasibility: Feasibility) {
        self.position = position
        self.lost = lost
        self.feasibility = feasibility
    }
}

extension Scorer {
    /// Returns the lost points of an agency, those that are easiest to win first, the most first.
    ///
    /// After the cut-off nothing can be won but what a person still has to judge.
    public func lostPoints(
        _ outcomes: [Outcome?], beforeCutOff: Bool
    ) -> [LostPoints] {
        set.scored.compactMap { position -> LostPoints? in
            let criterion = set.criteria[position]
            guard criterion.nature != .bonus, let outcome = outcomes[position],
                let points = outcome.points
            else { return nil }
            let lost = criterion.bounds.upperBound - points
            guard lost > .zero else { return nil }
            let feasibility: LostPoints.Feasibility =
                !beforeCutOff || criterion.isSurveyed
                ? .unlikely : outcome == .missing ? .toBeEntered : criterion.feasibility
            return LostPoints(position: position, lost: lost, feasibility: feasibility)
        }.sorted {
            ($0.feasibility, -$0.lost.hundredths, $0.position)
                < ($1.feasibility, -$1.lost.hundredths, $1.position)
        }
    }
}

extension Criterion {
    fileprivate var feasibility: LostPoints.Feasibility {
        guard case .measure(let measure) = input else { return .openWork }
        switch measure {
        // What was too late stays too late.
        case .planDays, .tasksOnTime, .findingsOnTime: return .unlikely
        default: return .openWork
        }
    }
}
