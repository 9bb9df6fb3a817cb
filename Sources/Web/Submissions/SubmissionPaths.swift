import Domain

extension Paths {
    static func submissions(_ year: Int, on: Day? = nil) -> String {
        path([String(year), "submissions"], on: on)
    }
    /// All agencies in one period, filtered as the query says.
    static func submissions(
        _ period: Period, _ query: [(name: String, value: String)] = [], on: Day? = nil
    ) -> String {
        path([String(period.year), "submissions", period.code], query, on: on)
    }
    static func submissionFile(
        _ period: Period, _ format: String, _ query: [(name: String, value: String)] = [],
        on: Day? = nil
    ) -> String {
        path(
            [String(period.year), "submissions", period.code, "agencies.\(format)"], query, on: on)
    }
    static func submissionDecisions(_ period: Period) -> String {
        path([String(period.year), "submissions", period.code, "decisions"])
    }
    /// What one agency sent for one period, in its latest round or in the one asked for.
    static func submission(
        _ period: Period, _ code: String, round: Int? = nil, on: Day? = nil
    ) -> String {
        path(
            [String(period.year), "submissions", period.code, code],
            round.map { [("round", String($0))] } ?? [], on: on)
    }
    /// The page to fill in, at one of its tasks when that is named.
    static func submissionForm(
        _ period: Period, _ code: String, at task: Plan.Task.ID? = nil
    ) -> String {
        path([String(period.year), "submissions", period.code, code, "form"])
            + (task.map { "#line-\($0.text)" } ?? "")
    }
    static func submissionDraft(_ period: Period, _ code: String) -> String {
        path([String(period.year), "submissions", period.code, code, "draft"])
    }
    static func submissionRounds(_ period: Period, _ code: String) -> String {
        path([String(period.year), "submissions", period.code, code, "rounds"])
    }
    static func signedDocument(_ period: Period, _ code: String) -> String {
        path([String(period.year), "submissions", period.code, code, "document"])
    }
    /// The signed receipt of one sending.
    static func submissionReceipt(_ period: Period, _ code: String, _ entry: Int) -> String {
        path([
            String(period.year), "submissions", period.code, code, "receipts", String(entry),
        ])
    }
    /// Where the standing office opens and changes the year's periods and rules.
    static func periods(_ year: Int) -> String { path([String(year), "periods"]) }
    static func period(_ period: Period, _ thing: String...) -> String {
        path([String(period.year), "periods", period.code] + thing)
    }
    static func reportingRules(_ year: Int) -> String { path([String(year), "reporting-rules"]) }
}
