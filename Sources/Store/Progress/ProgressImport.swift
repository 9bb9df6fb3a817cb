import Domain

extension ReadableDatabase {
    /// Works out what a list of progress would report in the year; the dry run stops here.
    ///
    /// A line without a report is left alone, one that says what is on record already is unchanged.
    public func progressImport(_ read: ReadRows<TaskProgressRow>, of year: Int) throws
        -> RecordImport<ProgressReport>
    {
        var result = RecordImport<ProgressReport>(problems: read.problems, notices: read.notices)
        let known = try tasks(coded: read.rows.compactMap(\.row.code), in: year)
        let parents = try parentsWithParts(in: year)
        let today = try workspace().today(now)
        var seen: [Plan.Task.ID: Int] = [:]
        for (number, row) in read.rows {
            guard let code = row.code else { continue }
            guard let task = known[code] else {
                result.problems.append(
                    Problem(
                        "task_code", row: number,
                        vi: "Năm \(year) không có nhiệm vụ “\(code)”; hãy xem mã ở trang Nhiệm vụ.",
                        en: "There is no task “\(code)” in \(year); see the Tasks page."))
                continue
            }
            if let other = seen.updateValue(number, forKey: task.id) {
                result.problems.append(
                    .sameRecord(as: other, field: "task_code", row: number))
                continue
            }
            guard let content = row.content else {
                if row.kind != nil || row.share != nil || row.note != nil || row.product != nil {
                    result.problems.append(
                        Problem(
                            "as_of", row: number, vi: "Hãy ghi ngày mà báo cáo tính đến.",
                            en: "Give the day up to which it is reported."))
                } else {
                    result.unchangedCount += 1
                }
                continue
            }
            if task.says(content) {
                result.unchangedCount += 1
                continue
            }
            result.problems += content.problems(today: today).map { problem in
                Problem(
                    problem.field == "on" ? "as_of" : problem.field, row: number,
                    vi: problem.message.vi, en: problem.message.en)
            }
            do throws(ProgressError) {
                _ = try task.reported(content)
                if parents.contains(task.id), content.kind == .done || content.kind == .reopened {
                    throw .hasParts(code)
                }
                result.new.append(ProgressReport(task.id, content, version: task.version))
            } catch {
                let message = error.message
                result.problems.append(
                    Problem("report", row: number, vi: message.vi, en: message.en))
            }
        }
        result.problems.sort { ($0.row ?? 0) < ($1.row ?? 0) }
        return result
    }

    private func tasks(coded codes: [String], in year: Int) throws -> [String: Plan.Task] {
        var found: [String: Plan.Task] = [:]
        let codes = Set(codes).sorted()
        for start in stride(from: 0, to: codes.count, by: 500) {
            let some = codes[start..<min(start + 500, codes.count)]
            for task in try fullTasks(
                where: "t.year = \(year) AND t.code IN \(list: some)", by: "t.id")
            { found[task.code ?? ""] = task }
        }
        return found
    }

    private func parentsWithParts(in year: Int) throws -> Set<Plan.Task.ID> {
        var found: Set<Plan.Task.ID> = []
        try each(
            """
            SELECT DISTINCT t.parent_id FROM tasks t JOIN tasks above ON above.id = t.parent_id
            WHERE above.year = \(year) AND t.parent_id IS NOT NULL AND t.code IS NOT NULL
              AND t.state NOT IN ('cancelled', 'approach')
            """
        ) { found.insert($0.id(0)) }
        return found
    }
}

extension WritableDatabase {
    /// Takes a list of progress on record, all rows or none.
    public func importProgress(
        _ read: ReadRows<TaskProgressRow>, of year: Int, by user: User.ID
    ) throws -> ImportSummary {
        try requireSomewhere(.completeTasks, of: user)
        let result = try progressImport(read, of: year)
        try result.requireSound()
        guard !result.new.isEmpty else { return result.summary }
        let changes = try takeProgress(result.new, by: user)
        try journal("tasks.progress-imported", by: user, changes)
        return result.summary
    }
}

extension Plan.Task {
    /// Whether the report says no more than what is on record.
    fileprivate func says(_ content: TaskProgress.Content) -> Bool {
        guard content.note.isEmpty, content.product.isEmpty, content.difficulty.isEmpty else {
            return false
        }
        return switch content.kind {
        case .done: doneOn == content.on
        case .going: state == .open && share == content.share && reportedOn == content.on
        case .nothing, .reopened: false
        }
    }
}
