import Domain
import Testing

@Suite struct QuotaBudgetTests {
    private let third = Percentage(basisPoints: 3_000)

    /// The communes of the eleven districts of Bình Định in 2021, and what 30% of each is.
    @Test func `the districts of Bình Định need 53 of 159 communes`() {
        let communes = [21, 10, 17, 15, 19, 9, 15, 18, 15, 13, 7]
        let members = communes.enumerated().flatMap { district, count in
            (0..<count).map {
                QuotaBudget.Member(Agency.ID("\(district)-\($0)"), in: "\(district)")
            }
        }
        let budget = budget(members)
        #expect(budget.lines.map(\.needed) == [7, 3, 6, 5, 6, 3, 5, 6, 5, 4, 3])
        #expect((budget.needed, budget.total) == (53, 159))
    }

    @Test(arguments: [(11, 4), (32, 10), (21, 7), (7, 3), (10, 3)])
    func `a share of bodies rounds up`(_ total: Int, _ needed: Int) {
        let members = (0..<total).map { QuotaBudget.Member(Agency.ID("\($0)"), in: "") }
        #expect(budget(members).needed == needed)
    }

    @Test func `a body inspected twice counts once`() {
        let members = (0..<10).map { QuotaBudget.Member(Agency.ID("\($0)"), in: "") }
        let visits = [
            QuotaBudget.Visit(Agency.ID("1"), .concluded), .init(Agency.ID("1"), .concluded),
        ]
        #expect(budget(members, visits).done == 1)
        #expect(budget(members, visits).gap == 2)
    }

    @Test func `what one district has too many doesn't help another`() {
        let members =
            (0..<7).map { QuotaBudget.Member(Agency.ID("a\($0)"), in: "a") }
            + (0..<7).map { QuotaBudget.Member(Agency.ID("b\($0)"), in: "b") }
        let visits = (0..<6).map { QuotaBudget.Visit(Agency.ID("a\($0)"), .concluded) }
        #expect(budget(members, visits).done == 6)
        #expect(!budget(members, visits).isKept)
        #expect(budget(members, visits).gap == 3)
    }

    @Test func `an inspection before a merger counts for the heir, or the heir anew`() {
        let members = [QuotaBudget.Member(Agency.ID("new"), in: ""), .init(Agency.ID("c"), in: "")]
        let mergers = [
            QuotaBudget.Merger(from: Agency.ID("a"), to: Agency.ID("new"), day: day("2025-07-01")),
            .init(from: Agency.ID("b"), to: Agency.ID("new"), day: day("2025-07-01")),
        ]
        let visits = [
            QuotaBudget.Visit(Agency.ID("a"), .concluded), .init(Agency.ID("b"), .concluded),
        ]
        #expect(budget(members, visits, mergers).done == 1)
        #expect(budget(members, visits, mergers, .heirAnew).done == 0)
    }

    @Test func `a visit to the heir counts for one of the bodies that went into it`() {
        let members = [QuotaBudget.Member(Agency.ID("a"), in: ""), .init(Agency.ID("b"), in: "")]
        let mergers = ["a", "b"].map {
            QuotaBudget.Merger(from: Agency.ID($0), to: Agency.ID("new"), day: day("2025-07-01"))
        }
        #expect(budget(members, [.init(Agency.ID("new"), .concluded)], mergers).done == 1)
    }

    /// Any tree, any mergers, any share.
    @Test func `the quota is the least that reaches the share, and no visit counts twice`() {
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed)
            let share = Percentage(basisPoints: Int.random(in: 0...10_000, using: &random))
            let lines = Int.random(in: 1...12, using: &random)
            var members: [QuotaBudget.Member] = []
            for line in 0..<lines {
                for place in 0..<Int.random(in: 1...25, using: &random) {
                    members.append(.init(Agency.ID("\(line)-\(place)"), in: "\(line)"))
                }
            }
            var mergers: [QuotaBudget.Merger] = []
            for place in members.indices where Int.random(in: 0...5, using: &random) == 0 {
                let heir = Agency.ID("h\(place / 3)")
                mergers.append(.init(from: members[place].body, to: heir, day: day("2025-07-01")))
            }
            var visits: [QuotaBudget.Visit] = []
            for _ in 0..<Int.random(in: 0...60, using: &random) {
                let bodies = members.map(\.body) + mergers.map(\.to)
                visits.append(
                    .init(
                        bodies[Int.random(in: 0..<bodies.count, using: &random)],
                        QuotaBudget.Progress.allCases[Int.random(in: 0...2, using: &random)]))
            }
            for rule in InspectionRules.Merged.allCases {
                let budget = QuotaBudget(
                    of: share, members: members, visits: visits, mergers: mergers, settling: rule)
                for line in budget.lines {
                    let (needed, total) = (line.needed, line.bodies.count)
                    #expect(share.isReached(by: needed, of: total), "seed \(seed)")
                    #expect(
                        needed == 0 || !share.isReached(by: needed - 1, of: total), "seed \(seed)")
                    #expect(line.missing + min(line.done, needed) == needed, "seed \(seed)")
                }
                #expect(budget.total == members.count, "seed \(seed)")
                #expect(
                    budget.lines.reduce(0) { $0 + $1.bodies.count { $0.progress != .nothing } }
                        <= Set(visits.map(\.body)).count, "seed \(seed)")
            }
        }
    }

    private func budget(
        _ members: [QuotaBudget.Member], _ visits: [QuotaBudget.Visit] = [],
        _ mergers: [QuotaBudget.Merger] = [], _ rule: InspectionRules.Merged = .heirCounts
    ) -> QuotaBudget {
        QuotaBudget(
            of: third, members: members, visits: visits, mergers: mergers, settling: rule)
    }
}

@Suite struct InspectionPickTests {
    @Test func `each reason adds its own weight`() {
        let pick = InspectionPick(
            body: Agency.ID("a"), lastOn: day("2019-06-01"), reports: 2, open: 3, overdue: 1,
            repeats: 1, lateDossiers: Percentage(basisPoints: 1_250))
        // 2 years x 10 + 2 reports x 5 + 4 findings x 5 + 1 repeat x 10 + 12% x 2
        #expect(pick.weight(.usual, on: day("2021-10-15")) == 20 + 10 + 20 + 10 + 24)
    }

    @Test func `a body never inspected counts as five years`() {
        let pick = InspectionPick(body: Agency.ID("a"), lastOn: nil)
        #expect(pick.years(on: day("2021-10-15")) == 5)
    }

    @Test func `two inspections within two weeks overlap, a cancelled one doesn't`() {
        func inspection(cancelled: Bool) -> Inspection {
            Inspection(
                id: Inspection.ID("1"), number: 1, inspector: Agency.ID("BD"),
                body: Agency.ID("a"), kind: .planned, plannedOn: day("2021-05-10"),
                cancelledOn: cancelled ? day("2021-05-01") : nil)
        }
        #expect(inspection(cancelled: false).overlaps(day("2021-05-24")))
        #expect(!inspection(cancelled: false).overlaps(day("2021-05-25")))
        #expect(!inspection(cancelled: true).overlaps(day("2021-05-10")))
    }
}
