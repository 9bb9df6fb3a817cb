/// How far self-scores of a block are from what was found, and where points tell agencies apart.
public struct ScoreHonesty: Hashable, Sendable {
    /// One criterion over all agencies to which it applies.
    public struct Line: Hashable, Sendable {
        public let position: Int
        /// To how many agencies it applies.
        public let count: Int
        /// How many gave themselves all of its points, and how many got them.
        public let fullBySelf: Int
        public let full: Int
        /// The sum over agencies of what they gave themselves beyond what counts.
        public let gap: Points

        public init(position: Int, count: Int, fullBySelf: Int, full: Int, gap: Points) {
            self.position = position
            self.count = count
            self.fullBySelf = fullBySelf
            self.full = full
            self.gap = gap
        }

        /// Whether everybody has all points, so that the criterion tells nobody apart.
        public var tellsNothing: Bool { count > 1 && full == count }
    }

    public let lines: [Line]
    /// How many agencies have an index in each span of five points: 0 up to below 5, … 95 up to 100.
    public let spread: [Int]

    /// Counts over the files of a block; surveys are nobody's self-score and left out.
    public init(_ scorer: Scorer, _ files: [[AssessmentLine]], indices: [Percentage]) {
        let own = files.map { scorer.countedOutcomes($0, upTo: .own) }
        let counted = files.map { scorer.countedOutcomes($0) }
        lines = scorer.set.scored.compactMap { position in
            let criterion = scorer.set.criteria[position]
            guard !criterion.isSurveyed else { return nil }
            var (count, fullBySelf, full, gap) = (0, 0, 0, Points.zero)
            for place in files.indices {
                guard let now = counted[place][position]?.points else { continue }
                count += 1
                let mine = own[place][position]?.points ?? .zero
                if mine == criterion.bounds.upperBound { fullBySelf += 1 }
                if now == criterion.bounds.upperBound { full += 1 }
                gap += mine - now
            }
            return Line(
                position: position, count: count, fullBySelf: fullBySelf, full: full, gap: gap)
        }
        var spread = [Int](repeating: 0, count: 20)
        for index in indices { spread[min(index.basisPoints / 500, 19)] += 1 }
        self.spread = spread
    }
}
