import Domain

/// One record behind a figure, and what it adds.
public struct FigureRow: Hashable, Sendable {
    public let body: Agency.ID
    /// The record's number in its list; 0 for records without one.
    public let number: Int
    /// The code by which people cite it, such as a task's; empty for records with a number.
    public let code: String
    public let day: Day?
    public let words: String
    public let value: Int
}

/// Whose records a figure is counted over.
public enum FigureScope: Hashable, Sendable {
    /// Every body's.
    case everybody
    /// The body's own and those of the bodies below it on that day.
    case body(Agency.ID, on: Day)
}

extension ReadableDatabase {
    /// Returns what a counted figure came to in the span; `nil` for one that is not counted here, and
    /// for one that bodies hand in while none of them did.
    public func count(
        of figure: String, in span: ReportSpan, over scope: FigureScope
    ) throws -> Int? {
        guard let source = FigureSource.rows(behind: figure, in: span) else { return nil }
        let isHandedIn = ReportFigure.named(figure)?.isHandedIn ?? false
        return try rows(
            """
            SELECT CAST(COALESCE(SUM(value), 0) AS BIGINT), COUNT(*) FROM (\(source)) AS counted
            WHERE \(condition(scope))
            """
        ).first.flatMap { isHandedIn && $0.int(1) == 0 ? nil : $0.int(0) }
    }

    /// Returns what a counted figure came to for each body that has any; a body left out has zero.
    public func counts(
        of figure: String, in span: ReportSpan
    ) throws -> [Agency.ID: Int] {
        guard let source = FigureSource.rows(behind: figure, in: span) else { return [:] }
        var counts: [Agency.ID: Int] = [:]
        try each(
            """
            SELECT body_id, CAST(SUM(value) AS BIGINT) FROM (\(source)) AS counted
            GROUP BY body_id
            """
        ) { counts[$0.id(0)] = $0.int(1) }
        return counts
    }

    /// Returns the records behind a counted figure, by day, at most so many, and how many there are.
    public func rows(
        behind figure: String, in span: ReportSpan, over scope: FigureScope, limit: Int = 500
    ) throws -> (rows: [FigureRow], total: Int) {
        guard let source = FigureSource.rows(behind: figure, in: span) else { return ([], 0) }
        let total = try rows(
            """
            SELECT COUNT(*) FROM (\(source)) AS counted WHERE \(condition(scope))
            """
        ).first?.int(0)
        let found = try rows(
            """
            SELECT body_id, number, code, day_on, words, value FROM (\(source)) AS counted
            WHERE \(condition(scope)) ORDER BY day_on, number, words LIMIT \(limit)
            """
        ).map {
            FigureRow(
                body: $0.id(0), number: $0.int(1), code: $0.text(2), day: $0.optionalDay(3),
                words: $0.optionalText(4) ?? "", value: $0.int(5))
        }
        return (found, total ?? 0)
    }

    private func condition(_ scope: FigureScope) -> SQL {
        switch scope {
        case .everybody: "1 = 1"
        case .body(let body, let day):
            "(body_id = \(body) OR body_id IN (\(SQL.subtree(of: body, on: day))))"
        }
    }

    /// The names of every figure that is counted from records; a test holds them against the words.
    public static var countedFigures: Set<String> { Set(FigureSource.all.keys) }
}

extension ReadableDatabase {
    /// Returns the day on which each task of the year's plans was done; `nil` for open ones.
    public func taskCompletions(of year: Int) throws -> [Plan.Task.ID: Day?] {
        var found: [Plan.Task.ID: Day?] = [:]
        try each(
            """
            SELECT t.id, t.done_on FROM tasks t JOIN plans p ON p.id = t.plan_id
            WHERE p.year = \(year)
            """
        ) { found[$0.id(0)] = .some($0.optionalDay(1)) }
        return found
    }
}

extension ReadableDatabase {
    /// Whether any task of the year lies in the area; one that is misspelt has none, which is not zero.
    public func hasTasks(in area: String, of year: Int) throws -> Bool {
        try !rows("SELECT id FROM tasks WHERE year = \(year) AND area = \(area) LIMIT 1").isEmpty
    }

    /// Returns the areas of the year's common plan in the order of its tasks.
    public func taskAreasInOrder(of year: Int) throws -> [String] {
        try rows(
            """
            SELECT t.area, MIN(t.number) FROM tasks t JOIN plans p ON p.id = t.plan_id
            WHERE t.year = \(year) AND t.code IS NOT NULL AND t.area <> '' AND p.parent_id IS NULL
            GROUP BY t.area ORDER BY 2, 1 LIMIT 40
            """
        ).map { $0.text(0) }
    }
}
