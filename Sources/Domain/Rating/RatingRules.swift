/// One edition of the rules by which heads and deputies are rated (quy định đánh giá, xếp loại).
///
/// They are data: thresholds on figures of the body, ceilings, limits of shares, the least tenure. What
/// has rated somebody is closed; other rules are a new edition.
public struct RatingRules: Hashable, Sendable, Codable {
    public typealias ID = Identifier<RatingRules>

    public let id: ID
    public let number: Int
    public let details: Details
    public let levels: [Level]
    public let ceilings: [Ceiling]
    public let limits: [Limit]
    public let honours: [Honour]
    /// Who held a post for fewer days of the period is not rated in it; 0 for no such rule.
    public let leastDays: Int
    /// Whether time as acting head or in charge counts like an appointment.
    public let countsActing: Bool
    public let closedOn: Day?
    public let version: Int

    public struct Details: Hashable, Sendable, Codable {
        public var name: String
        public var year: Int
        public var symbol: String
        public var source: String

        public init(name: String, year: Int, symbol: String = "", source: String = "") {
            self.name = name
            self.year = year
            self.symbol = symbol
            self.source = source
        }
    }

    /// A class (mức xếp loại) and what it asks for; from the highest down.
    public struct Level: Hashable, Sendable, Codable {
        public let name: String
        public let conditions: [Condition]
    }

    /// The best class left to whom the condition meets (không được xếp loại quá).
    public struct Ceiling: Hashable, Sendable, Codable {
        public let level: Int
        public let condition: Condition
    }

    /// At most a share of a class may be in a better one: 20% of those who reached good.
    public struct Limit: Hashable, Sendable, Codable {
        public let level: Int
        public let share: Percentage
        /// The class of which the share is taken.
        public let base: Int
        /// Whether better classes belong to the base ("trở lên").
        public let andBetter: Bool
    }

    /// What is asked of whom a form of commendation is proposed for.
    public struct Honour: Hashable, Sendable, Codable {
        /// What is given: giấy khen, bằng khen của Chủ tịch Ủy ban nhân dân tỉnh.
        public let form: String
        /// For a body; otherwise for a person.
        public let isCollective: Bool
        public let conditions: [Condition]
        /// The class that a person has to have reached; `nil` when none is asked.
        public let level: Int?
    }

    /// A figure compared with a threshold, in hundredths.
    public struct Condition: Hashable, Sendable, Codable {
        public enum Sign: String, CaseIterable, Hashable, Sendable, Codable {
            case atLeast = ">="
            case above = ">"
            case atMost = "<="
            case below = "<"
        }

        public let measure: RatingMeasure
        public let sign: Sign
        public let hundredths: Int

        /// Whether a figure of days × hundredths over so many days keeps it; nothing is rounded.
        public func holds(_ figure: WeightedFigure) -> Bool {
            let (left, right) = (figure.sum, hundredths * figure.days)
            return switch sign {
            case .atLeast: left >= right
            case .above: left > right
            case .atMost: left <= right
            case .below: left < right
            }
        }

        public var text: String {
            "\(measure.name) \(sign.rawValue) \(Points(hundredths: hundredths).plain)"
        }
    }

    public init(
        id: ID, number: Int, details: Details, levels: [Level], ceilings: [Ceiling] = [],
        limits: [Limit] = [], honours: [Honour] = [], leastDays: Int = 0,
        countsActing: Bool = true, closedOn: Day? = nil, version: Int = 1
    ) {
        self.id = id
        self.number = number
        self.details = details
        self.levels = levels
        self.ceilings = ceilings
        self.limits = limits
        self.honours = honours
        self.leastDays = leastDays
        self.countsActing = countsActing
        self.closedOn = closedOn
        self.version = version
    }

    public func level(named name: String) -> Int? { levels.firstIndex { $0.name == name } }

    /// How many may be in the class that a limit is on, when the classes given are decided.
    ///
    /// The number is rounded down: 20% of 9 is 1. *Ours*: no source rounds it.
    public func allowed(_ limit: Limit, among decided: [Int]) -> Int {
        let base = decided.count { limit.andBetter ? $0 <= limit.base : $0 == limit.base }
        return base * limit.share.basisPoints / 10_000
    }

    /// The limits that the decided classes break, each with how many there are and may be.
    public func broken(by decided: [Int]) -> [(limit: Limit, count: Int, allowed: Int)] {
        limits.compactMap { limit in
            let count = decided.count { $0 == limit.level }
            let allowed = allowed(limit, among: decided)
            return count > allowed ? (limit, count, allowed) : nil
        }
    }
}
