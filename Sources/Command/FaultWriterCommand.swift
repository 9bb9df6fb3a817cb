import ArgumentParser
import Domain
import Foundation
import Store

/// Writes without end and says which writes were acknowledged, for the fault tests to kill.
struct FaultWriterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fault-writer", abstract: "Write until killed (for the fault tests).",
        shouldDisplay: false)

    @Option(help: "Path of a SQLite file, or postgres://host/name?schema=name.")
    var database: String

    @Option(help: "How many write at the same time.")
    var writers = 4

    func run() async throws {
        let store = try await Store.open(database)
        try await store.migrate()
        try await withThrowingTaskGroup { group in
            for _ in 0..<writers { group.addTask { try await writeWithoutEnd(store) } }
            try await group.waitForAll()
        }
    }
}

private func writeWithoutEnd(_ store: Store) async throws {
    while true {
        let number = try await store.write { db in
            let number = try db.nextNumber("fault")
            // In three parts, so that a write kept in part would show.
            let parts = (1...3).map { Change("fault", "\(number)", after: number * 10 + $0) }
            try db.journal("fault.written", by: nil, parts)
            return number
        }
        // At once and unbuffered: what is printed was acknowledged.
        FileHandle.standardOutput.write(Data("\(number)\n".utf8))
    }
}
