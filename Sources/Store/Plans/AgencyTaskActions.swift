import Domain

extension ReadableDatabase {
    /// Works out what a list of agencies' tasks would change.
    ///
    /// A code means the body that has it on the task's last day, otherwise on the year's.
    public func agencyTaskImport(_ read: ReadRows<AgencyTaskRow>) throws -> RecordImport<Plan.Task>
    {
        var result = RecordImport<Plan.Task>(problems: read.problems, notices: read.notices)
        let directory = try agencyDirectory(of: read.rows.map(\.row.agencyCode))
        var lastDays: [Int: Day] = [:]
        for year in Set(read.rows.compactMap(\.row.year)) {
            lastDays[year] = try planYear(year).last
        }
        var lines: [(number: Int, row: AgencyTaskRow, owner: AgencyYear)] = []
        for (number, row) in read.rows {
            guard let code = row.agencyCode, let year = row.year,
                let day = row.dueOn ?? lastDays[year]
            else { continue }
            switch directory.agency(coded: code, on: day, field: "agency_code") {
            case .problem(let problem): result.problems.append(problem.at(row: number))
            case .found(let agency):
                lines.append((number, row, AgencyYear(agency: agency, year: year)))
            }
        }
        let agencies = Set(lines.map(\.owner.agency))
        let plans = try agencyPlans(of: Set(lines.map(\.owner.year)), among: agencies)
        var known: [TaskKey: Plan.Task] = [:]
        for year in Set(lines.map(\.owner.year)) {
            for task in try agencyTasks(of: year, among: agencies) {
                known[TaskKey(plan: task.plan, number: task.number)] = task
            }
        }
        var seen: [TaskKey: Int] = [:]
        for (number, row, owner) in lines {
            guard let taskNumber = row.number, let text = row.text else { continue }
            guard let plan = plans[owner] else {
                result.problems.append(
                    .undeclared(row: number, code: row.agencyCode ?? "", year: owner.year))
                continue
            }
            let key = TaskKey(plan: plan.id, number: taskNumber)
            if let other = seen.updateValue(number, forKey: key) {
                result.problems.append(
                    Problem(
                        "number", row: number, vi: "Số thứ tự này trùng với dòng \(other).",
                        en: "Row \(other) has the same number."))
                continue
            }
            let old = known[key]
            let blank = Plan.Task(
                id: Plan.Task.ID(at: now), plan: plan.id, number: taskNumber,
                code: "\(row.agencyCode ?? "")-\(taskNumber)", text: text, lead: owner.agency,
                decision: .accepted)
            result.take(
                (old ?? blank).declared(text, dueOn: row.dueOn, doneOn: row.doneOn),
                replacing: old)
        }
        result.problems.sort { ($0.row ?? 0) < ($1.row ?? 0) }
        return result
    }
}

extension WritableDatabase {
    /// Declares the tasks of agencies' plans and which are done; all rows or none.
    public func importAgencyTasks(
        _ read: ReadRows<AgencyTaskRow>, by user: User.ID
    ) throws -> ImportSummary {
        try requireSomewhere(.declarePlans, of: user)
        let result = try agencyTaskImport(read)
        try result.requireSound()
        try require(.declarePlans, of: user, inEach: result.records.compactMap(\.lead))
        var changes = TaskChanges()
        let years = try planYears(of: result.new.map(\.plan))
        for new in result.new {
            let task = new.coded(
                try freeTaskCode(new.code ?? "\(new.number)", year: years[new.plan] ?? 0))
            try insert(task)
            changes.note(nil, task)
        }
        for change in result.changed {
            try update(change.new)
            changes.note(change.old, change.new.raised)
        }
        guard !changes.tasks.isEmpty else { return result.summary }
        try follow(&changes)
        for year in Set(read.rows.compactMap(\.row.year)).sorted() { try raise(.plans, year: year) }
        try journal("agency-tasks.imported", by: user, changes.changes)
        return result.summary
    }
}

extension ReadableDatabase {
    /// The year of each of the plans.
    func planYears(of plans: [Plan.ID]) throws -> [Plan.ID: Int] {
        var years: [Plan.ID: Int] = [:]
        let plans = Set(plans).sorted()
        for start in stride(from: 0, to: plans.count, by: 500) {
            let some = plans[start..<min(start + 500, plans.count)]
            try each("SELECT id, year FROM plans WHERE id IN \(list: some)") {
                years[$0.id(0)] = $0.int(1)
            }
        }
        return years
    }
}

/// One task of one plan, as a list names it.
private struct TaskKey: Hashable {
    let plan: Plan.ID
    let number: Int
}

extension Problem {
    fileprivate static func undeclared(row: Int, code: String, year: Int) -> Problem {
        Problem(
            "agency_code", row: row,
            vi: "Cơ quan “\(code)” chưa khai kế hoạch năm \(year); hãy khai kế hoạch trước.",
            en: "“\(code)” has not declared its plan of \(year); declare the plan first.")
    }
}
