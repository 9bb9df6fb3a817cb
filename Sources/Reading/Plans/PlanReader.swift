import Domain

/// Reads the text of a plan into a draft: header, clauses, targets, tasks and queries.
///
/// The same text always gives the same draft, in time that grows with its length.
public enum PlanReader {
    public static func read(_ text: String) -> DraftPlan {
        let plan = PlanText(text)
        let (header, bodyLine) = HeaderReader.read(plan)
        var clauses = ClauseReader(plan, header: header, fromLine: bodyLine)
        clauses.run()
        return DraftPlanBuilder(plan, clauses).plan()
    }
}
