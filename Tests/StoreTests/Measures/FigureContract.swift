import Domain
import Store
import Support
import Testing

@Suite struct FigureContract {
    @Test(arguments: TestEngine.available)
    func `a typed figure reads back, the newest last`(_ engine: TestEngine) async throws {
        let (office, targets) = try await planned(engine)
        try await office.record(figure("2021-06-30", 45, of: 50), for: targets[2])
        try await office.record(figure("2021-03-31", 11), for: targets[2])

        let figures = try await office.read { try $0.figures(of: targets[2].id) }

        #expect(figures.map(\.day) == [day("2021-03-31"), day("2021-06-30")])
        #expect(figures.map(\.numerator) == [11, 45])
        #expect(figures.map(\.denominator) == [nil, 50])
        #expect(
            figures.allSatisfy { $0.source == "Báo cáo 12" && $0.recordedOn == day("2021-10-15") })
    }

    @Test(arguments: TestEngine.available)
    func `a second figure of a day takes the place of the first`(_ engine: TestEngine) async throws
    {
        let (office, targets) = try await planned(engine)
        try await office.record(figure("2021-06-30", 45, of: 50), for: targets[2])
        let seq = try await office.journalLength()
        try await office.record(figure("2021-06-30", 46, of: 50), for: targets[2])

        #expect(
            try await office.read { try $0.figures(of: targets[2].id) }.map(\.numerator) == [46])
        #expect(
            try await office.journal(since: seq).first?.changes.first?.before?.contains("45")
                == true)
    }

    @Test(arguments: TestEngine.available)
    func `typing the same figure again changes nothing`(_ engine: TestEngine) async throws {
        let (office, targets) = try await planned(engine)
        try await office.record(figure("2021-06-30", 45, of: 50), for: targets[2])
        let seq = try await office.journalLength()
        try await office.record(figure("2021-06-30", 45, of: 50), for: targets[2])

        #expect(try await office.journalLength() == seq)
    }

    @Test(arguments: TestEngine.available)
    func `a target that is counted from records takes no figure`(_ engine: TestEngine) async throws
    {
        let (office, targets) = try await planned(engine)

        await #expect(throws: FigureError.computed("I.1-1")) {
            try await office.record(figure("2021-06-30", 45, of: 50), for: targets[0])
        }
    }

    @Test(arguments: TestEngine.available)
    func `a figure without a source, or of nothing, is refused`(_ engine: TestEngine) async throws {
        let (office, targets) = try await planned(engine)

        let refusal = await #expect(throws: InvalidInput.self) {
            try await office.record(
                Facts.Figure(
                    day: day("2021-06-30"), numerator: -1, denominator: 0, source: " ", note: "",
                    recordedOn: day("2021-07-01")), for: targets[2])
        }

        #expect(refusal?.problems.map(\.field) == ["source", "denominator", "numerator"])
    }

    @Test(arguments: TestEngine.available)
    func `the standing takes the newest figure by the day asked`(_ engine: TestEngine) async throws
    {
        let (office, targets) = try await planned(engine)
        try await office.record(figure("2021-03-31", 30, of: 50), for: targets[2])
        try await office.record(figure("2021-09-30", 45, of: 50), for: targets[2])

        let reached = try await office.read { db in
            try ["2021-06-30", "2021-10-15"].map { on in
                let asked = Measurement(
                    target: targets[2], scope: nil, tree: try db.agencyTree(on: day(on)),
                    issuer: Agency.ID("BD"),
                    period: try db.planYear(2021).range, on: day(on))
                return try db.standing(asked, year: 2021)?.numerator
            }
        }

        #expect(reached == [30, 45])
    }

    private func planned(_ engine: TestEngine) async throws -> (StandingOffice, [Plan.Target]) {
        let office = try await StandingOffice.open(engine)
        let plan = try await office.confirmPlan()
        return (office, try await office.targets(of: plan))
    }
}

private func figure(_ on: String, _ numerator: Int, of denominator: Int? = nil) -> Facts.Figure {
    Facts.Figure(
        day: day(on), numerator: numerator, denominator: denominator, source: "Báo cáo 12",
        note: "",
        recordedOn: day(on))
}

extension StandingOffice {
    fileprivate func record(_ figure: Facts.Figure, for target: Plan.Target) async throws {
        try await write { try $0.recordFigure(figure, for: target.id, by: $1) }
    }
}
