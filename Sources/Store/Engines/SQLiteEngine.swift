import Domain
import Foundation
import GRDB
import GRDBSQLite

/// A workspace in a SQLite file, or in memory for tests.
struct SQLiteEngine: Engine {
    private let writer: any DatabaseWriter
    private let readers: Lane<Void>
    private let writing: Lane<Void>

    /// Opens the file, or makes it, with its folder; `:memory:` is an empty database of its own.
    init(path: String) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(15)
        configuration.maximumReaderCount = readerCount
        do {
            if path == ":memory:" {
                writer = try DatabaseQueue(configuration: configuration)
                writing = Lane("caicach-sqlite", threads: 1) {}
                readers = writing
            } else {
                let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
                try FileManager.default.createDirectory(
                    at: folder, withIntermediateDirectories: true)
                let pool = try DatabasePool(path: path, configuration: configuration)
                // The pool sets NORMAL, which may lose the last commits when the power fails.
                try pool.writeWithoutTransaction {
                    try $0.execute(sql: "PRAGMA synchronous = FULL")
                }
                writer = pool
                readers = Lane("caicach-sqlite-read", threads: readerCount) {}
                writing = Lane("caicach-sqlite-write", threads: 1) {}
            }
        } catch {
            throw StoreError.cannotOpen(
                path, reason: "\((error as? DatabaseError)?.message ?? "\(error)")")
        }
    }

    /// Returns a workspace in memory that holds what this one holds now.
    func copiedInMemory() throws -> SQLiteEngine {
        let copy = try SQLiteEngine(path: ":memory:")
        try writer.backup(to: copy.writer)
        return copy
    }

    /// Writes what the workspace holds now to a new file.
    func copy(to path: String) throws {
        try writer.backup(to: try DatabaseQueue(path: path))
    }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        let writer = writer
        return try await readers.run { _ in
            // GRDB's own isolation looks at the schema each time, which costs more than most queries.
            try naming {
                try writer.unsafeRead { try SQLiteConnection($0, isReadOnly: true).snapshot(body) }
            }
        }
    }

    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> (Value, keep: Bool)
    ) async throws -> Value {
        let writer = writer
        return try await writing.run { _ in
            try naming {
                try writer.writeWithoutTransaction { database in
                    var value: Value?
                    try database.inTransaction(.immediate) {
                        let (result, keep) = try body(SQLiteConnection(database, isReadOnly: false))
                        value = result
                        return keep ? .commit : .rollback
                    }
                    guard let value else { throw StoreFault("a transaction without an answer") }
                    return value
                }
            }
        }
    }

    /// The statements that made what now stands, tables by name, each followed by its indexes.
    func schemaText() async throws -> String {
        try await read { connection in
            var text = ""
            _ = try connection.each(
                """
                SELECT sql FROM sqlite_schema
                WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%'
                ORDER BY tbl_name, type DESC, name
                """, []
            ) { text += ($0.text(0) ?? "") + ";\n\n" }
            return text
        }
    }
}

private let readerCount = 4

/// GRDB's connection, its statements prepared once and stepped one row at a time.
private final class SQLiteConnection: Connection {
    private let database: Database
    private let isReadOnly: Bool

    init(_ database: Database, isReadOnly: Bool) {
        self.database = database
        self.isReadOnly = isReadOnly
    }

    /// Runs the body on what the database holds now, whatever others write meanwhile.
    func snapshot<Value>(_ body: (any Connection) throws -> Value) throws -> Value {
        _ = try run("BEGIN DEFERRED", [])
        let result = Result { try body(self) }
        // A grave error has ended the transaction already.
        if sqlite3_get_autocommit(database.sqliteConnection) == 0 { _ = try run("ROLLBACK", []) }
        return try result.get()
    }

