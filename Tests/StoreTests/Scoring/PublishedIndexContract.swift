import Domain
import Store
import Support
import Testing

@Suite struct PublishedIndexContract {
    /// Rounds of two years, both published, each scored full or half; the earlier year's points differ.
    private func opened(
        _ engine: TestEngine, isComparable: Bool
    ) async throws -> (StandingOffice, Agency.ID) {
        let office = try await StandingOffice.open(engine)
        let quyNhon = try await office.agency("BD-540")
        for (year, choice) in [(2020, 0), (2021, 1)] {
            let set =
                isComparable || year == 2021
                ? smallSet(year: year)
                : ReadCriteria(
                    criterionRows(
                        "1|Điều hành|80",
                        "1.1|Báo cáo|70||choice|đủ: 70; thiếu: 30; không: 0|Báo cáo||||Không giao",
                        "1.2|Tự kiểm tra|10||measure self-inspections|>=1: 10; 0: 0",
                        "2|Hài lòng|20||survey|x/100% * 20"),
                    details: CriteriaSet.Details(
                        name: "Bộ khác", block: .districts, year: year,
                        classes: ScoreClasses.read("Tốt >=80; Khá >=65").classes))
            try await office.write { db, user in
                let added = try db.addCriteriaSet(set, by: user)
                if !added.queries.isEmpty {
                    try db.settleSum(
                        "", of: added.number, note: "Theo quyết định", version: 1, by: user)
                }
                let round = try db.openRound(
                    of: year, set: added.number, terms: .sample(), by: user,
                    on: day("2021-10-15"))
                let file = try #require(
                    try db.assessment(of: quyNhon, in: round, for: .system)
                ).assessment
                try db.enterScores(
                    [EnteredLine(position: 1, answer: Answer(.chosen(choice)), note: "12/BC")],
                    of: file.number, version: file.version, by: user, on: day("2021-12-18"))
                let now = try #require(try db.assessment(of: quyNhon, in: round, for: .system))
                try db.submitScores(
                    of: file.number, version: now.assessment.version, by: user,
                    on: day("2021-12-18"))
                for stage in [
                    Assessment.Stage.appraising, .explaining, .appraisingAgain, .deciding,
                ] {
                    try db.finishStage(stage, of: file.number, reason: "Biên bản", by: user)
                }
            }
        }
        return (office, quyNhon)
    }

    private func publish(_ office: StandingOffice, _ year: Int, on day: Day) async throws {
        try await office.write { db, user in
            let round = try #require(try db.scoringRound(of: year, block: .districts))
            try db.publishRound(
                round.number, symbol: "14/QĐ-UBND", on: day, because: "Chưa xác nhận", by: user)
        }
    }

    @Test(arguments: TestEngine.available)
    func `only what was published by the day counts, beside the round before`(
        _ engine: TestEngine
    ) async throws {
        let (office, body) = try await opened(engine, isComparable: true)
        try await publish(office, 2020, on: day("2021-01-14"))
        try await publish(office, 2021, on: day("2022-01-14"))
        let (early, middle, late) = try await office.read { db in
            try (
                db.publishedIndices(among: [body], on: day("2021-01-13"))[body],
                db.publishedIndices(among: [body], on: day("2021-06-01"))[body],
                db.publishedIndices(among: [body], on: day("2022-06-01"))[body]
            )
        }
        #expect(early == nil)
        #expect(middle?.year == 2020)
        #expect(middle?.before == PublishedIndex.Before.none)
        #expect(late?.year == 2021)
        let change = try #require(late?.change)
        #expect(change < 0)
    }

    @Test(arguments: TestEngine.available)
    func `rounds by other criteria are said to be incomparable`(_ engine: TestEngine) async throws {
        let (office, body) = try await opened(engine, isComparable: false)
        try await publish(office, 2020, on: day("2021-01-14"))
        try await publish(office, 2021, on: day("2022-01-14"))
        let found = try await office.read {
            try $0.publishedIndices(among: [body], on: day("2022-06-01"))[body]
        }
        #expect(found?.before == .incomparable(year: 2020))
        #expect(found?.change == nil)
    }
}
