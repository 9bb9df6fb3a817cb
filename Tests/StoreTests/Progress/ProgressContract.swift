import Domain
import Store
import Support
import Testing

@Suite struct ProgressContract {
    @Test(arguments: TestEngine.available)
    func `a report moves the task and stays in its log`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let task = try await office.leadTask()
        try await office.write { db, user in
            try db.recordProgress(
                on: task.id,
                TaskProgress.Content(
                    .going, on: day("2021-05-01"), share: Percentage(basisPoints: 4_000),
                    note: "Đã có dự thảo"), version: task.version, by: user)
            try db.recordProgress(
                on: task.id, TaskProgress.Content(.done, on: day("2021-06-01")), by: user)
        }

        let (now, log) = try await office.read {
            (try $0.task(task.id), try $0.progress(of: task.id))
        }

        #expect(now?.state == .done)
        #expect(now?.doneOn == day("2021-06-01"))
        #expect(log.map(\.content.kind) == [.done, .going])
        #expect(log.last?.content.share == Percentage(basisPoints: 4_000))
    }

    @Test(arguments: TestEngine.available)
    func `a report on an older version is a conflict, and nothing is written`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.open(engine)
        let task = try await office.leadTask()
        let content = TaskProgress.Content(.going, on: day("2021-05-01"))
        try await office.write {
            try $0.recordProgress(on: task.id, content, version: task.version, by: $1)
        }

        await #expect(throws: EditConflict.self) {
            try await office.write {
                try $0.recordProgress(on: task.id, content, version: task.version, by: $1)
            }
        }
        #expect(try await office.read { try $0.progress(of: task.id) }.count == 1)
    }

    @Test(arguments: TestEngine.available)
    func `nothing more is reported on a task that is done, unless it is opened again`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.open(engine)
        let task = try await office.leadTask()
        try await office.write {
            try $0.recordProgress(
                on: task.id, TaskProgress.Content(.done, on: day("2021-06-01")), by: $1)
        }

        await #expect(throws: ProgressError.self) {
            try await office.write {
                try $0.recordProgress(
                    on: task.id, TaskProgress.Content(.going, on: day("2021-06-02")), by: $1)
            }
        }
        try await office.write {
            try $0.recordProgress(
                on: task.id,
                TaskProgress.Content(.reopened, on: day("2021-06-02"), note: "Ghi nhầm"), by: $1)
        }
        #expect(try await office.read { try $0.task(task.id)?.state } == .open)
    }

    @Test(arguments: TestEngine.available)
    func `a deadline waits for another task, and for no chain that leads back`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.open(engine)
        let (first, second) = try await office.twoTasks()
        var terms = second.terms
        terms.deadline = .after(first.id, count: 10, .calendar)
        let waiting = terms
        try await office.write {
            try $0.correctTask(second.id, waiting, version: second.version, by: $1)
        }
        var back = first.terms
        back.deadline = .after(second.id, count: 1, .calendar)
        let circle = back

        await #expect(throws: ProgressError.self) {
            try await office.write {
                try $0.correctTask(first.id, circle, version: first.version, by: $1)
            }
        }
        try await office.write {
            try $0.recordProgress(
                on: first.id, TaskProgress.Content(.done, on: day("2021-06-01")), by: $1)
        }
        #expect(try await office.read { try $0.task(second.id)?.dueOn } == day("2021-06-11"))
    }

    @Test(arguments: TestEngine.available)
    func `a deadline that refers to itself is refused`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let task = try await office.leadTask()
        var terms = task.terms
        terms.deadline = .after(task.id, count: 10, .calendar)
        let itself = terms

        let refusal = await #expect(throws: ProgressError.self) {
            try await office.write {
                try $0.correctTask(task.id, itself, version: task.version, by: $1)
            }
        }
        #expect(refusal?.code == "task.waits-for-itself")
    }

    @Test(arguments: TestEngine.available)
    func `a parent completes from its parts, and a cancelled part leaves the sum`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.open(engine)
        let (parent, part) = try await office.twoTasks()
        let other = try await office.addTask("Phần thứ hai", under: parent.id)
        var terms = part.terms
        terms.parent = parent.id
        let under = terms
        try await office.write { db, user in
            try db.correctTask(part.id, under, version: part.version, by: user)
            try db.recordProgress(
                on: part.id, TaskProgress.Content(.done, on: day("2021-06-01")), by: user)
        }
        let half = try await office.read { try $0.task(parent.id) }
        try await office.write { db, user in
            let now = try #require(try db.task(other))
            try db.cancelTask(
                other, on: day("2021-06-05"), because: "Quyết định 1", version: now.version,
                by: user)
        }
        let whole = try await office.read { try $0.task(parent.id) }

        #expect(half?.computed == Percentage(basisPoints: 5_000))
        #expect(half?.state == .open)
        #expect(whole?.computed == Percentage(basisPoints: 10_000))
        #expect(whole?.doneOn == day("2021-06-01"))
        #expect(whole?.share == nil)
    }

    @Test(arguments: TestEngine.available)
    func `a parent is not called done by hand`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let parent = try await office.leadTask()
        _ = try await office.addTask("Phần", under: parent.id)

        await #expect(throws: ProgressError.self) {
            try await office.write {
                try $0.recordProgress(
                    on: parent.id, TaskProgress.Content(.done, on: day("2021-06-01")), by: $1)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a holiday entered later moves what is due by working days`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        let task = try await office.leadTask()
        var terms = task.terms
        terms.deadline = .after("có văn bản", on: day("2021-04-20"), count: 1, .working)
        let after = terms
        try await office.write {
            try $0.correctTask(task.id, after, version: task.version, by: $1)
        }
        let before = try await office.read { try $0.task(task.id)?.dueOn }
        try await office.write {
            _ = try $0.importCalendar(calendarRows("21/04/2021|holiday|Giỗ Tổ"), by: $1)
        }

        #expect(before == day("2021-04-21"))
        #expect(try await office.read { try $0.task(task.id)?.dueOn } == day("2021-04-22"))
    }

    @Test(arguments: TestEngine.available)
    func `a list of progress says every mistake and writes nothing`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        let task = try await office.leadTask()
        let code = try #require(task.code)

        let refusal = await #expect(throws: InvalidInput.self) {
            try await office.write {
                _ = try $0.importProgress(
                    progressRows(
                        "\(code)|going|01/05/2021|40", "99|done|01/05/2021|", "\(code)|done||",
                        "\(code)|going|32/05/2021|40", "\(code)|going|01/05/2021|140"),
                    of: 2021, by: $1)
            }
        }

        #expect(refusal?.problems.compactMap(\.row) == [3, 4, 5, 6])
        #expect(try await office.read { try $0.progress(of: task.id) }.isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `what was exported imports without a change`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let task = try await office.leadTask()
        let code = try #require(task.code)
        let rows = progressRows("\(code)|going|01/05/2021|40")
        _ = try await office.write { try $0.importProgress(rows, of: 2021, by: $1) }
        let again = try await office.write { try $0.importProgress(rows, of: 2021, by: $1) }

        #expect([again.new, again.changed, again.unchanged] == [0, 0, 1])
    }

    @Test(arguments: TestEngine.available)
    func `an unfinished task rolls into the next year once and keeps its link`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.open(engine)
        let task = try await office.leadTask()
        await #expect(throws: ProgressError.noNextPlan(year: 2022)) {
            try await office.write { try $0.rollTasks([task.id], dueOn: nil, by: $1) }
        }
        try await office.confirmPlan(year: 2022)
        let codes = try await office.write {
            try $0.rollTasks([task.id], dueOn: day("2022-03-31"), by: $1)
        }
        let next = try await office.read { try $0.task(coded: codes.first ?? "", year: 2022) }

        #expect(next?.rolledFrom == task.id)
        #expect(next?.dueOn == day("2022-03-31"))
        await #expect(throws: ProgressError.self) {
            try await office.write { try $0.rollTasks([task.id], dueOn: nil, by: $1) }
        }
    }
}

extension StandingOffice {
    /// The small plan, confirmed, and its first task.
    func leadTask() async throws -> Plan.Task {
        try await confirmPlan()
        return try #require(try await read { try $0.task(coded: "1", year: 2021) })
    }

    /// The small plan, confirmed, and its first two tasks.
    func twoTasks() async throws -> (Plan.Task, Plan.Task) {
        let first = try await leadTask()
        return (first, try #require(try await read { try $0.task(coded: "2", year: 2021) }))
    }

    /// Adds a task by hand to the year's plan, as a part of another.
    func addTask(_ text: String, under parent: Plan.Task.ID) async throws -> Plan.Task.ID {
        let lead = try await agency("BD-STP")
        let code = try await write { db, user in
            var terms = Plan.Task.Terms()
            terms.text = text
            terms.lead = lead
            terms.parent = parent
            guard let plan = try db.currentPlan(of: 2021) else { return "" }
            return try db.addTask(terms, to: plan.id, by: user)
        }
        return try #require(try await read { try $0.task(coded: code, year: 2021) }).id
    }
}

/// "day|kind|name|source|certainty".
func calendarRows(_ lines: String...) -> ReadRows<CalendarDayRow> {
    CalendarDayColumns.all.lines(lines, CalendarDayRow())
}

/// "code|report|day|share".
func progressRows(_ lines: String...) -> ReadRows<TaskProgressRow> {
    let columns = TaskProgressColumns.all.filter {
        ["task_code", "report", "as_of", "share"].contains($0.key)
    }
    return columns.lines(lines, TaskProgressRow())
}
