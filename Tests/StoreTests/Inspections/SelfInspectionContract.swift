import Domain
import Store
import Support
import Testing

@Suite struct SelfInspectionContract {
    @Test(arguments: TestEngine.available)
    func `a self-inspection reads back as its row said`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.importing(selfInspectionRows("BD-540|2021-04-01|2021-04-20|12/BC-UBND"))
        let body = try await office.agency("BD-540")

        let found = try await office.read { try $0.selfInspections(of: body, year: 2021) }

        #expect(found.map(\.number) == [1])
        #expect(found.map(\.plannedOn) == [day("2021-04-01")])
        #expect(found.map(\.heldOn) == [day("2021-04-20")])
        #expect(found.map(\.reportSymbol) == ["12/BC-UBND"])
    }

    @Test(arguments: TestEngine.available)
    func `importing again changes nothing, a result is a change`(_ engine: TestEngine) async throws
    {
        let office = try await StandingOffice.open(engine)
        try await office.importing(selfInspectionRows("BD-540|2021-04-01", "BD-546|2021-04-02"))
        let seq = try await office.journalLength()

        let again = try await office.importing(
            selfInspectionRows("BD-540|2021-04-01", "BD-546|2021-04-02"))
        #expect((again.new, again.changed, again.unchanged) == (0, 0, 2))
        #expect(try await office.journalLength() == seq)

        let done = try await office.importing(
            selfInspectionRows("BD-540|2021-04-01|2021-04-20|12/BC-UBND"))
        #expect((done.new, done.changed) == (0, 1))
        #expect(try await office.journal(since: seq).map(\.action) == ["self-inspections.recorded"])
    }

    @Test(arguments: TestEngine.available)
    func `mistakes are named row by row and nothing is written`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)

        let refusal = await #expect(throws: InvalidInput.self) {
            try await office.importing(
                selfInspectionRows(
                    "BD-540|2021-04-01", "BD-540|01/04/2021", "BD-999|2021-04-01", "BD-546"))
        }

        #expect(refusal?.problems.map(\.row) == [3, 4, 5])
        #expect(refusal?.problems.map(\.field) == ["body_code", "body_code", "planned_on"])
        #expect(try await office.read { try $0.selfInspection(numbered: 1) } == nil)
    }
}

extension StandingOffice {
    @discardableResult
    func importing(_ rows: ReadRows<SelfInspectionRow>) async throws -> ImportSummary {
        try await write { try $0.importSelfInspections(rows, by: $1) }
    }
}
