import Domain

/// A value as both databases keep it: a whole number or a text, or none of that kind.
public enum SQLValue: Hashable, Sendable {
    case integer(Int)
    case text(String)
    case noInteger
    case noText
}

/// A type whose values may stand in an ``SQL`` literal.
public protocol SQLBindable {
    var sqlValue: SQLValue { get }
    /// What stands for `nil`; its kind matters to PostgreSQL.
    static var sqlNull: SQLValue { get }
}

extension SQLBindable {
    public static var sqlNull: SQLValue { .noText }
}

extension String: SQLBindable {
    public var sqlValue: SQLValue { .text(self) }
}

extension Int: SQLBindable {
    public var sqlValue: SQLValue { .integer(self) }
    public static var sqlNull: SQLValue { .noInteger }
}

extension Day: SQLBindable {
    public var sqlValue: SQLValue { .text(text) }
}

extension Instant: SQLBindable {
    public var sqlValue: SQLValue { .text(text) }
}

extension Identifier: SQLBindable {
    public var sqlValue: SQLValue { .text(text) }
}