    func each(
        _ text: String, _ values: [SQLValue], _ body: (any RowColumns) throws -> Void
    ) throws -> Int {
        let statement = try database.cachedStatement(sql: text).sqliteStatement
        guard !isReadOnly || sqlite3_stmt_readonly(statement) != 0 else {
            throw StoreFault("a read that writes", statement: text)
        }
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        for (index, value) in values.enumerated() {
            try bind(value, to: statement, at: Int32(index + 1), text)
        }
        let before = sqlite3_total_changes(database.sqliteConnection)
        let columns = SQLiteColumns(statement)
        defer { columns.close() }
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: try body(columns)
            case SQLITE_DONE: return Int(sqlite3_total_changes(database.sqliteConnection) - before)
            default: throw fault(text)
            }
        }
    }

    func run(_ text: String, _ values: [SQLValue]) throws -> Int {
        try each(text, values) { _ in }
    }

    func execute(_ text: String) throws {
        try database.execute(sql: text)
    }

    func lockSchema() {}  // A write transaction already is the only one.

    func hasTable(_ name: String) throws -> Bool {
        try database.tableExists(name)
    }

    func tables() throws -> [TableShape] { try sqliteTables() }

    func deferReferences(_ tables: [TableShape]) throws {
        try execute("PRAGMA defer_foreign_keys = ON")
    }

    func settleReferences(_ tables: [TableShape]) throws {
        let broken = try texts("SELECT \"table\" FROM pragma_foreign_key_check", [])
        guard broken.isEmpty else {
            throw StoreFault("a reference to nothing in \(broken[0])", kind: .reference)
        }
        try execute("PRAGMA defer_foreign_keys = OFF")
    }

    func integrityProblems() throws -> [String] { try sqliteIntegrityProblems() }

    private func bind(
        _ value: SQLValue, to statement: OpaquePointer, at index: Int32, _ text: String
    ) throws {
        let code =
            switch value {
            case .integer(let integer): sqlite3_bind_int64(statement, index, Int64(integer))
            case .text(var value):
                value.withUTF8 { bytes in
                    bytes.withMemoryRebound(to: CChar.self) {
                        sqlite3_bind_text(
                            statement, index, $0.baseAddress ?? emptyText, Int32($0.count), copied)
                    }
                }
            case .noInteger, .noText: sqlite3_bind_null(statement, index)
            }
        guard code == SQLITE_OK else { throw fault(text) }
    }

    private func fault(_ text: String) -> StoreFault {
        let connection = database.sqliteConnection
        return StoreFault(
            code: sqlite3_extended_errcode(connection),
            message: String(cString: sqlite3_errmsg(connection)),
            statement: text)
    }
}

/// SQLite copies the bytes before the call returns.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
/// Where an empty text begins; a null pointer would bind NULL.
nonisolated(unsafe) private let emptyText = UnsafePointer(
    UnsafeMutablePointer<CChar>.allocate(capacity: 1))

/// The row that a statement stands at.
private final class SQLiteColumns: RowColumns {
    private var statement: OpaquePointer?
    let count: Int

    init(_ statement: OpaquePointer) {
        self.statement = statement
        count = Int(sqlite3_column_count(statement))
    }

    func close() { statement = nil }

    func bytes<Value>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value? {
        guard let bytes = sqlite3_column_text(statement, Int32(index)) else { return nil }
        let count = Int(sqlite3_column_bytes(statement, Int32(index)))
        return body(UnsafeBufferPointer(start: bytes, count: count))
    }

    func integer(_ index: Int) -> Int? {
        guard sqlite3_column_type(statement, Int32(index)) == SQLITE_INTEGER else { return nil }
        return Int(sqlite3_column_int64(statement, Int32(index)))
    }

    func isNull(_ index: Int) -> Bool {
        index < count && sqlite3_column_type(statement, Int32(index)) == SQLITE_NULL
    }

    func kept() -> KeptColumns {
        KeptColumns(
            (0..<count).map {
                integer($0).map(SQLValue.integer) ?? text($0).map(SQLValue.text) ?? .noText
            })
    }
}

/// Runs the body; what GRDB throws becomes a fault that names its kind.
private func naming<Value>(_ body: () throws -> Value) throws -> Value {
    do {
        return try body()
    } catch let error as DatabaseError {
        throw StoreFault(
            code: error.extendedResultCode.rawValue, message: error.message ?? "SQLite said no",
            statement: error.sql)
    }
}

extension StoreFault {
    fileprivate init(code: Int32, message: String, statement: String?) {
        let kind: Kind =
            switch ResultCode(rawValue: code) {
            case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY: .unique
            case .SQLITE_CONSTRAINT_FOREIGNKEY: .reference
            case .SQLITE_CONSTRAINT_CHECK: .check
            case .SQLITE_CONSTRAINT_NOTNULL: .notNull
            case .SQLITE_IOERR_WRITE, .SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_TRUNCATE: .noRoom
            case let code where code.primaryResultCode == .SQLITE_BUSY: .busy
            case let code where code.primaryResultCode == .SQLITE_FULL: .noRoom
            default: .other
            }
        self.init(message, kind: kind, state: "SQLITE \(code)", statement: statement)
    }
}
