import Domain
import Testing

extension Criterion {
    static func made(
        _ code: String, _ maximum: String, _ input: CriterionInput? = nil, _ rule: String? = nil,
        under parent: Int? = nil, nature: Nature = .standard,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Criterion {
        var read: Rule?
        if let rule {
            let found = Rule.read(rule)
            #expect(found.problems == [], sourceLocation: sourceLocation)
            read = found.rule
        }
        return Criterion(
            code: code, parent: parent, title: "Tiêu chí \(code)",
            maximum: try #require(Points(maximum), sourceLocation: sourceLocation), nature: nature,
            input: input, rule: read)
    }
}

extension CriteriaSet {
    static func made(_ criteria: [Criterion], notes: [String: String] = [:]) -> CriteriaSet {
        CriteriaSet(
            id: ID("set"), number: 1,
            details: Details(name: "Bộ tiêu chí thử", block: .departments, year: 2021),
            criteria: criteria, notes: notes)
    }
}

extension Outcome {
    static func made(_ points: String) -> Outcome? { Points(points).map { .points($0) } }
}
