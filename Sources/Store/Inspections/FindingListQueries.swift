import Domain

/// What the register of findings is narrowed to; every part of it stands in the address.
public struct FindingFilter: Hashable, Sendable {
    /// Where a finding stands by its days, on any day asked.
    public enum Box: String, CaseIterable, Hashable, Sendable {
        case open, overdue, closed, closedLate

        public var title: Bilingual {
            switch self {
            case .open: Bilingual(vi: "chưa khắc phục", en: "open")
            case .overdue: Bilingual(vi: "quá hạn chưa khắc phục", en: "overdue")
            case .closed: Bilingual(vi: "đã khắc phục", en: "closed")
            case .closedLate: Bilingual(vi: "khắc phục quá hạn", en: "closed late")
            }
        }
    }

    public var box: Box?
    /// Only for today.
    public var state: Finding.State?
    public var source: Finding.Source?
    public var severity: Finding.Severity?
    public var body: Agency.ID?
    /// Who found them and looks after their remedy.
    public var finder: Agency.ID?
    public var isRepeated = false
    /// Own findings that are checked from above, and remedies to be looked at again.
    public var toCheck = false
    public var search = ""

    public init() {}

    /// Whether nothing narrows it but the bodies.
    public var isPlain: Bool {
        var plain = FindingFilter()
        (plain.body, plain.finder) = (body, finder)
        return self == plain
    }
}

/// Always three figures: found, due, closed, by the end of a day.
public struct FindingFigures: Hashable, Sendable {
    public let found: Int
    public let due: Int
    /// Of the due ones, those closed.
    public let dueClosed: Int
    public let closed: Int

    public init(found: Int, due: Int, dueClosed: Int, closed: Int) {
        self.found = found
        self.due = due
        self.dueClosed = dueClosed
        self.closed = closed
    }

    /// Nothing found.
    public static let none = FindingFigures(found: 0, due: 0, dueClosed: 0, closed: 0)
}

/// One line of the register.
public struct ListedFinding: Hashable, Sendable {
    public let id: Finding.ID
    public let number: Int
    public let body: Agency.ID
    public let source: Finding.Source
    public let text: String
    public let ground: String
    public let severity: Finding.Severity
    public let foundOn: Day
    public let dueOn: Day
    public let closedOn: Day?
    public let state: Finding.State
    public let isRepeat: Bool
    public let isSampled: Bool
    public let recheckOn: Day?
    public let inspectionNumber: Int?
}

extension ReadableDatabase {
    /// Returns the next findings of the register, soonest due first, at most so many.
    public func findings(
        of year: Int, _ filter: FindingFilter, asked: AskedDay, after number: Int? = nil,
        limit: Int
    ) throws -> [ListedFinding] {
        var conditions = conditions(year, filter, asked)
        if let number, let after = try finding(numbered: number) {
            conditions.append(
                "(f.due_on > \(after.dueOn) OR (f.due_on = \(after.dueOn) AND f.id > \(after.id)))")
        }
        return try rows(
            """
            SELECT f.id, f.number, f.body_id, f.source, f.text, f.ground, f.severity, f.found_on,
              f.due_on, f.closed_on, f.state, f.repeats_id, f.sampled, f.recheck_on, i.number
            FROM findings f LEFT JOIN inspections i ON i.id = f.inspection_id
            WHERE \(conditions.joined(" AND ")) ORDER BY f.due_on, f.id LIMIT \(limit)
            """
        ).map { row in
            ListedFinding(
                id: row.id(0), number: row.int(1), body: row.id(2),
                source: row.choice(3, .inspection), text: row.text(4), ground: row.text(5),
                severity: row.choice(6, .ordinary), foundOn: row.day(7), dueOn: row.day(8),
                closedOn: row.optionalDay(9), state: row.choice(10, .found),
                isRepeat: row.optionalText(11) != nil, isSampled: row.optionalText(12) != nil,
                recheckOn: row.optionalDay(13), inspectionNumber: row.optionalInt(14))
        }
    }

