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

    private func facts(part: [Int], whole: [Int]?, recordedOn: String = "2021-03-02") throws
        -> Facts.Register
    {
        let recorded = try #require(Day(recordedOn))
        func records(_ values: [Int]) -> [Facts.Registered] {
            values.enumerated().map {
                Facts.Registered(
                    body: 0, number: $0.offset + 1, day: Day("2021-03-01"), words: "việc",
                    value: $0.element, recordedOn: recorded)
            }
        }
        return Facts.Register(
            part: records(part), whole: whole.map(records), judgedPart: part.reduce(0, +),
            judgedWhole: whole.map { $0.reduce(0, +) })
    }

    @Test func `a share of a register is exact: 29.996 % is not 30 %`() throws {
        let register = try #require(Measure.dossiersOnline.register)
        let standing = Standing.registered(
            try facts(part: [29_996], whole: [100_000]), register,
            try asked(.dossiersOnline, .atLeast, 3_000))
        #expect(standing.verdict == .atRisk)
        #expect((standing.numerator, standing.denominator) == (29_996, 100_000))
    }

    @Test func `a share holds before the close and is kept after it`() throws {
        let register = try #require(Measure.dossiersOnline.register)
        let register30 = try facts(part: [31], whole: [100])
        let before = Standing.registered(
            register30, register, try asked(.dossiersOnline, .atLeast, 3_000))
        let after = Standing.registered(
            register30, register, try asked(.dossiersOnline, .atLeast, 3_000, on: "2021-12-20"))
        #expect((before.verdict, after.verdict) == (.holding, .kept))
    }

    @Test func `a plain count once reached is kept`() throws {
        let register = try #require(Measure.initiativesRecognised.register)
        let standing = Standing.registered(
            try facts(part: [1, 1, 1], whole: nil), register,
            try asked(.initiativesRecognised, .atLeast, 300, unit: "sáng kiến"))
        #expect(standing.verdict == .kept)
        #expect(standing.needed == 3)
    }

    @Test func `a register without lines has no figure and is not judged before its day`() throws {
        let register = try #require(Measure.dossiersOnline.register)
        let standing = Standing.registered(
            try facts(part: [], whole: []), register, try asked(.dossiersOnline, .atLeast, 3_000))
        #expect(standing.verdict == .notDue)
        #expect(standing.denominator == nil)
    }

    @Test(arguments: [Measure.initiativesRecognised, .peopleTrained])
    func `what was entered after the day asked is marked`(_ measure: Measure) throws {
        let register = try #require(measure.register)
        for (recorded, isLater) in [("2021-10-15", false), ("2021-10-16", true)] {
            let standing = Standing.registered(
                try facts(part: [1], whole: nil, recordedOn: recorded), register,
                try asked(measure, .atLeast, 300, unit: "lượt"))
            #expect(standing.rows.map(\.isRecordedLater) == [isLater], "\(recorded)")
        }
    }

    @Test func `a published index counts with its half-width`() throws {
        var result = OutsideIndex()
        result.index = "SIPAS"
        result.value = 8_421
        result.answers = 1_150
        result.publishedOn = Day("2021-04-20")
        let standing = Standing.published(
            [Facts.Published(result, recordedOn: try #require(result.publishedOn))],
            try asked(.satisfaction, .atLeast, 8_000))
        #expect(standing.verdict == .holding)
        #expect(standing.headline.vi == "SIPAS 84,21% (± 2,10%, n = 1.150)")
        #expect(standing.isPublished)
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

@Suite struct BodiesOnRegisterTests {
    private static let codes = ["BD", "BD-A", "BD-B", "BD-C"]

    private func standing(_ days: [(body: Int, day: String, value: Int)], on: String) throws
        -> Standing
    {
        let register = try #require(Measure.bodiesProposing.register)
        let first = try #require(Day("2020-12-15"))
        let day = try #require(Day(on))
        let tree = AgencyTree(
            Self.codes.map { code in
                Agency.Version(
                    agency: Agency.ID(code), tenure: Tenure(from: first), code: code, name: code,
                    level: code == "BD" ? .province : .department,
                    block: code == "BD" ? nil : .departments,
                    parent: code == "BD" ? nil : Agency.ID("BD"), codes: [:])
            }, on: day)
        let terms = Plan.Target.Terms(
            title: "Mỗi sở ít nhất 01 sáng kiến", comparator: .equal,
            value: .number(hundredths: 10_000), unit: "%", measure: .bodiesProposing,
            scope: Scope.ID("departments"), deadline: Day("2021-11-30"), deadlineSource: "",
            lead: nil, answerable: "")
        let asked = Measurement(
            target: Plan.Target(
                id: Plan.Target.ID("t"), plan: Plan.ID("p"), code: "I.1", start: 0, end: 0,
                terms: terms, decision: .accepted),
            scope: Scope.standard.first { $0.id == Scope.ID("departments") }, tree: tree,
            issuer: Agency.ID("BD"), period: first...(try #require(Day("2021-12-14"))), on: day)
        let facts = try days.enumerated().map { place, fact in
            Facts.Registered(
                body: fact.body, number: place + 1, day: try #require(Day(fact.day)),
                words: "sáng kiến \(place + 1)", value: fact.value,
                recordedOn: try #require(Day("2021-10-01")))
        }
        return .bodiesRecorded(facts, register, asked)
    }

    @Test func `each body counts once, however many it has`() throws {
        let standing = try standing(
            [(1, "2021-05-02", 1), (1, "2021-03-01", 1), (2, "2021-06-01", 1)], on: "2021-10-15")
        #expect((standing.numerator, standing.denominator) == (2, 3))
        let row = try #require(standing.rows.first { $0.body == 1 })
        #expect(row.number == 2, "the earliest is the one that counts")
        #expect(row.reason.text.vi == "sáng kiến 2 (và 01 mục khác)")
    }

    @Test func `what is missing is told by name`() throws {
        let standing = try standing(
            [(1, "2021-03-01", 1), (2, "2021-06-01", 1)], on: "2021-10-15")
        #expect(standing.missing?.vi == "chưa có: BD-C")
    }

    @Test func `every body in time keeps the target, one late does not`() throws {
        let inTime = [(1, "2021-03-01", 1), (2, "2021-06-01", 1), (3, "2021-11-30", 1)]
        let late = [(1, "2021-03-01", 1), (2, "2021-06-01", 1), (3, "2021-12-01", 1)]
        #expect(try standing(inTime, on: "2021-12-05").verdict == .kept)
        #expect(try standing(late, on: "2021-12-05").verdict == .broken)
        #expect(try standing(late, on: "2021-12-05").numerator == 3)
    }

    @Test func `a line that adds nothing is no record`() throws {
        #expect(try standing([(1, "2021-03-01", 0)], on: "2021-10-15").numerator == 0)
    }
}
