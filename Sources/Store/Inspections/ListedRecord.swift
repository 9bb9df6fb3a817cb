import Domain

/// A dated record that lists and forms name by what it says, and people by its number.
protocol ListedRecord: Hashable, Sendable, Codable {
    /// In the journal, and for its numbers: `inspection`.
    static var recordKind: String { get }
    static var kindName: Bilingual { get }
    static var topic: Topic { get }
    /// The field to look at when two lines mean the same record.
    static var keyField: String { get }

    var id: Identifier<Self> { get }
    var number: Int { get }
    var version: Int { get }
    /// The day by which it belongs to a plan year.
    var day: Day { get }
    /// The same in two lines that mean the same record.
    var key: String { get }
    var problems: [Problem] { get }

    func taking(id: Identifier<Self>, number: Int, version: Int) -> Self
}

extension RecordImport where Record: ListedRecord {
    /// Takes in what the rows say, each in the place of the record on file that it means.
    mutating func take(_ drafts: [(row: Int, record: Record)], onto known: [String: Record]) {
        var seen: [String: Int] = [:]
        for (row, draft) in drafts {
            let key = draft.key
            if let other = seen.updateValue(row, forKey: key) {
                problems.append(Problem.sameRecord(as: other, field: Record.keyField, row: row))
                continue
            }
            let old = known[key]
            let record =
                old.map { draft.taking(id: $0.id, number: $0.number, version: $0.version) } ?? draft
            problems += record.problems.map { $0.at(row: row) }
            take(record, replacing: old)
        }
        problems.sort { ($0.row ?? 0) < ($1.row ?? 0) }
    }
}

extension WritableDatabase {
    /// Writes what a list brings, all rows or none, as one entry of the journal.
    func record<Record: ListedRecord>(
        _ result: RecordImport<Record>, as action: String, by user: User.ID,
        because reason: String? = nil,
        settling: (Record) throws -> Record = { $0 },
        insert: (Record, _ year: Int) throws -> Void, update: (Record, _ year: Int) throws -> Int
    ) throws -> ImportSummary {
        try record(
            result, as: action, by: user, because: reason,
            insertAll: { drafts, calendar in
                try drafts.map { draft in
                    let record = try settling(draft)
                    try insert(record, calendar.year(of: record.day))
                    return record
                }
            }, update: update)
    }

    /// The same where the new records are written together; returned are they as they were written.
    func record<Record: ListedRecord>(
        _ result: RecordImport<Record>, as action: String, by user: User.ID,
        because reason: String? = nil,
        insertAll: ([Record], PlanCalendar) throws -> [Record],
        update: (Record, _ year: Int) throws -> Int
    ) throws -> ImportSummary {
        try result.requireSound()
        let calendar = try planCalendar()
        let numbers = try nextNumbers(Record.recordKind, count: result.new.count)
        let new = try insertAll(
            zip(result.new, numbers).map { $0.taking(id: newID(), number: $1, version: 1) },
            calendar)
        var changes = new.map { Change(Record.recordKind, $0.id.text, after: $0) }
        var years = Set(new.map { calendar.year(of: $0.day) })
        for change in result.changed {
            changes.append(try replace(change.old, with: change.new, calendar, update))
            years.formUnion([change.old.day, change.new.day].map(calendar.year))
        }
        guard !changes.isEmpty else { return result.summary }
        for year in years.sorted() { try raise(Record.topic, year: year) }
        try journal(action, by: user, because: reason, changes)
        return result.summary
    }

    /// Writes one record that a person corrected in a form.
    ///
    /// The siblings are the records among which there may be one that says the same already.
    func correct<Record: ListedRecord>(
        _ corrected: Record, of old: Record?, as action: String, by user: User.ID,
        among siblings: (_ year: Int) throws -> [Record],
        update: (Record, _ year: Int) throws -> Int
    ) throws {
        guard let old else { throw MissingRecord(Record.kindName, "\(corrected.number)") }
        guard old.version == corrected.version else {
            throw EditConflict(Record.kindName.capitalised)
        }
        let corrected = corrected.taking(id: old.id, number: old.number, version: old.version)
        guard corrected != old else { return }
        let calendar = try planCalendar()
        var problems = corrected.problems
        let same = try siblings(calendar.year(of: corrected.day))
            .first { $0.id != corrected.id && $0.key == corrected.key }
        if let same {
            problems.append(
                Problem(
                    Record.keyField,
                    vi:
                        "\(Record.kindName.capitalised.vi) số \(same.number) đã ghi đúng nội dung này; hãy sửa số đó.",
                    en:
                        "No. \(same.number) says the same of this \(Record.kindName.en) already; correct that one."
                ))
        }
        if !problems.isEmpty { throw InvalidInput(problems) }
        let change = try replace(old, with: corrected, calendar, update)
        for year in Set([old.day, corrected.day].map(calendar.year)).sorted() {
            try raise(Record.topic, year: year)
        }
        try journal(action, by: user, [change])
    }

    private func replace<Record: ListedRecord>(
        _ old: Record, with new: Record, _ calendar: PlanCalendar,
        _ update: (Record, _ year: Int) throws -> Int
    ) throws -> Change {
        guard try update(new, calendar.year(of: new.day)) == 1 else {
            throw EditConflict(Record.kindName.capitalised)
        }
        return Change(
            Record.recordKind, new.id.text, before: old,
            after: new.taking(id: new.id, number: new.number, version: new.version + 1))
    }
}

extension Bilingual {
    /// The Vietnamese with a capital at its start; the English stands inside a sentence.
    fileprivate var capitalised: Bilingual {
        Bilingual(vi: vi.prefix(1).uppercased() + vi.dropFirst(), en: en)
    }
}
