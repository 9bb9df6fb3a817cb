import Domain

extension ReadableDatabase {
    /// Works out what a list of self-inspections would change: one a body and scheduled day.
    public func selfInspectionImport(
        _ read: ReadRows<SelfInspectionRow>
    ) throws -> RecordImport<SelfInspection> {
        var result = RecordImport<SelfInspection>(problems: read.problems, notices: read.notices)
        let directory = try agencyDirectory(of: read.rows.map(\.row.bodyCode))
        var drafts: [(row: Int, record: SelfInspection)] = []
        for (number, row) in read.rows {
            guard let day = row.plannedOn ?? row.heldOn else {
                result.problems.append(
                    Problem(
                        "planned_on", row: number,
                        vi: "Hãy ghi ngày dự kiến hoặc ngày tự kiểm tra.",
                        en: "Give the day it is planned for or the day it was held."))
                continue
            }
            switch directory.agency(coded: row.bodyCode ?? "", on: day, field: "body_code") {
            case .problem(let problem): result.problems.append(problem.at(row: number))
            case .found(let body):
                let draft = SelfInspection(
                    id: SelfInspection.ID(at: now), number: 0, body: body, plannedOn: row.plannedOn,
                    heldOn: row.heldOn, reportSymbol: row.reportSymbol ?? "")
                drafts.append((number, draft))
            }
        }
        let calendar = try planCalendar()
        let bodies = Set(drafts.map(\.record.body))
        var known: [String: SelfInspection] = [:]
        for year in Set(drafts.map { calendar.year(of: $0.record.day) }) {
            try eachSelfInspection(of: year, among: bodies) { known[$0.key] = $0 }
        }
        result.take(drafts, onto: known)
        return result
    }
}

extension WritableDatabase {
    /// Takes a list of self-inspections into the record, all rows or none.
    public func importSelfInspections(
        _ read: ReadRows<SelfInspectionRow>, by user: User.ID
    ) throws -> ImportSummary {
        try requireSomewhere(.recordSelfInspections, of: user)
        let result = try selfInspectionImport(read)
        try result.requireSound()
        try require(.recordSelfInspections, of: user, inEach: result.records.map(\.body))
        return try record(
            result, as: "self-inspections.recorded", by: user, insert: insert, update: update)
    }

    private func insert(_ record: SelfInspection, in year: Int) throws {
        try run(
            """
            INSERT INTO self_inspections
              (id, number, year, body_id, planned_on, held_on, report_symbol, version, recorded_at)
            VALUES (\(record.id), \(record.number), \(year), \(record.body), \(record.plannedOn),
              \(record.heldOn), \(record.reportSymbol), 1, \(now))
            """
        )
    }

    private func update(_ record: SelfInspection, in year: Int) throws -> Int {
        try run(
            """
            UPDATE self_inspections SET year = \(year), body_id = \(record.body),
              planned_on = \(record.plannedOn), held_on = \(record.heldOn),
              report_symbol = \(record.reportSymbol), version = version + 1, recorded_at = \(now)
            WHERE id = \(record.id) AND version = \(record.version)
            """
        )
    }
}

extension SelfInspection: ListedRecord {
    static var recordKind: String { "self-inspection" }
    static var kindName: Bilingual { Bilingual(vi: "cuộc tự kiểm tra", en: "self-inspection") }
    static var topic: Topic { .inspections }
    static var keyField: String { "body_code" }

    // The database lets none in without either day.
    var day: Day { plannedOn ?? heldOn ?? Day(number: 0) }
    var key: String { "\(body) \(day)" }
}
