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
        let tasks = try report(content.tasks, asSentIn: basis, on: day, by: user)
        let explanations = try explain(content.tasks, asSentIn: basis, by: user)
        let figures = try record(content.measures, asSentIn: basis, on: day)
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

    /// Progress as the page says it, where that is news.
    private func report(
        _ lines: [SubmissionContent.TaskLine], asSentIn basis: SubmissionBasis, on day: Day,
        by user: User.ID
    ) throws -> [Change] {
        let known = Dictionary(
            basis.content.tasks.map { ($0.task, $0) }, uniquingKeysWith: { first, _ in first })
        let reports = lines.flatMap { line in
            known[line.task].map { line.news(since: $0, in: basis.period, on: day) } ?? []
        }
        return reports.isEmpty ? [] : try takeProgress(reports, by: user)
    }

    private func record(
        _ lines: [SubmissionContent.MeasureLine], asSentIn basis: SubmissionBasis, on day: Day
    ) throws -> [Change] {
        let period = basis.period
        let known = Set(basis.content.measures)
        var changes: [Change] = []
        for line in lines where !known.contains(line) {
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

extension SubmissionContent.TaskLine {
    /// The reports on the task that follow from how the page was changed.
    ///
    /// A task that turned out not to be done is opened again; what was said of a task that stays done
    /// is kept with the page alone.
    fileprivate func news(
        since known: SubmissionContent.TaskLine, in period: Period, on day: Day
    ) -> [ProgressReport] {
        var reports: [ProgressReport] = []
        if known.doneOn != nil, doneOn == nil {
            let reason = "Sửa trong phiếu báo cáo \(period.ofYear.vi)"
            reports.append(ProgressReport(task, .init(.reopened, on: day, note: reason)))
        }
        if let doneOn, doneOn != known.doneOn {
            reports.append(ProgressReport(task, .init(.done, on: doneOn, note: result)))
        }
        if doneOn == nil, percent != known.percent || result != known.result {
            let share = percent.map { Percentage(basisPoints: $0 * 100) }
            reports.append(ProgressReport(task, .init(.going, on: day, share: share, note: result)))
        }
        return reports
    }
}
