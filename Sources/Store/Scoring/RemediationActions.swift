import Domain

/// A remediation as lists show it, with the state of its task.
public struct ListedRemediation: Hashable, Sendable {
    public let remediation: Remediation
    /// The task's code and the year of its plan, as its page is addressed.
    public let taskCode: String
    public let taskYear: Int
    public let task: Plan.Task
}

extension ReadableDatabase {
    /// Returns what is done about the points lost in a file, by criterion.
    public func remediations(of assessment: Int) throws -> [ListedRemediation] {
        let found = try rows(
            """
            SELECT r.id, r.number, r.assessment, r.position, r.lost, r.shortcoming, r.cause,
              r.remedy, r.lead_id, r.due_on, r.task_id, r.version, t.year
            FROM remediations r JOIN tasks t ON t.id = r.task_id
            WHERE r.assessment = \(assessment) ORDER BY r.position LIMIT 1000
            """
        ).map { row in
            var terms = Remediation.Terms()
            terms.shortcoming = row.text(5)
            terms.cause = row.text(6)
            terms.remedy = row.text(7)
            terms.lead = row.id(8)
            terms.dueOn = row.day(9)
            return (
                Remediation(
                    id: row.id(0), number: row.int(1), assessment: row.int(2),
                    position: row.int(3), lost: Points(hundredths: row.int(4)), terms: terms,
                    task: row.id(10), version: row.int(11)), row.int(12)
            )
        }
        return try found.compactMap { remediation, year in
            guard let task = try task(remediation.task) else { return nil }
            return ListedRemediation(
                remediation: remediation, taskCode: task.code ?? "\(task.number)", taskYear: year,
                task: task)
        }
    }
}

extension WritableDatabase {
    /// Takes up points that a file lost: the remedy becomes a task of the plan of the year it falls in.
    ///
    /// For the province that is the province's plan, for any other agency its own.
    ///
    /// - Throws: ``ScoringError/noPlan(_:)`` when there is no such plan to put it in;
    ///   ``InvalidInput``, ``PermissionError``.
    @discardableResult
    public func addRemediation(
        of position: Int, in number: Int, _ terms: Remediation.Terms, by user: User.ID
    ) throws -> Int {
        let file = try judgedFile(number)
        let (plan, due) = try plan(for: terms, of: file)
        try requireManaging(plan, by: user)
        if !terms.problems.isEmpty { throw InvalidInput(terms.problems) }
        guard file.set.criteria.indices.contains(position),
            file.set.criteria[position].isScored
        else { throw MissingRecord(Bilingual(vi: "tiêu chí", en: "criterion"), "\(position)") }
        let criterion = file.set.criteria[position]
        let outcome = file.scorer.countedOutcomes(file.lines)[position]
        let lost = criterion.bounds.upperBound - (outcome?.points ?? criterion.bounds.upperBound)
        guard lost > .zero else { throw ScoringError.nothingLost(criterion.code) }
        if try remediations(of: number).contains(where: { $0.remediation.position == position }) {
            throw ScoringError.takenUp(criterion.code)
        }
        var wanted = Plan.Task.Terms()
        wanted.text = terms.remedy
        wanted.lead = terms.lead
        wanted.deadline = .day(due)
        wanted.product = String(terms.shortcoming.prefix(300))
        let (task, changes) = try added(wanted, to: plan)
        let remediation = Remediation(
            id: newID(), number: try nextNumber("remediation"), assessment: number,
            position: position, lost: lost, terms: terms, task: task.id)
        try run(
            """
            INSERT INTO remediations
              (id, number, assessment, position, lost, shortcoming, cause, remedy, lead_id, due_on,
               task_id, version, recorded_at)
            VALUES (\(remediation.id), \(remediation.number), \(number), \(position),
              \(lost.hundredths), \(terms.shortcoming), \(terms.cause), \(terms.remedy),
              \(terms.lead), \(due), \(task.id), 1, \(now))
            """
        )
        try raise(.plans, year: plan.year)
        try raise(.scoring, year: file.round.year)
        try journal(
            "remediation.added", by: user, in: plan.agency,
            [Change("remediation", remediation.id.text, after: remediation)] + changes)
        return remediation.number
    }

    /// A file with its round, published or not.
    private func judgedFile(_ number: Int) throws -> AssessmentFile {
        let assessment = try assessment(numbered: number)
        let round = try scoringRound(assessment.round)
        guard let set = try criteriaSet(round.set) else {
            throw MissingRecord(Bilingual(vi: "bộ tiêu chí", en: "criteria set"), round.set.text)
        }
        return AssessmentFile(
            assessment: assessment, round: round, set: set, scorer: Scorer(set),
            lines: try lines(of: number))
    }

    /// The plan that the remedy is a task of, and its last day.
    private func plan(for terms: Remediation.Terms, of file: AssessmentFile) throws -> (Plan, Day) {
        // Without a day it belongs to the year after the round; that it is missing is said later.
        let due = terms.dueOn ?? (file.round.terms.cutOff + 365)
        let year = try planCalendar().year(of: due)
        let found =
            file.round.block == nil
            ? try currentPlan(of: year)
            : try agencyPlan(of: file.assessment.agency, year: year).flatMap { try plan($0.id) }
        guard let found else { throw ScoringError.noPlan(year) }
        return (found, due)
    }
}
