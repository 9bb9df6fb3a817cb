import Domain
import Support
import Testing

@testable import Store

@Suite struct LegalRegisterContract {
    private let asked = AskedDay(day("2021-10-15"), today: day("2021-10-15"))
    /// "issuer|symbol|title|signed||||||judge|nature|kind|organ|signer|published|in force|field|status|business|consulted|impact|sources".
    private let whole =
        "BD|12/2021/QĐ-UBND|Phân cấp|2021-03-01|||||||policy|orientation|committee|Nguyễn Văn An|2021-03-03|2021-03-11|nội vụ|còn hiệu lực|có|Hiệp hội doanh nghiệp|12/BC-STP|vbpl.vn (chắc chắn); signer: bản giấy"

    private func symbols(
        _ office: StandingOffice, after: Int? = nil, limit: Int = 10,
        _ change: (inout LegalDocumentFilter) -> Void
    ) async throws -> [String] {
        var filter = LegalDocumentFilter()
        change(&filter)
        let wanted = filter
        return try await office.read {
            try $0.legalDocuments(wanted, asked: asked, after: after, limit: limit)
        }.map(\.symbol)
    }

    @Test(arguments: TestEngine.available)
    func `every field of the register reads back`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.importing(documentRows(whole))

        let details = try #require(try await office.read { try $0.legalDocument(numbered: 1) })
            .details

