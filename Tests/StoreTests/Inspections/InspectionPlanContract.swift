import Domain
import Store
import Support
import Testing

@Suite struct InspectionPlanContract {
    private func opened(_ engine: TestEngine) async throws -> (StandingOffice, Agency.ID) {
        let office = try await StandingOffice.open(engine)
        try await office.importing(
            inspectionRows(
                "BD-SNV|BD-540||2021-05-13", "BD-SNV|BD-546||2021-06-10",
                "BD-SNV|BD-546|sudden|2021-07-10"))
        return (office, try await office.agency("BD-SNV"))
    }

    @Test(arguments: TestEngine.available)
    func `what was issued reads back, and stays when the plan changes`(
        _ engine: TestEngine
    ) async throws {
        let (office, issuer) = try await opened(engine)
        try await office.write {
            _ = try $0.issueInspectionPlan(
                of: 2021, by: issuer, symbol: "9/KH-SNV", on: day("2021-04-01"), user: $1)
        }
        try await office.importing(inspectionRows("BD-SNV|BD-21550||2021-08-10"))

        let (plan, now) = try await office.read { db in
            (
                try #require(try db.inspectionPlans(of: issuer, year: 2021).first),
                try db.plannedInspections(of: issuer, year: 2021, on: day("2021-10-15"))
            )
        }
        #expect((plan.symbol, plan.issuedOn) == ("9/KH-SNV", day("2021-04-01")))
        #expect(plan.lines.map(\.plannedOn) == [day("2021-05-13"), day("2021-06-10")])
        #expect(plan.lines.first?.week == day("2021-05-10")...day("2021-05-14"))
        let changes = plan.changes(to: now)
        #expect(changes.added.map(\.plannedOn) == [day("2021-08-10")])
        #expect(changes.dropped.isEmpty && changes.changed.isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `no symbol, a day to come, the same symbol again or no body: nothing is written`(
        _ engine: TestEngine
    ) async throws {
        let (office, issuer) = try await opened(engine)
        func refused(_ symbol: String, _ on: String, by agency: Agency.ID) async -> [String] {
            let refusal = await #expect(throws: InvalidInput.self) {
                try await office.write {
                    _ = try $0.issueInspectionPlan(
                        of: 2021, by: agency, symbol: symbol, on: day(on), user: $1)
                }
            }
            return refusal?.problems.map(\.field) ?? []
        }
        #expect(await refused("", "2021-04-01", by: issuer) == ["symbol"])
        #expect(await refused("9/KH", "2031-04-01", by: issuer) == ["issued_on"])
        let other = try await office.agency("BD-540")
        #expect(await refused("9/KH", "2021-04-01", by: other) == ["lines"])
        try await office.write {
            _ = try $0.issueInspectionPlan(
                of: 2021, by: issuer, symbol: "9/KH", on: day("2021-04-01"), user: $1)
        }
        #expect(await refused("9/KH", "2021-04-02", by: issuer) == ["symbol"])
        #expect(await refused("10/KH", "2021-03-31", by: issuer) == ["issued_on"])
        #expect(try await office.read { try $0.inspectionPlans(of: issuer, year: 2021) }.count == 1)
    }
}
