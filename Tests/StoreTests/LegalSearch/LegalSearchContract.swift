import Domain
import Reading
import Store
import Support
import Testing

@Suite struct LegalSearchContract {
    private func open(_ engine: TestEngine) async throws -> StandingOffice {
        let office = try await StandingOffice.open(engine)
        try await office.importing(
            documentRows(
                "BD|12/2021/QĐ-UBND|Quy định về đất đai|2021-03-01",
                "BD|043/2021/QĐ-UBND|Quy định về xây dựng|2021-05-01",
                "BD-540|30/2021/QĐ-UBND|Quy chế đất nghĩa trang|2021-04-01"))
        let text = LegalText(
            reading: "Điều 1. Phạm vi điều chỉnh: trật tự xây dựng trên đất ở.", name: "a.txt")
        try await office.write { try $0.keepLegalText(text, from: nil, of: 2, by: $1) }
        try await office.store.indexLegalTexts()
        return office
    }

    private func found(
        _ office: StandingOffice, _ change: @escaping @Sendable (inout LegalSearch) -> Void,
        after: Int? = nil, limit: Int = 10
    ) async throws -> [Int] {
        var search = LegalSearch()
        change(&search)
        let asked = search
        return try await office.read {
            try $0.findDocuments(asked, on: day("2021-10-15"), after: after, limit: limit)
                .map(\.number)
        }
    }

    @Test(arguments: TestEngine.available, ["đất", "dat", "ĐẤT", "đat"])
    func `words are found in title and text, the newest first`(
        _ engine: TestEngine, _ typed: String
    ) async throws {
        let office = try await open(engine)
        #expect(try await found(office) { $0.words = typed } == [2, 3, 1])
    }

    @Test(arguments: TestEngine.available)
    func `all words must stand in it, and titles may be looked at alone`(_ engine: TestEngine)
        async throws
    {
        let office = try await open(engine)
        #expect(try await found(office) { $0.words = "trật tự đất" } == [2])
        #expect(try await found(office) { $0.words = "nghia trang xay" } == [])
        let titles = try await found(office) {
            $0.words = "đất"
            $0.place = .title
        }
        #expect(titles == [3, 1])
    }

    @Test(arguments: TestEngine.available)
    func `any part of a symbol finds it`(_ engine: TestEngine) async throws {
        let office = try await open(engine)
        #expect(try await found(office) { $0.symbol = "43/2021" } == [2])
        #expect(try await found(office) { $0.symbol = "2/2021/qđ" } == [1])
        #expect(try await found(office) { $0.symbol = "3" } == [2, 3])
        #expect(try await found(office) { $0.symbol = "UBND" } == [2, 3, 1])
    }

    @Test(arguments: TestEngine.available)
    func `issuer and state on a day narrow it`(_ engine: TestEngine) async throws {
        let office = try await open(engine)
        let issuer = try await office.agency("BD-540")
        let own = try await found(office) {
            $0.words = "đất"
            $0.issuer = issuer
        }
        #expect(own == [3])
        var draft = EffectDraft(document: 1, isActing: false, kind: .repeal)
        draft.other = "9/2021/QĐ-UBND"
        draft.from = day("2021-06-01")
        let entry = draft
        try await office.write { _ = try $0.recordEffect(entry, by: $1) }
        let dead = try await found(office) {
            $0.words = "đất"
            $0.state = .expired
        }
        #expect(dead == [1])
    }

    @Test(arguments: TestEngine.available)
    func `a page begins where the one before ended`(_ engine: TestEngine) async throws {
        let office = try await open(engine)
        #expect(try await found(office, { $0.words = "đất" }, after: 2, limit: 1) == [3])
        #expect(try await found(office, { $0.words = "đất" }, after: 3, limit: 1) == [1])
    }

