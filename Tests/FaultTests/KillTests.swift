import Domain
import Foundation
import Store
import Support
import Testing

/// A process that dies in the middle of its writes loses nothing it had acknowledged.
@Suite(.serialized) struct KillTests {
    @Test(arguments: TestEngine.shared)
    func `a server killed while it writes loses no acknowledged write`(_ engine: TestEngine)
        async throws
    {
        let address = try engine.newAddress()
        var acknowledged: [Int] = []

        for round in 0..<5 {
            acknowledged += try FaultWriter(address).killed(
                afterWrites: 20 + round * .random(in: 1...60))
            try await expectAll(acknowledged, in: address)
        }
    }

    @Test(arguments: TestEngine.shared)
    func `two servers killed one after the other lose nothing`(_ engine: TestEngine) async throws {
        let address = try engine.newAddress()
        let (first, second) = (try FaultWriter(address), try FaultWriter(address))

        let acknowledged = await withTaskGroup { group in
            group.addTask { first.killed(afterWrites: .random(in: 20...100)) }
            group.addTask { second.killed(afterWrites: .random(in: 20...200)) }
            return await group.reduce(into: []) { $0 += $1 }
        }

        try await expectAll(acknowledged, in: address)
    }

    @Test func `a full disk loses no acknowledged write`() async throws {
        let address = try TestEngine.sqliteFile.newAddress()

        let acknowledged = try FaultWriter(address, fileLimit: 4_096).ended()

        #expect(acknowledged.count > 20)
        try await expectAll(acknowledged, in: address)
    }
}

/// Opens the workspace again: every acknowledged write is there, whole, and the chain verifies.
private func expectAll(_ acknowledged: [Int], in address: String) async throws {
    let store = try await Store.open(address)
    try await store.migrate()
    let (numbers, journal, last) = try await store.read { db in
        var numbers: Set<Int> = []
        try db.each("SELECT record FROM journal_changes WHERE kind = 'fault'") {
            if let number = Int($0.text(0)) { numbers.insert(number) }
        }
        let last = try db.rows("SELECT value FROM counters WHERE kind = 'fault'").first?.int(0)
        return (numbers, try db.verifyJournal(), last ?? 0)
    }
    #expect(!acknowledged.isEmpty)
    #expect(Set(acknowledged).count == acknowledged.count)
    #expect(Set(acknowledged).subtracting(numbers).isEmpty)
    #expect(journal.broken == nil)
    #expect(journal.entries == last)
    #expect(journal.changes == last)
}
