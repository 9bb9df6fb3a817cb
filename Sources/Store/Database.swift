import Domain

/// One snapshot of a workspace, inside the body given to `store.read`.
///
/// Queries are its extensions. It is not Sendable and must not leave the body.
public class ReadableDatabase {
    /// The request's clock.
    public let now: Instant
    let connection: any Connection
    let faults = FaultNote()
    private var isStreaming = false

    init(_ connection: any Connection, now: Instant) {
        self.connection = connection
        self.now = now
    }

    /// Returns every row; more than 10,000 is a fault, for such an answer is streamed with ``each(_:_:)``.
    public func rows(_ sql: SQL) throws -> [Row] {
        var rows: [Row] = []
        try each(sql) { row in
            guard rows.count < 10_000 else {
                throw StoreFault(
                    "more than 10,000 rows; stream them", statement: sql.statement.text)
            }
            rows.append(Row(columns: row.columns.kept(), faults: faults))
        }
        return rows
    }

    /// Hands each row to the closure as it comes; the row is good inside the closure only.
    ///
    /// No other statement may run until the last row has come.
    public func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        guard !isStreaming else {
            throw StoreFault("a statement inside each()", statement: sql.statement.text)
        }
        isStreaming = true
        defer { isStreaming = false }
        let (text, values) = sql.statement
        try refuseNull(values, text)
        let faults = faults
        let changed = try faults.noting {
            try connection.each(text, values) { try body(Row(columns: $0, faults: faults)) }
        }
        noteChanges(changed)
    }

    func noteChanges(_ count: Int) {}

    fileprivate func refuseNull(_ values: [SQLValue], _ text: String) throws {
        for case .text(let value) in values where value.utf8.contains(0) {
            throw StoreFault("a text with a null character", statement: text)
        }
    }

    fileprivate func refuseStreaming(_ text: String) throws {
        if isStreaming { throw StoreFault("a statement inside each()", statement: text) }
    }

    func finishReading() throws {
        if let fault = faults.fault { throw fault }
    }
}

/// One transaction on a workspace, inside the body given to `store.write`.
///
/// Actions are its extensions: what a person does is one action and one journal entry.
public final class WritableDatabase: ReadableDatabase {
    /// How far the journal has come in this transaction; `nil` off the record.
    var head: JournalHead?
    /// Rows changed so far, those of the journal not counted.
    private(set) var changes = 0

    init(_ connection: any Connection, now: Instant, head: JournalHead?) {
        self.head = head
        super.init(connection, now: now)
    }

    /// Runs a statement and returns how many rows it changed.
    @discardableResult
    public func run(_ sql: SQL) throws -> Int {
        let (text, values) = sql.statement
        try refuseStreaming(text)
        try refuseNull(values, text)
        let count = try faults.noting { try connection.run(text, values) }
        noteChanges(count)
        return count
    }

    /// Writes a row for each of the things, many rows to a statement.
    ///
    /// Rows go in powers of two, so that a connection prepares few statements, however many rows come.
    func insert<Things: RandomAccessCollection>(
        into columns: SQL, _ things: Things, _ rest: SQL = "", values: (Things.Element) -> SQL
    ) throws {
        var left = things[...]
        while !left.isEmpty {
            let count = min(64, 1 << (Int.bitWidth - 1 - left.count.leadingZeroBitCount))
            let rows = left.prefix(count).map { thing -> SQL in "(\(values(thing)))" }
            try run("INSERT INTO \(columns) VALUES \(rows.joined(", ")) \(rest)")
            left = left.dropFirst(count)
        }
    }

    public func newID<Owner>() -> Identifier<Owner> {
        Identifier(at: now)
    }

    /// Returns the next number of that kind in this workspace, from 1: what people see and cite.
    public func nextNumber(_ kind: String) throws -> Int {
        try nextNumbers(kind, count: 1).lowerBound
    }

    /// Returns that many numbers in a row; none is given out twice.
    func nextNumbers(_ kind: String, count: Int) throws -> Range<Int> {
        guard count > 0 else { return 0..<0 }
        let rows = try rows(
            """
            INSERT INTO counters (kind, value) VALUES (\(kind), \(count))
            ON CONFLICT (kind) DO UPDATE SET value = counters.value + excluded.value
            RETURNING value
            """
        )
        guard let row = rows.first else { throw StoreFault("no number for \(kind)") }
        return row.int(0) - count + 1..<row.int(0) + 1
    }

    override func noteChanges(_ count: Int) {
        changes += count
    }
}
