import Domain
import Store
import Support
import Testing

@Suite struct JournalContract {
    @Test(arguments: TestEngine.available)
    func `an entry reads back with its change`(_ engine: TestEngine) async throws {
        let clock = TestClock("2021-10-15T02:03:04.005Z")
        let store = try await engine.open(clock: clock.reading)
        let user: User.ID = Identifier(at: clock.now)
        let agency: Agency.ID = Identifier(at: clock.now)

        try await store.write { db in
            try db.journal(
                "plan.issued", by: user, in: agency, because: "Đủ điều kiện",
                [Change("plan", "P1", before: Fields(b: 1, a: "cũ"), after: Fields(b: 2, a: "mới"))]
            )
        }

        let entry = try #require(try await store.read { try $0.journalEntries() }.first)
        #expect(entry.seq == 1)
        #expect(entry.at == clock.now)
        #expect(entry.actor == user)
        #expect(entry.agency == agency)
        #expect(entry.reason == "Đủ điều kiện")
        #expect(entry.changes.first?.before == #"{"a":"cũ","b":1}"#)
        #expect(entry.changes.first?.after == #"{"a":"mới","b":2}"#)
    }

    @Test(arguments: TestEngine.available)
    func `the chain holds over writes and over entries of one write`(_ engine: TestEngine)
        async throws
    {
        let store = try await storeWithEntries(engine, 3)
        try await store.write { db in
            try db.journal("plan.closed", by: nil, [Change("plan", "P1", after: 1)])
            try db.journal(
                "plan.opened", by: nil,
                [Change("plan", "P2", after: 2), Change("plan", "P3", after: 3)])
        }

        let found = try await store.read { try $0.verifyJournal() }

        #expect(found == JournalVerification(entries: 5, changes: 6, erased: 0, broken: nil))
    }

    @Test(arguments: TestEngine.available)
    func `an altered entry is found`(_ engine: TestEngine) async throws {
        let store = try await storeWithEntries(engine, 3)
        try await tamper(store, "UPDATE journal_entries SET reason = 'khác' WHERE seq = 2")

        #expect(try await store.read { try $0.verifyJournal() }.broken?.seq == 2)
    }

    @Test(arguments: TestEngine.available)
    func `an altered change is found`(_ engine: TestEngine) async throws {
        let store = try await storeWithEntries(engine, 3)
        try await tamper(store, "UPDATE journal_changes SET after_text = '9' WHERE seq = 2")

        #expect(try await store.read { try $0.verifyJournal() }.broken?.seq == 2)
    }

    @Test(arguments: TestEngine.available)
    func `an entry taken out of the middle is found`(_ engine: TestEngine) async throws {
        let store = try await storeWithEntries(engine, 3)
        try await tamper(store, "DELETE FROM journal_changes WHERE seq = 2")
        try await tamper(store, "DELETE FROM journal_entries WHERE seq = 2")

        #expect(try await store.read { try $0.verifyJournal() }.broken?.seq == 2)
    }

    @Test(arguments: TestEngine.available)
    func `two entries that changed places are found`(_ engine: TestEngine) async throws {
        let store = try await storeWithEntries(engine, 4)
        for (from, to) in [(2, 99), (3, 2), (99, 3)] {
            try await tamper(
                store,
                """
                INSERT INTO journal_entries (seq, at, actor, agency, action, reason, previous_hash, hash)
                SELECT \(to), at, actor, agency, action, reason, previous_hash, hash
                FROM journal_entries WHERE seq = \(from)
                """
            )
            try await tamper(store, "UPDATE journal_changes SET seq = \(to) WHERE seq = \(from)")
            try await tamper(store, "DELETE FROM journal_entries WHERE seq = \(from)")
        }

        #expect(try await store.read { try $0.verifyJournal() }.broken?.seq == 2)
    }

    @Test(arguments: TestEngine.available)
    func `two changes of one entry that changed places are found`(_ engine: TestEngine)
        async throws
    {
        let store = try await engine.open()
        try await store.write {
            try $0.journal(
                "plan.opened", by: nil,
                [Change("plan", "P1", after: 1), Change("plan", "P2", after: 2)])
        }
        for (from, to) in [(0, 9), (1, 0), (9, 1)] {
            try await tamper(
                store, "UPDATE journal_changes SET position = \(to) WHERE position = \(from)")
        }

        #expect(try await store.read { try $0.verifyJournal() }.broken?.seq == 1)
    }

