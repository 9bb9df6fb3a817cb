import Domain
import Reading
import Store
import Support
import Testing

@Suite struct EffectImportContract {
    private func open(_ engine: TestEngine) async throws -> StandingOffice {
        let office = try await StandingOffice.open(engine)
        try await office.write {
            var rows = documentRows(
                "BD|1/2021/QĐ-UBND|Một|2021-01-21", "BD|2/2021/QĐ-UBND|Hai|2021-01-22",
                "BD|3/2021/QĐ-UBND|Ba|2021-01-23"
            ).rows.map(\.row)
            for place in rows.indices { rows[place].inForceOn = day("2021-02-01") }
            let columns = LegalDocumentColumns.all
            _ = try $0.importLegalDocuments(
                columns.read(columns.table(rows), blank: LegalDocumentRow()), by: $1)
        }
        return office
    }

    private func effectRows(_ lines: String...) -> ReadRows<EffectRow> {
        EffectColumns.all.lines(lines, EffectRow())
    }

    @Test(arguments: TestEngine.available)
    func `a list is taken in as one entry of the journal, and statuses follow`(
        _ engine: TestEngine
    ) async throws {
        let office = try await open(engine)
        let seq = try await office.journalLength()
        let summary = try await office.write {
            try $0.importEffects(
                effectRows(
                    "|2/2021/QĐ-UBND|repeal|1||01/03/2021",
                    "|707/QĐ-UBND|expiry||3/2021/QĐ-UBND ngày 23/01/2021|01/04/2021||Điều 3",
                    "||limit|2||01/12/2021"), by: $1)
        }
        #expect(summary.new == 3)
        #expect(try await office.journal(since: seq).map(\.action) == ["legal-effects.recorded"])
        let states = try await office.read { db in
            try (1...3).map { number in
                let id = try #require(try db.legalDocument(numbered: number)).id
                return try db.legalStates(of: [id], on: day("2021-12-01"))[id]
            }
        }
        #expect(states == [.expired, .expired, .partlyExpired])
        let problems = try await office.read { try $0.check(office.store.files) }
        #expect(problems.flatMap(\.problems).isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `what goes out comes back unchanged`(_ engine: TestEngine) async throws {
        let office = try await open(engine)
        try await office.write {
            _ = try $0.importEffects(
                effectRows(
                    "2||amendment|1||01/03/2021||khoản 2 Điều 5; số thứ tự 1|ghi chú",
                    "|9/NQ-HĐND|suspension|3||01/03/2021|01/04/2021", "||limit|2||01/12/2021"),
                by: $1)
        }
        let again = try await office.read { db in
            var rows: [EffectRow] = []
            try db.eachEffectRow { rows.append($0) }
            let columns = EffectColumns.all
            return try db.effectImport(columns.read(columns.table(rows), blank: EffectRow()))
                .summary
        }
        #expect(again.problems.isEmpty)
        #expect((again.new, again.changed, again.unchanged) == (0, 0, 3))
    }

    @Test(arguments: TestEngine.available)
    func `every mistake is named with its row, and nothing is written`(_ engine: TestEngine)
        async throws
    {
        let office = try await open(engine)
        let seq = try await office.journalLength()
        let rows = effectRows(
            "|2/2021/QĐ-UBND|repeal|9||01/03/2021",
            "|2/2021/QĐ-UBND|repeal|1||01/03/2021||đoạn đầu",
            "|2/2021/QĐ-UBND|extension|1||01/03/2021", "|||1||01/03/2021",
            "|2/2021/QĐ-UBND|repeal|3||01/03/2021", "2||repeal||3/2021/QĐ-UBND|01/03/2021")
        let refusal = await #expect(throws: InvalidInput.self) {
            try await office.write { _ = try $0.importEffects(rows, by: $1) }
        }
        #expect(
            Set(refusal?.problems.map { "\($0.row ?? 0) \($0.field)" } ?? []) == [
                "2 target_number", "3 parts", "4 until_on", "5 kind", "7 target",
            ])
        #expect(try await office.journalLength() == seq)
    }
}
