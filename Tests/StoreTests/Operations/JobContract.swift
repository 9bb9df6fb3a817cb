import Domain
import Store
import Support
import Testing

/// Work by the clock is taken by one process, once, and again when that process died.
@Suite struct JobContract {
    @Test(arguments: TestEngine.available)
    func `the clock asks for each kind once a day`(_ engine: TestEngine) async throws {
        let clock = TestClock("2021-10-15T02:00:00.000Z")
        let store = try await engine.open(clock: clock.reading)

        try await store.scheduleJobs()
        try await store.scheduleJobs()
        let first = try await store.read { try $0.jobs() }
        clock.advance(seconds: 86_400)
        try await store.scheduleJobs()

        #expect(first.map(\.kind) == [.cleanFiles, .proveBackup, .signJournal])
        #expect(first.allSatisfy { $0.slot == Day("2021-10-15") })
        #expect(try await store.read { try $0.jobs() }.count == 6)
    }

    @Test(arguments: TestEngine.shared)
    func `of two processes that ask at once each job goes to one`(_ engine: TestEngine) async throws
    {
        let clock = TestClock("2021-10-15T02:00:00.000Z")
        let address = try engine.newAddress()
        let stores = try await openTwice(address, clock)
        try await stores[0].scheduleJobs()

        let taken = try await withThrowingTaskGroup { group in
            for number in 0..<8 {
                group.addTask { try await stores[number % 2].takeJob(as: "p\(number)") }
            }
            return try await group.reduce(into: [Job]()) { if let job = $1 { $0.append(job) } }
        }

        #expect(
            taken.map(\.kind).sorted { $0.rawValue < $1.rawValue } == [
                .cleanFiles, .proveBackup, .signJournal,
            ])
    }

    @Test(arguments: TestEngine.available)
    func `a job whose process died is taken over when its time has passed`(_ engine: TestEngine)
        async throws
    {
        let clock = TestClock("2021-10-14T17:30:00.000Z")  // Half past midnight: only the signing.
        let store = try await engine.open(clock: clock.reading)
        try await store.scheduleJobs()
        let first = try #require(try await dueJob(.signJournal, store, as: "dead"))

        clock.advance(seconds: first.kind.lease - 1)
        let early = try await dueJob(.signJournal, store, as: "alive")
        clock.advance(seconds: 1)
        let late = try await dueJob(.signJournal, store, as: "alive")

        #expect(early == nil)
        #expect(late?.id == first.id)
        #expect(late?.attempts == 2)
    }

    @Test(arguments: TestEngine.available)
    func `who comes back after losing a job changes nothing`(_ engine: TestEngine) async throws {
        let clock = TestClock("2021-10-15T02:00:00.000Z")
        let store = try await engine.open(clock: clock.reading)
        try await store.scheduleJobs()
        let lost = try #require(try await dueJob(.signJournal, store, as: "slow"))
        clock.advance(seconds: lost.kind.lease)
        let taken = try #require(try await dueJob(.signJournal, store, as: "quick"))

        try await store.finishJob(lost, as: "slow", outcome: "late")
        let between = try await store.read { try $0.jobs() }.first { $0.id == taken.id }
        try await store.finishJob(taken, as: "quick", outcome: "well")
        let after = try await store.read { try $0.jobs() }.first { $0.id == taken.id }

        #expect(between?.state(at: clock.now) == .underWay)
        #expect(after?.outcome == "well")
        #expect(after?.state(at: clock.now) == .done)
    }

    @Test(arguments: TestEngine.available)
    func `a job that fails waits longer each time and is given up after the fifth`(
        _ engine: TestEngine
    ) async throws {
        let clock = TestClock("2021-10-15T02:00:00.000Z")
        let store = try await engine.open(clock: clock.reading)
        try await store.scheduleJobs()
        var waits: [Int] = []
        for _ in 1...Job.mostAttempts {
            let job = try #require(try await dueJob(.signJournal, store, as: "p"))
            try await store.failJob(job, as: "p", outcome: "no")
            let wait = Job.delay(after: job.attempts)
            waits.append(wait)
            clock.advance(seconds: wait - 1)
            #expect(try await dueJob(.signJournal, store, as: "p") == nil)
            clock.advance(seconds: 1)
        }

        #expect(waits == [60, 300, 1_500, 7_500, 37_500])
        #expect(try await dueJob(.signJournal, store, as: "p") == nil)
        let job = try await store.read { try $0.jobs() }.first { $0.kind == .signJournal }
        #expect(job?.state(at: clock.now) == .gaveUp)
    }
}

/// Takes jobs until the one of that kind comes; others are finished.
private func dueJob(_ kind: Job.Kind, _ store: Store, as worker: String) async throws -> Job? {
    while let job = try await store.takeJob(as: worker) {
        if job.kind == kind { return job }
        try await store.finishJob(job, as: worker, outcome: "")
    }
    return nil
}

func openTwice(_ address: String, _ clock: TestClock) async throws -> [Store] {
    let first = try await Store.open(address, clock: clock.reading, passwordCost: .cheap)
    try await first.migrate()
    return [first, try await Store.open(address, clock: clock.reading, passwordCost: .cheap)]
}
