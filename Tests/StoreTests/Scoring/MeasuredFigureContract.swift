import Domain
import Store
import Support
import Testing

/// What our records say of an agency, where its plan went through several documents.
@Suite struct MeasuredFigureContract {
    private static let today = day("2021-10-15")

    private func answer(
        _ measure: ScoringMeasure, _ office: StandingOffice
    ) async throws -> Answer.Value? {
        let agency = try await office.agency("BD-540")
        return try await office.read { db in
            let tree = try db.agencyTree(on: Self.today)
            let place = try #require(tree.position(of: agency))
            return try db.measuredFigures([measure], of: 2021, in: tree, on: Self.today)
                .answer(measure, at: place)?.value
        }
    }

    /// Quy Nhơn declared a plan with one task on 20/01/2021.
    private func declared(_ engine: TestEngine) async throws -> StandingOffice {
        let office = try await StandingOffice.open(engine)
        try await office.confirmPlan()
        try await office.importing(agencyPlanRows("BD-540|2021|12/KH-UBND|20/01/2021"))
        try await office.importing(agencyTaskRows("BD-540|2021|1|Rà soát thủ tục|2021-06-30"))
        return office
    }

    @Test(arguments: TestEngine.available)
    func `tasks of a plan that was replaced are not counted beside those of the new one`(
        _ engine: TestEngine
    ) async throws {
        let office = try await declared(engine)
        let agency = try await office.agency("BD-540")
        #expect(try await answer(.planTasks, office) == Answer.count(1).value)
        try await office.write { db, user in
            try db.changeAgencyPlan(
                of: agency, year: 2021, symbol: "40/KH-UBND", issuedOn: day("2021-05-10"),
                isReplacement: true, by: user, on: Self.today)
        }
        try await office.importing(
            agencyTaskRows(
                "BD-540|2021|1|Rà soát thủ tục|2021-06-30", "BD-540|2021|2|Số hóa|2021-09-30"))
        #expect(try await answer(.planTasks, office) == Answer.count(2).value)
    }

    @Test(arguments: TestEngine.available)
    func `an agency whose plan was replaced issued it when it issued the first`(
        _ engine: TestEngine
    ) async throws {
        let office = try await declared(engine)
        let agency = try await office.agency("BD-540")
        let first = try await answer(.planDays, office)
        #expect(first != nil)
        try await office.write { db, user in
            try db.changeAgencyPlan(
                of: agency, year: 2021, symbol: "40/KH-UBND", issuedOn: day("2021-05-10"),
                isReplacement: true, by: user, on: Self.today)
        }
        #expect(try await answer(.planDays, office) == first)
    }

    @Test(arguments: TestEngine.available)
    func `what is open stands behind the measure that counts it, soonest due first`(
        _ engine: TestEngine
    ) async throws {
        let office = try await declared(engine)
        try await office.importing(
            findingRows(
                "BD-540||Chưa niêm yết|2021-05-20|2021-09-30",
                "BD-540||Thiếu sổ|2021-05-21|2021-07-30",
                "BD-540||Tự thấy|2021-05-21|2021-07-30|||selfInspection"))
        let agency = try await office.agency("BD-540")
        let work = try await office.read {
            try $0.openWork(of: agency, year: 2021, on: Self.today, cutOff: day("2021-12-14"))
        }
        #expect(work.behind(.findingsRemedied)?.map(\.title) == ["Thiếu sổ", "Chưa niêm yết"])
        #expect(work.behind(.tasksDone)?.map(\.title) == ["Rà soát thủ tục"])
        #expect(work.behind(.documentsIssued) == nil)
    }
}
