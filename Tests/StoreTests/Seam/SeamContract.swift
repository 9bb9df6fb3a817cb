import Domain
import Store
import Support
import Testing

/// What both databases promise to the queries and actions above them.
@Suite struct SeamContract {
    @Test(arguments: TestEngine.available)
    func `values read back as they were bound`(_ engine: TestEngine) async throws {
        let store = try await engine.open()
        let day = try #require(Day("2021-10-15"))
        let text = "Đập Đá — 'x'; DROP TABLE years; -- $1 ?"

        try await store.write { db in
            try db.run(
                "INSERT INTO years (year, first_on, last_on, source) VALUES (\(2021), \(day), \(day), \(text))"
            )
            try db.journal("year.set", by: nil)
        }

        let read = try await store.read { db in
            try db.rows("SELECT year, first_on, source FROM years WHERE year = \(2021)")
                .map { Triple(number: $0.int(0), day: $0.day(1), text: $0.text(2)) }
        }
        #expect(read == [Triple(number: 2021, day: day, text: text)])
    }

    @Test(arguments: TestEngine.available)
    func `an empty text is not a missing one`(_ engine: TestEngine) async throws {
        let store = try await engine.open()
        let none: String? = nil

        let read = try await store.read { db in
            try db.rows("SELECT \("") AS a, \(none) AS b").map {
                [$0.optionalText(0), $0.optionalText(1)]
            }
        }

        #expect(read == [["", nil]])
    }

    @Test(arguments: TestEngine.available)
    func `a missing value can be asked about`(_ engine: TestEngine) async throws {
        let store = try await engine.open()
        let none: Int? = nil

        let read = try await store.read { db in
            try db.rows("SELECT \(none) IS NULL, \(3) IS NULL, EXISTS (SELECT 1)")
                .map { [$0.bool(0), $0.bool(1), $0.bool(2)] }
        }

        #expect(read == [[true, false, true]])
    }

    @Test(arguments: TestEngine.available)
    func `fragments keep the order of their values`(_ engine: TestEngine) async throws {
        let store = try await engine.open()
        let conditions: [SQL] = [
            "year >= \(2021)", "year IN \(list: [2020, 2021, 2022])", "source <> \("x")",
        ]

        try await store.write { db in
            for year in 2019...2023 {
                try db.run(
                    "INSERT INTO years (year, first_on, last_on, source) VALUES (\(year), 'a', 'b', 's')"
                )
            }
            try db.journal("years.set", by: nil)
        }

        let years = try await store.read { db in
            try db.rows(
                "SELECT year FROM years WHERE \(conditions.joined(" AND ")) ORDER BY year LIMIT \(5)"
            )
            .map { $0.int(0) }
        }
        #expect(years == [2021, 2022])
    }

    @Test(arguments: TestEngine.available)
    func `an empty list matches nothing`(_ engine: TestEngine) async throws {
        let store = try await engine.open()
        let none: [Int] = []

        let count = try await store.read { db in
            try db.rows("SELECT id FROM journal_head WHERE id IN \(list: none)").count
        }

        #expect(count == 0)
    }

