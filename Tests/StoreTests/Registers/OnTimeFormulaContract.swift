import Domain
import Store
import Support
import Testing

@Suite struct OnTimeFormulaContract {
    private let year = ReportSpan(
        year: 2021, title: Bilingual(""), first: day("2020-12-15"), last: day("2021-10-15"))

    @Test(arguments: TestEngine.available)
    func `the formula of a year is as it was chosen, otherwise the usual one`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        #expect(try await office.read { try $0.onTimeFormula(of: 2021) }.formula == .ofSolved)
        let chosen = ChosenFormula(year: 2021, formula: .notLate, source: "12/HD-SNV")
        try await office.write { try $0.chooseOnTimeFormula(chosen, by: $1) }
        #expect(try await office.read { try $0.onTimeFormula(of: 2021) } == chosen)
        #expect(try await office.read { try $0.onTimeFormula(of: 2022) }.formula == .ofSolved)
    }

    @Test(arguments: TestEngine.available)
    func `a formula is not chosen without the document that says so`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        await #expect(throws: InvalidInput.self) {
            try await office.write {
                try $0.chooseOnTimeFormula(
                    ChosenFormula(year: 2021, formula: .ofDue, source: " "), by: $1)
            }
        }
    }

    /// 10 carried, 90 received: 50 early, 30 on time, 5 late, 10 pending (4 of them late), 5 withdrawn.
    @Test(
        arguments: TestEngine.available,
        [
            (OnTimeFormula.ofSolved, 80, 85), (.ofDue, 80, 89), (.notLate, 91, 100),
        ])
    func `each formula divides what its name says`(
        _ engine: TestEngine, _ expected: (formula: OnTimeFormula, part: Int, whole: Int)
    ) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.write {
            _ = try $0.importLines(
                dossierLines("BD-540|09/2021||10|90|50|30|5|10|5|4|40|20|10|x"), by: $1)
        }
        let parts = expected.formula.parts
        let counts = try await office.read { db in
            try [parts.part, parts.whole].map {
                try db.count(of: $0, in: year, over: .everybody)
            }
        }
        #expect(counts == [expected.part, expected.whole])
    }

    @Test(arguments: TestEngine.available)
    func `what nobody handed in is not zero`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        let counts = try await office.read { db in
            try ["ho_so.tiep_nhan", "kinh_phi.da_chi", "kiem_tra.cuoc"].map {
                try db.count(of: $0, in: year, over: .everybody)
            }
        }
        #expect(counts == [nil, nil, 0])
    }
}
