import Domain

/// A statement whose interpolated values are bound as `$1`, `$2` …, never spliced into its text.
///
/// An `SQL` interpolated into another is a fragment of it; `\(list: ids)` is `($1, $2 …)`.
public struct SQL: Sendable, ExpressibleByStringInterpolation {
    fileprivate var pieces: [Piece]

    fileprivate enum Piece: Sendable {
        case text(String)
        case value(SQLValue)
    }

    public init(stringLiteral text: String) {
        pieces = [.text(text)]
    }

    public init(stringInterpolation: Interpolation) {
        pieces = stringInterpolation.pieces
    }

    public struct Interpolation: StringInterpolationProtocol {
        fileprivate var pieces: [Piece] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(interpolationCount * 2 + 1)
        }

        public mutating func appendLiteral(_ text: String) {
            if !text.isEmpty { pieces.append(.text(text)) }
        }

        public mutating func appendInterpolation(_ fragment: SQL) {
            pieces += fragment.pieces
        }

        public mutating func appendInterpolation<Value: SQLBindable>(_ value: Value) {
            pieces.append(.value(value.sqlValue))
        }

        public mutating func appendInterpolation<Value: SQLBindable>(_ value: Value?) {
            pieces.append(.value(value?.sqlValue ?? Value.sqlNull))
        }

        /// The values between brackets, for `IN`; none of them gives `(NULL)`, which matches nothing.
        public mutating func appendInterpolation<Value: SQLBindable>(
            list values: some Sequence<Value>
        ) {
            let values = values.map { SQL(pieces: [.value($0.sqlValue)]) }
            let inside: SQL = values.isEmpty ? "NULL" : values.joined(", ")
            let list: SQL = "(\(inside))"
            appendInterpolation(list)
        }
    }

    private init(pieces: [Piece]) {
        self.pieces = pieces
    }

    fileprivate static func joined(_ fragments: some Sequence<SQL>, _ separator: SQL) -> SQL {
        SQL(pieces: Array(fragments.map(\.pieces).joined(separator: separator.pieces)))
    }

    /// The text that the database prepares, and the values it binds, in order.
    var statement: (text: String, values: [SQLValue]) {
        var text = ""
        var values: [SQLValue] = []
        for piece in pieces {
            switch piece {
            case .text(let literal): text += literal
            case .value(let value):
                values.append(value)
                text += "$\(values.count)"
            }
        }
        return (text, values)
    }
}

extension Sequence<SQL> {
    /// Returns the fragments as one, with the separator between them: `conditions.joined(" AND ")`.
    public func joined(_ separator: SQL) -> SQL {
        SQL.joined(self, separator)
    }
}
