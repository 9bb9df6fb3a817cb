import Domain
import Store
import Support
import Testing

@Suite struct ReplicationContract {
    @Test(arguments: TestEngine.available)
    func `each body that takes an initiative over gets a task in its plan, once`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.open(engine)
        try await declarePlans(office, "BD-540", "BD-546")
        try await record(office, "BD-540; BD-546, BD-540")

        let first = try await office.write { try $0.replicateInitiative(1, by: $1) }
        let again = try await office.write { try $0.replicateInitiative(1, by: $1) }

        #expect((first, again) == (2, 0))
        let (tasks, counts) = try await office.read { db in
            let line = try #require(try db.line(Initiative.self, numbered: 1))
            return (try db.tasks(carrying: line.id), try db.initiativeTaskCounts(of: 2021))
        }
        #expect(tasks.map(\.dueOn) == [day("2021-12-01"), day("2021-12-01")])
        #expect(Set(tasks.compactMap(\.lead)).count == 2)
        #expect(counts[1]?.all == 2)
        #expect(counts[1]?.done == 0)
    }

    @Test(arguments: TestEngine.available)
    func `a body without a plan is named and no task is made`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await declarePlans(office, "BD-540")
        try await record(office, "BD-540; BD-546")
        let refusal = await #expect(throws: InvalidInput.self) {
            try await office.write { try $0.replicateInitiative(1, by: $1) }
        }
        #expect(refusal?.problems.first?.message.vi.contains("BD-546") == true)
        #expect(try await office.read { try $0.initiativeTaskCounts(of: 2021) }.isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `an officer gives no tasks to other agencies`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await declarePlans(office, "BD-540", "BD-546")
        try await record(office, "BD-546")
        let officer = try await office.person(
            "own", .officer, in: try await office.agency("BD-540"))
        await #expect(throws: PermissionError.self) {
            try await office.write { db, _ in try db.replicateInitiative(1, by: officer) }
        }
    }

    private func record(_ office: StandingOffice, _ codes: String) async throws {
        try await office.write {
            _ = try $0.importLines(
                Initiative.columns.lines([replicated(codes)], Initiative()), by: $1)
        }
    }

    private func declarePlans(_ office: StandingOffice, _ codes: String...) async throws {
        try await office.confirmPlan()
        try await office.write { db, user in
            _ = try db.importAgencyPlans(
                AgencyPlanColumns.all.lines(
                    codes.map { "\($0)|2021|12/KH|2021-01-20" }, AgencyPlanRow()), by: user)
        }
    }
}
