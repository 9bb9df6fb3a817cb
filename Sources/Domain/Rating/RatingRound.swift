/// The heads, deputies and bodies of one block, rated for one period by the agency above them.
public struct RatingRound: Hashable, Sendable, Codable {
    public typealias ID = Identifier<RatingRound>

    public let id: ID
    public let number: Int
    public let year: Int
    public let block: Agency.Block
    /// Whose head decides.
    public let agency: Agency.ID
    public let rules: RatingRules.ID
    public let title: String
    public let period: ClosedRange<Day>
    public let openedOn: Day
    /// When those who are rated were told; from then on they may object.
    public var announcedOn: Day?
    public var objectionsUntil: Day?
    public var signedBy: User.ID?
    public var signedOn: Day?
    public var symbol: String
    /// Why more are in a class than the rules allow; empty when none are.
    public var limitReason: String
    public var publishedOn: Day?
    public var version: Int

    public init(
        id: ID, number: Int, year: Int, block: Agency.Block, agency: Agency.ID,
        rules: RatingRules.ID, title: String, period: ClosedRange<Day>, openedOn: Day,
        announcedOn: Day? = nil, objectionsUntil: Day? = nil, signedBy: User.ID? = nil,
        signedOn: Day? = nil, symbol: String = "", limitReason: String = "",
        publishedOn: Day? = nil, version: Int = 1
    ) {
        self.id = id
        self.number = number
        self.year = year
        self.block = block
        self.agency = agency
        self.rules = rules
        self.title = title
        self.period = period
        self.openedOn = openedOn
        self.announcedOn = announcedOn
        self.objectionsUntil = objectionsUntil
        self.signedBy = signedBy
        self.signedOn = signedOn
        self.symbol = symbol
        self.limitReason = limitReason
        self.publishedOn = publishedOn
        self.version = version
    }

    /// How far it has come.
    public enum Stage: Int, CaseIterable, Hashable, Sendable, Comparable {
        case deciding, objections, signed, published

        public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

        public var title: Bilingual {
            switch self {
            case .deciding: Bilingual(vi: "Đang xem xét", en: "Being decided")
            case .objections: Bilingual(vi: "Đang nhận ý kiến", en: "Open to objections")
            case .signed: Bilingual(vi: "Đã ký, chưa công bố", en: "Signed, not published")
            case .published: Bilingual(vi: "Đã công bố", en: "Published")
            }
        }
    }

    public var stage: Stage {
        if publishedOn != nil { return .published }
        if signedOn != nil { return .signed }
        return announcedOn == nil ? .deciding : .objections
    }

    /// Returns the round with something changed, one version on.
    public func changed(_ change: (inout RatingRound) -> Void) -> RatingRound {
        var round = self
        change(&round)
        round.version += 1
        return round
    }
}

/// One rating: what the rules suggested, what was decided and why, and what the person said to it.
public struct Rating: Hashable, Sendable {
    public let number: Int
    public let round: RatingRound.ID
    public let kind: RatedKind
    public let person: User.ID?
    public let agency: Agency.ID
    public let title: String
    public let days: Int
    public let index: WeightedFigure?
    /// The class by its place among those of the rules.
    public let suggested: Int?
    public let working: [Bilingual]
    public let honours: [Bilingual]
    public var decision: Decision?
    public var objection: String
    public var version: Int

    public struct Decision: Hashable, Sendable, Codable {
        /// `nil`: not rated in this post.
        public let level: Int?
        public let reason: String
        public let by: User.ID?

        public init(level: Int?, reason: String, by: User.ID?) {
            self.level = level
            self.reason = reason
            self.by = by
        }
    }

    public init(
        number: Int, round: RatingRound.ID, kind: RatedKind, person: User.ID?, agency: Agency.ID,
        title: String, days: Int, index: WeightedFigure?, suggested: Int?, working: [Bilingual],
        honours: [Bilingual] = [], decision: Decision? = nil, objection: String = "",
        version: Int = 1
    ) {
        self.number = number
        self.round = round
        self.kind = kind
        self.person = person
        self.agency = agency
        self.title = title
        self.days = days
        self.index = index
        self.suggested = suggested
        self.working = working
        self.honours = honours
        self.decision = decision
        self.objection = objection
        self.version = version
    }
}

// What the rules worked out can be worked out again; the journal keeps what people did. Personal
// ratings are confidential, so it keeps no class: only that there was a decision, and by whom.
extension Rating: Encodable {
    private enum Key: CodingKey {
        case number, kind, person, agency, isDecided, decidedBy, objected, version
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(number, forKey: .number)
        try values.encode(kind, forKey: .kind)
        try values.encodeIfPresent(person, forKey: .person)
        try values.encode(agency, forKey: .agency)
        try values.encode(decision != nil, forKey: .isDecided)
        try values.encodeIfPresent(decision?.by, forKey: .decidedBy)
        try values.encode(!objection.isEmpty, forKey: .objected)
        try values.encode(version, forKey: .version)
    }
}
