import Domain
import Store
import Support
import Testing

@Suite struct AgencyPlanContract {
    @Test(arguments: TestEngine.available)
    func `a declared plan reads back as carrying out the year's`(_ engine: TestEngine) async throws
    {
        let office = try await StandingOffice.open(engine)
        let parent = try await office.confirmPlan()
        try await office.importing(
            agencyPlanRows("BD-540|2021|12/KH-UBND|20/01/2021", "BD-SNV|2021|3/KH-SNV|2021-01-15"))
        let body = try await office.agency("BD-540")

        let (all, one) = try await office.read {
            (try $0.agencyPlans(of: 2021), try $0.agencyPlan(of: body, year: 2021))
        }

        #expect(all.map(\.symbol) == ["3/KH-SNV", "12/KH-UBND"])
        #expect(all.allSatisfy { $0.parent == parent })
        #expect(one?.issuedOn == day("2021-01-20"))
    }

    @Test(arguments: TestEngine.available)
    func `plans and tasks import twice without a change`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.confirmPlan()
        let plans = agencyPlanRows(
            "BD-540|2021|12/KH-UBND|20/01/2021", "BD-SNV|2021|3/KH-SNV|2021-01-15")
        let tasks = agencyTaskRows(
            "BD-540|2021|1|Rà soát thủ tục|2021-06-30|2021-06-01", "BD-540|2021|2|Báo cáo")
        try await office.importing(plans)
        try await office.importing(tasks)
        let seq = try await office.journalLength()

        let again = [try await office.importing(plans), try await office.importing(tasks)]

        #expect(again.map { [$0.new, $0.changed, $0.unchanged] } == [[0, 0, 2], [0, 0, 2]])
        #expect(try await office.journalLength() == seq)
    }

    @Test(arguments: TestEngine.available)
    func `a later list puts a symbol right and tells a task done`(_ engine: TestEngine) async throws
    {
        let office = try await StandingOffice.open(engine)
        try await office.confirmPlan()
        try await office.importing(agencyPlanRows("BD-540|2021|12/KH-UBND|20/01/2021"))
        try await office.importing(agencyTaskRows("BD-540|2021|1|Rà soát thủ tục|2021-06-30"))
        let seq = try await office.journalLength()
        try await office.importing(agencyPlanRows("BD-540|2021|13/KH-UBND|20/01/2021"))
        try await office.importing(
            agencyTaskRows("BD-540|2021|1|Rà soát thủ tục|2021-06-30|2021-06-01"))
        let body = try await office.agency("BD-540")

        let (plan, tasks) = try await office.read {
            (try $0.agencyPlan(of: body, year: 2021), try $0.agencyTasks(of: body, year: 2021))
        }

        #expect((plan?.symbol, plan?.version) == ("13/KH-UBND", 2))
        #expect(tasks.map(\.doneOn) == [day("2021-06-01")])
        #expect(
            try await office.journal(since: seq).map(\.action) == [
                "agency-plans.imported", "agency-tasks.imported",
            ])
    }

    @Test(arguments: TestEngine.available)
    func `a year without a confirmed plan takes no agencies' plans`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        try await office.addPlan()

        await #expect(throws: PlanError.yearWithoutPlan(2021)) {
            try await office.importing(agencyPlanRows("BD-540|2021|12/KH-UBND|20/01/2021"))
        }
    }

    @Test(arguments: TestEngine.available)
    func `mistakes are named row by row and nothing is written`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.confirmPlan()

        let refusal = await #expect(throws: InvalidInput.self) {
            try await office.importing(
                agencyPlanRows(
                    "BD-540|2021|12/KH-UBND|20/01/2021", "BD-540|2021|13/KH-UBND|21/01/2021",
                    "BD-999|2021|1/KH|20/01/2021", "BD-SNV|2021|1/KH|31/02/2021",
                    "BD|2021|95/KH-UBND|2020-12-31"))
        }

        #expect(refusal?.problems.map(\.row) == [3, 4, 5, 6])
        #expect(
            refusal?.problems.map(\.field) == [
                "agency_code", "agency_code", "issued_on", "agency_code",
            ])
        #expect(try await office.read { try $0.agencyPlans(of: 2021) }.isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `a task needs its agency's plan, and a number of its own`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        try await office.confirmPlan()
        try await office.importing(agencyPlanRows("BD-540|2021|12/KH-UBND|20/01/2021"))

        let refusal = await #expect(throws: InvalidInput.self) {
            try await office.importing(
                agencyTaskRows(
                    "BD-540|2021|1|Một", "BD-546|2021|1|Hai", "BD-540|2021|1|Ba",
                    "BD-999|2021|1|Bốn",
                    "BD-540|2021|x|Năm"))
        }

        #expect(refusal?.problems.map(\.row) == [3, 4, 5, 6])
        #expect(
            refusal?.problems.map(\.field) == ["agency_code", "number", "agency_code", "number"])
    }
}

extension StandingOffice {
    @discardableResult
    func importing(_ rows: ReadRows<AgencyPlanRow>) async throws -> ImportSummary {
        try await write { try $0.importAgencyPlans(rows, by: $1) }
    }

    @discardableResult
    func importing(_ rows: ReadRows<AgencyTaskRow>) async throws -> ImportSummary {
        try await write { try $0.importAgencyTasks(rows, by: $1) }
    }
}
