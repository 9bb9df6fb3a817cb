import Domain
import Foundation
import Store
import Support
import Testing

/// Servers killed while they write: what was acknowledged is there, whole.
///
/// `CAICACH_KILLS=200` kills that often on each engine instead of ten times; `make kill-tests` does.
@Suite(.serialized)
struct KillTests {
    private static let kills =
        ProcessInfo.processInfo.environment["CAICACH_KILLS"].flatMap { Int($0) } ?? 10

    @Test(arguments: TestEngine.shared)
    func `servers killed while they write at once lose no acknowledged write`(_ engine: TestEngine)
        async throws
    {
        let address = try engine.newAddress()
        var acknowledged = 0
        var end = 0

        for round in 1...max(1, Self.kills / 2) {
            let writers = try (0..<2).map { _ in try FaultWriter(address) }
            let written = await withTaskGroup { group in
                for writer in writers {
                    let count = Int.random(in: 1...60)
                    let delay = Double.random(in: 0...0.03)
                    group.addTask {
                        await onThread { writer.killed(afterWrites: count, andSeconds: delay) }
                    }
                }
                return await group.reduce(into: []) { $0 += $1 }
            }
            acknowledged += written.count
            end = try await expectAll(
                written, in: address, since: end, whole: round % 25 == 0)
        }

        _ = try await expectAll([], in: address, since: end, whole: true)
        #expect(acknowledged > 0)
        say("\(engine): \(Self.kills) kills, \(acknowledged) acknowledged writes, none lost")
    }

    @Test(arguments: TestEngine.shared)
    func `a web server killed while people write has on record what it answered`(
        _ engine: TestEngine
    ) async throws {
        let workspace = try await ReadyWorkspace(engine.newAddress())
        var answered: [String] = []

        for round in 1...max(2, Self.kills / 20) {
            let server = try await ServerProcess(workspace.address, ["--no-rate-limits"])
            let client = try workspace.client(at: server)
            answered += await withTaskGroup { group in
                for writer in 1...6 {
                    group.addTask {
                        await onThread {
                            var done: [String] = []
                            for number in 1...10_000 {
                                let words = "lần \(round), người \(writer), số \(number)"
                                guard client.record(words)?.status == 303 else { break }
                                done.append(words)
                            }
                            return done
                        }
                    }
                }
                try? await Task.sleep(for: .milliseconds(.random(in: 100...700)))
                await server.killed()
                return await group.reduce(into: []) { $0 += $1 }
            }
        }

        let found = try await workspace.check()
        #expect(!answered.isEmpty)
        #expect(Set(answered).subtracting(found.records).isEmpty)
        #expect(found.records == found.journaled)
        #expect(Set(found.records).count == found.records.count)
        #expect(found.isWhole)
        say(
            "\(engine): web server killed \(max(2, Self.kills / 20)) times, "
                + "\(answered.count) answered writes, none lost")
    }

    @Test func `a full disk loses no acknowledged write`() async throws {
        let address = try TestEngine.sqliteFile.newAddress()

        let acknowledged = try FaultWriter(address, fileLimit: 4_096).ended()

        #expect(acknowledged.count > 20)
        _ = try await expectAll(acknowledged, in: address, since: 0, whole: true)
    }

    private func say(_ text: String) {
        FileHandle.standardError.write(Data("\(text)\n".utf8))
    }
}

/// Opens the workspace again: every acknowledged write is there with all its parts.
///
/// - Returns: the journal's last entry, from which the next look goes on.
private func expectAll(
    _ acknowledged: [Int], in address: String, since start: Int, whole: Bool
) async throws -> Int {
    let store = try await Store.open(address)
    try await store.migrate()
    let (parts, end, counter) = try await store.read { db in
        var parts: [Int: Int] = [:]
        try db.each("SELECT record FROM journal_changes WHERE kind = 'fault' AND seq > \(start)") {
            if let number = Int($0.text(0)) { parts[number, default: 0] += 1 }
        }
        let counter = try db.rows("SELECT value FROM counters WHERE kind = 'fault'").first?.int(0)
        return (parts, try db.journalEnd().seq, counter ?? 0)
    }
    #expect(Set(acknowledged).count == acknowledged.count)
    #expect(Set(acknowledged).subtracting(parts.keys).isEmpty)
    #expect(parts.values.allSatisfy { $0 == 3 }, "a write was kept in part")
    #expect(end == counter)
    guard whole else { return end }
    let journal = try await store.read { try $0.verifyJournal() }
    #expect(journal.broken == nil)
    #expect(journal.entries == counter)
    #expect(journal.changes == 3 * counter)
    return end
}
