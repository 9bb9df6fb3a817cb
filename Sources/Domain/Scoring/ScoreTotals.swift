/// What an agency's points add up to: appraised and surveyed parts apart, bonus and deduction apart.
public struct ScoreTotals: Hashable, Sendable, Codable {
    /// Points got and the most that could be got, of what applies to the agency.
    public struct Part: Hashable, Sendable, Codable {
        public var points: Points
        public var maximum: Points

        public init(points: Points = .zero, maximum: Points = .zero) {
            self.points = points
            self.maximum = maximum
        }

        /// The share reached, rounded half up to 0.01%; `nil` when nothing applies.
        public var index: Percentage? {
            maximum > .zero && points >= .zero
                ? Percentage(points.hundredths, of: maximum.hundredths) : nil
        }
    }

    public var appraised = Part()
    public var surveyed = Part()
    /// Above zero.
    public var bonus = Points.zero
    /// Below zero; the penalty for a late file is in it.
    public var deduction = Points.zero

    public init() {}

    public init(appraised: Part, surveyed: Part = Part()) {
        self.appraised = appraised
        self.surveyed = surveyed
    }

    /// All points, never below zero: the raw total (tổng điểm đạt).
    public var points: Points {
        max(appraised.points + surveyed.points + bonus + deduction, .zero)
    }

    /// The most that could be reached, of what applies (tổng điểm tối đa được tính).
    public var maximum: Points { appraised.maximum + surveyed.maximum }

    /// The index (chỉ số): points / applicable maximum × 100, rounded half up to 0.01.
    ///
    /// What does not apply is in neither, so an exempt agency's total is renormalised to 100; with
    /// nothing exempt and a set of 100 points it is the raw total. Source: cchc.mard.gov.vn, "index =
    /// achieved / maximum"; rounding is ours: decision 0016.
    public var index: Percentage? { Part(points: points, maximum: maximum).index }
}
