import Domain

/// Drops what a headline only repeats of the clauses below it, so that each promise counts once.
struct Headlines {
    let text: PlanText
    let nodes: [ClauseTree.Node]

    func withoutRepeats(_ found: inout [[TargetReader.Found]]) {
        var below: [Int: [TargetReader.Found]] = [:]
        for index in nodes.indices.reversed() {
            if let said = below[index], (1...20).contains(found[index].count) {
                found[index].removeAll { headline in
                    said.contains { Self.repeats(headline, $0, in: text) }
                }
            }
            guard let parent = nodes[index].parent else { continue }
            let own = found[index].prefix(50)
            if !own.isEmpty, (below[parent]?.count ?? 0) < 500 { below[parent, default: []] += own }
        }
    }

    /// The same value of the same unit, in mostly the same words.
    static func repeats(
        _ headline: TargetReader.Found, _ target: TargetReader.Found, in text: PlanText
    ) -> Bool {
        guard headline.value != nil, headline.value == target.value, headline.unit == target.unit
        else { return false }
        let words = Set(headline.tokens.map { text.tokens[$0].key })
        let others = Set(target.tokens.map { text.tokens[$0].key })
        return words.intersection(others).count * 10 >= min(words.count, others.count) * 6
    }
}
