/// What a quota of inspections asks of each inspecting body, and how much of it is there.
///
/// "Each district at least 30% of its communes" is a line for each district, rounded up by itself: 30%
/// of 7 is 3. Source: 95/KH-UBND, II.1.a, second dash; plan-anatomy, small-number effect.
public struct QuotaBudget: Hashable, Sendable {
    /// A body that counts, on the stated day.
    public struct Member: Hashable, Sendable {
        public let body: Agency.ID
        /// Under which line it stands: its superior, or its block.
        public let line: String

        public init(_ body: Agency.ID, in line: String) {
            self.body = body
            self.line = line
        }
    }

    /// How far the inspection of a body has come, the most first.
    public enum Progress: Int, Comparable, CaseIterable, Hashable, Sendable {
        case concluded, underWay, scheduled, nothing

        public static func < (left: Progress, right: Progress) -> Bool {
            left.rawValue < right.rawValue
        }
    }

    /// An inspection that counts by its kind, mode and inspector.
    public struct Visit: Hashable, Sendable {
        public let body: Agency.ID
        public let progress: Progress

        public init(_ body: Agency.ID, _ progress: Progress) {
            self.body = body
            self.progress = progress
        }
    }

    public struct Line: Hashable, Sendable {
        public let key: String
        /// Every body of the line, with how far it has come.
        public let bodies: [(body: Agency.ID, progress: Progress)]
        /// The smallest whole number that reaches the share.
        public let needed: Int

        public func count(_ progress: Progress) -> Int { bodies.count { $0.progress == progress } }
        public var done: Int { count(.concluded) }
        /// How many are still to be concluded.
        public var missing: Int { max(0, needed - done) }
        /// How many are still to be scheduled: the gap while a plan is drafted.
        public var gap: Int {
            max(0, needed - done - count(.underWay) - count(.scheduled))
        }

        public static func == (left: Line, right: Line) -> Bool {
            left.key == right.key && left.needed == right.needed
                && left.bodies.elementsEqual(right.bodies, by: ==)
        }

        public func hash(into hasher: inout Hasher) {
            hasher.combine(key)
            hasher.combine(needed)
        }
    }

    /// A body of the stated day that went into another since, or one born since.
    public struct Merger: Hashable, Sendable {
        public let from: Agency.ID
        public let to: Agency.ID
        public let day: Day

        public init(from: Agency.ID, to: Agency.ID, day: Day) {
            self.from = from
            self.to = to
            self.day = day
        }
    }

    public let lines: [Line]

    /// Reckons the budget over the bodies of the stated day.
    ///
    /// A body inspected twice counts once. Where the rule lets an inspection of a body count for its
    /// heir, an inspection of a body that is not among the members counts for the one that carries it
    /// on, or for one of those that went into it: each for one body only, for one visit is one visit.
    public init(
        of share: Percentage, members: [Member], visits: [Visit], mergers: [Merger],
        settling rule: InspectionRules.Merged
    ) {
        self.init(
            needed: { share.quota(of: $0) }, members: members, visits: visits, mergers: mergers,
            settling: rule)
    }

    /// The same for any way to say how many of a line's bodies are needed.
    public init(
        needed: (Int) -> Int, members: [Member], visits: [Visit], mergers: [Merger],
        settling rule: InspectionRules.Merged
    ) {
        let known = Set(members.map(\.body))
        var best: [Agency.ID: Progress] = [:]
        func take(_ body: Agency.ID, _ progress: Progress) {
            best[body] = min(best[body] ?? .nothing, progress)
        }
        var strays: [Agency.ID: Progress] = [:]
        for visit in visits {
            if known.contains(visit.body) {
                take(visit.body, visit.progress)
            } else {
                strays[visit.body] = min(strays[visit.body] ?? .nothing, visit.progress)
            }
        }
        if rule == .heirCounts {
            // The furthest first, so that none is counted for a body which a better one could cover.
            for (body, progress) in strays.sorted(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
                let related =
                    Self.kin(of: body, mergers, from: \.from, to: \.to)
                    + Self.kin(of: body, mergers, from: \.to, to: \.from)
                let open = related.filter { known.contains($0) }
                    .first { (best[$0] ?? .nothing) > progress }
                if let open { take(open, progress) }
            }
        }
        var order: [String] = []
        var grouped: [String: [(body: Agency.ID, progress: Progress)]] = [:]
        for member in members {
            if grouped[member.line] == nil { order.append(member.line) }
            grouped[member.line, default: []].append(
                (member.body, best[member.body] ?? .nothing))
        }
        lines = order.map { key in
            let bodies = grouped[key] ?? []
            return Line(key: key, bodies: bodies, needed: needed(bodies.count))
        }
    }

    /// The bodies reached from this one along mergers, the nearest first.
    private static func kin(
        of body: Agency.ID, _ mergers: [Merger], from: (Merger) -> Agency.ID,
        to: (Merger) -> Agency.ID
    ) -> [Agency.ID] {
        var (found, next): ([Agency.ID], [Agency.ID]) = ([], [body])
        while !next.isEmpty {
            let reached = mergers.filter { next.contains(from($0)) }.map(to)
                .filter { $0 != body && !found.contains($0) }
            next = Array(Set(reached)).sorted()
            found += next
        }
        return found
    }

    public var needed: Int { lines.reduce(0) { $0 + $1.needed } }
    public var done: Int { lines.reduce(0) { $0 + $1.done } }
    public var total: Int { lines.reduce(0) { $0 + $1.bodies.count } }
    /// Still to be scheduled, line by line: what one has too many doesn't help another.
    public var gap: Int { lines.reduce(0) { $0 + $1.gap } }
    public var isKept: Bool { lines.allSatisfy { $0.missing == 0 } }
}
