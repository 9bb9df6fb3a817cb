import Domain
import Markup
import Store

extension AppContext {
    /// Returns a part of a page that is the same for everybody who may see it.
    ///
    /// It is kept until one of the topics it is made from is raised; the request then asks for newer
    /// revisions than those kept. The revisions come from the same snapshot as the facts.
    ///
    /// The name says which part it is, `overview`; year, day and language are added. The topics are
    /// everything it is made from.
    func kept(
        _ name: String, of year: Int, on day: Day, from topics: [Topic],
        render: @escaping @Sendable (Snapshot) throws -> HTML
    ) async throws -> HTML {
        let hasEnded = day < today
        let place = Kept.Place(
            name: "\(name)/\(year)\(hasEnded ? "" : "/open")", day: day, language: language)
        let (store, kept) = (site.store, site.kept)
        return try await kept.value(at: place, revisions: revisions(topics)) {
            try await store.read { db in
                let snapshot = Snapshot(
                    db: db, kept: kept, year: year, day: day, dayHasEnded: hasEnded)
                return Kept.Computed(
                    try render(snapshot), revisions: try db.revisions(topics, year: year))
            }
        }
    }

    /// Returns a value computed from the store, kept as ``kept(_:of:on:from:render:)`` keeps a part.
    ///
    /// The cost is the bytes it takes in memory, roughly.
    func keptValue<Value: Sendable>(
        _ name: String, of year: Int, on day: Day, from topics: [Topic],
        cost: @escaping @Sendable (Value) -> Int,
        compute: @escaping @Sendable (Snapshot) throws -> Value
    ) async throws -> Value {
        let hasEnded = day < today
        let place = Kept.Place(name: "\(name)/\(year)\(hasEnded ? "" : "/open")", day: day)
        let (store, kept) = (site.store, site.kept)
        return try await kept.value(at: place, revisions: revisions(topics)) {
            try await store.read { db in
                let value = try compute(
                    Snapshot(db: db, kept: kept, year: year, day: day, dayHasEnded: hasEnded))
                let revisions = try db.revisions(topics, year: year)
                return Kept.Computed(value: value, revisions: revisions, cost: cost(value))
            }
        }
    }
}

/// One snapshot of the workspace, with what is kept of values computed from the same revisions.
struct Snapshot {
    let db: ReadableDatabase
    let kept: Kept
    let year: Int
    let day: Day
    /// Whether the day is over; while it is today, what is due today is not late yet.
    let dayHasEnded: Bool

    init(db: ReadableDatabase, kept: Kept, year: Int, day: Day, dayHasEnded: Bool) {
        self.db = db
        self.kept = kept
        self.year = year
        self.day = day
        self.dayHasEnded = dayHasEnded
    }

    /// Returns the value kept for this snapshot's revisions, or computes and keeps it.
    ///
    /// Standings and the tree are asked for by several parts of several pages; within a snapshot
    /// they agree with everything else that is read.
    func value<Value: Sendable>(
        _ name: String, from topics: [Topic], cost: (Value) -> Int,
        compute: (ReadableDatabase) throws -> Value
    ) throws -> Value {
        let place = Kept.Place(name: "\(name)/\(year)\(dayHasEnded ? "" : "/open")", day: day)
        let revisions = try db.revisions(topics, year: year)
        return try kept.value(at: place, exactly: revisions, cost: cost) { try compute(db) }
    }
}
