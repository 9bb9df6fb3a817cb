import Domain
import Store
import Support
import Testing

/// A connection to PostgreSQL that breaks is told of once, and made again.
@Suite(
    .serialized,
    .enabled(if: TestEngine.available.contains(.postgres), "TEST_DATABASE_URL is not set"))
struct LostConnectionTests {
    @Test func `a connection lost while idle is not noticed`() async throws {
        let (store, other) = (
            try await TestEngine.postgres.open(), try await TestEngine.postgres.open()
        )

        for _ in 0..<5 {
            try await other.terminate(try await store.writerPID())
            try await other.terminate(try await store.readerPID())
            try await store.write { try $0.journal("plan.issued", by: nil) }
        }

        #expect(try await store.read { try $0.verifyJournal() }.entries == 5)
    }

    @Test func `a connection lost in the middle of a write is reported, and nothing is kept`()
        async throws
    {
        let (store, other) = (
            try await TestEngine.postgres.open(), try await TestEngine.postgres.open()
        )
        let (isInside, isCut) = (AsyncGate(), AsyncGate())
        let pid = Held(0)

        let cut = Task {
            try await store.write { db in
                try db.journal("plan.issued", by: nil)
                pid.value = try db.backendPID()
                isInside.open()
                isCut.wait()
                try db.journal("plan.closed", by: nil)
            }
        }
        await isInside.opened()
        try await other.terminate(pid.value)
        isCut.open()

        let fault = await #expect(throws: StoreFault.self) { try await cut.value }
        #expect(fault?.kind == .connectionLost)
        try await store.write { try $0.journal("plan.opened", by: nil) }
        #expect(try await store.read { try $0.journalEntries().map(\.action) } == ["plan.opened"])
    }

    @Test func `a connection lost in the middle of a read is reported, and the next read works`()
        async throws
    {
        let (store, other) = (
            try await TestEngine.postgres.open(), try await TestEngine.postgres.open()
        )
        let (isInside, isCut) = (AsyncGate(), AsyncGate())
        let pid = Held(0)

        let cut = Task {
            try await store.read { db in
                pid.value = try db.backendPID()
                isInside.open()
                isCut.wait()
                return try db.journalEnd().seq
            }
        }
        await isInside.opened()
        try await other.terminate(pid.value)
        isCut.open()

        let fault = await #expect(throws: StoreFault.self) { try await cut.value }
        #expect(fault?.kind == .connectionLost)
        #expect(try await store.read { try $0.journalEnd().seq } == 0)
    }
}

extension ReadableDatabase {
    fileprivate func backendPID() throws -> Int {
        try rows("SELECT pg_backend_pid()").first?.int(0) ?? 0
    }
}

extension Store {
    fileprivate func readerPID() async throws -> Int {
        try await read { try $0.backendPID() }
    }

    fileprivate func writerPID() async throws -> Int {
        try await writeOffTheRecord { try $0.backendPID() }
    }

    /// Ends another connection and waits until it has gone.
    fileprivate func terminate(_ pid: Int) async throws {
        let isGone = try await read { db in
            try db.rows("SELECT pg_terminate_backend(CAST(\(pid) AS INTEGER), 5000)").first?.bool(0)
        }
        try #require(isGone == true)
    }
}
