import CLibPQ
import Domain

/// A workspace in a schema of a PostgreSQL database.
///
/// Each of its threads has a connection of its own, made when first needed and again when it broke.
struct PostgresEngine: Engine {
    private let readers: Lane<PostgresConnection>
    private let writers: Lane<PostgresConnection>

    /// Connects, checks how the database sorts, and makes the schema when it is missing.
    static func open(_ address: String) async throws -> PostgresEngine {
        let address = try PostgresAddress(address)
        let engine = PostgresEngine(address)
        do {
            try await engine.writers.run { connection in
                try connection.open()
                try connection.checkCollation()
                try connection.makeSchema()
            }
        } catch let fault as StoreFault {
            throw StoreError.cannotOpen(address.shown, reason: fault.message)
        }
        return engine
    }

    private init(_ address: PostgresAddress) {
        readers = Lane("caicach-pg-read", threads: 4) { PostgresConnection(address) }
        writers = Lane("caicach-pg-write", threads: 2) { PostgresConnection(address) }
    }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await readers.run { connection in
            try connection.transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY") {
                (try body(connection), keep: true)
            }
        }
    }

    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> (Value, keep: Bool)
    ) async throws -> Value {
        try await writers.run { connection in
            try connection.transaction("BEGIN ISOLATION LEVEL READ COMMITTED") {
                try body(connection)
            }
        }
    }

    static func eraseSchema(_ address: String) async throws {
        let address = try PostgresAddress(address)
        try await PostgresEngine(address).writers.run { connection in
            try connection.open()
            try connection.execute("DROP SCHEMA IF EXISTS \"\(address.schema)\" CASCADE")
        }
    }
}

/// One connection of libpq, used by one thread; values go and come as text.
private final class PostgresConnection: Connection {
    private let address: PostgresAddress
    private var handle: OpaquePointer?
    /// The names of the statements this connection has prepared.
    private var prepared: [Signature: String] = [:]

    private struct Signature: Hashable {
        let text: String
        let types: [Oid]
    }

    init(_ address: PostgresAddress) {
        self.address = address
    }

    deinit { PQfinish(handle) }

    // MARK: Connecting

    /// Connects, unless it already is.
    func open() throws {
        if handle != nil, PQstatus(handle) == CONNECTION_OK { return }
        close()
        handle = PQconnectdb(address.connection)
        guard PQstatus(handle) == CONNECTION_OK else {
            let fault = StoreFault(fault(nil, nil).message, kind: .unreachable)
            close()
            throw fault
        }
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        guard PQsetClientEncoding(handle, "UTF8") == 0 else { throw fault(nil, nil) }
        try execute("SET search_path TO \"\(address.schema)\"")
        try execute("SET lock_timeout TO '15s'")
    }

    private func close() {
        PQfinish(handle)
        handle = nil
        prepared = [:]
    }

    func checkCollation() throws {
        var found = ""
        var name = ""
        var isRight = false
        _ = try each(
            """
            SELECT datcollate, pg_encoding_to_char(encoding), datname, 'a' > 'B'
            FROM pg_database WHERE datname = current_database()
            """, []
        ) { row in
            let (collation, encoding) = (row.text(0) ?? "", row.text(1) ?? "")
            (found, name) = ("\(encoding), \(collation)", row.text(2) ?? "")
            // An ICU database may say C here and sort by a language all the same.
            isRight =
                (collation == "C" || collation == "POSIX") && encoding == "UTF8"
                && row.text(3) == "t"
        }
        guard isRight else {
            throw StoreError.wrongCollation(
                found: found,
                remedy:
                    "CREATE DATABASE \(name)_c ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0;"
            )
        }
    }

    func makeSchema() throws {
        guard try !hasSchema() else { return }
        try transaction("BEGIN") {
            try lockSchema()
            try execute("CREATE SCHEMA IF NOT EXISTS \"\(address.schema)\"")
            return ((), keep: true)
        }
    }

    private func hasSchema() throws -> Bool {
        try finds("SELECT 1 FROM pg_namespace WHERE nspname = $1", [.text(address.schema)])
    }

