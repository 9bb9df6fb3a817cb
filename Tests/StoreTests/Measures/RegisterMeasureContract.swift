import Domain
import Store
import Support
import Testing

@Suite struct RegisterMeasureContract {
    @Test(arguments: TestEngine.available)
    func `a target is counted from the months of dossiers`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.write {
            _ = try $0.importLines(
                dossierLines(
                    "BD-540|08/2021||10|90|50|30|5|10|5|4|40|20|10|x",
                    "BD-SNV|09/2021||0|10|10|0|0|0|0||5|||x"), by: $1)
        }
        let standing = try await standing(.dossiersOnline, office)
        #expect(standing?.numerator == 45)
        #expect(standing?.denominator == 100)
        #expect(standing?.verdict == .holding)
        #expect(standing?.rows.count == 2)
    }

    @Test(arguments: TestEngine.available)
    func `the share on time follows the formula chosen for the year`(_ engine: TestEngine)
        async throws
    {
        let office = try await StandingOffice.open(engine)
        try await office.write {
            _ = try $0.importLines(
                dossierLines("BD-540|09/2021||10|90|50|30|5|10|5|4|40|20|10|x"), by: $1)
        }
        #expect(try await standing(.dossiersOnTime, office)?.denominator == 85)
        try await office.write {
            try $0.chooseOnTimeFormula(
                ChosenFormula(year: 2021, formula: .ofDue, source: "12/HD"), by: $1)
        }
        #expect(try await standing(.dossiersOnTime, office)?.denominator == 89)
    }

    @Test(arguments: TestEngine.available)
    func `each body of a scope with an initiative counts once`(_ engine: TestEngine) async throws {
        let office = try await StandingOffice.open(engine)
        try await office.write {
            _ = try $0.importLines(
                Initiative.columns.lines(
                    [replicated("BD-540"), "BD-540|Mô hình khác|2021-02-01|||||||||||"],
                    Initiative()), by: $1)
        }
        let proposed = try await standing(.bodiesProposing, office, scope: Scope.ID("all"))
        #expect(proposed?.numerator == 2)
        let recognised = try await standing(.bodiesRecognised, office, scope: Scope.ID("all"))
        #expect(recognised?.numerator == 0)
        #expect(recognised?.denominator == proposed?.denominator)
    }

    @Test(arguments: TestEngine.available, Measure.allCases.filter { $0.register != nil })
    func `each register can be what a target is counted by, with nothing on record`(
        _ engine: TestEngine, _ measure: Measure
    ) async throws {
        let office = try await StandingOffice.open(engine)
        let standing = try await standing(measure, office)
        #expect(standing != nil)
        #expect(standing?.numerator == 0)
    }

    private func standing(
        _ measure: Measure, _ office: StandingOffice, scope: Scope.ID? = nil
    ) async throws -> Standing? {
        let issuer = try await office.agency("BD")
        return try await office.read { db in
            let today = day("2021-10-15")
            let asked = Measurement(
                target: Plan.Target(
                    id: Plan.Target.ID("t"), plan: Plan.ID("p"), code: "I.1", start: 0, end: 0,
                    terms: Plan.Target.Terms(
                        title: "Chỉ tiêu", comparator: .atLeast,
                        value: .number(hundredths: 4_000), measure: measure),
                    decision: .accepted),
                scope: try db.scopes().first { $0.id == scope },
                tree: try db.agencyTree(on: today), issuer: issuer,
                period: day("2020-12-15")...day("2021-12-14"), on: today)
            return try db.standing(asked, year: 2021)
        }
    }
}
