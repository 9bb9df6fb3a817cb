import Domain
import Store
import Support
import Testing

@Suite struct ClosureContract {
    @Test(arguments: TestEngine.available)
    func `no task is closed before its year is over`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let task = try await office.leadTask()

        await #expect(throws: ProgressError.yearNotOver(2021, until: day("2021-12-14"))) {
            try await office.write {
                try $0.closeTask(
                    task.id,
                    TaskClosure(task: task.id, outcome: .failed, closedOn: day("2021-10-15")),
                    version: task.version, by: $1)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a task not completed needs its cause, who answers and the remedy`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        let task = try await office.leadTask()
        try await office.endYear()

        let refusal = await #expect(throws: InvalidInput.self) {
            try await office.write {
                try $0.closeTask(
                    task.id,
                    TaskClosure(task: task.id, outcome: .failed, closedOn: day("2021-10-15")),
                    version: task.version, by: $1)
            }
        }

        #expect(
            refusal?.problems.map(\.field) == ["cause", "explanation", "answerable", "remedy"])
    }

    @Test(arguments: TestEngine.available)
    func `who answers is the head of the day on which it was due, not the successor`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.open(engine)
        let task = try await office.leadTask()
        let agency = try await office.agency("BD-SNV")
        let old = try await office.heldPost(.head, agency, from: "2021-01-01", until: "2021-08-01")
        let new = try await office.heldPost(.head, agency, from: "2021-08-01", until: nil)
        let deputy = try await office.heldPost(
            .deputy, agency, from: "2021-01-01", until: nil, areas: ["Thể chế"])

        let posts = try await office.read {
            try $0.answerablePosts(for: task, on: day("2021-10-15"))
        }

        #expect(posts.map(\.id).contains(old))
        #expect(!posts.map(\.id).contains(new))
        #expect(posts.map(\.id).contains(deputy))
    }

    @Test(arguments: TestEngine.available)
    func `a closed task reads back and takes no more reports`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let task = try await office.leadTask()
        let head = try await office.heldPost(
            .head, try await office.agency("BD-SNV"), from: "2021-01-01", until: nil)
        try await office.endYear()
        let closure = TaskClosure(
            task: task.id, outcome: .failed, closedOn: day("2021-10-15"), cause: .subjective,
            explanation: "Chậm trình", answerable: head, remedy: "Hoàn thành trong quý I",
            document: "Thông báo 12/TB")
        try await office.write {
            try $0.closeTask(task.id, closure, version: task.version, by: $1)
        }

        let (now, kept) = try await office.read {
            (try $0.task(task.id), try $0.closure(of: task.id))
        }
        #expect(now?.state == .failed)
        #expect(kept == closure)
        await #expect(throws: ProgressError.isClosed("1")) {
            try await office.write {
                try $0.recordProgress(
                    on: task.id, TaskProgress.Content(.done, on: day("2021-10-14")), by: $1)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `what was done closes at once, late apart from in time`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        let task = try await office.leadTask()
        try await office.write {
            try $0.recordProgress(
                on: task.id, TaskProgress.Content(.done, on: day("2021-07-01")), by: $1)
        }
        try await office.endYear()
        let count = try await office.write { try $0.closeDoneTasks(of: 2021, by: $1) }

        #expect(count == 1)
        #expect(try await office.read { try $0.closure(of: task.id)?.outcome } == .late)
    }
}

extension StandingOffice {
    /// Lets the plan year of 2021 end before the test's today.
    func endYear() async throws {
        try await write {
            try $0.setPlanYear(
                PlanYear(
                    2021, first: day("2020-12-15"), last: day("2021-10-14"), source: "thử"), by: $1)
        }
    }

    /// Somebody new in a post of the agency.
    func heldPost(
        _ role: Role, _ agency: Agency.ID, from: String, until: String?, areas: [String] = []
    ) async throws -> Post.ID {
        try await write { db, user in
            let person = try db.addPerson(named: "\(role) \(from)", in: agency, by: user)
            return try db.givePost(
                Post(
                    id: db.newID(), number: 0, person: person.id, role: role, agency: agency,
                    areas: areas, tenure: Tenure(from: day(from), until: until.map(day)),
                    basis: "thử"), by: user
            ).id
        }
    }
}
