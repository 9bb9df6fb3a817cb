import Domain
import Store
import Support
import Testing

@Suite struct RegisterEvidenceContract {
    @Test(arguments: TestEngine.available)
    func `a line of a register is a record that evidence can be given for`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        try await office.write {
            _ = try $0.importLines(
                Initiative.columns.lines([replicated("BD-540")], Initiative()), by: $1)
        }
        let record = try await office.read { db in
            let line = try #require(try db.line(Initiative.self, numbered: 1))
            return try db.citedRecord(Evidence.Subject(.initiative, line.id.text))
        }
        #expect(record?.code == "1")
        #expect(record?.text == "Mô hình một cửa")
        #expect(record?.agencies == [try await office.agency("BD-SNV")])
    }

    @Test func `each register's kind of evidence is called as its lines are in the journal`() {
        let registers = Evidence.Kind.allCases.compactMap { kind in
            kind.register.map { (kind.rawValue, $0.recordKind) }
        }
        #expect(registers.count == 8)
        for (kind, record) in registers { #expect(kind == record) }
    }
}
