import Domain
import Store
import Support
import Testing

@Suite struct TargetContract {
    @Test(arguments: TestEngine.available)
    func `a decision keeps every term that the person gave`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let plan = try await office.addPlan()
        let target = try #require(try await office.targets(of: plan).first)
        let terms = Plan.Target.Terms(
            title: "Kiểm tra CCHC", comparator: .between,
            value: .range(lowHundredths: 3_000, highHundredths: 5_000),
            unit: "%", measure: .bodiesInspected, scope: Scope.ID("departments-districts"),
            deadline: day("2021-11-30"),
            deadlineSource: "Công văn 12/SNV", lead: try await office.agency("BD-SNV"),
            answerable: "Bà A, Giám đốc",
            reading: .perTier, readingBasis: "Công văn 15/SNV")
        try await office.write {
            try $0.decideTarget(target.id, .accepted, terms: terms, version: 1, by: $1)
        }

        let decided = try #require(try await office.read { try $0.target(target.id) })

        #expect(decided.terms == terms)
        #expect((decided.decision, decided.version) == (.accepted, 2))
    }

    @Test(
        arguments: TestEngine.available,
        [TargetValue?.none, .word("tốt"), .number(hundredths: 127)])
    func `a value of any sort reads back`(_ engine: TestEngine, _ value: TargetValue?) async throws
    {
        let office = try await StandingOffice.open(engine)
        let plan = try await office.addPlan()
        let target = try #require(try await office.targets(of: plan).first)
        let terms = Plan.Target.Terms(title: "", comparator: .inClass, value: value)
        try await office.write {
            try $0.decideTarget(target.id, .accepted, terms: terms, version: 1, by: $1)
        }

        #expect(try await office.read { try $0.target(target.id) }?.terms.value == value)
    }

    @Test(arguments: TestEngine.available)
    func `of two who decide at once the second is told`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let plan = try await office.addPlan()
        let target = try #require(try await office.targets(of: plan).first)
        try await office.write {
            try $0.decideTarget(target.id, .accepted, terms: nil, version: 1, by: $1)
        }

        await #expect(throws: EditConflict.self) {
            try await office.write {
                try $0.decideTarget(target.id, .rejected, terms: nil, version: 1, by: $1)
            }
        }

        #expect(try await office.read { try $0.target(target.id) }?.decision == .accepted)
    }

    @Test(arguments: TestEngine.available)
    func `a split target stands beside the first, with the same words`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        let plan = try await office.addPlan()
        let first = try #require(try await office.targets(of: plan).first)
        try await office.write { try $0.splitTarget(first.id, by: $1) }

        let targets = try await office.targets(of: plan)

        #expect(targets.map(\.code) == ["I.1-1", "I.1-3", "I.1-2", "I.2"])
        #expect(
            (targets[1].start, targets[1].end, targets[1].terms) == (
                first.start, first.end, first.terms
            ))
        #expect(targets[1].decision == .proposed)
    }

    @Test(arguments: TestEngine.available)
    func `the half of a clause's only target is its second`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let plan = try await office.addPlan()
        let only = try #require(try await office.targets(of: plan).last)
        try await office.write { try $0.splitTarget(only.id, by: $1) }

        #expect(
            try await office.targets(of: plan).map(\.code) == ["I.1-1", "I.1-2", "I.2", "I.2-2"])
    }

    @Test(arguments: TestEngine.available)
    func `a task gets its lead and its day, and is done on a day`(_ engine: TestEngine) async throws
    {
        let office = try await StandingOffice.open(engine)
        let plan = try await office.addPlan()
        let lead = try await office.agency("BD-STP")
        try await office.write { db, user in
            try db.assignTask(3, of: plan, lead: lead, dueOn: day("2021-09-30"), by: user)
            try db.completeTask(3, of: plan, on: day("2021-09-15"), by: user)
        }

        let task = try #require(try await office.read { try $0.tasks(of: plan) }.last)

        #expect(
            (task.lead, task.dueOn, task.doneOn) == (lead, day("2021-09-30"), day("2021-09-15")))
        #expect(task.decision == .accepted)
    }

    @Test(arguments: TestEngine.available)
    func `deciding the same again changes nothing`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let plan = try await office.addPlan()
        let lead = try await office.agency("BD-STP")
        let twice: @Sendable (WritableDatabase, User.ID) throws -> Void = { db, user in
            try db.decideTasks([1, 2], of: plan, .accepted, by: user)
            try db.assignTask(2, of: plan, lead: lead, dueOn: nil, by: user)
            try db.completeTask(1, of: plan, on: day("2021-05-01"), by: user)
        }
        try await office.write(twice)
        let seq = try await office.journalLength()
        try await office.write(twice)

        #expect(try await office.journalLength() == seq)
    }

    @Test(arguments: TestEngine.available)
    func `a task or target that is not there is said to be missing`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        let plan = try await office.addPlan()

        await #expect(throws: MissingRecord.self) {
            try await office.write { try $0.assignTask(9, of: plan, lead: nil, dueOn: nil, by: $1) }
        }
        await #expect(throws: MissingRecord.self) {
            try await office.write { try $0.splitTarget(Plan.Target.ID("none"), by: $1) }
        }
    }
}
