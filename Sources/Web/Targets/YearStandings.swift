import Domain
import Store

/// How every target of a year's plan stands on one day: what most pages are made from.
struct YearStandings: Sendable {
    let plan: Plan
    let tree: AgencyTree
    let period: ClosedRange<Day>
    let on: Day
    let items: [Item]

    struct Item: Sendable {
        let asked: Measurement
        let standing: Standing
        /// Who answers for it on the day: whom it was assigned to, else as the plan's person wrote;
        /// empty when nobody was named.
        let answerable: Bilingual

        var target: Plan.Target { asked.target }
    }

    /// The items from the worst verdict to the best, the plan's order within each.
    var byVerdict: [(verdict: Verdict, items: [Item])] {
        Verdict.allCases.reversed().compactMap { verdict in
            let items = items.filter { $0.standing.verdict == verdict }
            return items.isEmpty ? nil : (verdict, items)
        }
    }

    func item(coded code: String) -> Item? { items.first { $0.target.code == code } }
}

extension Snapshot {
    /// The bodies on the snapshot's day, or on another.
    func tree(on other: Day? = nil) throws -> AgencyTree {
        let wanted = other ?? day
        return try value("tree/\(wanted)", from: [.agencies], cost: { $0.bodies.count * 400 + 64 })
        {
            try $0.agencyTree(on: wanted)
        }
    }

    /// How the year's targets stand; `nil` when no plan of the year is confirmed.
    func standings() throws -> YearStandings? {
        guard let plan = try db.currentPlan(of: year) else { return nil }
        let period = try db.planYear(year).range
        let tree = try tree(on: Measurement.treeDay(on: day, period: period))
        let scopes = try value("scopes", from: [.agencies], cost: { $0.count * 400 + 64 }) {
            try $0.scopes()
        }
        let targets = try value("targets", from: [.plans], cost: { $0.count * 1_200 + 64 }) {
            try $0.targets(inForceOn: day, of: plan.id)
        }
        let answering = try value(
            "answering", from: [.plans, .agencies], cost: { $0.count * 300 + 64 }
        ) { try $0.answering(targets.map(\.id), on: day) }
        let items = try targets.compactMap { target -> YearStandings.Item? in
            guard let measure = target.terms.measure else { return nil }
            let asked = Measurement(
                target: target, scope: scopes.first { $0.id == target.terms.scope }, tree: tree,
                issuer: plan.agency, period: period, on: day, dayHasEnded: dayHasEnded)
            let standing = try value(
                "standing/\(target.id)", from: measure.topics,
                cost: { ($0?.rows.count ?? 0) * 160 + 2_000 },
                compute: { try $0.standing(asked, year: year) })
            return standing.map {
                YearStandings.Item(
                    asked: asked, standing: $0,
                    answerable: answering[target.id] ?? Bilingual(target.terms.answerable))
            }
        }
        return YearStandings(plan: plan, tree: tree, period: period, on: day, items: items)
    }
}
