import Domain

/// What making tasks of outcomes came to.
public struct LegalReviewTasks: Hashable, Sendable {
    /// The codes of the tasks.
    public let codes: [String]
    /// The years whose outcomes wait, because they have no plan yet.
    public let without: [Int]
}

extension WritableDatabase {
    /// Makes the outcomes of a campaign that ask for something tasks of the plan of their year.
    ///
    /// One document alone may be given, and with it the code of a task that says the same. Outcomes of a
    /// year that has no plan stay as they are.
    ///
    /// - Throws: ``InvalidInput`` when nothing is owed; ``MissingRecord`` when no plan is there.
    @discardableResult
    public func assignLegalReview(
        _ number: Int, document: Int? = nil, to existing: String? = nil, by user: User.ID
    ) throws -> LegalReviewTasks {
        let review = try requiredLegalReview(number)
        var filter = LegalReviewFilter()
        if let document {
            filter.document = try requiredLegalReviewLine(number, document).1.document
        }
        let today = try workspace().today(now)
        let owed = try legalReviewLines(of: review.id, filter, on: today, limit: LegalReview.most)
            .map(\.line).filter(\.isOwed)
        var plans: [Int: Plan] = [:]
        for year in Set(try owed.map { try planYear(of: $0) }).union([review.year]) {
            if let plan = try currentPlan(of: year) {
                try requireManaging(plan, by: user)
                plans[year] = plan
            }
        }
        // Without any plan the workspace's own permission decides.
        if plans.isEmpty { try require(.managePlans, of: user) }
        guard !owed.isEmpty else {
            throw InvalidInput([
                Problem(
                    "task", vi: "Không còn kết quả nào cần giao nhiệm vụ.",
                    en: "No outcome waits to become a task.")
            ])
        }
        var (codes, changes, without) = ([String](), [Change](), Set<Int>())
        for line in owed {
            let year = try planYear(of: line)
            guard let plan = plans[year] else {
                without.insert(year)
                continue
            }
            let (task, made) = try task(for: line, in: plan, existing)
            let new = LegalReview.Line(
                document: line.document, body: line.body, finding: line.finding,
                settledOn: line.settledOn, task: task.id, version: line.version + 1)
            try write(new, in: review)
            changes.append(review.change(from: line, to: new))
            changes += made
            codes.append(task.code ?? "\(task.number)")
        }
        guard let first = plans.values.min(by: { $0.year < $1.year }), !codes.isEmpty else {
            throw MissingRecord(
                Bilingual(vi: "kế hoạch năm", en: "plan of"), "\(without.min() ?? review.year)")
        }
        try raise(.law, year: review.year)
        for year in plans.keys.sorted() { try raise(.plans, year: year) }
        try journal("legal-review.assigned", by: user, in: first.agency, changes)
        return LegalReviewTasks(codes: codes, without: without.sorted())
    }

    private func planYear(of line: LegalReview.Line) throws -> Int {
        try planCalendar().year(of: try line.finding.doBy ?? workspace().today(now))
    }

    private func task(
        for line: LegalReview.Line, in plan: Plan, _ existing: String?
    ) throws -> (Plan.Task, [Change]) {
        if let existing {
            guard let task = try task(coded: existing, year: plan.year) else {
                throw InvalidInput([
                    Problem(
                        "task",
                        vi: "Năm \(plan.year) không có nhiệm vụ “\(existing)”; hãy kiểm tra mã.",
                        en: "There is no task “\(existing)” in \(plan.year); check its code.")
                ])
            }
            return (task, [])
        }
        guard let document = try legalDocument(line.document), let outcome = line.finding.outcome
        else { throw MissingRecord(LegalDocument.kindName, line.document.text) }
        var terms = Plan.Task.Terms()
        terms.text = outcome.taskText(of: document)
        terms.lead = line.finding.doer ?? line.body
        terms.product = outcome.product
        terms.deadline = line.finding.doBy.map { .day($0) }
        return try added(terms, to: plan)
    }
}
