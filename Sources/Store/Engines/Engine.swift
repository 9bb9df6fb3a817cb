/// A database: gives bodies a connection on threads of its own, in a transaction.
protocol Engine: Sendable {
    /// Runs the body on one snapshot.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value

    /// Runs the body in a transaction, which is kept when the body says so and throws nothing.
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> (Value, keep: Bool)
    ) async throws -> Value
}

/// A connection inside its transaction. Statements number their values `$1`, `$2` …
protocol Connection: AnyObject {
    /// Streams the rows and returns how many rows the statement changed.
    func each(_ text: String, _ values: [SQLValue], _ body: (any RowColumns) throws -> Void) throws
        -> Int
    /// Returns how many rows the statement changed.
    func run(_ text: String, _ values: [SQLValue]) throws -> Int
    /// Runs statements of the schema, one after the other.
    func execute(_ text: String) throws
    /// Waits until no other process is changing the schema, and keeps others out until the end.
    func lockSchema() throws
    func hasTable(_ name: String) throws -> Bool
    /// The tables of the workspace, by name.
    func tables() throws -> [TableShape]
    /// Lets references between rows be checked when ``settleReferences(_:)`` asks for it.
    func deferReferences(_ tables: [TableShape]) throws
    /// Checks every reference now, and from now on at once.
    func settleReferences(_ tables: [TableShape]) throws
    /// What the database finds wrong with what it has stored; empty when nothing.
    func integrityProblems() throws -> [String]
}
