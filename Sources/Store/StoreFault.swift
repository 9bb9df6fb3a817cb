/// Something that should not happen: a statement the database refused, a lost connection.
///
/// Never shown to people; it is logged under a reference number. Rules ask and refuse with errors
/// of their own before the database has to.
public struct StoreFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// What the two databases name differently, named once.
    public enum Kind: Hashable, Sendable {
        case unique, reference, check, notNull
        /// The database was locked by somebody else for longer than we wait.
        case busy
        /// The connection broke; whether a commit under way was kept is then unknown.
        case connectionLost
        /// The server could not be reached; nothing was begun.
        case unreachable
        /// The disk is full, or the server has no memory or connection left; nothing was kept.
        case noRoom
        case other
    }

    public let kind: Kind
    public let message: String
    /// PostgreSQL's SQLSTATE or SQLite's extended result code; empty when the fault is ours.
    public let state: String
    /// The statement, without its values.
    public let statement: String?

    public init(
        _ message: String, kind: Kind = .other, state: String = "", statement: String? = nil
    ) {
        self.kind = kind
        self.message = message
        self.state = state
        self.statement = statement
    }

    public var description: String {
        (state.isEmpty ? "" : "[\(state)] ") + message + (statement.map { " in: \($0)" } ?? "")
    }
}
