/// Whom a rating is of: a person in a kind of post, or the body itself.
public enum RatedKind: String, CaseIterable, Hashable, Sendable, Codable {
    case head, deputy
    /// The agency's own rating, which is not the class of its index (xếp loại tập thể).
    case agency

    public var title: Bilingual {
        switch self {
        case .head: Bilingual(vi: "Người đứng đầu", en: "Head")
        case .deputy: Bilingual(vi: "Cấp phó", en: "Deputy")
        case .agency: Bilingual(vi: "Tập thể cơ quan", en: "The agency")
        }
    }
}

/// A time in which somebody held a post, within the period that is rated.
public struct RatingStint: Hashable, Sendable, Codable {
    public let agency: Agency.ID
    /// As the decision words it.
    public let title: String
    public let manner: Post.Manner
    public let from: Day
    /// The last day in it.
    public let last: Day

    public init(agency: Agency.ID, title: String, manner: Post.Manner, from: Day, last: Day) {
        self.agency = agency
        self.title = title
        self.manner = manner
        self.from = from
        self.last = last
    }

    public var days: Int { last - from + 1 }

    /// The part of a post's tenure that lies in the period; `nil` when none does.
    public init?(_ post: Post, within period: ClosedRange<Day>) {
        guard let agency = post.agency else { return nil }
        let from = max(post.tenure.from, period.lowerBound)
        let last = min(post.tenure.until.map { $0 - 1 } ?? period.upperBound, period.upperBound)
        guard from <= last else { return nil }
        self.init(
            agency: agency, title: post.title, manner: post.manner, from: from, last: last)
    }
}

/// A figure over one or more bodies, each weighted by the days in it: the sum of hundredths × days.
public struct WeightedFigure: Hashable, Sendable, Codable {
    public let sum: Int
    public let days: Int

    public init(sum: Int, days: Int) {
        precondition(days > 0, "A figure is weighted by at least one day.")
        self.sum = sum
        self.days = days
    }

    /// Rounded half up to hundredths, for showing only.
    public var hundredths: Int { (sum * 2 + days) / (days * 2) }
}

/// What a rating rests on: who, in which posts from when to when, and what those bodies reached.
public struct RatingCase: Hashable, Sendable {
    public let kind: RatedKind
    /// `nil` for the agency itself.
    public let person: User.ID?
    /// Oldest first; at least one.
    public let stints: [RatingStint]
    public let figures: [Agency.ID: [RatingMeasure: RatingFigure]]

    public init(
        kind: RatedKind, person: User.ID?, stints: [RatingStint],
        figures: [Agency.ID: [RatingMeasure: RatingFigure]]
    ) {
        self.kind = kind
        self.person = person
        self.stints = stints
        self.figures = figures
    }

    /// A measure over the stints that count, pro rata by days.
    ///
    /// Shares are those of the bodies at 0.01%, weighted exactly. Counts are those of the body with the
    /// most, for a blocking fault is not diluted by moving on: *ours*. Where nothing arose in a body its
    /// days are left out; unknown in one of them is unknown in all.
    public func figure(_ measure: RatingMeasure, over stints: [RatingStint]) -> (
        figure: WeightedFigure?, isUnknown: Bool
    ) {
        var (sum, days, most) = (0, 0, Int?.none)
        for stint in stints {
            switch figures[stint.agency]?[measure] ?? .unknown {
            case .unknown: return (nil, true)
            case .nothingArose: continue
            case .value(let value):
                sum += value * stint.days
                days += stint.days
                most = max(most ?? value, value)
            }
        }
        guard days > 0 else { return (nil, false) }
        if measure.isCount { return (WeightedFigure(sum: most ?? 0, days: 1), false) }
        return (WeightedFigure(sum: sum, days: days), false)
    }
}