    @Test(arguments: TestEngine.available)
    func `more than ten thousand rows must be streamed`(_ engine: TestEngine) async throws {
        let store = try await engine.open()

        await #expect(throws: StoreFault.self) {
            try await store.read { try $0.rows(numbers(to: 10_001)).count }
        }
        let streamed = try await store.read { db in
            var sum = 0
            try db.each(numbers(to: 20_000)) { sum += $0.int(0) }
            return sum
        }
        #expect(streamed == 200_010_000)
    }

    @Test(arguments: TestEngine.available)
    func `a stream can be left half way`(_ engine: TestEngine) async throws {
        let store = try await engine.open()

        let answer = try await store.read { db in
            do {
                try db.each(numbers(to: 1_000)) { if $0.int(0) == 3 { throw Enough() } }
            } catch is Enough {}
            return try db.rows("SELECT \(7)").map { $0.int(0) }
        }

        #expect(answer == [7])
    }

    @Test(arguments: TestEngine.available)
    func `no statement runs inside a stream`(_ engine: TestEngine) async throws {
        let store = try await engine.open()

        await #expect(throws: StoreFault.self) {
            try await store.read { db in
                try db.each(numbers(to: 2)) { _ in _ = try db.rows("SELECT 1") }
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a column of another kind fails the whole read`(_ engine: TestEngine) async throws {
        let store = try await engine.open()

        await #expect(throws: StoreFault.self) {
            try await store.read { try $0.rows("SELECT \("hôm qua")").map { $0.day(0) } }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a text with a null character is refused`(_ engine: TestEngine) async throws {
        let store = try await engine.open()

        await #expect(throws: StoreFault.self) {
            try await store.read { try $0.rows("SELECT \("a\u{0}b")").count }
        }
    }

    @Test(arguments: TestEngine.available)
    func `what a body throws undoes all it wrote`(_ engine: TestEngine) async throws {
        let store = try await engine.open()

        await #expect(throws: Enough.self) {
            try await store.write { db in
                _ = try db.nextNumber("inspection")
                try db.journal("inspection.planned", by: nil)
                throw Enough()
            }
        }

        let number = try await store.write { db in
            try db.journal("inspection.planned", by: nil)
            return try db.nextNumber("inspection")
        }
        #expect(number == 1)
        #expect(try await store.read { try $0.verifyJournal() }.entries == 1)
    }

    @Test(arguments: TestEngine.available)
    func `the database names what it refuses`(_ engine: TestEngine) async throws {
        let store = try await engine.open()

        let kinds = try await [
            kindOfFault(in: store, "INSERT INTO journal_head (id, seq, hash) VALUES (1, 0, '')"),
            kindOfFault(in: store, "INSERT INTO journal_head (id, seq, hash) VALUES (2, 0, '')"),
            kindOfFault(in: store, "INSERT INTO counters (kind) VALUES ('x')"),
            kindOfFault(
                in: store,
                """
                INSERT INTO journal_changes (seq, position, kind, record, digest)
                VALUES (99, 0, 'k', 'r', 'd')
                """),
        ]

        #expect(kinds == [.unique, .check, .notNull, .reference])
    }

    @Test(arguments: TestEngine.available)
    func `a read cannot write`(_ engine: TestEngine) async throws {
        let store = try await engine.open()

        await #expect(throws: StoreFault.self) {
            try await store.read {
                try $0.rows("INSERT INTO counters (kind, value) VALUES ('x', 1) RETURNING value")
                    .count
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `texts sort by their bytes`(_ engine: TestEngine) async throws {
        let store = try await engine.open()

        let names = try await store.read { db in
            try db.rows(
                "SELECT column1 FROM (VALUES ('a'), ('B'), ('đ'), ('z')) AS letters ORDER BY column1"
            )
            .map { $0.text(0) }
        }

        #expect(names == ["B", "a", "z", "đ"])
    }

    @Test(arguments: TestEngine.shared)
    func `two servers of one workspace share its numbers`(_ engine: TestEngine) async throws {
        let address = try engine.newAddress()
        let stores = [try await Store.open(address), try await Store.open(address)]
        try await withThrowingTaskGroup { group in  // Both may come up at once.
            for store in stores { group.addTask { try await store.migrate() } }
            try await group.waitForAll()
        }

        let numbers = try await withThrowingTaskGroup { group in
            for index in 0..<40 {
                group.addTask {
                    try await stores[index % 2].write { db in
                        try db.journal("inspection.planned", by: nil)
                        return try db.nextNumber("inspection")
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }

        #expect(numbers.sorted() == Array(1...40))
        #expect(try await stores[0].read { try $0.verifyJournal() }.broken == nil)
    }

    @Test(arguments: TestEngine.shared)
    func `a read sees one moment while others write`(_ engine: TestEngine) async throws {
        let store = try await engine.open()
        let (started, goOn) = (AsyncGate(), AsyncGate())

        async let seen = store.read { db in
            let before = try db.journalEnd().seq
            started.open()
            goOn.wait()
            return [before, try db.journalEnd().seq]
        }
        await started.opened()
        try await store.write { try $0.journal("plan.issued", by: nil) }
        goOn.open()

        #expect(try await seen == [0, 0])
    }
}

private struct Triple: Equatable, Sendable {
    let number: Int
    let day: Day
    let text: String
}

private struct Enough: Error {}

private func numbers(to last: Int) -> SQL {
    """
    WITH RECURSIVE numbers (n) AS (SELECT \(1) UNION ALL SELECT n + 1 FROM numbers WHERE n < \(last))
    SELECT n FROM numbers
    """
}

private func kindOfFault(in store: Store, _ sql: SQL) async throws -> StoreFault.Kind? {
    do {
        try await store.writeOffTheRecord { _ = try $0.run(sql) }
        return nil
    } catch let fault as StoreFault {
        return fault.kind
    }
}
