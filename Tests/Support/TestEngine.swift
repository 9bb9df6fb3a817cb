import Domain
import Foundation
import Store
import Synchronization
import Testing

/// A database that a contract runs on; every `open()` is an empty, migrated workspace of its own.
public enum TestEngine: String, Sendable, CustomTestStringConvertible {
    case sqliteInMemory = "SQLite in memory"
    case sqliteFile = "SQLite file"
    case postgres = "PostgreSQL"

    /// SQLite; PostgreSQL too when `TEST_DATABASE_URL` is set.
    public static var available: [TestEngine] {
        [.sqliteInMemory] + shared
    }

    /// Those whose workspace several stores can open at once.
    public static var shared: [TestEngine] {
        postgresAddress == nil ? [.sqliteFile] : [.sqliteFile, .postgres]
    }

    public var testDescription: String { rawValue }

    /// Opens a new workspace.
    public func open(
        clock: @escaping @Sendable () -> Instant = Store.systemClock
    ) async throws -> Store {
        let address = try newAddress()
        switch self {
        case .sqliteInMemory:
            return try await emptyWorkspace.value.copiedInMemory(clock: clock)
        case .sqliteFile:
            try FileManager.default.createDirectory(
                at: URL(fileURLWithPath: address).deletingLastPathComponent(),
                withIntermediateDirectories: true)
            try await emptyWorkspace.value.copy(to: address)
            return try await Store.open(address, clock: clock, passwordCost: .cheap)
        case .postgres:
            let store = try await Store.open(
                address, files: .beside(":memory:"), clock: clock, passwordCost: .cheap)
            try await store.migrate()
            return store
        }
    }

    /// Returns the address of a workspace that does not exist yet; it is removed when the tests end.
    public func newAddress() throws -> String {
        let name =
            "test_\(ProcessInfo.processInfo.processIdentifier)_\(TestWorkspaces.nextNumber())"
        switch self {
        case .sqliteInMemory:
            return ":memory:"
        case .sqliteFile:
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
                "caicach-\(name)")
            TestWorkspaces.remember(folder: folder)
            return folder.appendingPathComponent("workspace.sqlite").path
        case .postgres:
            let address = try #require(postgresAddress)
            let whole = address + (address.contains("?") ? "&" : "?") + "schema=" + name
            TestWorkspaces.remember(schemaAt: whole)
            return whole
        }
    }
}

/// A migrated workspace without records that tests on SQLite copy; made once.
private let emptyWorkspace = Task {
    let store = try await Store.open(":memory:", passwordCost: .cheap)
    try await store.migrate()
    return store
}

private let postgresAddress = ProcessInfo.processInfo.environment["TEST_DATABASE_URL"]

/// What the tests made outside the process, removed when it ends.
private enum TestWorkspaces {
    private struct State {
        var count = 0
        var folders: [URL] = []
        var schemas: [String] = []
    }

    private static let state: Mutex<State> = {
        atexit { TestWorkspaces.remove() }
        return Mutex(State())
    }()

    static func nextNumber() -> Int {
        state.withLock { state in
            state.count += 1
            return state.count
        }
    }

    static func remember(folder: URL) {
        state.withLock { $0.folders.append(folder) }
    }

    static func remember(schemaAt address: String) {
        state.withLock { $0.schemas.append(address) }
    }

    private static func remove() {
        let (folders, schemas) = state.withLock { ($0.folders, $0.schemas) }
        for folder in folders { try? FileManager.default.removeItem(at: folder) }
        guard !schemas.isEmpty else { return }
        let end = DispatchSemaphore(value: 0)
        Task {
            do {
                try await Store.eraseSchemas(schemas)
            } catch {
                FileHandle.standardError.write(Data("test schemas left behind: \(error)\n".utf8))
            }
            end.signal()
        }
        _ = end.wait(timeout: .now() + 60)
    }
}
