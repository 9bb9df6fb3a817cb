/// The places of ``Kept`` in the order of their last use, with what stands there.
struct KeptShelf {
    private struct Entry {
        let value: any Sendable
        let revisions: [Int]
        let cost: Int
        /// When it was last asked for, counted in questions.
        var lastUse: Int
    }

    let budget: Int
    private(set) var cost = 0
    private var entries: [Kept.Place: Entry] = [:]
    private var clock = 0

    init(budget: Int) {
        self.budget = budget
    }

    /// What stands there, if it is as new as these revisions or newer.
    mutating func value(at place: Kept.Place, since revisions: [Int]) -> (any Sendable)? {
        guard let entry = entries[place], entry.revisions.count == revisions.count,
            zip(entry.revisions, revisions).allSatisfy({ $0 >= $1 })
        else { return nil }
        return used(place, entry)
    }

    /// What stands there, if it was made from exactly these revisions.
    mutating func value(at place: Kept.Place, exactly revisions: [Int]) -> (any Sendable)? {
        guard let entry = entries[place], entry.revisions == revisions else { return nil }
        return used(place, entry)
    }

    /// Puts the value there, unless something newer stands there or it alone exceeds the budget.
    mutating func put(
        _ value: any Sendable, at place: Kept.Place, revisions: [Int], cost bytes: Int
    ) {
        guard bytes <= budget else { return }
        if let old = entries[place] {
            guard zip(revisions, old.revisions).allSatisfy({ $0 >= $1 }) else { return }
            cost -= old.cost
        }
        clock += 1
        entries[place] = Entry(value: value, revisions: revisions, cost: bytes, lastUse: clock)
        cost += bytes
        if cost > budget { makeRoom() }
    }

    private mutating func used(_ place: Kept.Place, _ entry: Entry) -> any Sendable {
        clock += 1
        entries[place]?.lastUse = clock
        return entry.value
    }

    // Takes away a quarter of the budget at once, so that the sorting is paid for rarely.
    private mutating func makeRoom() {
        for (place, entry) in entries.sorted(by: { $0.value.lastUse < $1.value.lastUse }) {
            guard cost > budget - budget / 4 else { return }
            entries.removeValue(forKey: place)
            cost -= entry.cost
        }
    }
}