    @Test(arguments: TestEngine.available)
    func `a change added afterwards is found`(_ engine: TestEngine) async throws {
        let store = try await storeWithEntries(engine, 3)
        try await tamper(
            store,
            """
            INSERT INTO journal_changes (seq, position, kind, record, after_text, salt, digest)
            SELECT 2, 1, kind, record, after_text, salt, digest FROM journal_changes WHERE seq = 3
            """
        )

        #expect(try await store.read { try $0.verifyJournal() }.broken?.seq == 2)
    }

    @Test(arguments: TestEngine.available)
    func `entries cut off at the end are found`(_ engine: TestEngine) async throws {
        let store = try await storeWithEntries(engine, 3)
        try await tamper(store, "DELETE FROM journal_changes WHERE seq = 3")
        try await tamper(store, "DELETE FROM journal_entries WHERE seq = 3")

        #expect(try await store.read { try $0.verifyJournal() }.broken?.seq == 3)
    }

    @Test(arguments: TestEngine.available)
    func `an erased text leaves the chain whole`(_ engine: TestEngine) async throws {
        let store = try await storeWithEntries(engine, 3)
        try await tamper(
            store,
            "UPDATE journal_changes SET before_text = NULL, after_text = NULL, salt = NULL WHERE seq = 2"
        )

        let found = try await store.read { try $0.verifyJournal() }

        #expect(found == JournalVerification(entries: 3, changes: 3, erased: 1, broken: nil))
    }

    @Test(arguments: TestEngine.available)
    func `a longer journal is verified to its end`(_ engine: TestEngine) async throws {
        let store = try await engine.open()
        try await store.write { db in
            for number in 0..<2_100 {
                try db.journal("row.added", by: nil, [Change("row", "\(number)", after: number)])
            }
        }

        #expect(try await store.read { try $0.verifyJournal() }.entries == 2_100)
    }

    @Test(arguments: TestEngine.available)
    func `older entries follow by number`(_ engine: TestEngine) async throws {
        let store = try await storeWithEntries(engine, 5)

        let seqs = try await store.read { try $0.journalEntries(before: 4, limit: 2).map(\.seq) }

        #expect(seqs == [3, 2])
    }

    @Test(arguments: TestEngine.available)
    func `a record's history is its own`(_ engine: TestEngine) async throws {
        let store = try await storeWithEntries(engine, 3)
        try await store.write {
            try $0.journal("plan.closed", by: nil, [Change("plan", "P2", before: 2)])
        }

        let history = try await store.read { try $0.history(of: "plan", record: "P2") }

        #expect(history.map(\.seq) == [4, 2])
    }

    @Test(arguments: TestEngine.available)
    func `an action that changed something and journaled nothing is a fault`(_ engine: TestEngine)
        async throws
    {
        let store = try await engine.open()

        await #expect(throws: StoreFault.self) {
            try await store.write { _ = try $0.nextNumber("inspection") }
        }
        #expect(try await store.read { try $0.rows("SELECT kind FROM counters").count } == 0)
    }

    @Test(arguments: TestEngine.available)
    func `an action that changed nothing leaves no gap`(_ engine: TestEngine) async throws {
        let store = try await storeWithEntries(engine, 1)

        #expect(try await store.write { _ in "unchanged" } == "unchanged")

        try await store.write { try $0.journal("plan.closed", by: nil) }
        #expect(try await store.read { try $0.journalEnd().seq } == 2)
    }

    @Test(arguments: TestEngine.available)
    func `nothing is journaled off the record`(_ engine: TestEngine) async throws {
        let store = try await engine.open()

        await #expect(throws: StoreFault.self) {
            try await store.writeOffTheRecord { try $0.journal("plan.issued", by: nil) }
        }
    }
}

private struct Fields: Encodable {
    let b: Int
    let a: String
}

private func storeWithEntries(_ engine: TestEngine, _ count: Int) async throws -> Store {
    let store = try await engine.open()
    for number in 1...count {
        try await store.write {
            try $0.journal("plan.issued", by: nil, [Change("plan", "P\(number)", after: number)])
        }
    }
    return store
}

private func tamper(_ store: Store, _ sql: SQL) async throws {
    try await store.writeOffTheRecord { _ = try $0.run(sql) }
}