        #expect(
            (details.nature, details.kind, details.organ) == (.policy, .orientation, .committee))
        #expect(
            [details.publishedOn, details.inForceOn] == [day("2021-03-03"), day("2021-03-11")])
        #expect(
            [details.signer, details.field, details.declaredStatus, details.consulted] == [
                "Nguyễn Văn An", "nội vụ", "còn hiệu lực", "Hiệp hội doanh nghiệp",
            ])
        #expect(details.affectsBusiness)
        #expect(details.impactAssessment == "12/BC-STP")
        #expect(details.sources.text == "vbpl.vn (chắc chắn); signer: bản giấy")
    }

    @Test(arguments: TestEngine.available)
    func `importing what was exported changes nothing`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.importing(documentRows(whole))

        #expect(try await office.importing(documentRows(whole)).unchanged == 1)
    }

    @Test(arguments: TestEngine.available)
    func `only normative documents count to the target`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.importing(
            documentRows(
                whole, "BD|13/2021/QĐ-UBND|Hai|2021-03-02", "BD|95/KH-UBND|Ba|2021-03-02"))

        let counts = try await office.read {
            try $0.judgedDocuments(of: 2021, asked: asked)
        }

        #expect(counts[.unchecked] == 1)
        #expect(
            try await symbols(office) { $0.nature = .individual } == ["95/KH-UBND"])
    }

    @Test(arguments: TestEngine.available)
    func `the register pages by day of signing, newest first`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.importing(
            documentRows(
                "BD|1/2021/QĐ-UBND|Một|2021-03-01", "BD|2/2021/QĐ-UBND|Hai|2021-03-05",
                "BD|3/2021/QĐ-UBND|Ba|2021-03-05", "BD|4/2020/QĐ-UBND|Bốn|2020-03-05"))

        let first = try await symbols(office, limit: 2) { _ in }
        #expect(first == ["3/2021/QĐ-UBND", "2/2021/QĐ-UBND"])
        #expect(
            try await symbols(office, after: 2, limit: 2) { _ in }
                == ["1/2021/QĐ-UBND", "4/2020/QĐ-UBND"])
        #expect(try await symbols(office) { $0.year = 2020 } == ["4/2020/QĐ-UBND"])
    }

    @Test(arguments: TestEngine.available)
    func `a document is found without its diacritics and by a part of its symbol`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.importing(
            documentRows(
                "BD|12/2021/QĐ-UBND|Giá đất trên địa bàn|2021-03-01",
                "BD|13/2021/QĐ-UBND|Phí thăm quan|2021-03-02"))

        #expect(try await symbols(office) { $0.search = "gia dat" } == ["12/2021/QĐ-UBND"])
        #expect(try await symbols(office) { $0.search = "13/2021" } == ["13/2021/QĐ-UBND"])
    }

    @Test(arguments: TestEngine.available)
    func `the register is narrowed by judgement, field and business`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        try await office.importing(
            documentRows(
                whole, "BD|13/2021/QĐ-UBND|Hai|2021-03-02|met|met|met|met|2021-04-01|Sở Tư pháp",
                "BD|14/2021/QĐ-UBND|Ba|2021-03-02|met|unmet|met|met|2021-04-01|Sở Tư pháp",
                "BD|15/2021/QĐ-UBND|Bốn|2021-03-02|met||||2021-04-01|Sở Tư pháp"))

        #expect(try await symbols(office) { $0.judged = .met } == ["13/2021/QĐ-UBND"])
        #expect(try await symbols(office) { $0.judged = .unmet } == ["14/2021/QĐ-UBND"])
        #expect(
            try await symbols(office) { $0.judged = .unchecked }
                == ["15/2021/QĐ-UBND", "12/2021/QĐ-UBND"])
        #expect(try await symbols(office) { $0.field = "nội vụ" } == ["12/2021/QĐ-UBND"])
        #expect(try await symbols(office) { $0.affectsBusiness = true } == ["12/2021/QĐ-UBND"])
    }

    @Test(arguments: TestEngine.available)
    func `a signer put right does not make a document recorded later`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        try await office.importing(documentRows("BD|12/2021/QĐ-UBND|Một|2021-03-01"))
        let before = try await office.read {
            try $0.rows("SELECT recorded_at FROM legal_documents").first?.text(0)
        }
        let now = try #require(try await office.read { try $0.legalDocument(numbered: 1) })
        var details = now.details
        details.signer = "Nguyễn Văn An"
        let changed = now.with(details)
        try await office.write { try $0.correctLegalDocument(changed, by: $1) }

        let after = try await office.read {
            try $0.rows("SELECT recorded_at FROM legal_documents").first?.text(0)
        }
        #expect(after == before)
    }

    @Test(arguments: TestEngine.available)
    func `next numbers of one day are pointed out`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.importing(
            documentRows(
                "BD|39/2021/QĐ-UBND|Một|2021-03-01", "BD|40/2021/QĐ-UBND|Hai|2021-03-01",
                "BD|41/2021/QĐ-UBND|Ba|2021-03-02"))

        let found = try await office.read { db in
            try db.legalDocument(numbered: 2).map { try db.neighbours(of: $0) } ?? []
        }

        #expect(found.map(\.symbol) == ["39/2021/QĐ-UBND"])
    }

    @Test(arguments: TestEngine.available)
    func `a document may be older than the list of bodies`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.importing(documentRows("BD|12/2009/QĐ-UBND|Một|2009-03-01"))

        let found = try await office.read { try $0.legalDocument(numbered: 1) }
        #expect(found?.issuer == (try await office.agency("BD")))
    }

    @Test(arguments: TestEngine.available)
    func `only documents of the levels that were settled are facts of the target`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.importing(
            documentRows("BD|1/2021/QĐ-UBND|Một|2021-03-01", "BD-540|2/2021/QĐ-UBND|Hai|2021-03-02")
        )
        func facts() async throws -> [Int] {
            try await office.read { db in
                try db.documentFacts(2021, try db.agencyTree(on: day("2021-10-15"))).map(\.number)
            }
        }
        #expect(try await facts() == [1, 2])

        try await office.write {
            try $0.settleLegalScope(
                LegalScope(year: 2021, levels: [.province], source: "12/HD-BNV"), by: $1)
        }

        #expect(try await facts() == [1])
    }

    @Test(arguments: TestEngine.available)
    func `a scope needs a level and the document that settles it`(_ engine: TestEngine) async throws
    {
        let office = try await StandingOffice.open(engine)
        let refusal = await #expect(throws: InvalidInput.self) {
            try await office.write {
                try $0.settleLegalScope(LegalScope(year: 2021, levels: []), by: $1)
            }
        }
        #expect(refusal?.problems.map(\.field) == ["levels", "source"])
    }
}
