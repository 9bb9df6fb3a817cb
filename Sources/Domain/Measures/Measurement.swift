/// What a measure is asked: one target, on one day, over one tree.
public struct Measurement: Sendable {
    public let target: Plan.Target
    public let scope: Scope?
    public let tree: AgencyTree
    public let issuer: Agency.ID
    /// The plan's year: its first and last day, both included.
    public let period: ClosedRange<Day>
    public let on: Day
    /// Whether the day asked is over: not while it is today, so that what is due today is not overdue yet.
    public let dayHasEnded: Bool
    /// The positions of the scope's members.
    public let members: [Int]

    public init(
        target: Plan.Target, scope: Scope?, tree: AgencyTree, issuer: Agency.ID,
        period: ClosedRange<Day>, on: Day, dayHasEnded: Bool = true
    ) {
        self.target = target
        self.scope = scope
        self.tree = tree
        self.issuer = issuer
        self.period = period
        self.on = on
        self.dayHasEnded = dayHasEnded
        members = scope?.members(in: tree, issuer: issuer) ?? []
    }

    /// The target's own deadline, otherwise the last day of the plan's year.
    public var deadline: Day { target.terms.deadline ?? period.upperBound }

    /// Whether the deadline's day is over.
    public var isClosed: Bool { hasPassed(deadline) }

    /// Whether that day is over, so that what was due on it and is not there is late.
    public func hasPassed(_ day: Day) -> Bool { day < on || (day == on && dayHasEnded) }

    /// The last day whose events the verdict counts: what comes after the deadline does not undo it.
    ///
    /// That a verdict never improves after its deadline is ours: decision 0004.
    public var judgedBy: Day { min(on, deadline) }

    /// The day whose tree a plan's year is counted over: the day asked, at most the year's last.
    ///
    /// A year keeps its bodies: in 2026 the targets of 2021 are still counted over 191 of them.
    /// Source: agencies.md 2.
    public static func treeDay(on day: Day, period: ClosedRange<Day>) -> Day {
        min(day, period.upperBound)
    }

    /// How many of the members must be counted; `nil` when the target sets no number to reach.
    ///
    /// Rounded up: a quota in bodies is never less than its share.
    public func needed(of total: Int) -> Int? { target.terms.needed(of: total) }

    /// The counted noun of the scope: "cơ quan, đơn vị", or the block's own.
    public func noun(_ count: Int) -> Bilingual {
        if let tiers = scope?.tiers, tiers.count == 1, let only = tiers.first {
            return only.noun(count)
        }
        let inVietnamese = scope?.tiers.contains(.communes) == true ? "cơ quan, đơn vị" : "cơ quan"
        return Bilingual(vi: inVietnamese, en: count == 1 ? "body" : "bodies")
    }

    /// Which months of the plan's year have begun by the day asked, each by its last counted day.
    var monthEnds: [Day] {
        var ends: [Day] = []
        var day = period.lowerBound
        while day <= min(on, period.upperBound) {
            let end = min(day.endOfMonth, on, period.upperBound)
            ends.append(end)
            day = day.endOfMonth + 1
        }
        return ends
    }
}

extension Plan.Target.Terms {
    /// The threshold as a share; `nil` when it is not one.
    public var share: Percentage? {
        guard unit == "%", let value else { return nil }
        switch value {
        case .number(let hundredths): return Percentage(basisPoints: hundredths)
        case .range(let low, _): return Percentage(basisPoints: low)
        case .word: return nil
        }
    }

    /// The smallest whole count of the total that keeps the target; `nil` when it sets none.
    ///
    /// "Trên 30%" of 10 is 4, "ít nhất 30%" of 10 is 3. A plain number counts as itself; of a range
    /// its lower end has to be reached.
    public func needed(of total: Int) -> Int? {
        switch comparator {
        case .atLeast, .equal, .between, .meetsReference:
            if let share { return share.quota(of: total) }
            return plainNumber.map { ($0 + 99) / 100 }
        case .moreThan:
            if let share { return share.basisPoints * total / 10_000 + 1 }
            return plainNumber.map { $0 / 100 + 1 }
        default: return nil
        }
    }

    /// The threshold in hundredths of whole things; `nil` for shares, ranks and words.
    private var plainNumber: Int? {
        guard unit != "%", unit != "rank", let value else { return nil }
        switch value {
        case .number(let hundredths): return hundredths
        case .range(let low, _): return low
        case .word: return nil
        }
    }
}
