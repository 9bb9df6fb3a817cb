import Domain
import Testing

/// What an agency's plan lacks against the plan above.
@Suite struct GapCheckTests {
    @Test func `a target that the plan does not hold is missing`() {
        let gaps = Self.check([Self.asked("A", .selfInspected)]).gaps(
            of: Self.agency, in: Self.plan([Self.own("1", .planCompleted)]))
        #expect(gaps.map(\.findings) == [[.missing]])
    }

    @Test func `the same measure carries a target out, and says that nobody confirmed it`() {
        let gaps = Self.check([Self.asked("A", .selfInspected)]).gaps(
            of: Self.agency, in: Self.plan([Self.own("1", .selfInspected)]))
        #expect(gaps.map(\.findings) == [[.mirrored]])
        #expect(gaps.first?.isConfirmed == false)
    }

    @Test func `a lower value promises less`() {
        let gaps = Self.check([Self.asked("A", .selfInspected, 10_000)]).gaps(
            of: Self.agency, in: Self.plan([Self.own("1", .selfInspected, 9_000)]))
        #expect(gaps.map(\.findings) == [[.less]])
        #expect(
            gaps.first?.explanation(planned: day("2021-12-14")).vi
                == "kế hoạch đơn vị: ít nhất 90%; cấp trên: ít nhất 100%; đối chiếu theo nội dung gần giống, chưa ai xác nhận"
        )
    }

    @Test func `less and later are both named`() {
        let gaps = Self.check([Self.asked("A", .selfInspected, 10_000, due: "2021-10-31")]).gaps(
            of: Self.agency,
            in: Self.plan([Self.own("1", .selfInspected, 9_000, due: "2021-11-30")]))
        #expect(gaps.map(\.findings) == [[.less, .later]])
        #expect(gaps.first?.daysLate == 30)
    }

    @Test func `a plan that gives no deadline means the year's last day`() {
        let gaps = Self.check([Self.asked("A", .selfInspected, due: "2021-12-04")]).gaps(
            of: Self.agency, in: Self.plan([Self.own("1", .selfInspected)]))
        #expect(gaps.map(\.findings) == [[.later]])
        #expect(gaps.first?.daysLate == 10)
    }

    @Test func `a body that came to be after the deadline is not late`() {
        let gaps = Self.check(
            [Self.asked("A", .planIssued, due: "2021-01-31")], born: "2021-07-01"
        ).gaps(of: Self.agency, in: Self.plan([Self.own("1", .planIssued)]))
        #expect(gaps.map(\.findings) == [[.mirrored]])
    }

    @Test func `without a plan, and without its contents, the reason says so`() {
        let check = Self.check([Self.asked("A", .selfInspected)])
        #expect(check.gaps(of: Self.agency, in: nil).map(\.findings) == [[.noPlan]])
        #expect(
            check.gaps(of: Self.agency, in: Self.plan([])).map(\.findings) == [[.notOnRecord]])
    }

    @Test func `a target said to be carried out goes before one that only looks alike`() {
        let asked = Self.asked("A", .selfInspected, 10_000)
        let gaps = Self.check([asked]).gaps(
            of: Self.agency,
            in: Self.plan([
                Self.own("1", .selfInspected, 5_000),
                Self.own("2", .typed, 10_000).carryingOut(asked.id),
            ]))
        #expect(gaps.first?.own?.code == "2")
        #expect(gaps.first?.isConfirmed == true)
        #expect(gaps.map(\.findings) == [[.mirrored]])
    }

    @Test func `what a target of an amendment replaced is still carried out`() {
        let old = Self.asked("A", .selfInspected, 9_000)
        let new = Self.asked("B", .selfInspected, 10_000, replacing: old.id)
        let gaps = Self.check([new]).gaps(
            of: Self.agency,
            in: Self.plan([Self.own("1", .selfInspected, 9_000).carryingOut(old.id)]))
        #expect(gaps.map(\.findings) == [[.less]])
        #expect(gaps.first?.isConfirmed == true)
    }

    @Test func `one promise does not carry out two targets`() {
        let gaps = Self.check([
            Self.asked("A", .selfInspected), Self.asked("B", .selfInspected),
        ]).gaps(of: Self.agency, in: Self.plan([Self.own("1", .selfInspected)]))
        #expect(gaps.map(\.findings) == [[.mirrored], [.missing]])
    }

    @Test func `the issuer must carry out nothing of its own plan`() {
        #expect(Self.check([Self.asked("A", .selfInspected)]).asked(of: Self.top).isEmpty)
    }

    @Test func `inspecting communes is asked of their superiors, not of the communes`() {
        let check = Self.check([Self.asked("A", .communesInspected, scope: "communes")])
        #expect(check.agencies == [Self.agency])
    }

    private static let top = Agency.ID("TOP")
    private static let agency = Agency.ID("OWN")

    private static func check(_ targets: [Plan.Target], born: String = "2016-01-01") -> GapCheck {
        func version(
            _ id: Agency.ID, _ level: Agency.Level, _ parent: Agency.ID?, _ from: String
        ) -> Agency.Version {
            Agency.Version(
                agency: id, tenure: Tenure(from: day(from)), code: id.text, name: id.text,
                level: level, block: level.usualBlock, parent: parent, codes: [:])
        }
        let tree = AgencyTree(
            [
                version(top, .province, nil, "2016-01-01"), version(agency, .district, top, born),
                version(Agency.ID("XA"), .commune, agency, born),
            ], on: day("2021-10-15"))
        return GapCheck(
            parent: Plan(
                id: Plan.ID("P"), agency: top, year: 2021, type: "Kế hoạch",
                symbol: "95/KH-UBND", title: "", issuedOn: day("2020-12-31")),
            targets: targets, scopes: Scope.standard, tree: tree, last: day("2021-12-14"))
    }

    private static func asked(
        _ code: String, _ measure: Measure, _ hundredths: Int = 10_000, due: String? = nil,
        scope: String = "districts", replacing: Plan.Target.ID? = nil
    ) -> Plan.Target {
        Plan.Target(
            id: Plan.Target.ID("asked \(code)"), plan: Plan.ID("P"), code: code, start: 0, end: 0,
            terms: terms(measure, hundredths, due, scope: Scope.ID(scope)), decision: .accepted,
            replaces: replacing)
    }

    private static func own(
        _ code: String, _ measure: Measure, _ hundredths: Int = 10_000, due: String? = nil
    ) -> Plan.Target {
        Plan.Target(
            id: Plan.Target.ID("own \(code)"), plan: Plan.ID("C"), code: code, start: 0, end: 0,
            terms: terms(measure, hundredths, due, scope: nil), decision: .accepted)
    }

    private static func terms(
        _ measure: Measure, _ hundredths: Int, _ due: String?, scope: Scope.ID?
    ) -> Plan.Target.Terms {
        Plan.Target.Terms(
            title: "Chỉ tiêu", comparator: .atLeast, value: .number(hundredths: hundredths),
            measure: measure, scope: scope, deadline: due.map { day($0) })
    }

    private static func plan(_ targets: [Plan.Target]) -> PlanContents {
        PlanContents(
            plan: Plan(
                id: Plan.ID("C"), agency: agency, year: 2021, type: "Kế hoạch",
                symbol: "1/KH-UBND", title: "", issuedOn: day("2021-01-15"),
                parent: Plan.ID("P"), declaredOn: day("2021-01-15")),
            targets: targets, taskCount: 0)
    }
}

