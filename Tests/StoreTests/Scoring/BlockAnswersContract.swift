import Domain
import Store
import Support
import Testing

@Suite struct BlockAnswersContract {
    private static let today = day("2021-12-18")

    /// Two districts; Quy Nhơn chose a word and declared itself exempt from what follows.
    private func entered(_ engine: TestEngine) async throws -> (StandingOffice, ScoringRound) {
        let office = try await StandingOffice.open(engine)
        let round = try await office.write { db, user in
            let set = try db.addCriteriaSet(smallSet(), by: user)
            try db.settleSum("", of: set.number, note: "Theo quyết định", version: 1, by: user)
            return try db.openRound(
                of: 2021, set: set.number, terms: .sample(), by: user, on: day("2021-10-15"))
        }
        let quyNhon = try await office.agency("BD-540")
        try await office.write { db, user in
            let file = try #require(try db.assessment(of: quyNhon, in: round, for: .system))
            try db.enterScores(
                [EnteredLine(position: 1, answer: Answer(.chosen(1)), note: "12/BC")],
                of: file.assessment.number, version: file.assessment.version, by: user,
                on: Self.today)
        }
        return (office, round)
    }

    private func answers(
        _ office: StandingOffice, _ round: ScoringRound
    ) async throws -> [[Answer?]] {
        try await office.read { db in
            let tree = try db.agencyTree(on: Self.today)
            let figures = try db.measuredFigures(
                Set(ScoringMeasure.allCases), of: 2021, in: tree, on: Self.today)
            let block = try db.blockAnswers(of: round, in: tree, on: Self.today, figures: figures)
            return try #require(block).answers
        }
    }

    @Test(arguments: TestEngine.available)
    func `a block is scored from what each file declared`(_ engine: TestEngine) async throws {
        let (office, round) = try await entered(engine)
        let found = try await answers(office, round)
        #expect(found.map { $0[1] }.filter { $0 == Answer(.chosen(1)) }.count == 1)
        #expect(found.map { $0[1] }.filter { $0 == nil }.count == found.count - 1)
    }

    @Test(arguments: TestEngine.available)
    func `a file older than the kept text is scored from its lines`(_ engine: TestEngine)
        async throws
    {
        let (office, round) = try await entered(engine)
        let before = try await answers(office, round)
        try await office.store.writeOffTheRecord {
            _ = try $0.run("DELETE FROM assessment_texts")
        }
        #expect(try await answers(office, round) == before)
    }

    @Test(arguments: TestEngine.available)
    func `the check says when a kept text is not what the lines say`(_ engine: TestEngine)
        async throws
    {
        let (office, _) = try await entered(engine)
        #expect(try await office.read { try $0.check(office.store.files) }.problemCount == 0)
        try await office.store.writeOffTheRecord {
            _ = try $0.run("UPDATE assessment_texts SET answers = '1 0 1 2 1 ' WHERE answers <> ''")
        }
        #expect(try await office.read { try $0.check(office.store.files) }.problemCount == 1)
    }
}

extension [CheckedPart] {
    fileprivate var problemCount: Int { reduce(0) { $0 + $1.problems.count } }
}
