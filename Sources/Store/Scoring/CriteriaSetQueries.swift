import Domain

/// A criteria set as a list shows it, without its lines.
public struct ListedCriteriaSet: Hashable, Sendable {
    public let id: CriteriaSet.ID
    public let number: Int
    public let details: CriteriaSet.Details
    public let closedOn: Day?
    /// How many lines are scored.
    public let scoredCount: Int
}

extension ReadableDatabase {
    /// Returns every set, the newest year first.
    public func criteriaSets() throws -> [ListedCriteriaSet] {
        try rows(
            """
            SELECT s.id, s.number, s.name, s.block, s.year, s.symbol, s.issued_on, s.source,
              s.classes, s.ties, s.closed_on,
              (SELECT COUNT(*) FROM criteria c WHERE c.set_id = s.id AND c.rule IS NOT NULL)
            FROM criteria_sets s ORDER BY s.year DESC, s.block, s.number LIMIT 1000
            """
        ).map { row in
            ListedCriteriaSet(
                id: row.id(0), number: row.int(1), details: row.criteriaDetails(from: 2),
                closedOn: row.optionalDay(10), scoredCount: row.int(11))
        }
    }

    /// Returns the set with that number, with all its lines.
    public func criteriaSet(numbered number: Int) throws -> CriteriaSet? {
        try criteriaSet(where: "s.number = \(number)")
    }

    /// Returns the set with that id, with all its lines.
    public func criteriaSet(_ id: CriteriaSet.ID) throws -> CriteriaSet? {
        try criteriaSet(where: "s.id = \(id)")
    }

    private func criteriaSet(where condition: SQL) throws -> CriteriaSet? {
        guard
            let row = try rows(
                """
                SELECT s.id, s.number, s.name, s.block, s.year, s.symbol, s.issued_on, s.source,
                  s.classes, s.ties, s.closed_on, s.version
                FROM criteria_sets s WHERE \(condition)
                """
            ).first
        else { return nil }
        let id: CriteriaSet.ID = row.id(0)
        var notes: [String: String] = [:]
        try each("SELECT code, note FROM criteria_notes WHERE set_id = \(id)") {
            notes[$0.text(0)] = $0.text(1)
        }
        return CriteriaSet(
            id: id, number: row.int(1), details: row.criteriaDetails(from: 2),
            criteria: try criteria(of: id), notes: notes, closedOn: row.optionalDay(10),
            version: row.int(11))
    }

    private func criteria(of set: CriteriaSet.ID) throws -> [Criterion] {
        try rows(
            """
            SELECT code, parent, title, maximum, nature, input, rule, evidence, appraiser, confirmer,
              source, exemption, feeds
            FROM criteria WHERE set_id = \(set) ORDER BY position
            """
        ).map { row in
            Criterion(
                code: row.text(0), parent: row.optionalInt(1), title: row.text(2),
                maximum: Points(hundredths: row.int(3)), nature: row.choice(4, .standard),
                input: row.optionalText(5).flatMap { CriterionInput($0) },
                rule: row.optionalText(6).flatMap { Rule.read($0).rule }, evidence: row.text(7),
                appraiser: row.text(8), confirmer: row.text(9), source: row.text(10),
                exemption: row.text(11), feeds: row.text(12))
        }
    }
}

extension Row {
    /// Name, block, year, symbol, day, source, classes, ties, in this order.
    fileprivate func criteriaDetails(from first: Int) -> CriteriaSet.Details {
        CriteriaSet.Details(
            name: text(first), block: Agency.Block(rawValue: text(first + 1)),
            year: int(first + 2), symbol: text(first + 3), issuedOn: optionalDay(first + 4),
            source: text(first + 5), classes: ScoreClasses.read(text(first + 6)).classes,
            ties: choice(first + 7, .sharedAndSkipped))
    }
}
