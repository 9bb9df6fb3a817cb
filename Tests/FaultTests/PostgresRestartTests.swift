import Foundation
import Support
import Synchronization
import Testing

/// A PostgreSQL that goes away and comes back while people work.
@Suite(
    .serialized,
    .enabled(if: OwnPostgres.folderOfPrograms != nil, "PostgreSQL is not installed"))
struct PostgresRestartTests {
    @Test func `requests under a restart succeed or fail cleanly, none half`() async throws {
        let postgres = try await OwnPostgres()
        let workspace = try await ReadyWorkspace(postgres.address)
        let server = try await ServerProcess(
            postgres.address, ["--no-rate-limits", "--log", "json"])
        let client = try workspace.client(at: server)
        let load = Load(client)

        let workers = (1...10).map { number in
            Task { await onThread { number <= 6 ? load.write(as: number) : load.read() } }
        }
        for asCrash in [false, true, false, true] {
            try await Task.sleep(for: .milliseconds(600))
            await postgres.stop(asCrash: asCrash)
            try await Task.sleep(for: .milliseconds(.random(in: 0...300)))
            try await postgres.start()
        }
        try await Task.sleep(for: .milliseconds(600))
        load.stop()
        for worker in workers { await worker.value }

        let seen = load.seen
        #expect(
            Set(seen.writes.values.map { $0 ?? 0 }).isSubset(of: [303, 503]), "\(seen.statuses)")
        #expect(Set(seen.reads.keys).isSubset(of: [200, 503]), "\(seen.reads)")
        #expect(seen.reads[503, default: 0] + seen.statuses[503, default: 0] > 0)
        #expect(try #require(client.record("sau cùng")).status == 303)

        let found = try await workspace.check()
        let answered = seen.writes.filter { $0.value == 303 }.map(\.key)
        #expect(answered.count > 20)
        #expect(Set(answered).subtracting(found.records).isEmpty)
        #expect(Set(found.records).subtracting(seen.writes.keys) == ["sau cùng"])
        #expect(Set(found.records).count == found.records.count)
        #expect(found.records == found.journaled)
        #expect(found.isWhole)
        #expect(!server.log.contains("\"status\":500"))
        FileHandle.standardError.write(
            Data(
                "PostgreSQL restarted 4 times: \(seen.statuses) written, \(seen.reads) read\n".utf8)
        )
    }

    @Test func `two servers of one workspace show each other's writes at once`() async throws {
        let postgres = try await OwnPostgres()
        let workspace = try await ReadyWorkspace(postgres.address)
        let servers = [
            try await ServerProcess(postgres.address, ["--no-rate-limits"]),
            try await ServerProcess(postgres.address, ["--no-rate-limits"]),
        ]
        let clients = try servers.map { try workspace.client(at: $0) }

        for number in 1...60 {
            let (writer, reader) = (clients[number % 2], clients[(number + 1) % 2])
            #expect(writer.record("vấn đề \(number).")?.status == 303)
            let page = try #require(reader.get("/2021/findings.csv"))
            #expect(page.body.contains("vấn đề \(number)."), "write \(number)")
        }
        let both = await withTaskGroup { group in
            for number in 1...8 {
                let client = clients[number % 2]
                group.addTask {
                    await onThread {
                        (1...10).filter { client.record("cùng lúc \(number).\($0)")?.status == 303 }
                            .count
                    }
                }
            }
            return await group.reduce(0, +)
        }

        #expect(both == 80)
        let found = try await workspace.check()
        #expect(found.records.count == 140)
        #expect(found.records == found.journaled)
        #expect(found.isWhole)
    }
}

/// People who write and read until they are told to stop, and what they were answered.
private final class Load: Sendable {
    struct Seen {
        /// By the words written: the status, `nil` when no whole answer came.
        var writes: [String: Int?] = [:]
        var reads: [Int: Int] = [:]
        var statuses: [Int: Int] {
            writes.values.reduce(into: [:]) { $0[$1 ?? 0, default: 0] += 1 }
        }
    }

    private let client: Client
    private let state = Mutex((seen: Seen(), isOver: false))

    init(_ client: Client) {
        self.client = client
    }

    var seen: Seen { state.withLock(\.seen) }

    func stop() { state.withLock { $0.isOver = true } }

    func write(as person: Int) {
        var number = 0
        while !state.withLock(\.isOver) {
            number += 1
            let words = "người \(person), số \(number)"
            let status = client.record(words)?.status
            state.withLock { $0.seen.writes[words] = .some(status) }
        }
    }

    func read() {
        while !state.withLock(\.isOver) {
            let status = client.get("/2021/findings")?.status ?? 0
            state.withLock { $0.seen.reads[status, default: 0] += 1 }
        }
    }
}
