import Domain
import Support
import Testing

@testable import Store

@Suite struct DocumentFindingContract {
    /// "issuer|symbol|title|signed|order|procedure|authority|quality|judged on|judge".
    private static let judged =
        "BD|12/2021/QĐ-UBND|Phân cấp|2021-03-01|met|met|met|met|2021-04-01|Sở Tư pháp"

    private func office(_ engine: TestEngine) async throws -> StandingOffice {
        let office = try await StandingOffice.open(engine)
        try await office.importing(documentRows(Self.judged))
        return office
    }

    private func check(on day: String, source: String = "documentCheck", document: Int = 1)
        -> ReadRows<FindingRow>
    {
        findingRows(
            "BD||Điều 4 trái với nghị định|\(day)|2022-06-30|||\(source)|12/2021/QĐ-UBND||||\(document)"
        )
    }

    private func counts(_ office: StandingOffice, on text: String) async throws
        -> [LegalDocumentFilter.Judged: Int]
    {
        try await office.read {
            try $0.judgedDocuments(of: 2021, asked: AskedDay(day(text), today: day("2022-03-01")))
        }
    }

    @Test(arguments: TestEngine.available)
    func `what a check finds stands with the document from its day on`(_ engine: TestEngine)
        async throws
    {
        let office = try await office(engine)
        try await office.importing(check(on: "2022-02-10"))
        let (before, after, numbers) = try await office.read { db in
            let id = try #require(try db.legalDocument(numbered: 1)).id
            return (
                try db.findings(in: id, on: day("2022-02-09")),
                try db.findings(in: id, on: day("2022-02-10")),
                try db.checkedDocuments()
            )
        }
        #expect(before.isEmpty)
        #expect(after.map(\.text) == ["Điều 4 trái với nghị định"])
        #expect(after.map(\.state) == [.found])
        #expect(numbers.values.sorted() == [1])
    }

    @Test(arguments: TestEngine.available)
    func `after it the document counts as unchecked until somebody judges again`(
        _ engine: TestEngine
    ) async throws {
        let office = try await office(engine)
        try await office.importing(check(on: "2022-02-10"))
        #expect(try await counts(office, on: "2022-02-09")[.met] == 1)
        #expect(try await counts(office, on: "2022-02-10")[.met] == 0)
        #expect(try await counts(office, on: "2022-02-10")[.unchecked] == 1)

        let again = Self.judged.replacing("2021-04-01", with: "2022-02-20")
        try await office.importing(documentRows(again))
        #expect(try await counts(office, on: "2022-02-20")[.met] == 1)
    }

    @Test(arguments: TestEngine.available)
    func `what is found in another way leaves the judgement alone`(_ engine: TestEngine)
        async throws
    {
        let office = try await office(engine)
        try await office.importing(check(on: "2022-02-10", source: "inspection"))
        #expect(try await counts(office, on: "2022-02-10")[.met] == 1)
    }

    @Test(arguments: TestEngine.available)
    func `a number that the register does not have is refused by its row`(_ engine: TestEngine)
        async throws
    {
        let office = try await office(engine)
        let refusal = await #expect(throws: InvalidInput.self) {
            try await office.importing(check(on: "2022-02-10", document: 9))
        }
        #expect(refusal?.problems.map(\.field) == ["document_number"])
    }

    @Test(arguments: TestEngine.available)
    func `a finding of a later year makes the document's year be counted anew`(
        _ engine: TestEngine
    ) async throws {
        let office = try await office(engine)
        let before = try await office.read { try $0.revisions([.law], year: 2021) }
        try await office.importing(check(on: "2022-02-10"))
        #expect(try await office.read { try $0.revisions([.law], year: 2021) } != before)
    }

    @Test(arguments: TestEngine.available)
    func `who checks documents records and closes what is found in the province's own`(
        _ engine: TestEngine
    ) async throws {
        let office = try await office(engine)
        let justice = try await office.agency("BD-STP")
        let checker = try await office.person("Trần Văn Mẫu", .officer, in: justice)
        let clerk = try await office.person("Lê Thị Mẫu", .officer, in: justice)
        try await office.write { db, giver in
            try db.givePost(
                Post(
                    id: Post.ID(""), number: 0, person: checker, role: .appraiser, agency: justice,
                    tenure: Tenure(from: day("2020-01-01"))), by: giver)
        }
        let rows = check(on: "2021-09-10")
        await #expect(throws: PermissionError.self) {
            try await office.store.write { _ = try $0.importFindings(rows, by: clerk) }
        }
        try await office.store.write { _ = try $0.importFindings(rows, by: checker) }
        let possible = try await office.read { db in
            let finding = try #require(try db.finding(numbered: 1))
            return try (
                db.possibleSteps(of: finding, for: checker),
                db.possibleSteps(of: finding, for: clerk)
            )
        }
        #expect(possible.0.contains(.notified))
        #expect(!possible.1.contains(.notified))
    }
}