    // MARK: Transactions

    /// Runs the body between the command and COMMIT, or ROLLBACK when it throws or keeps nothing.
    ///
    /// A connection that broke while idle is made again; one that breaks later is a fault.
    func transaction<Value>(_ begin: String, _ body: () throws -> (Value, keep: Bool)) throws
        -> Value
    {
        try open()
        do {
            try execute(begin)
        } catch let fault as StoreFault where fault.kind == .connectionLost {
            try open()
            try execute(begin)
        }
        let outcome: (value: Value, keep: Bool)
        do {
            outcome = try body()
        } catch {
            abandon(error)
            throw error
        }
        try finish(outcome.keep ? "COMMIT" : "ROLLBACK")
        return outcome.value
    }

    private func finish(_ command: String) throws {
        let result = PQexec(handle, command)
        defer { PQclear(result) }
        // A transaction that failed half way answers COMMIT with ROLLBACK, and no error.
        guard PQresultStatus(result) == PGRES_COMMAND_OK,
            String(cString: PQcmdStatus(result)) == command
        else {
            let fault = fault(result, command)
            close()
            throw fault
        }
    }

    /// Rolls back; a connection that cannot, or whose statements are stale, is closed instead.
    private func abandon(_ error: any Error) {
        let isStale = ["0A000", "26000"].contains((error as? StoreFault)?.state)
        let result = PQexec(handle, "ROLLBACK")
        defer { PQclear(result) }
        if isStale || PQresultStatus(result) != PGRES_COMMAND_OK { close() }
    }

    // MARK: Statements

    func each(
        _ text: String, _ values: [SQLValue], _ body: (any RowColumns) throws -> Void
    ) throws -> Int {
        try send(text, values)
        let columns = PostgresColumns()
        var changed = 0
        var failure: (any Error)?
        // Every result is taken, even after a failure: the connection is free only then.
        while let result = PQgetResult(handle) {
            defer { PQclear(result) }
            switch PQresultStatus(result) {
            case PGRES_SINGLE_TUPLE where failure == nil:
                columns.result = result
                do { try body(columns) } catch { failure = error }
            case PGRES_SINGLE_TUPLE: break
            case PGRES_TUPLES_OK, PGRES_COMMAND_OK:
                changed = changedRows(result)
            default: failure = failure ?? fault(result, text)
            }
        }
        columns.result = nil
        if let failure { throw failure }
        return changed
    }

    /// How many rows the statement changed; the server counts those a SELECT found as well.
    private func changedRows(_ result: OpaquePointer) -> Int {
        if String(cString: PQcmdStatus(result)).hasPrefix("SELECT") { return 0 }
        return Int(String(cString: PQcmdTuples(result))) ?? 0
    }

    func run(_ text: String, _ values: [SQLValue]) throws -> Int {
        try each(text, values) { _ in }
    }

    func execute(_ text: String) throws {
        let result = PQexec(handle, text)
        defer { PQclear(result) }
        let status = PQresultStatus(result)
        guard status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK else {
            throw fault(result, text)
        }
    }

    func lockSchema() throws {
        try execute("SET LOCAL lock_timeout TO 0")
        _ = try run(
            "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))",
            [.text("caicach " + address.schema)])
    }

    func hasTable(_ name: String) throws -> Bool {
        try finds(
            "SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename = $1",
            [.text(name)])
    }

    func tables() throws -> [TableShape] { try postgresTables() }
    func deferReferences(_ tables: [TableShape]) throws { try postgresDeferReferences(tables) }
    func settleReferences(_ tables: [TableShape]) throws { try postgresSettleReferences(tables) }
    // The server checks its pages itself as they are read, and a check reads every row.
    func integrityProblems() -> [String] { [] }

    /// Whether the statement finds any row.
    private func finds(_ text: String, _ values: [SQLValue]) throws -> Bool {
        var isThere = false
        _ = try each(text, values) { _ in isThere = true }
        return isThere
    }

