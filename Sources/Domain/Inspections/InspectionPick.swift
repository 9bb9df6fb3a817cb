/// Why a body might be inspected next: each reason a number of its own, and their weighted sum.
///
/// A body without a published index loses and gains nothing by that.
public struct InspectionPick: Hashable, Sendable {
    public let body: Agency.ID
    /// The day of the last concluded inspection; `nil` when none is on record here.
    public let lastOn: Day?
    /// Reports of the year late, returned or missing.
    public let reports: Int
    /// Findings not closed, of any year.
    public let open: Int
    public let overdue: Int
    /// Findings of the year that repeat earlier ones.
    public let repeats: Int
    /// Of the dossiers handled in the year, those late; `nil` when nothing was reported.
    public let lateDossiers: Percentage?
    /// Its index as last published; `nil` when none was.
    public let index: PublishedIndex?

    public init(
        body: Agency.ID, lastOn: Day?, reports: Int = 0, open: Int = 0, overdue: Int = 0,
        repeats: Int = 0, lateDossiers: Percentage? = nil, index: PublishedIndex? = nil
    ) {
        self.body = body
        self.lastOn = lastOn
        self.reports = reports
        self.open = open
        self.overdue = overdue
        self.repeats = repeats
        self.lateDossiers = lateDossiers
        self.index = index
    }

    /// Whole years since the last inspection, at most five; five when none is on record.
    public func years(on day: Day) -> Int {
        guard let lastOn, lastOn <= day else { return lastOn == nil ? 5 : 0 }
        return min(5, (day - lastOn) / 365)
    }

    /// The weighted sum; the higher, the sooner.
    public func weight(_ weights: PickWeights, on day: Day) -> Int {
        years(on: day) * weights.years + reports * weights.reports
            + (open + overdue) * weights.findings + repeats * weights.repeats
            + (lateDossiers?.basisPoints ?? 0) / 100 * weights.dossiers
            + (index?.shortfall(below: weights.lowScore) ?? 0) * weights.scores
    }
}

extension Inspection {
    /// How many days before and after another inspection of the same body count as the same weeks.
    ///
    /// *Ours.*
    public static let overlapDays = 14

    /// Whether it is or will be at the body in the same weeks as the day.
    public func overlaps(_ day: Day) -> Bool {
        guard cancelledOn == nil, let own = heldOn ?? plannedOn else { return false }
        return abs(own - day) <= Self.overlapDays
    }
}
