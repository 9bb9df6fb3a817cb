import Domain
import Store
import Support
import Testing

@Suite struct LegalDocumentContract {
    private let unchecked = "BD|12/2021/QĐ-UBND|Quy định phân cấp|2021-03-01"

    @Test(arguments: TestEngine.available)
    func `a document reads back with its four answers`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.importing(
            documentRows(unchecked + "|met|unmet||met|2021-04-01|Sở Tư pháp"))

        let found = try #require(try await office.read { try $0.legalDocument(numbered: 1) })

        #expect(found.issuer == (try await office.agency("BD")))
        #expect(
            [found.symbol, found.title, found.judge] == [
                "12/2021/QĐ-UBND", "Quy định phân cấp", "Sở Tư pháp",
            ])
        #expect(found.answers == [.order: .met, .procedure: .unmet, .quality: .met])
        #expect([found.signedOn, found.judgedOn] == [day("2021-03-01"), day("2021-04-01")])
    }

    @Test(arguments: TestEngine.available)
    func `importing again changes nothing, a judgement is a change`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        try await office.importing(documentRows(unchecked))
        let seq = try await office.journalLength()

        #expect(try await office.importing(documentRows(unchecked)).unchanged == 1)
        #expect(try await office.journalLength() == seq)
        let judged = try await office.importing(
            documentRows(unchecked + "|met|met|met|met|2021-04-01|Sở Tư pháp"))
        #expect((judged.new, judged.changed) == (0, 1))
        #expect(try await office.journal(since: seq).map(\.action) == ["legal-documents.recorded"])
    }

    @Test(arguments: TestEngine.available)
    func `the same symbol of another day is another document`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.importing(documentRows(unchecked))

        #expect(
            try await office.importing(documentRows("BD|12/2021/QĐ-UBND|Quy định|2021-03-02")).new
                == 1)
    }

    @Test(arguments: TestEngine.available)
    func `a row with a mistake is named, and no row is written`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let mistakes = [
            ("BD-999|1|Tên|2021-03-01", "issuer_code"), ("BD|1|Tên|30/02/2021", "signed_on"),
            ("BD|1||2021-03-01", "title"),
            ("BD|1|Tên|2021-03-01|met||||2021-02-01|Sở", "judged_on"),
            ("BD|1|Tên|2021-03-01|met|||||Sở", "judged_on"),
            ("BD|1|Tên|2021-03-01|met||||2021-04-01", "judge"),
            ("BD|1|Tên|2021-03-01|có", "order"), ("BD|12/2021/QĐ-UBND|Khác|01/03/2021", "symbol"),
        ]
        for (line, field) in mistakes {
            let refusal = await #expect(throws: InvalidInput.self) {
                try await office.importing(documentRows(unchecked, line))
            }
            #expect(
                refusal?.problems.map { "\($0.row ?? 0) \($0.field)" } == ["3 \(field)"], "\(line)")
        }

        #expect(try await office.read { try $0.legalDocument(numbered: 1) } == nil)
    }

    @Test(arguments: TestEngine.available)
    func `every field that was mistyped can be put right`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.importing(documentRows(unchecked))
        let opened = try #require(try await office.read { try $0.legalDocument(numbered: 1) })
        let right = LegalDocument(
            id: opened.id, number: 1, issuer: try await office.agency("BD-540"),
            symbol: "13/2021/QĐ-UBND",
            title: "Quy định khác", signedOn: day("2021-03-05"), answers: [.order: .met],
            judgedOn: day("2021-04-01"), judge: "Sở Tư pháp", version: 1)
        try await office.write { try $0.correctLegalDocument(right, by: $1) }

        let now = try await office.read { try $0.legalDocument(numbered: 1) }

        #expect(now == right.taking(id: right.id, number: 1, version: 2))
    }

    @Test(arguments: TestEngine.available)
    func `a correction may not take another document's symbol and day`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        try await office.importing(documentRows(unchecked, "BD|13/2021/QĐ-UBND|Khác|2021-03-01"))
        let opened = try #require(try await office.read { try $0.legalDocument(numbered: 2) })
        let wrong = LegalDocument(
            id: opened.id, number: 2, issuer: opened.issuer, symbol: "12/2021/QĐ-UBND",
            title: "Khác",
            signedOn: opened.signedOn, version: 1)

        let refusal = await #expect(throws: InvalidInput.self) {
            try await office.write { try $0.correctLegalDocument(wrong, by: $1) }
        }

        #expect(refusal?.problems.map(\.field) == ["symbol"])
    }

    @Test(arguments: TestEngine.available)
    func `of two who judge at once the second is told`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.importing(documentRows(unchecked))
        let opened = try #require(try await office.read { try $0.legalDocument(numbered: 1) })
        try await office.write { try $0.correctLegalDocument(opened.titled("Một"), by: $1) }

        await #expect(throws: EditConflict.self) {
            try await office.write { try $0.correctLegalDocument(opened.titled("Hai"), by: $1) }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a document is of the plan year of its signing`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.importing(documentRows("BD|1|Một|2021-12-14", "BD|2|Hai|2021-12-15"))

        let years = try await office.read { db in
            try [2021, 2022].map { year in
                var symbols: [String] = []
                try db.eachLegalDocument(of: year) { symbols.append($0.symbol) }
                return symbols
            }
        }

        #expect(years == [["1"], ["2"]])
    }
}

/// "issuer|symbol|title|signed|order|procedure|authority|quality|judged|judge".
func documentRows(_ lines: String...) -> ReadRows<LegalDocumentRow> {
    LegalDocumentColumns.all.lines(lines, LegalDocumentRow())
}

extension StandingOffice {
    @discardableResult
    func importing(_ rows: ReadRows<LegalDocumentRow>) async throws -> ImportSummary {
        try await write { try $0.importLegalDocuments(rows, by: $1) }
    }
}

extension LegalDocument {
    fileprivate func titled(_ title: String) -> LegalDocument {
        LegalDocument(
            id: id, number: number, issuer: issuer, symbol: symbol, title: title,
            signedOn: signedOn,
            answers: answers, judgedOn: judgedOn, judge: judge, version: version)
    }
}
