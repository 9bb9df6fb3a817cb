/// The gap check (đối chiếu kế hoạch): what agencies must carry out of the plan above, and don't.
///
/// A pure function of both plans, the tree and the lists of agencies. Which targets concern whom is
/// ours: decision 0019.
public struct GapCheck: Sendable {
    public let parent: Plan
    /// The accepted targets in force on the day.
    public let targets: [Plan.Target]
    public let tree: AgencyTree
    /// The last day of the plan year: what a plan without a deadline means.
    public let last: Day
    private let members: [Plan.Target.ID: Set<Int>]

    public init(
        parent: Plan, targets: [Plan.Target], scopes: [Scope], tree: AgencyTree, last: Day
    ) {
        self.parent = parent
        self.targets = targets
        self.tree = tree
        self.last = last
        var members: [Plan.Target.ID: Set<Int>] = [:]
        for target in targets {
            let scope = scopes.first { $0.id == target.terms.scope }
            let listed = scope?.members(in: tree, issuer: parent.agency) ?? []
            members[target.id] = Self.who(
                carriesOut: target, listed: listed, tree: tree, issuer: parent.agency)
        }
        self.members = members
    }

    /// The targets of the plan above that the agency's own plan must contain, in the plan's order.
    public func asked(of agency: Agency.ID) -> [Plan.Target] {
        guard let position = tree.position(of: agency) else { return [] }
        return targets.filter { members[$0.id]?.contains(position) ?? false }
    }

    /// The agencies that must carry out something, in the tree's order.
    public var agencies: [Agency.ID] {
        let all = members.values.reduce(into: Set<Int>()) { $0.formUnion($1) }
        return all.sorted().map { tree[$0].id }
    }

    /// What the agency's plan lacks, target by target.
    ///
    /// The contents are those of its declared plan; `nil` when it has declared none.
    public func gaps(of agency: Agency.ID, in contents: PlanContents?) -> [PlanGap] {
        let asked = asked(of: agency)
        guard let contents else { return asked.map { gap(agency, $0, [.noPlan]) } }
        if contents.targets.isEmpty {
            return asked.map { gap(agency, $0, [.notOnRecord]) }
        }
        var taken: Set<Plan.Target.ID> = []
        var matched: [Plan.Target.ID: (own: Plan.Target, isConfirmed: Bool)] = [:]
        for target in asked {
            let own =
                contents.targets.first { $0.mirrors == target.id }
                ?? target.replaces.flatMap { old in contents.targets.first { $0.mirrors == old } }
            guard let own, taken.insert(own.id).inserted else { continue }
            matched[target.id] = (own, true)
        }
        for target in asked where matched[target.id] == nil {
            let rest = contents.targets.filter { $0.mirrors == nil && !taken.contains($0.id) }
            guard let own = target.mostAlike(among: rest) else { continue }
            taken.insert(own.id)
            matched[target.id] = (own, false)
        }
        let born = tree.body(agency)?.version.tenure.from
        return asked.map { target in
            guard let (own, isConfirmed) = matched[target.id] else {
                return gap(agency, target, [.missing])
            }
            let late = daysLate(own, target, born: born)
            var findings: [PlanGap.Finding] = []
            switch own.terms.promise(against: target.terms) {
            case .asMuch: break
            case .less: findings.append(.less)
            case .unclear: findings.append(.unclear)
            }
            if late > 0 { findings.append(.later) }
            return PlanGap(
                agency: agency, asked: target, own: own, isConfirmed: isConfirmed,
                findings: findings.isEmpty ? [.mirrored] : findings, daysLate: late)
        }
    }

    private func gap(_ agency: Agency.ID, _ asked: Plan.Target, _ findings: [PlanGap.Finding])
        -> PlanGap
    {
        PlanGap(
            agency: agency, asked: asked, own: nil, isConfirmed: false, findings: findings,
            daysLate: 0)
    }

    /// Days by which it comes after the day above; a body that came to be later has the whole year.
    private func daysLate(_ own: Plan.Target, _ asked: Plan.Target, born: Day?) -> Int {
        guard let deadline = asked.terms.deadline else { return 0 }
        if let born, born > deadline { return 0 }
        return max(0, (own.terms.deadline ?? last) - deadline)
    }

    /// Who must take the target into a plan of its own.
    ///
    /// Of a list of agencies each member, as far as the members do it themselves: issue a plan,
    /// complete it, inspect themselves. Where superiors inspect those listed, the superiors. What the
    /// issuer does with those listed concerns only whoever leads it. A target without a list concerns
    /// its lead, remedied findings every body.
    private static func who(
        carriesOut target: Plan.Target, listed: [Int], tree: AgencyTree, issuer: Agency.ID
    ) -> Set<Int> {
        let lead = target.terms.lead.flatMap { tree.position(of: $0) }
        switch target.terms.measure {
        case .planIssued, .planCompleted, .selfInspected: return Set(listed)
        case .communesInspected:
            return Set(listed.compactMap { tree[$0].parent }).filter { tree[$0].id != issuer }
        case .findingsRemedied:
            return Set(
                tree.bodies.indices.filter { tree[$0].id != issuer && tree[$0].block != nil })
        case .bodiesInspected, .documentsInOrder: return Set([lead].compactMap(\.self))
        default:
            return listed.isEmpty ? Set([lead].compactMap(\.self)) : Set(listed)
        }
    }
}

extension Plan.Target {
    /// The target among others that most probably says the same; `nil` when none does.
    ///
    /// The same measure decides where something is counted; otherwise at least half of all the words
    /// of both must be common.
    public func mostAlike(among others: [Plan.Target]) -> Plan.Target? {
        if let measure = terms.measure, measure != .typed {
            return others.first { $0.terms.measure == measure }
        }
        let words = Self.words(of: terms.title)
        let best = others.filter { $0.terms.measure == .typed || $0.terms.measure == nil }
            .map { ($0, Self.likeness(words, Self.words(of: $0.terms.title))) }
            .max { $0.1 < $1.1 }
        guard let best, best.1 >= 50 else { return nil }
        return best.0
    }

    private static func words(of text: String) -> Set<Substring> {
        Set(Vietnamese.folded(text).split { !$0.isLetter })
    }

    /// Common words of all words, in per cent.
    private static func likeness(_ left: Set<Substring>, _ right: Set<Substring>) -> Int {
        let all = left.union(right).count
        return all == 0 ? 0 : left.intersection(right).count * 100 / all
    }
}
