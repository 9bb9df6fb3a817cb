import Domain
import Support
import Testing

@testable import Store

@Suite struct LegalNeighbourContract {
    private func counts(_ office: StandingOffice) async throws -> [Int] {
        try await office.read { db in
            try db.legalDocuments(
                LegalDocumentFilter(),
                asked: AskedDay(day("2021-10-15"), today: day("2021-10-15")), limit: 10
            ).sorted { $0.number < $1.number }.map(\.queryCount)
        }
    }

    @Test(arguments: TestEngine.available)
    func `numbers that follow each other on one day are asked about, both of them`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.importing(
            documentRows(
                "BD|39/2021/QĐ-UBND|Một|2021-03-03", "BD|40/2021/QĐ-UBND|Hai|2021-03-03",
                "BD|41/2021/QĐ-UBND|Ba|2021-03-04"))
        #expect(try await counts(office) == [1, 1, 0])
        #expect(try await office.read { try $0.checkLegalDocuments() }.problems.isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `when one of them is put right neither is asked about`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.importing(
            documentRows(
                "BD|39/2021/QĐ-UBND|Một|2021-03-03", "BD|40/2021/QĐ-UBND|Hai|2021-03-03"))
        let second = try #require(try await office.read { try $0.legalDocument(numbered: 2) })
        let right = LegalDocument(
            id: second.id, number: 2, issuer: second.issuer, symbol: "42/2021/QĐ-UBND",
            title: second.title, signedOn: second.signedOn, details: second.details,
            version: second.version)
        try await office.write { try $0.correctLegalDocument(right, by: $1) }
        #expect(try await counts(office) == [0, 0])
        #expect(try await office.read { try $0.checkLegalDocuments() }.problems.isEmpty)
    }
}
