import Domain
import Store
import Support
import Testing

/// The journal's page asks for a part of it, newest first.
@Suite struct JournalListContract {
    @Test(arguments: TestEngine.available)
    func `each filter finds its own entries, newest first`(_ engine: TestEngine) async throws {
        let journal = try await Journal(engine)

        #expect(try await journal.seqs { $0.author = .person(journal.an) } == [5, 2])
        #expect(try await journal.seqs { $0.author = .program } == [4, 3])
        #expect(try await journal.seqs { $0.agency = journal.agency } == [3])
        #expect(try await journal.seqs { $0.action = "plan.issued" } == [4, 2, 1])
        #expect(
            try await journal.seqs { $0.record = .init(kind: "plan", id: "P2") } == [5, 2])
        #expect(
            try await journal.seqs {
                $0.author = .person(journal.an)
                $0.action = "plan.issued"
            } == [2])
    }

    @Test(arguments: TestEngine.available)
    func `days are those of the workspace's zone, both ends included`(_ engine: TestEngine)
        async throws
    {
        let journal = try await Journal(engine)

        // 17:30 UTC on the second is half past midnight of the third in Viet Nam.
        #expect(try await journal.seqs { $0.from = Day("2021-03-03") } == [5, 4, 3])
        #expect(try await journal.seqs { $0.until = Day("2021-03-02") } == [2, 1])
        #expect(
            try await journal.seqs {
                $0.from = Day("2021-03-03")
                $0.until = Day("2021-03-03")
            } == [3])
    }

    @Test(arguments: TestEngine.available)
    func `pages follow each other without a gap and without an entry twice`(_ engine: TestEngine)
        async throws
    {
        let journal = try await Journal(engine)
        var seen: [Int] = []
        var after: Int?
        repeat {
            let last = after
            let page = try await journal.store.read { try $0.journal(after: last, limit: 2) }
            seen += page.entries.map(\.seq)
            after = page.hasMore ? page.entries.last?.seq : nil
        } while after != nil

        #expect(seen == [5, 4, 3, 2, 1])
    }

    @Test(arguments: TestEngine.available)
    func `a record's entries follow each other too, each once, whatever else is asked`(
        _ engine: TestEngine
    ) async throws {
        let store = try await engine.open()
        let user: User.ID = Identifier("01AAAAAAAAAAAAAAAAAAAAAAAA")
        for number in 1...7 {
            try await store.write { db in
                try db.journal(
                    "agency.succeeded", by: number.isMultiple(of: 2) ? user : nil,
                    [
                        Change("agency", "A1", after: number),
                        Change("agency", "A2", after: number),
                        Change("agency", "A1", after: -number),
                    ])
            }
        }
        var filter = JournalFilter()
        filter.record = .init(kind: "agency", id: "A1")
        let first = try await store.read { [filter] in try $0.journal(filter, limit: 3) }
        let second = try await store.read { [filter] in try $0.journal(filter, after: 5, limit: 3) }
        let third = try await store.read { [filter] in try $0.journal(filter, after: 2, limit: 3) }
        filter.author = .person(user)
        let hers = try await store.read { [filter] in try $0.journal(filter, limit: 2) }

        #expect(first.entries.map(\.seq) == [7, 6, 5])
        #expect(first.entries.allSatisfy { $0.changes.map(\.record) == ["A1", "A1"] })
        #expect(second.entries.map(\.seq) == [4, 3, 2])
        #expect(third.entries.map(\.seq) == [1])
        #expect(first.hasMore && second.hasMore && !third.hasMore)
        #expect(hers.entries.map(\.seq) == [6, 4])
        #expect(hers.hasMore)
    }

    @Test(arguments: TestEngine.available)
    func `of a large entry only the first changes are read, and all are counted`(
        _ engine: TestEngine
    ) async throws {
        let store = try await engine.open()
        try await store.write { db in
            let changes = (0..<250).map { (number: Int) in
                Change("row", "R\(number)", after: number)
            }
            try db.journal("rows.imported", by: nil, changes)
        }

        let page = try await store.read { try $0.journal(changesEach: 8) }
        let part = try await store.read { try $0.journalEntry(1, from: 200, limit: 100) }

        #expect(page.entries.first?.changes.count == 8)
        #expect(page.changeCounts[1] == 250)
        #expect(part?.entry.changes.map(\.record) == (200..<250).map { "R\($0)" })
        #expect(part?.changes == 250)
    }
}

/// Five entries by three authors, the second and third on either side of midnight in Viet Nam.
private struct Journal: Sendable {
    let store: Store
    let an: User.ID = Identifier("01AAAAAAAAAAAAAAAAAAAAAAAA")
    let agency: Agency.ID = Identifier("01BBBBBBBBBBBBBBBBBBBBBBBB")

    init(_ engine: TestEngine) async throws {
        store = try await engine.open()
        let (an, binh, agency) = (self.an, User.ID("01CCCCCCCCCCCCCCCCCCCCCCCC"), self.agency)
        let entries: [(String, User.ID?, Agency.ID?, String, String)] = [
            ("2021-03-01T03:00:00.000Z", binh, nil, "plan.issued", "P1"),
            ("2021-03-02T16:30:00.000Z", an, nil, "plan.issued", "P2"),
            ("2021-03-02T17:30:00.000Z", nil, agency, "plan.closed", "P1"),
            ("2021-03-04T03:00:00.000Z", nil, nil, "plan.issued", "P3"),
            ("2021-03-05T03:00:00.000Z", an, nil, "plan.closed", "P2"),
        ]
        for (at, actor, agency, action, record) in entries {
            let instant = try #require(Instant(at))
            try await store.write(at: instant) { db in
                try db.journal(action, by: actor, in: agency, [Change("plan", record, after: at)])
            }
        }
    }

    func seqs(_ fill: (inout JournalFilter) -> Void) async throws -> [Int] {
        var filter = JournalFilter()
        fill(&filter)
        return try await store.read { [filter] in try $0.journal(filter).entries.map(\.seq) }
    }
}
