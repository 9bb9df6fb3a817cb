import Domain
import Store
import Support
import Testing

@Suite struct LegalFileContract {
    private func office(_ engine: TestEngine) async throws -> StandingOffice {
        let office = try await StandingOffice.open(engine)
        try await office.importing(documentRows("BD|12/2021/QĐ-UBND|Phân cấp|2021-03-01"))
        return office
    }

    private func file(_ office: StandingOffice) async throws -> LegalFile {
        try await office.read { db in
            try db.legalDocument(numbered: 1).map { try db.legalFile(of: $0.id) } ?? LegalFile()
        }
    }

    @Test(arguments: TestEngine.available)
    func `steps begin with the procedure of the day of signing`(_ engine: TestEngine) async throws {
        let office = try await office(engine)
        try await office.write { try $0.beginLegalSteps(of: 1, by: "2015", version: 0, user: $1) }

        let file = try await file(office)
        #expect(file.steps == LegalProcedure.all.first?.steps)
        #expect(file.version == 1)
    }

    @Test(arguments: TestEngine.available)
    func `a procedure that did not hold on that day is refused`(_ engine: TestEngine) async throws {
        let office = try await office(engine)
        let refusal = await #expect(throws: InvalidInput.self) {
            try await office.write {
                try $0.beginLegalSteps(of: 1, by: "2025-chairman", version: 0, user: $1)
            }
        }
        #expect(refusal?.problems.map(\.field) == ["procedure"])
    }

    @Test(arguments: TestEngine.available)
    func `opinions read back with how they were taken up`(_ engine: TestEngine) async throws {
        let office = try await office(engine)
        let rows = LegalOpinionColumns.all.lines(
            [
                "Sở Tài chính|01/02/2021|05/02/2021|9/STC-NS|Bổ sung kinh phí|accepted|Đã bổ sung Điều 4"
            ],
            LegalOpinionRow())
        try await office.write { try $0.keepLegalOpinions(rows, of: 1, version: 0, by: $1) }

        let line = try #require(try await file(office).opinions.first)
        #expect([line.askedOn, line.answeredOn] == [day("2021-02-01"), day("2021-02-05")])
        #expect(line.taken == .accepted)
        #expect(
            [line.body, line.paper, line.opinion, line.reply] == [
                "Sở Tài chính", "9/STC-NS", "Bổ sung kinh phí", "Đã bổ sung Điều 4",
            ])
    }

    @Test(arguments: TestEngine.available)
    func `a list with a mistake names its row, and nothing is written`(_ engine: TestEngine)
        async throws
    {
        let office = try await office(engine)
        let rows = LegalOpinionColumns.all.lines(
            ["Sở Tài chính", "Sở Nội vụ|||||explained"], LegalOpinionRow())
        let refusal = await #expect(throws: InvalidInput.self) {
            try await office.write { try $0.keepLegalOpinions(rows, of: 1, version: 0, by: $1) }
        }
        #expect(refusal?.problems.map { "\($0.row ?? 0) \($0.field)" } == ["3 reply"])
        #expect(try await file(office) == LegalFile())
    }

    @Test(arguments: TestEngine.available)
    func `of two who change the file at once the second is told`(_ engine: TestEngine) async throws
    {
        let office = try await office(engine)
        try await office.write { try $0.beginLegalSteps(of: 1, by: "2015", version: 0, user: $1) }
        let rows = LegalStepColumns.all.lines(["Soạn thảo"], LegalStepRow())

        await #expect(throws: EditConflict.self) {
            try await office.write { try $0.keepLegalSteps(rows, of: 1, version: 0, by: $1) }
        }
    }
}
