import Domain
import Foundation

/// Copies of a workspace in SQLite, by which tests spare the migrations and the loading of a sample.
extension Store {
    /// Returns a workspace in memory that begins as a copy of this one, with its files.
    package func copiedInMemory(clock: @escaping @Sendable () -> Instant) throws -> Store {
        let copy = FileStore.beside(":memory:")
        if FileManager.default.fileExists(atPath: files.folder) {
            try FileManager.default.copyItem(atPath: files.folder, toPath: copy.folder)
        }
        return Store(
            try sqlite().copiedInMemory(), files: copy, clock: clock, passwords: passwords)
    }

    /// Writes what the workspace holds now to a new SQLite file, without its files.
    package func copy(to path: String) throws {
        try sqlite().copy(to: path)
    }

    private func sqlite() throws -> SQLiteEngine {
        guard let engine = engine as? SQLiteEngine else {
            throw StoreFault("only a workspace in SQLite is copied")
        }
        return engine
    }
}
