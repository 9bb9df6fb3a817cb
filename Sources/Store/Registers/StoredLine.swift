import Domain

/// How a register's lines lie in their table, beside the columns that every register has.
public protocol StoredLine: RegisterLine {
    static var table: SQL { get }
    /// The table's own columns with their values, in the order in which ``init(_:day:)`` reads them.
    var stored: [(name: SQL, value: SQL)] { get }
    /// Reads the line from a row whose own columns begin at 5.
    init(_ row: Row, day: Day)
}

extension Registered: ListedRecord where Line: StoredLine {
    static var recordKind: String { Line.register.recordKind }
    static var kindName: Bilingual { Line.register.kindName }
    static var topic: Topic { .registers }
    static var keyField: String { Line.register.keyField }
}

extension ReadableDatabase {
    /// Returns the register's lines of the year, by number.
    public func lines<Line: StoredLine>(_ type: Line.Type, of year: Int) throws -> [Registered<
        Line
    >] {
        try lines(type, where: "year = \(year)")
    }

    /// Returns the line with that number; `nil` when there is none.
    public func line<Line: StoredLine>(_ type: Line.Type, numbered number: Int) throws
        -> Registered<Line>?
    {
        try lines(type, where: "number = \(number)").first
    }

    private func eachLine<Line: StoredLine>(
        _ type: Line.Type, where condition: SQL, _ body: (Registered<Line>) throws -> Void
    ) throws {
        let names = Line().stored.map(\.name).joined(", ")
        try each(
            """
            SELECT id, number, body_id, day_on, version, \(names) FROM \(Line.table)
            WHERE \(condition) ORDER BY number
            """
        ) { row in
            let day = row.day(3)
            try body(
                Registered(
                    id: row.id(0), number: row.int(1), body: row.id(2), day: day,
                    line: Line(row, day: day), version: row.int(4)))
        }
    }

    private func lines<Line: StoredLine>(_ type: Line.Type, where condition: SQL) throws
        -> [Registered<
            Line
        >]
    {
        var found: [Registered<Line>] = []
        try eachLine(type, where: condition) { found.append($0) }
        return found
    }

    /// Works out what a list would change; the dry run stops here.
    public func lineImport<Line: StoredLine>(_ read: ReadRows<Line>) throws -> RecordImport<
        Registered<Line>
    > {
        var result = RecordImport<Registered<Line>>(problems: read.problems, notices: read.notices)
        let directory = try agencyDirectory(of: read.rows.map(\.row.bodyCode))
        var drafts: [(row: Int, record: Registered<Line>)] = []
        for (number, line) in read.rows {
            guard let day = line.day else {
                result.problems.append(
                    Problem(
                        Line.register.dayField, row: number, vi: "Hãy ghi ngày.",
                        en: "Give the day."))
                continue
            }
            let body = directory.agency(coded: line.bodyCode ?? "", on: day, field: "body_code")
            guard case .found(let bodyID) = body else {
                result.problems += [body].compactMap(\.problem).map { $0.at(row: number) }
                continue
            }
            let draft = Registered(
                id: Registered<Line>.ID(at: now), number: 0, body: bodyID, day: day, line: line)
            drafts.append((number, draft))
        }
        let calendar = try planCalendar()
        let bodies = Set(drafts.map(\.record.body))
        var known: [String: Registered<Line>] = [:]
        for year in Set(drafts.map { calendar.year(of: $0.record.day) }) {
            let condition: SQL = "year = \(year) AND \(SQL.among(bodies, "body_id"))"
            try eachLine(Line.self, where: condition) { known[$0.key] = $0 }
        }
        result.take(drafts, onto: known)
        return result
    }
}

extension WritableDatabase {
    /// Takes a list into its register, all rows or none.
    public func importLines<Line: StoredLine>(_ read: ReadRows<Line>, by user: User.ID) throws
        -> ImportSummary
    {
        try requireSomewhere(.recordRegisters, of: user)
        let result = try lineImport(read)
        try result.requireSound()
        try require(.recordRegisters, of: user, inEach: result.records.map(\.body))
        return try record(
            result, as: "\(Line.register.key).recorded", by: user, insert: insert, update: update)
    }

    /// Records one line that a person corrected in a form.
    public func correctLine<Line: StoredLine>(_ corrected: Registered<Line>, by user: User.ID)
        throws
    {
        let old = try line(Line.self, numbered: corrected.number)
        try require(
            .recordRegisters, of: user, inEach: [old, corrected].compactMap { $0?.body })
        try correct(
            corrected, of: old, as: "\(Line.register.recordKind).corrected", by: user,
            among: { year in
                try lines(Line.self, of: year).filter { $0.body == corrected.body }
            },
            update: update)
    }

    func insert<Line: StoredLine>(_ record: Registered<Line>, in year: Int) throws {
        let stored = record.line.stored
        try run(
            """
            INSERT INTO \(Line.table) (id, number, year, body_id, day_on, \(stored.map(\.name).joined(", ")),
              version, recorded_at)
            VALUES (\(record.id), \(record.number), \(year), \(record.body), \(record.day),
              \(stored.map(\.value).joined(", ")), 1, \(now))
            """
        )
    }

    private func update<Line: StoredLine>(_ record: Registered<Line>, in year: Int) throws -> Int {
        let changes = record.line.stored.map { "\($0.name) = \($0.value)" as SQL }.joined(", ")
        return try run(
            """
            UPDATE \(Line.table) SET year = \(year), body_id = \(record.body), day_on = \(record.day),
              \(changes), version = version + 1, recorded_at = \(now)
            WHERE id = \(record.id) AND version = \(record.version)
            """
        )
    }
}
