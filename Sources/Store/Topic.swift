import Domain

/// What pages are computed from; a change of one raises its revision, and what was kept is stale.
public enum Topic: String, CaseIterable, Hashable, Sendable {
    case agencies, plans, inspections, findings, law, figures, registers, reports, scoring, rating,
        coordination

    /// Some do not belong to a year: whatever year is asked, their revision is that of year 0.
    var isYearly: Bool { self != .agencies && self != .coordination }
}

extension ReadableDatabase {
    /// Returns the revision of each topic in the year, in the order asked; 0 when never raised.
    public func revisions(_ topics: [Topic], year: Int) throws -> [Int] {
        var found: [Topic: Int] = [:]
        let names = topics.map(\.rawValue)
        try each(
            "SELECT topic, year, seq FROM revisions WHERE topic IN \(list: names) AND year IN (0, \(year))"
        ) {
            if let topic = Topic(rawValue: $0.text(0)), topic.isYearly == ($0.int(1) != 0) {
                found[topic] = $0.int(2)
            }
        }
        return topics.map { found[$0] ?? 0 }
    }
}

extension WritableDatabase {
    /// Says that what is computed from the topic in that year must be computed anew.
    public func raise(_ topic: Topic, year: Int = 0) throws {
        let year = topic.isYearly ? year : 0
        try run(
            """
            INSERT INTO revisions (topic, year, seq) VALUES (\(topic.rawValue), \(year), 1)
            ON CONFLICT (topic, year) DO UPDATE SET seq = revisions.seq + 1
            """
        )
    }
}
