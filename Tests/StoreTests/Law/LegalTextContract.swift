import Domain
import Reading
import Store
import Support
import Testing

@Suite struct LegalTextContract {
    private let two = [
        "BD|12/2021/QĐ-UBND|Quy định phân cấp|2021-03-01",
        "BD|30/2021/QĐ-UBND|Quy định khác|2021-06-01",
    ]

    private func text(_ bases: String...) -> LegalText {
        LegalText(reading: bases.joined(separator: "\n"), name: "toàn văn.txt")
    }

    private func bases(_ number: Int, _ office: StandingOffice) async throws -> [LegalBasis] {
        try await office.read { db in
            guard let document = try db.legalDocument(numbered: number) else { return [] }
            return try db.legalBases(of: document.id)
        }
    }

    @Test(arguments: TestEngine.available)
    func `a basis that we hold is linked, one that we do not hold is named`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        try await office.importing(documentRows(two[0], two[1]))
        let text = text(
            "Căn cứ Quyết định số 12/2021/QĐ-UBND ngày 01/3/2021;",
            "Căn cứ Luật số 80/2015/QH13 ngày 22/6/2015;")
        try await office.write { try $0.keepLegalText(text, from: nil, of: 2, by: $1) }

        let bases = try await bases(2, office)
        let first = try await office.read { try $0.legalDocument(numbered: 1)?.id }
        #expect(bases.map(\.target) == [first, nil])
        #expect(bases.map(\.symbol) == ["12/2021/QĐ-UBND", "80/2015/QH13"])
    }

    @Test(arguments: TestEngine.available)
    func `a document that comes later is linked, leading zeros or not`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        try await office.importing(documentRows(two[1]))
        let text = text("Căn cứ Quyết định số 012/2021/QĐ-UBND ngày 01/3/2021;")
        try await office.write { try $0.keepLegalText(text, from: nil, of: 1, by: $1) }
        #expect(try await bases(1, office).map(\.target) == [nil])

        try await office.importing(documentRows(two[0]))

        let later = try await office.read { try $0.legalDocument(numbered: 2)?.id }
        #expect(later != nil)
        #expect(try await bases(1, office).map(\.target) == [later])
    }

    @Test(arguments: TestEngine.available)
    func `a symbol put right no longer answers for the old one`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.importing(documentRows(two[0], two[1]))
        let text = text("Căn cứ Quyết định số 12/2021/QĐ-UBND ngày 01/3/2021;")
        try await office.write { try $0.keepLegalText(text, from: nil, of: 2, by: $1) }
        let now = try #require(try await office.read { try $0.legalDocument(numbered: 1) })
        let right = LegalDocument(
            id: now.id, number: 1, issuer: now.issuer, symbol: "13/2021/QĐ-UBND", title: now.title,
            signedOn: now.signedOn, details: now.details, version: now.version)
        try await office.write { try $0.correctLegalDocument(right, by: $1) }

        #expect(try await bases(2, office).map(\.target) == [nil])
    }

    @Test(arguments: TestEngine.available)
    func `among bodies with the same number the day decides, else the citing body's own`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.importing(
            documentRows(
                "BD|01/2021/QĐ-UBND|Một|2021-03-01", "BD-540|01/2021/QĐ-UBND|Hai|2021-03-02",
                two[1]))
        let text = text(
            "Căn cứ Quyết định số 01/2021/QĐ-UBND ngày 02/3/2021;",
            "Căn cứ Quyết định số 01/2021/QĐ-UBND;",
            "Căn cứ Quyết định số 01/2021/QĐ-UBND ngày 05/3/2021;")
        try await office.write { try $0.keepLegalText(text, from: nil, of: 3, by: $1) }

        let (province, district) = try await office.read {
            (try $0.legalDocument(numbered: 1)?.id, try $0.legalDocument(numbered: 2)?.id)
        }
        #expect(try await bases(3, office).map(\.target) == [district, province, nil])
    }

    @Test(arguments: TestEngine.available)
    func `what is odd in the text counts in the list`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.importing(documentRows(two[0], two[1]))
        let text = text("Xét Tờ trình số 9/TTr-SNV ngày 20/12/2020;")
        try await office.write { try $0.keepLegalText(text, from: nil, of: 2, by: $1) }
        var filter = LegalDocumentFilter()
        filter.isQueried = true
        let queried = filter
        let asked = AskedDay(day("2021-10-15"), today: day("2021-10-15"))

        let found = try await office.read {
            try $0.legalDocuments(queried, asked: asked, limit: 10)
        }

        #expect(found.map(\.number) == [2])
        #expect(found.map(\.queryCount) == [1])
    }

    @Test(arguments: TestEngine.available)
    func `what lists keep agrees with what it is kept from`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.importing(documentRows(two[0], two[1], "BD|QĐ 320/BNV|Ba|2021-07-01"))
        let text = text("Căn cứ Quyết định số 12/2021/QĐ-UBND;")
        try await office.write { try $0.keepLegalText(text, from: nil, of: 2, by: $1) }

        let parts = try await office.read { try $0.check(office.store.files) }

        #expect(parts.flatMap(\.problems).map(\.en) == [])
    }

    @Test(arguments: TestEngine.available)
    func `of two who bring a text at once the second is told`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.importing(documentRows(two[0]))
        let text = text("Căn cứ Luật số 80/2015/QH13;")
        try await office.write { try $0.keepLegalText(text, from: nil, of: 1, version: 0, by: $1) }

        await #expect(throws: EditConflict.self) {
            try await office.write {
                try $0.keepLegalText(text, from: nil, of: 1, version: 0, by: $1)
            }
        }
    }
}
