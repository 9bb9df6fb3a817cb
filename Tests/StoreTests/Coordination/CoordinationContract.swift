import Domain
import Store
import Support
import Testing

@Suite struct CoordinationContract {
    private let land =
        "1.004227|Đăng ký biến động|land|BD-SNV|10|yes|yes|637/QĐ-UBND|amend|regulation|BD-SNV|30/06/2021|15/01/2021|ghi chú"
    private let path = "Tiếp nhận / Trung tâm / 0,5 / Hồ sơ"

    @Test(arguments: TestEngine.available)
    func `a procedure reads back as it was recorded`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.procedures(land)

        let found = try #require(
            try await office.read { try $0.coordinatedProcedure(numbered: 1) })

        #expect([found.code, found.name] == ["1.004227", "Đăng ký biến động"])
        #expect(found.limit == WorkingDays(hundredths: 1_000))
        #expect(found.need == .amend)
        #expect(found.doer == (try await office.agency("BD-SNV")))
        #expect(found.dueOn == day("2021-06-30"))
    }

    @Test(arguments: TestEngine.available)
    func `the same code is the same procedure`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.procedures(land)
        #expect(try await office.procedures(land).unchanged == 1)
        let changed = try await office.procedures(
            land.replacing("Đăng ký biến động", with: "Đăng ký"))
        #expect((changed.new, changed.changed) == (0, 1))
    }

    @Test(arguments: TestEngine.available)
    func `a row with a mistake is named, and no row is written`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let mistakes = [
            ("2|Tên|land|BD-999|||||||||15/01/2021", "body_code"),
            ("2|Tên|biển|BD|||||||||15/01/2021", "field"),
            ("2|Tên|land|BD|x||||||||15/01/2021", "limit_days"),
            ("2|Tên|land|BD|||||amend||||15/01/2021", "need_of"),
            ("2|Tên|land|BD|||||amend|process|BD-999||15/01/2021", "doer_code"),
            ("1.004227|Tên|land|BD|||||||||15/01/2021", "code"),
        ]
        for (line, field) in mistakes {
            let refusal = await #expect(throws: InvalidInput.self) {
                try await office.procedures(land, line)
            }
            #expect(
                refusal?.problems.map { "\($0.row ?? 0) \($0.field)" } == ["3 \(field)"], "\(line)")
        }
        #expect(try await office.read { try $0.coordinatedProcedures() }.isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `a regulation reads back with its path, and a correction replaces the path`(
        _ engine: TestEngine
    ) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.regulations("2021-01-10|2021-01-20|1.1; 1.2; 1.1|\(path)")
        let found = try #require(
            try await office.read { try $0.coordinationRegulation(numbered: 1) })
        #expect(found.procedures == ["1.1", "1.2"])
        #expect(
            found.steps == [
                .init("Tiếp nhận", by: "Trung tâm", days: .init(hundredths: 50), handOver: "Hồ sơ")
            ])

        let step = CoordinationRegulation.Step(
            "Khác", by: "Sở", days: .init(hundredths: 100), condition: "khi cần")
        let corrected = CoordinationRegulation(
            id: found.id, number: 1, issuer: found.issuer, symbol: found.symbol,
            title: found.title, signedOn: found.signedOn, inForceOn: found.inForceOn,
            procedures: ["1.3"], steps: [step], version: 1)
        try await office.write { try $0.correctCoordinationRegulation(corrected, by: $1) }
        let now = try await office.read { try $0.coordinationRegulation(numbered: 1) }
        #expect(now == corrected.taking(id: found.id, number: 1, version: 2))
    }

    @Test(arguments: TestEngine.available)
    func `a regulation in force before it was signed is refused`(_ engine: TestEngine) async throws
    {
        let office = try await StandingOffice.open(engine)
        let refusal = await #expect(throws: InvalidInput.self) {
            try await office.regulations("2021-01-10|2021-01-09|1.1|\(path)")
        }
        #expect(refusal?.problems.map(\.field) == ["in_force_on"])
    }

    @Test(arguments: TestEngine.available)
    func `what a procedure lacks becomes a task once`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.confirmPlan(asking: day("2021-03-31"))
        try await office.procedures(land)
        let code = try await office.write { try $0.assignCoordination(1, by: $1) }
        let tasks = try await office.read { try $0.coordinationTasks() }
        #expect(tasks.map(\.code) == [code])
        #expect(tasks.first?.dueOn == day("2021-06-30"))
        #expect(tasks.first?.lead == (try await office.agency("BD-SNV")))

        let seq = try await office.journalLength()
        try await office.write { _ = try $0.assignCoordination(1, to: code, by: $1) }
        #expect(try await office.journalLength() == seq)
    }

    @Test(arguments: TestEngine.available)
    func `without a doer and a last day nothing becomes a task`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.confirmPlan(asking: day("2021-03-31"))
        try await office.procedures("1.1|Tên|land|BD|||||amend|process|||15/01/2021")
        let refusal = await #expect(throws: InvalidInput.self) {
            try await office.write { _ = try $0.assignCoordination(1, by: $1) }
        }
        #expect(refusal?.problems.map(\.field) == ["doer_code", "due_on"])
    }
}

extension StandingOffice {
    @discardableResult
    func procedures(_ lines: String...) async throws -> ImportSummary {
        let rows = CoordinatedProcedureColumns.all.lines(lines, CoordinatedProcedureRow())
        return try await write { try $0.importCoordinatedProcedures(rows, by: $1) }
    }

    /// "signed|in force|procedures|path": a path in one line has slashes for its bars.
    fileprivate func regulations(_ line: String) async throws {
        let cells = line.split(separator: "|").map(String.init)
        var row = CoordinationRegulationRow()
        row.issuerCode = "BD"
        row.symbol = "12/QĐ-UBND"
        row.title = "Quy chế"
        row.signedOn = Day(cells[0])
        row.inForceOn = Day(cells[1])
        row.procedures = cells[2]
        row.steps = CoordinationRegulation.Step.read(cells[3].replacing("/", with: "|")).steps
        let columns = CoordinationRegulationColumns.all
        let read = columns.read(columns.table([row]), blank: CoordinationRegulationRow())
        try await write { _ = try $0.importCoordinationRegulations(read, by: $1) }
    }
}