    /// Hands over every finding of the register, for a file of exactly what is shown.
    public func eachFinding(
        of year: Int, _ filter: FindingFilter, asked: AskedDay, _ body: (Finding) throws -> Void
    ) throws {
        let conditions = conditions(year, filter, asked).joined(" AND ")
        try eachFinding(where: "id IN (SELECT f.id FROM findings f WHERE \(conditions))", body)
    }

    /// Returns how many findings the register has, counted no further than the limit.
    public func findingCount(
        of year: Int, _ filter: FindingFilter, asked: AskedDay, limit: Int
    ) throws -> Int {
        let conditions = conditions(year, filter, asked).joined(" AND ")
        return try rows(
            """
            SELECT COUNT(*) FROM (SELECT 1 AS one FROM findings f WHERE \(conditions) LIMIT \(limit)) found
            """
        ).first?.int(0) ?? 0
    }

    /// Returns found, due and closed by the day: of what superiors found, and of own findings.
    public func findingFigures(
        of year: Int, body: Agency.ID? = nil, finder: Agency.ID? = nil, asked: AskedDay
    ) throws -> (superior: FindingFigures, own: FindingFigures) {
        var conditions: [SQL] = ["year = \(year)", "found_on <= \(asked.day)"]
        if let body { conditions.append("body_id = \(body)") }
        if let finder { conditions.append("finder_id = \(finder)") }
        let (day, cutoff) = (asked.day, asked.cutoff)
        var (superior, own) = (FindingFigures.none, FindingFigures.none)
        try each(
            """
            SELECT CASE WHEN source = 'selfInspection' THEN 'own' ELSE 'superior' END AS side,
              COUNT(*), COUNT(*) FILTER (WHERE due_on < \(cutoff)),
              COUNT(*) FILTER (WHERE due_on < \(cutoff) AND closed_on <= \(day)),
              COUNT(*) FILTER (WHERE closed_on <= \(day))
            FROM findings WHERE \(conditions.joined(" AND ")) GROUP BY 1
            """
        ) { row in
            let figures = FindingFigures(
                found: row.int(1), due: row.int(2), dueClosed: row.int(3), closed: row.int(4))
            if row.text(0) == "own" { own = figures } else { superior = figures }
        }
        return (superior, own)
    }

    private func conditions(
        _ year: Int, _ filter: FindingFilter, _ asked: AskedDay
    ) -> [SQL] {
        let (day, cutoff) = (asked.day, asked.cutoff)
        var conditions: [SQL] = ["f.year = \(year)"]
        if !asked.isNow { conditions.append("f.found_on <= \(day)") }
        if let body = filter.body { conditions.append("f.body_id = \(body)") }
        if let finder = filter.finder { conditions.append("f.finder_id = \(finder)") }
        switch filter.box {
        case .open:
            conditions.append(asked.isNow ? "f.closed_on IS NULL" : isOpen(day))
        case .overdue:
            conditions.append(asked.isNow ? "f.closed_on IS NULL" : isOpen(day))
            conditions.append("f.due_on < \(cutoff)")
        case .closed: conditions.append("f.closed_on <= \(day)")
        case .closedLate: conditions.append("f.closed_on <= \(day) AND f.closed_on > f.due_on")
        case nil: break
        }
        if let state = filter.state { conditions.append("f.state = \(state.rawValue)") }
        if let source = filter.source {
            conditions.append("f.source = \(source.rawValue)")
            // Written out, so that the partial index serves.
            if source != .inspection { conditions.append("f.source <> 'inspection'") }
        }
        if let severity = filter.severity {
            conditions.append("f.severity = \(severity.rawValue)")
        }
        if filter.isRepeated { conditions.append("f.repeats_id IS NOT NULL") }
        if filter.toCheck {
            conditions.append("(f.sampled IS NOT NULL OR f.recheck_on IS NOT NULL)")
        }
        for word in Vietnamese.folded(filter.search).split(separator: " ").prefix(8) {
            let pattern = "%" + word.filter { $0 != "%" && $0 != "_" } + "%"
            conditions.append("f.search_text LIKE \(pattern)")
        }
        return conditions
    }

    private func isOpen(_ day: Day) -> SQL { "(f.closed_on IS NULL OR f.closed_on > \(day))" }
}
