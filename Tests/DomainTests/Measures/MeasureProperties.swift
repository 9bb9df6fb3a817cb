import Domain
import Testing

/// What holds of every measure, whatever the records: tried over seeds on made-up years.
@Suite struct MeasureProperties {
    @Test func `the numerator never exceeds the denominator`() {
        for year in RandomYear.all {
            for standing in year.standings(on: year.anyDay) {
                guard let denominator = standing.denominator else { continue }
                #expect(
                    standing.numerator <= denominator, "seed \(year.seed): \(standing.formula.vi)")
            }
        }
    }

    @Test func `every figure opens its rows: there are as many as the denominator says`() {
        for year in RandomYear.all {
            let asked = year.asked(.share(30), of: "departments-districts", on: year.anyDay)
            let all = year.asked(.share(100), on: year.anyDay)
            for standing in [
                Standing.bodiesInspected(year.inspections, asked),
                Standing.plansIssued(year.plans, all),
                Standing.plansCompleted(year.plans, year.tasks, all),
                Standing.selfInspected(year.selfInspections, all),
                Standing.documentsInOrder(year.documents, all),
            ] {
                #expect(standing.rows.count == standing.denominator, "seed \(year.seed)")
                #expect(
                    standing.rows.count { $0.state.isCounted } == standing.numerator,
                    "seed \(year.seed)")
            }
        }
    }

    @Test func `the parts of a per-district quota are made of all communes`() {
        for year in RandomYear.all {
            let standing = Standing.communesInspected(
                year.inspections, year.asked(.share(30), of: "communes", on: year.anyDay))
            #expect(
                standing.parts.reduce(0) { $0 + $1.denominator } == standing.rows.count,
                "seed \(year.seed)")
            #expect(standing.parts.count == standing.denominator, "seed \(year.seed)")
        }
    }

    @Test func `months never go down and end at the figure`() {
        for year in RandomYear.all {
            let on = min(year.anyDay, year2021.upperBound)
            let all = year.asked(.share(100), on: on)
            for standing in [
                Standing.bodiesInspected(
                    year.inspections, year.asked(.share(30), of: "departments-districts", on: on)),
                Standing.plansIssued(year.plans, all),
                Standing.selfInspected(year.selfInspections, all),
                Standing.documentsInOrder(year.documents, all),
            ] {
                let counts = standing.months.map(\.numerator)
                #expect(
                    zip(counts, counts.dropFirst()).allSatisfy { $0 <= $1 }, "seed \(year.seed)")
                #expect(counts.last == standing.numerator, "seed \(year.seed)")
            }
        }
    }

    @Test func `after its deadline a verdict never improves`() {
        for year in RandomYear.all {
            let days = (0..<3).map { year2021.upperBound + $0 * 50 }
            for standings in year.standingsByMeasure(on: days) {
                let severities = standings.map(\.verdict.severity)
                #expect(
                    zip(severities, severities.dropFirst()).allSatisfy { $0 <= $1 },
                    "seed \(year.seed): \(standings[0].formula.vi) \(severities)")
            }
        }
    }

    @Test func `a kept count of bodies stays kept as records are added`() {
        for year in RandomYear.all {
            let asked = year.asked(
                .share(30, reading: .together), of: "departments-districts", on: year.anyDay)
            let half = Standing.bodiesInspected(
                Array(year.inspections.prefix(year.inspections.count / 2)), asked)
            let whole = Standing.bodiesInspected(year.inspections, asked)
            #expect(half.verdict != .kept || whole.verdict == .kept, "seed \(year.seed)")
            #expect(half.numerator <= whole.numerator, "seed \(year.seed)")
        }
    }

    @Test
    func `kept means that enough are counted, and not kept after the deadline that too few are`() {
        for year in RandomYear.all {
            let asked = year.asked(
                .share(30, reading: .together), of: "departments-districts", on: year2021.upperBound
            )
            let standing = Standing.bodiesInspected(year.inspections, asked)
            #expect(
                (standing.verdict == .kept) == (standing.numerator * 100 >= 30 * 12),
                "seed \(year.seed)")
        }
    }

    @Test func `the order of the records does not matter`() {
        for year in RandomYear.all {
            var random = SeededGenerator(seed: year.seed &+ 1_000)
            let asked = year.asked(.share(30), of: "departments-districts", on: year.anyDay)
            let one = Standing.bodiesInspected(year.inspections, asked)
            let other = Standing.bodiesInspected(year.inspections.shuffled(using: &random), asked)
            #expect(one.verdict == other.verdict, "seed \(year.seed)")
            #expect(one.rows.map(\.state) == other.rows.map(\.state), "seed \(year.seed)")
            #expect(one.rows.map(\.day) == other.rows.map(\.day), "seed \(year.seed)")
        }
    }

    @Test func `nothing is missing exactly when enough are counted`() {
        for year in RandomYear.all {
            let asked = year.asked(
                .share(30, reading: .together), of: "departments-districts", on: year.anyDay)
            let standing = Standing.bodiesInspected(year.inspections, asked)
            let isEnough =
                asked.isClosed
                ? standing.verdict == .kept : standing.numerator >= standing.needed ?? 0
            #expect((standing.missing == nil) == isEnough, "seed \(year.seed)")
        }
    }
}
