import Domain
import Foundation

/// One workspace: a SQLite file, or a schema of a PostgreSQL database.
public final class Store: Sendable {
    /// Real time, in UTC; sessions and the journal go by it.
    public let clock: @Sendable () -> Instant
    /// Where the files lie that rows name by their SHA-256.
    public let files: FileStore
    let engine: any Engine
    let passwords: PasswordHasher

    init(
        _ engine: any Engine, files: FileStore, clock: @escaping @Sendable () -> Instant,
        passwords: PasswordHasher
    ) {
        self.engine = engine
        self.files = files
        self.clock = clock
        self.passwords = passwords
    }

    /// Opens a path of a SQLite file (made when it does not exist), `:memory:`, or
    /// `postgres://host/database?schema=name`.
    ///
    /// Files lie beside a SQLite file unless a folder is given. Tests take the password cost
    /// ``PasswordCost/cheap``. Throws ``StoreError`` when it cannot be opened as it is.
    public static func open(
        _ address: String, files: FileStore? = nil,
        clock: @escaping @Sendable () -> Instant = systemClock,
        passwordCost: PasswordCost = .standard
    ) async throws -> Store {
        let isPostgres = address.hasPrefix("postgres://") || address.hasPrefix("postgresql://")
        let engine: any Engine =
            isPostgres ? try await PostgresEngine.open(address) : try SQLiteEngine(path: address)
        return Store(
            engine, files: files ?? .beside(address), clock: clock,
            passwords: PasswordHasher(passwordCost))
    }

    @Sendable public static func systemClock() -> Instant {
        Instant(milliseconds: Int64(Foundation.Date().timeIntervalSince1970 * 1_000))
    }

    /// Runs the body on one snapshot of the workspace.
    public func read<Value: Sendable>(
        _ body: @escaping @Sendable (ReadableDatabase) throws -> Value
    ) async throws -> Value {
        let now = clock()
        return try await engine.read { connection in
            let database = ReadableDatabase(connection, now: now)
            let value = try body(database)
            try database.finishReading()
            return value
        }
    }

    /// Runs the body in one transaction, on the record: it journals what it changes.
    ///
    /// The journal's head is taken first, so writes of a workspace come one after the other. A body
    /// that changed nothing leaves no trace; one that changed something and journaled nothing is a
    /// fault, and nothing is kept. The instant is the request's clock, real time when left out.
    public func write<Value: Sendable>(
        at instant: Instant? = nil, _ body: @escaping @Sendable (WritableDatabase) throws -> Value
    ) async throws -> Value {
        let now = instant ?? clock()
        return try await engine.write { connection in
            let database = WritableDatabase(
                connection, now: now, head: try JournalHead.take(connection))
            let value = try body(database)
            try database.finishReading()
            return (value, keep: try database.closeJournal())
        }
    }

    /// Runs the body in one transaction that the journal does not tell of.
    ///
    /// For sessions, throttles, autosaved drafts, caches and jobs only: nothing that is a record.
    public func writeOffTheRecord<Value: Sendable>(
        _ body: @escaping @Sendable (WritableDatabase) throws -> Value
    ) async throws -> Value {
        let now = clock()
        return try await engine.write { connection in
            let database = WritableDatabase(connection, now: now, head: nil)
            let value = try body(database)
            try database.finishReading()
            return (value, keep: database.changes > 0)
        }
    }

    /// Brings the schema up to the program's, forward only.
    ///
    /// - Throws: ``StoreError`` when an old migration was edited or the database is newer.
    public func migrate() async throws {
        let now = clock()
        let migrations = try Migration.bundled()
        try await engine.write { connection in
            (try Migrator(connection, now: now).run(migrations), keep: true)
        }
    }

    /// Throws ``StoreError/notMigrated`` unless the schema is the program's.
    public func requireMigrated() async throws {
        let migrations = try Migration.bundled()
        let isCurrent = try await engine.read { try Migrator.isCurrent($0, migrations) }
        if !isCurrent { throw StoreError.notMigrated }
    }

    /// The whole schema as one text for readers, as the migrations leave it.
    public static func schemaText() async throws -> String {
        let engine = try SQLiteEngine(path: ":memory:")
        let store = Store(
            engine, files: .beside(":memory:"), clock: systemClock,
            passwords: PasswordHasher(.standard))
        try await store.migrate()
        return try await engine.schemaText()
    }

    /// Removes PostgreSQL schemas with all they hold; for tests.
    package static func eraseSchemas(_ addresses: [String]) async throws {
        for address in addresses { try await PostgresEngine.eraseSchema(address) }
    }
}
