/// All bodies on one day, each at a position: a parent before its children, blocks in order.
///
/// Facts name a body by its position here, so counting never looks anything up by name.
public struct AgencyTree: Sendable {
    public struct Body: Hashable, Sendable {
        public let version: Agency.Version
        /// The position of the body it answers to; `nil` at the top.
        public let parent: Int?
        /// One past the position of its last descendant.
        public let end: Int

        public var id: Agency.ID { version.agency }
        public var code: String { version.code }
        public var name: String { version.name }
        public var level: Agency.Level { version.level }
        public var block: Agency.Block? { version.block }
    }

    public let day: Day
    public let bodies: [Body]
    private let positions: [Agency.ID: Int]
    private let coded: [String: [Int]]

    /// Builds the tree of the versions that hold on the day.
    ///
    /// A body whose parent does not exist on that day stands at the top; a cycle, which no action
    /// lets in, is cut there too.
    public init(_ versions: some Sequence<Agency.Version>, on day: Day) {
        self.day = day
        let current = versions.filter { $0.tenure.contains(day) }
        let keys = current.map {
            SortKey(block: $0.block, name: Vietnamese.sortKey($0.name), code: $0.code)
        }
        var numbers: [Agency.ID: Int] = [:]
        numbers.reserveCapacity(current.count)
        for (number, version) in current.enumerated() { numbers[version.agency] = number }
        var children: [[Int]] = Array(repeating: [], count: current.count)
        var roots: [Int] = []
        for (number, version) in current.enumerated() {
            if let parent = version.parent.flatMap({ numbers[$0] }), parent != number {
                children[parent].append(number)
            } else {
                roots.append(number)
            }
        }
        var placed: [(number: Int, parent: Int?)] = []
        var ends = [Int](repeating: 0, count: current.count)
        var seen = [Bool](repeating: false, count: current.count)
        func place(_ number: Int, under parent: Int?) {
            guard !seen[number] else { return }
            seen[number] = true
            let position = placed.count
            placed.append((number, parent))
            for child in children[number].sorted(by: { keys[$0] < keys[$1] }) {
                place(child, under: position)
            }
            ends[position] = placed.count
        }
        for root in roots.sorted(by: { keys[$0] < keys[$1] }) { place(root, under: nil) }
        for number in current.indices where !seen[number] { place(number, under: nil) }
        bodies = placed.enumerated().map { position, place in
            Body(version: current[place.number], parent: place.parent, end: ends[position])
        }
        var positions: [Agency.ID: Int] = [:]
        positions.reserveCapacity(bodies.count)
        for (position, body) in bodies.enumerated() { positions[body.id] = position }
        self.positions = positions
        coded = Dictionary(grouping: bodies.indices, by: { [bodies] in bodies[$0].code })
    }

    public subscript(position: Int) -> Body { bodies[position] }

    /// Where the body stands; `nil` when it does not exist on this day.
    public func position(of agency: Agency.ID) -> Int? { positions[agency] }

    public func body(_ agency: Agency.ID) -> Body? { positions[agency].map { bodies[$0] } }

    /// The bodies with that code on this day: one as a rule, a choice when a code was reused.
    public func bodies(coded code: String) -> [Body] { (coded[code] ?? []).map { bodies[$0] } }

    /// The positions of the bodies directly under this one, in order.
    public func children(of position: Int) -> [Int] {
        var found: [Int] = []
        var child = position + 1
        while child < bodies[position].end {
            found.append(child)
            child = bodies[child].end
        }
        return found
    }

    /// The position of the top body: the province, or whoever runs this plan.
    public var root: Int? { bodies.isEmpty ? nil : 0 }

    private struct SortKey: Comparable {
        let order: Int
        let name: String
        let code: String

        init(block: Agency.Block?, name: String, code: String) {
            order = block.flatMap { Agency.Block.allCases.firstIndex(of: $0) } ?? -1
            self.name = name
            self.code = code
        }

        static func < (left: SortKey, right: SortKey) -> Bool {
            (left.order, left.name, left.code) < (right.order, right.name, right.code)
        }
    }
}