@Suite struct PromiseTests {
    private func terms(_ comparator: Comparator, _ value: TargetValue?, _ unit: String = "%")
        -> Plan.Target.Terms
    {
        Plan.Target.Terms(title: "", comparator: comparator, value: value, unit: unit)
    }

    @Test(arguments: [
        (Comparator.atLeast, 3_000, Comparator.atLeast, 3_000, Plan.Target.Terms.Promise.asMuch),
        (.atLeast, 2_999, .atLeast, 3_000, .less), (.equal, 10_000, .atLeast, 9_000, .asMuch),
        (.atLeast, 3_000, .moreThan, 3_000, .less), (.atMost, 500, .atMost, 500, .asMuch),
        (.atMost, 600, .atMost, 500, .less), (.lessThan, 400, .atMost, 500, .asMuch),
        (.atMost, 500, .lessThan, 500, .less), (.equal, 400, .atMost, 500, .asMuch),
        (.decreaseBy, 1_000, .decreaseAtLeast, 2_000, .less),
        (.rankWithin, 1_000, .rankWithin, 2_000, .asMuch),
        (.rankWithin, 2_500, .rankWithin, 2_000, .less),
        (.atLeast, 3_000, .rankWithin, 2_000, .unclear),
        (.unquantified, 0, .atLeast, 3_000, .less),
        (.atLeast, 100, .unquantified, 0, .asMuch),
    ])
    func `a promise is held against what is asked`(
        _ mine: Comparator, _ value: Int, _ asked: Comparator, _ wanted: Int,
        _ expected: Plan.Target.Terms.Promise
    ) {
        let own = terms(mine, .number(hundredths: value))
        #expect(own.promise(against: terms(asked, .number(hundredths: wanted))) == expected)
    }

    @Test func `other units cannot be held against each other`() {
        let own = terms(.atLeast, .number(hundredths: 3_000), "cuộc")
        #expect(own.promise(against: terms(.atLeast, .number(hundredths: 3_000))) == .unclear)
    }

    @Test func `a floor that is a range is promised by its lower end`() {
        let asked = terms(.atLeast, .range(lowHundredths: 4_500, highHundredths: 5_000))
        #expect(
            terms(.atLeast, .number(hundredths: 4_500)).promise(against: asked) == .asMuch)
        #expect(terms(.atLeast, .number(hundredths: 4_400)).promise(against: asked) == .less)
    }
}