    private func send(_ text: String, _ values: [SQLValue]) throws {
        let name = try prepare(text, values.map(\.type))
        var bytes: [CChar] = []
        let starts = values.map { value -> Int? in
            guard let text = value.wireText else { return nil }
            let start = bytes.count
            bytes += text.utf8CString
            return start
        }
        let isSent = bytes.withUnsafeBufferPointer { bytes in
            let pointers = starts.map { start in
                start.flatMap { bytes.baseAddress?.advanced(by: $0) }
            }
            return PQsendQueryPrepared(handle, name, Int32(values.count), pointers, nil, nil, 0)
                == 1
        }
        guard isSent, PQsetSingleRowMode(handle) == 1 else { throw fault(nil, text) }
    }

    private func prepare(_ text: String, _ types: [Oid]) throws -> String {
        let signature = Signature(text: text, types: types)
        if let name = prepared[signature] { return name }
        if prepared.count >= 500 {
            try execute("DEALLOCATE ALL")
            prepared = [:]
        }
        let name = "s\(prepared.count)"
        let result = PQprepare(handle, name, text, Int32(types.count), types)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw fault(result, text) }
        prepared[signature] = name
        return name
    }

    private func fault(_ result: OpaquePointer?, _ statement: String?) -> StoreFault {
        let state =
            PQresultErrorField(result, Int32(UInt8(ascii: "C"))).map { String(cString: $0) } ?? ""
        let message =
            PQresultErrorField(result, Int32(UInt8(ascii: "M"))).map { String(cString: $0) }
            ?? String(cString: PQerrorMessage(handle)).split(separator: "\n").joined(separator: " ")
        return StoreFault(
            message.isEmpty ? "PostgreSQL gave no answer" : message,
            kind: PQstatus(handle) == CONNECTION_OK ? kind(ofState: state) : .connectionLost,
            state: state, statement: statement)
    }
}

private func kind(ofState state: String) -> StoreFault.Kind {
    switch state {
    case "23505": .unique
    case "23503": .reference
    case "23514": .check
    case "23502": .notNull
    case "55P03", "40P01": .busy
    // The server says goodbye before libpq sees that the connection has gone.
    case "57P01", "57P02", "57P03": .connectionLost
    case _ where state.hasPrefix("08"): .connectionLost
    case _ where state.hasPrefix("53"): .noRoom
    default: .other
    }
}

extension SQLValue {
    /// PostgreSQL's number for the type: `bigint` or `text`.
    fileprivate var type: Oid {
        switch self {
        case .integer, .noInteger: 20
        case .text, .noText: 25
        }
    }

    fileprivate var wireText: String? {
        switch self {
        case .integer(let integer): String(integer)
        case .text(let text): text
        case .noInteger, .noText: nil
        }
    }
}

/// The one row of a result in single-row mode.
private final class PostgresColumns: RowColumns {
    var result: OpaquePointer?

    var count: Int { Int(PQnfields(result)) }

    func bytes<Value>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value? {
        bytes(index).map(body)
    }

    func integer(_ index: Int) -> Int? {
        guard let bytes = bytes(index), let first = bytes.first else { return nil }
        let isNegative = first == UInt8(ascii: "-")
        var value = 0
        for byte in isNegative ? bytes.dropFirst() : bytes[...] {
            guard (0x30...0x39).contains(byte) else { return nil }
            let (product, tooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflow) = product.subtractingReportingOverflow(Int(byte - 0x30))
            if tooLarge || overflow { return nil }
            value = sum
        }
        return isNegative ? value : value == .min ? nil : -value
    }

    func isNull(_ index: Int) -> Bool {
        PQgetisnull(result, 0, Int32(index)) == 1 && index < count
    }

    func kept() -> KeptColumns {
        KeptColumns((0..<count).map { text($0).map(SQLValue.text) ?? .noText })
    }

    private func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8>? {
        guard index < count, !isNull(index), let value = PQgetvalue(result, 0, Int32(index)) else {
            return nil
        }
        let length = Int(PQgetlength(result, 0, Int32(index)))
        return UnsafeBufferPointer(
            start: UnsafeRawPointer(value).assumingMemoryBound(to: UInt8.self), count: length)
    }
}
