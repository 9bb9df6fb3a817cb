import Domain
import Sample
import Store
import Support
import Testing

/// A sample year loaded whole into a workspace of an engine; loaded once for all tests, which only read.
actor LoadedSample {
    static let shared = LoadedSample()

    private var stores: [String: Task<Store, any Error>] = [:]

    func store(_ engine: TestEngine, _ edition: SampleYear.Edition) async throws -> Store {
        let key = "\(engine) \(edition)"
        let task = stores[key] ?? Task { try await load(engine, edition) }
        stores[key] = task
        return try await task.value
    }
}

private func load(_ engine: TestEngine, _ edition: SampleYear.Edition) async throws -> Store {
    let store = try await engine.open(
        clock: TestClock("\(edition.rawValue)-10-15T02:00:00.000Z").reading)
    let first = try #require(try await store.createFirstAdministrator())
    let user = try #require(try await store.read { try $0.user(login: first.login) })
    try await SampleLoader(SampleYear.make(edition), into: store, by: user.id).load()
    return store
}

extension ReadableDatabase {
    /// What each target in force is asked on the day, as the pages ask it.
    func measurements(_ year: Int, on day: Day) throws -> [Measurement] {
        guard let plan = try currentPlan(of: year) else { return [] }
        let period = try planYear(year).range
        let (tree, scopes) = (
            try agencyTree(on: Measurement.treeDay(on: day, period: period)), try scopes()
        )
        return try targets(inForceOn: day, of: plan.id).map { target in
            Measurement(
                target: target, scope: scopes.first { $0.id == target.terms.scope }, tree: tree,
                issuer: plan.agency, period: period, on: day)
        }
    }
}