    @Test(arguments: TestEngine.available)
    func `a document that changes is found by its new words only`(_ engine: TestEngine) async throws
    {
        let office = try await open(engine)
        try await office.importing(
            documentRows("BD|12/2021/QĐ-UBND|Quy định về đầu tư|2021-03-01"))
        #expect(try await office.read { try $0.unindexedCount() } == 1)
        #expect(try await office.store.indexLegalTexts() == 1)
        #expect(try await found(office) { $0.words = "đất" } == [2, 3])
        #expect(try await found(office) { $0.words = "đầu tư" } == [1])
        #expect(try await office.store.indexLegalTexts() == 0)
    }

    /// Enough of them that the register is walked instead of fetched.
    @Test(arguments: TestEngine.available)
    func `many hits come in the same order as few`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let lines = (1...1_800).map { number in
            let signed = day("2021-01-01") + (number * 7) % 250
            return "BD|\(number)/2021/QĐ-UBND|Quy định số \(number)|\(signed.text)"
        }
        let rows = LegalDocumentColumns.all.lines(lines, LegalDocumentRow())
        try await office.importing(rows)
        #expect(try await office.store.indexLegalTexts() == 1_800)
        let expected = try await office.read { db in
            let asked = AskedDay(day("2021-12-31"), today: day("2021-12-31"))
            return try db.legalDocuments(LegalDocumentFilter(), asked: asked, limit: 1_800)
                .map(\.number)
        }
        #expect(
            try await found(office, { $0.words = "quy dinh" }, limit: 2_000) == expected)
        let rest = try await found(office, { $0.words = "quy" }, after: expected[49], limit: 30)
        #expect(rest == Array(expected[50..<80]))
    }

    /// The rare state in the old documents, where a walk down the register would come last.
    @Test(arguments: TestEngine.available)
    func `many hits in a state come in the order of the list`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let lines = (1...1_600).map { number in
            let signed = day("2021-01-01") + (number * 7) % 250
            return "BD|\(number)/2021/QĐ-UBND|Quy định số \(number)|\(signed.text)"
        }
        try await office.importing(LegalDocumentColumns.all.lines(lines, LegalDocumentRow()))
        let repealed = [3, 40, 77, 250, 251, 900, 1_599]
        for number in repealed {
            var draft = EffectDraft(document: number, isActing: false, kind: .repeal)
            draft.other = "9/2021/QĐ-UBND"
            draft.from = day("2021-10-01")
            let entry = draft
            try await office.write { _ = try $0.recordEffect(entry, by: $1) }
        }
        try await office.store.indexLegalTexts()
        let dead: @Sendable (inout LegalSearch) -> Void = {
            $0.words = "quy dinh"
            $0.state = .expired
        }
        let found = try await found(office, dead)
        #expect(Set(found) == Set(repealed))
        #expect(found == (try await listed(office, .expired)))
        #expect(
            try await self.found(office, dead, after: found[2], limit: 3) == Array(found[3..<6]))

        // One that stood first is signed earlier than all.
        let first = try #require(try await office.read { try $0.legalDocument(numbered: found[0]) })
        let earlier = LegalDocument(
            id: first.id, number: first.number, issuer: first.issuer, symbol: first.symbol,
            title: first.title, signedOn: day("2021-01-01") - 1, answers: [:], judgedOn: nil,
            judge: "", version: first.version)
        try await office.write { try $0.correctLegalDocument(earlier, by: $1) }
        try await office.store.indexLegalTexts()
        #expect(try await self.found(office, dead) == Array(found[1...] + [found[0]]))
        let checked = try await office.read { try $0.check(office.store.files) }
        #expect(checked.flatMap(\.problems).isEmpty)
    }

    private func listed(_ office: StandingOffice, _ state: EffectState) async throws -> [Int] {
        try await office.read { db in
            var filter = LegalDocumentFilter()
            filter.effect = state
            let filtered = filter
            let asked = AskedDay(day("2021-10-15"), today: day("2021-10-15"))
            return try db.legalDocuments(filtered, asked: asked, limit: 1_800).map(\.number)
        }
    }
}
