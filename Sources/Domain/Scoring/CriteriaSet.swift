/// One edition of the criteria by which the agencies of a block are scored (bộ tiêu chí).
///
/// It is data. A set that has scored somebody is closed: what follows is a new edition.
public struct CriteriaSet: Hashable, Sendable {
    public typealias ID = Identifier<CriteriaSet>

    public let id: ID
    /// What people cite; given once.
    public let number: Int
    public let details: Details
    /// A line before those below it, in the order of the table.
    public let criteria: [Criterion]
    /// Why sums that don't add up stand, by the code of the group; "" is the whole set.
    public let notes: [String: String]
    /// When somebody was first scored by it; afterwards nothing in it changes.
    public let closedOn: Day?
    public let version: Int

    /// What is said of the whole set.
    public struct Details: Hashable, Sendable, Codable {
        public var name: String
        /// Whom it scores; `nil` is the province itself.
        public var block: Agency.Block?
        /// The year of the edition.
        public var year: Int
        /// The decision that issued it; empty for a draft.
        public var symbol: String
        public var issuedOn: Day?
        /// What it rests on.
        public var source: String
        public var classes: ScoreClasses
        public var ties: TieRule

        public init(
            name: String, block: Agency.Block?, year: Int, symbol: String = "",
            issuedOn: Day? = nil, source: String = "", classes: ScoreClasses = .none,
            ties: TieRule = .sharedAndSkipped
        ) {
            self.name = name
            self.block = block
            self.year = year
            self.symbol = symbol
            self.issuedOn = issuedOn
            self.source = source
            self.classes = classes
            self.ties = ties
        }
    }

    public init(
        id: ID, number: Int, details: Details, criteria: [Criterion], notes: [String: String] = [:],
        closedOn: Day? = nil, version: Int = 1
    ) {
        self.id = id
        self.number = number
        self.details = details
        self.criteria = criteria
        self.notes = notes
        self.closedOn = closedOn
        self.version = version
    }

    /// The positions of the lines directly below one, or of the areas.
    public func children(of parent: Int?) -> [Int] {
        criteria.indices.filter { criteria[$0].parent == parent }
    }

    /// How far below an area a line stands: 0 for an area.
    public func depth(_ position: Int) -> Int {
        var depth = 0
        var next = criteria[position].parent
        while let above = next, depth < criteria.count {
            depth += 1
            next = criteria[above].parent
        }
        return depth
    }

    /// The area in which a line stands.
    public func area(of position: Int) -> Int {
        var place = position
        while let parent = criteria[place].parent { place = parent }
        return place
    }

    public func position(of code: String) -> Int? { criteria.firstIndex { $0.code == code } }

    /// The positions of the lines that are scored.
    public var scored: [Int] { criteria.indices.filter { criteria[$0].isScored } }

    /// The most that an agency can reach without bonuses.
    public var maximum: Points {
        scored.filter { criteria[$0].nature == .standard }
            .reduce(.zero) { $0 + criteria[$1].maximum }
    }

    /// Returns the set with other criteria or details, as a draft may get them.
    public func with(
        details: Details? = nil, criteria: [Criterion]? = nil, notes: [String: String]? = nil,
        closedOn: Day? = nil, version: Int? = nil
    ) -> CriteriaSet {
        CriteriaSet(
            id: id, number: number, details: details ?? self.details,
            criteria: criteria ?? self.criteria, notes: notes ?? self.notes,
            closedOn: closedOn ?? self.closedOn, version: version ?? self.version)
    }
}
