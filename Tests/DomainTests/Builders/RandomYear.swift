import Domain

/// A year of made-up records, the same for the same seed.
struct RandomYear {
    let anyDay: Day
    let plans: [Facts.AgencyPlan]
    let tasks: [Facts.AgencyTasks]
    let inspections: [Facts.Inspection]
    let selfInspections: [Facts.SelfInspection]
    let findings: [Facts.Finding]
    let documents: [Facts.Document]
    let figures: [Facts.Figure]

    /// One for each seed.
    static let all = Seeds.all.map(RandomYear.init)

    /// Small, so that 200 years are counted in a moment: 9 departments, 3 districts, 15 communes.
    private static let tree = Province(
        departments: 9,
        districts: [
            ("540", "Thành phố Quy Nhơn", 5), ("542", "Huyện An Lão", 3),
            ("551", "Huyện Vân Canh", 7),
        ]
    ).tree(on: day("2021-06-01"))

    let seed: UInt64
    init(_ seed: UInt64) {
        self.seed = seed
        var random = SeededGenerator(seed: seed)
        let bodies = Array(Self.tree.bodies.indices.dropFirst())
        // Each seed has its own diligence, so that some years keep their targets and some do not.
        let diligence = Int.random(in: 1...10, using: &random)
        func often() -> Bool { Int.random(in: 0..<10, using: &random) < diligence }
        func someDay(_ from: Int = 0, _ to: Int = 400) -> Day {
            year2021.lowerBound + Int.random(in: from...to, using: &random)
        }
        anyDay = someDay(0, 420)
        plans = bodies.filter { _ in often() || often() }.map {
            let issued = someDay(0, 380)
            return Facts.AgencyPlan(
                body: $0, symbol: "01/KH", issuedOn: issued, recordedOn: issued + 3)
        }
        tasks = bodies.filter { _ in often() || often() }.map {
            let total = Int.random(in: 0...6, using: &random)
            let done = often() ? total : Int.random(in: 0...total, using: &random)
            let due = Int.random(in: 0...total, using: &random)
            return Facts.AgencyTasks(
                body: $0, total: total, due: due, dueDone: min(due, done), done: done,
                lastDoneOn: done > 0 ? someDay() : nil)
        }
        inspections = (0..<20).map { number in
            let held = often() ? someDay() : nil
            return Facts.Inspection(
                number: number, inspector: often() ? 0 : bodies.randomElement(using: &random) ?? 1,
                body: bodies.prefix(18).randomElement(using: &random) ?? 1,
                plannedOn: often() ? someDay() : nil,
                heldOn: held, concludedOn: held.flatMap { often() ? $0 + 15 : nil },
                symbol: "12/TB",
                cancelledOn: often() ? nil : someDay(), recordedOn: someDay())
        }
        selfInspections = bodies.filter { _ in often() }.map {
            Facts.SelfInspection(
                number: 1, body: $0, plannedOn: someDay(), heldOn: often() ? someDay() : nil,
                symbol: "05/BC",
                recordedOn: someDay())
        }
        findings = (0..<diligence).map { number in
            let found = someDay()
            return Facts.Finding(
                number: number, body: bodies.randomElement(using: &random) ?? 1, foundOn: found,
                dueOn: found + 30,
                closedOn: often() || often() ? found + Int.random(in: 0...60, using: &random) : nil,
                recordedOn: found)
        }
        documents = (0..<10).map { number in
            let signed = someDay()
            let isMet = often() || often()
            return Facts.Document(
                number: number, issuer: 0, symbol: "\(number)/QĐ", signedOn: signed,
                answers: Dictionary(
                    uniqueKeysWithValues: LegalDocument.Condition.allCases.map {
                        ($0, isMet ? .met : .unmet)
                    }),
                judgedOn: often() ? signed + Int.random(in: 0...90, using: &random) : nil,
                recordedOn: signed)
        }
        figures = (0..<4).map { _ in
            let typed = someDay()
            return Facts.Figure(
                day: typed, numerator: Int.random(in: 0...100, using: &random), denominator: 100,
                source: "BC",
                note: "", recordedOn: typed)
        }
    }

    func asked(_ terms: Plan.Target.Terms, of scope: String? = "all", on day: Day) -> Measurement {
        Measurement(
            target: .sample(terms), scope: scope.flatMap(Scope.standard), tree: Self.tree,
            issuer: Agency.ID("BD"),
            period: year2021, on: day)
    }

    /// The standing of each measure on each of the days.
    func standingsByMeasure(on days: [Day]) -> [[Standing]] {
        let byDay = days.map(standings(on:))
        return byDay[0].indices.map { measure in byDay.map { $0[measure] } }
    }

    /// How all measures stand on a day; tasks done after it are not done yet.
    func standings(on day: Day) -> [Standing] {
        let all = asked(.share(90), on: day)
        let tiers = asked(.share(30), of: "departments-districts", on: day)
        let open = tasks.map { task in
            let isLater = task.lastDoneOn.map { $0 > day } ?? false
            return Facts.AgencyTasks(
                body: task.body, total: task.total, due: task.due,
                dueDone: isLater ? 0 : task.dueDone,
                done: isLater ? 0 : task.done, lastDoneOn: isLater ? nil : task.lastDoneOn)
        }
        return [
            Standing.plansIssued(plans, all), Standing.plansCompleted(plans, open, all),
            Standing.bodiesInspected(inspections, tiers),
            Standing.communesInspected(inspections, asked(.share(30), of: "communes", on: day)),
            Standing.selfInspected(selfInspections, all), Standing.findingsRemedied(findings, all),
            Standing.documentsInOrder(documents, all), Standing.typed(figures, all),
        ]
    }
}
