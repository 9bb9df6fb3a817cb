import Domain

extension ReadableDatabase {
    /// Returns the index of each body as last published by the end of the day, with the round before.
    ///
    /// A body that no published round decided on is left out. The province itself is in no block.
    public func publishedIndices(
        among bodies: Set<Agency.ID>, on day: Day
    ) throws -> [Agency.ID: PublishedIndex] {
        var results: [Agency.ID: [PublishedResult]] = [:]
        try each(
            """
            SELECT a.agency_id, r.year, r.block, r.set_id, a.index_value
            FROM scoring_rounds r JOIN assessments a ON a.round_id = r.id
            WHERE r.published_on <= \(day) AND r.block <> ''
              AND a.stage = \(Assessment.Stage.published.rawValue) AND a.index_value IS NOT NULL
              AND \(SQL.among(bodies, "a.agency_id"))
            ORDER BY a.agency_id, r.year DESC
            """
        ) { row in
            guard let block = Agency.Block(rawValue: row.text(2)), bodies.contains(row.id(0)) else {
                return
            }
            results[row.id(0), default: []].append(
                PublishedResult(
                    year: row.int(1), block: block, set: row.id(3),
                    value: Percentage(basisPoints: row.int(4))))
        }
        var comparable: [Set<CriteriaSet.ID>: Bool] = [:]
        func areComparable(_ one: CriteriaSet.ID, _ other: CriteriaSet.ID) throws -> Bool {
            if one == other { return true }
            if let known = comparable[[one, other]] { return known }
            guard let before = try criteriaSet(one), let after = try criteriaSet(other) else {
                return false
            }
            let found = CriteriaComparison(before, after).isComparable
            comparable[[one, other]] = found
            return found
        }
        return try results.compactMapValues { found -> PublishedIndex? in
            guard let last = found.first else { return nil }
            let earlier = found.first { $0.year < last.year }
            let before: PublishedIndex.Before =
                if let earlier {
                    try earlier.block == last.block && areComparable(earlier.set, last.set)
                        ? .value(earlier.value, year: earlier.year)
                        : .incomparable(year: earlier.year)
                } else { .none }
            return PublishedIndex(
                year: last.year, block: last.block, value: last.value, before: before)
        }
    }
}

private struct PublishedResult {
    let year: Int
    let block: Agency.Block
    let set: CriteriaSet.ID
    let value: Percentage
}
