import Domain
import Store
import Support
import Testing

@Suite struct GoodPracticeContract {
    private func opened(_ engine: TestEngine, practice: String) async throws -> StandingOffice {
        let office = try await StandingOffice.open(engine)
        try await office.importing(
            inspectionRows("BD-SNV|BD-540||2021-05-10|2021-05-12", "BD-SNV|BD-546||2021-05-12"))
        let user = office.user
        for number in [1, 2] {
            try await office.store.write { db in
                let inspection = try #require(try db.inspection(numbered: number))
                try db.saveInspectionFile(
                    InspectionFile(
                        inspection: inspection.id,
                        team: [
                            .init(
                                "Nguyễn Văn An", post: "Chuyên viên", role: .leader,
                                fromOn: day("2021-05-12"), untilOn: day("2021-05-13"))
                        ], heldUntil: day("2021-05-14"), goodPractice: practice),
                    of: number, by: user)
            }
        }
        return office
    }

    @Test(arguments: TestEngine.available)
    func `the practice becomes an idea of the inspected body, linked both ways, in one entry`(
        _ engine: TestEngine
    ) async throws {
        let office = try await opened(engine, practice: "Trả kết quả tại nhà")
        let seq = try await office.journalLength()
        try await office.write { try $0.proposeInitiative(from: 1, by: $1) }

        let (inspection, initiative, behind) = try await office.read { db in
            let inspection = try #require(try db.inspection(numbered: 1))
            let initiative = try #require(try db.initiative(from: inspection.id))
            return (inspection, initiative, try db.inspections(behind: initiative.id))
        }
        #expect(initiative.line.title == "Trả kết quả tại nhà")
        #expect(initiative.body == inspection.body)
        #expect(initiative.line.stage.vi == "ý tưởng")
        #expect(behind.map(\.number) == [1])
        let entries = try await office.journal(since: seq)
        #expect(entries.map(\.action) == ["inspection.practice-proposed"])
        #expect(entries.first?.changes.map(\.kind) == ["initiative", "inspection-initiative"])
    }

    @Test(arguments: TestEngine.available)
    func `it is proposed once, and not without a practice`(_ engine: TestEngine) async throws {
        let office = try await opened(engine, practice: "Trả kết quả tại nhà")
        try await office.write { try $0.proposeInitiative(from: 1, by: $1) }
        let again = await #expect(throws: InvalidInput.self) {
            try await office.write { try $0.proposeInitiative(from: 1, by: $1) }
        }
        #expect(
            again?.problems.map(\.message.vi)
                == ["Cách làm hay này đã có trong danh mục sáng kiến, số 1."])
        let empty = try await opened(engine, practice: "")
        await #expect(throws: InvalidInput.self) {
            try await empty.write { try $0.proposeInitiative(from: 1, by: $1) }
        }
    }

    @Test(arguments: TestEngine.available)
    func `an initiative of that name which the body has is linked, none is added`(
        _ engine: TestEngine
    ) async throws {
        let office = try await opened(engine, practice: "Trả kết quả tại nhà")
        try await office.write {
            _ = try $0.importLines(
                Initiative.columns.lines(
                    ["BD-540|Trả kết quả tại nhà|2021-03-01"], Initiative()), by: $1)
        }
        try await office.write { try $0.proposeInitiative(from: 1, by: $1) }
        #expect(try await office.read { try $0.lines(Initiative.self, of: 2021) }.count == 1)
    }

    @Test(arguments: TestEngine.available)
    func `days of the team and of a member read back, one person in two teams is found`(
        _ engine: TestEngine
    ) async throws {
        let office = try await opened(engine, practice: "")
        let (file, doubled) = try await office.read { db in
            let inspection = try #require(try db.inspection(numbered: 1))
            let file = try db.inspectionFile(of: inspection.id)
            return (file, try db.doubledMembers(of: inspection, file).map(\.other.inspection))
        }
        #expect(file.heldUntil == day("2021-05-14"))
        #expect(file.team.map(\.fromOn) == [day("2021-05-12")])
        #expect(file.team.map(\.untilOn) == [day("2021-05-13")])
        #expect(doubled == [2])
    }
}
