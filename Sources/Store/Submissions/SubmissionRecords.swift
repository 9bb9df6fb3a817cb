import Domain

extension WritableDatabase {
    /// Carries what a page says over into the tasks and figures it speaks of, and returns the changes.
    ///
    /// Only what differs from what the record said when the page was made.
    func record(
        _ content: SubmissionContent, asSentIn basis: SubmissionBasis, on day: Day,
        by user: User.ID
    ) throws -> [Change] {
        guard !content.nothingArose else { return [] }
        let tasks = try record(content.tasks, asSentIn: basis)
        let explanations = try explain(content.tasks, asSentIn: basis, by: user)
        let figures = try record(content.measures, in: basis.period, on: day)
        return tasks + explanations + figures
    }

    /// Why there is no evidence stands beside the task, where it is asked for next time too.
    private func explain(
        _ lines: [SubmissionContent.TaskLine], asSentIn basis: SubmissionBasis, by user: User.ID
    ) throws -> [Change] {
        let known = Dictionary(
            basis.content.tasks.map { ($0.task, $0.explanation) },
            uniquingKeysWith: { first, _ in first })
        return try lines.filter { known[$0.task] != $0.explanation }.map { line in
            try saveExplanation(
                of: Evidence.Subject(.task, line.task.text), line.explanation, by: user)
        }
    }

    private func record(
        _ lines: [SubmissionContent.TaskLine], asSentIn basis: SubmissionBasis
    ) throws -> [Change] {
        let known = Dictionary(
            basis.content.tasks.map { ($0.task, $0) }, uniquingKeysWith: { first, _ in first })
        var changes: [Change] = []
        var plans: [Plan.ID: [Plan.Task]] = [:]
        for line in lines where known[line.task]?.doneOn != line.doneOn {
            let rows = try rows("SELECT plan_id FROM tasks WHERE id = \(line.task)")
            guard let plan: Plan.ID = rows.first?.id(0) else { continue }
            if plans[plan] == nil { plans[plan] = try tasks(of: plan) }
            guard let task = plans[plan]?.first(where: { $0.id == line.task }) else { continue }
            let completed = task.completed(on: line.doneOn)
            try update(completed)
            changes.append(
                Change("task", task.id.text, before: task, after: completed.raised))
        }
        if !changes.isEmpty { try raise(.plans, year: basis.period.year) }
        return changes
    }

    private func record(
        _ lines: [SubmissionContent.MeasureLine], in period: Period, on day: Day
    ) throws -> [Change] {
        var changes: [Change] = []
        for line in lines {
            guard let numerator = line.numerator else { continue }
            let figure = Facts.Figure(
                day: max(period.first, min(day, period.agencyLast)), numerator: numerator,
                denominator: line.denominator, source: line.source, note: "",
                recordedOn: now.day())
            if let change = try save(figure, for: line.target) { changes.append(change) }
        }
        if !changes.isEmpty { try raise(.figures, year: period.year) }
        return changes
    }
}
