import Domain
import Support
import Testing

@testable import Store

@Suite struct EffectCircleContract {
    /// Five decisions in force from 01/02, each replaced by the one that the pairs name.
    private func office(
        _ engine: TestEngine, _ entries: [(document: Int, by: Int)], from: String = "01/03/2021"
    ) async throws -> StandingOffice {
        let office = try await StandingOffice.open(engine)
        let lines = (1...5).map { number in
            let empty = String(repeating: "|", count: 12)
            return "BD|\(number)1/2021/QĐ-UBND|Văn bản \(number)|2021-01-21\(empty)2021-02-01"
        }
        let rows = LegalDocumentColumns.all.lines(lines, LegalDocumentRow())
        try await office.importing(rows)
        let effects = EffectColumns.all.lines(
            entries.map { "\($0.by)||replacement|\($0.document)||\(from)" }, EffectRow())
        try await office.write { _ = try $0.importEffects(effects, by: $1) }
        return office
    }

    private func circle(_ office: StandingOffice, through number: Int) async throws -> [Int] {
        try await office.read { db in
            let id = try #require(try db.legalDocument(numbered: number)).id
            return try db.effectCircle(through: id).compactMap { try db.legalDocument($0)?.number }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a circle of three is found from each of them, in the order of the entries`(
        _ engine: TestEngine
    ) async throws {
        let office = try await office(engine, [(2, 1), (3, 2), (1, 3), (4, 1)])
        #expect(try await circle(office, through: 1) == [1, 2, 3])
        #expect(try await circle(office, through: 2) == [2, 3, 1])
        #expect(try await circle(office, through: 4) == [])
    }

    @Test(arguments: TestEngine.available)
    func `a chain is no circle, nor is what was taken back`(_ engine: TestEngine) async throws {
        let office = try await office(engine, [(2, 1), (3, 2), (1, 3)])
        try await office.write { try $0.withdrawEffect(3, because: "ghi nhầm", by: $1) }
        #expect(try await circle(office, through: 1) == [])
    }

    @Test(arguments: TestEngine.available)
    func `what acts on a document before its first day is asked about`(_ engine: TestEngine)
        async throws
    {
        let office = try await office(engine, [(2, 1)], from: "01/01/2021")
        let kinds = try await office.read {
            try $0.effectQueries(on: day("2021-10-15")).map(\.kind)
        }
        #expect(Set(kinds) == [.beforeSource, .beforeTarget])
    }
}
