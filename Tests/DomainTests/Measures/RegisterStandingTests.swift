import Domain
import Testing

@Suite struct RegisterStandingTests {
    private func asked(
        _ measure: Measure, _ comparator: Comparator, _ hundredths: Int, unit: String = "%",
        on: String = "2021-10-15"
    ) throws -> Measurement {
        let day = try #require(Day(on))
        let first = try #require(Day("2020-12-15"))
        let last = try #require(Day("2021-12-14"))
        let terms = Plan.Target.Terms(
            title: "Chỉ tiêu", comparator: comparator, value: .number(hundredths: hundredths),
            unit: unit, measure: measure, scope: nil, deadline: nil, deadlineSource: "", lead: nil,
            answerable: "")
        return Measurement(
            target: Plan.Target(
                id: Plan.Target.ID("t"), plan: Plan.ID("p"), code: "I.1", start: 0, end: 0,
                terms: terms, decision: .accepted),
            scope: nil, tree: AgencyTree([], on: day), issuer: Agency.ID("BD"),
            period: first...last, on: day)
    }

    private func facts(part: [Int], whole: [Int]?) -> Facts.Register {
        func records(_ values: [Int]) -> [Facts.Registered] {
            values.enumerated().map {
                Facts.Registered(
                    body: 0, number: $0.offset + 1, day: Day("2021-03-01"), words: "việc",
                    value: $0.element)
            }
        }
        return Facts.Register(
            part: records(part), whole: whole.map(records), judgedPart: part.reduce(0, +),
            judgedWhole: whole.map { $0.reduce(0, +) })
    }

    @Test func `a share of a register is exact: 29.996 % is not 30 %`() throws {
        let register = try #require(Measure.dossiersOnline.register)
        let standing = Standing.registered(
            facts(part: [29_996], whole: [100_000]), register,
            try asked(.dossiersOnline, .atLeast, 3_000))
        #expect(standing.verdict == .atRisk)
        #expect((standing.numerator, standing.denominator) == (29_996, 100_000))
    }

    @Test func `a share holds before the close and is kept after it`() throws {
        let register = try #require(Measure.dossiersOnline.register)
        let register30 = facts(part: [31], whole: [100])
        let before = Standing.registered(
            register30, register, try asked(.dossiersOnline, .atLeast, 3_000))
        let after = Standing.registered(
            register30, register, try asked(.dossiersOnline, .atLeast, 3_000, on: "2021-12-20"))
        #expect((before.verdict, after.verdict) == (.holding, .kept))
    }

    @Test func `a plain count once reached is kept`() throws {
        let register = try #require(Measure.initiativesRecognised.register)
        let standing = Standing.registered(
            facts(part: [1, 1, 1], whole: nil), register,
            try asked(.initiativesRecognised, .atLeast, 300, unit: "sáng kiến"))
        #expect(standing.verdict == .kept)
        #expect(standing.needed == 3)
    }

    @Test func `a register without lines has no figure and is not judged before its day`() throws {
        let register = try #require(Measure.dossiersOnline.register)
        let standing = Standing.registered(
            facts(part: [], whole: []), register, try asked(.dossiersOnline, .atLeast, 3_000))
        #expect(standing.verdict == .notDue)
        #expect(standing.denominator == nil)
    }

    @Test func `a published index counts with its half-width`() throws {
        var result = OutsideIndex()
        result.index = "SIPAS"
        result.value = 8_421
        result.answers = 1_150
        result.publishedOn = Day("2021-04-20")
        let standing = Standing.published([result], try asked(.satisfaction, .atLeast, 8_000))
        #expect(standing.verdict == .holding)
        #expect(standing.headline.vi == "SIPAS 84,21% (± 2,10%, n = 1.150)")
    }

    @Test func `every measure of a register divides figures that reports count`() {
        for measure in Measure.allCases {
            guard let register = measure.register, register.shape != .published else { continue }
            for name in [register.part, register.whole].compactMap(\.self) {
                #expect(ReportFigure.named(name)?.kind == .counted, "\(measure) \(name)")
            }
        }
    }
}
