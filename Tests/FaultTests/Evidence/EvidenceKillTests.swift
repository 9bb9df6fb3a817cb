import Domain
import Foundation
import Store
import Support
import Testing

/// A server killed while files arrive: what it answered is there whole, and no row lacks its file.
@Suite(.serialized)
struct EvidenceKillTests {
    private static let kills =
        ProcessInfo.processInfo.environment["CAICACH_KILLS"].flatMap { Int($0) } ?? 10

    @Test func `a server killed while files arrive has each file that it answered for, whole`()
        async throws
    {
        let workspace = try await ReadyWorkspace(TestEngine.sqliteFile.newAddress())
        let first = try await ServerProcess(workspace.address, ["--no-rate-limits"])
        #expect(try workspace.client(at: first).record("một")?.status == 303)
        await first.stopped()
        let store = try await Store.open(workspace.address)
        let record = try await store.read { try $0.finding(numbered: 1)?.id.text }
        let fields = ["kind": "finding", "record": try #require(record)]
        var answered: [String] = []

        var round = 0
        // A busy machine may answer nothing before the kill; that proves nothing either way.
        while round < max(3, Self.kills / 5) || (answered.isEmpty && round < 20) {
            round += 1
            let round = round
            let server = try await ServerProcess(workspace.address, ["--no-rate-limits"])
            let client = try workspace.client(at: server)
            answered += await withTaskGroup { group in
                for writer in 1...3 {
                    group.addTask {
                        await onThread {
                            var done: [String] = []
                            for number in 1...10_000 {
                                let name = "\(round)-\(writer)-\(number).txt"
                                let text = String(repeating: "\(name) ", count: 2_000)
                                let answer = client.post("/evidence", fields, file: name, text)
                                guard answer?.status == 303 else { break }
                                done.append(name)
                            }
                            return done
                        }
                    }
                }
                try? await Task.sleep(for: .milliseconds(.random(in: 300...900)))
                await server.killed()
                return await group.reduce(into: []) { $0 += $1 }
            }
        }

        let (kept, parts) = try await store.read { db in
            (
                try db.evidence(of: Evidence.Subject(.finding, record ?? ""), for: .system)
                    .map(\.revision.name), try db.check(store.files)
            )
        }
        #expect(!answered.isEmpty)
        #expect(Set(answered).subtracting(kept).isEmpty)
        #expect(parts.allSatisfy { $0.problems.isEmpty })
    }
}
