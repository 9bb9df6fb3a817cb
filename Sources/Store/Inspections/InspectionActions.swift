import Domain

extension ReadableDatabase {
    /// Works out what a list of inspections would change; the dry run stops here.
    ///
    /// The same inspector, body and scheduled day (or the day it was held, if never scheduled) mean
    /// the same inspection.
    public func inspectionImport(_ read: ReadRows<InspectionRow>) throws -> RecordImport<Inspection>
    {
        var result = RecordImport<Inspection>(problems: read.problems, notices: read.notices)
        let directory = try agencyDirectory(
            of: read.rows.flatMap { [$0.row.inspectorCode, $0.row.bodyCode] })
        var drafts: [(row: Int, record: Inspection)] = []
        for (number, row) in read.rows {
            guard let day = row.plannedOn ?? row.heldOn else {
                result.problems.append(
                    Problem(
                        "planned_on", row: number, vi: "Hãy ghi ngày dự kiến hoặc ngày kiểm tra.",
                        en: "Give the day it is planned for or the day it was held."))
                continue
            }
            let inspector = directory.agency(
                coded: row.inspectorCode ?? "", on: day, field: "inspector_code")
            let body = directory.agency(coded: row.bodyCode ?? "", on: day, field: "body_code")
            guard case .found(let inspectorID) = inspector, case .found(let bodyID) = body else {
                result.problems += [inspector, body].compactMap(\.problem).map {
                    $0.at(row: number)
                }
                continue
            }
            let draft = Inspection(
                id: Inspection.ID(at: now), number: 0, inspector: inspectorID, body: bodyID,
                kind: row.kind ?? (row.plannedOn == nil ? .sudden : .planned),
                mode: row.mode ?? .onSite, plannedOn: row.plannedOn,
                heldOn: row.heldOn, concludedOn: row.concludedOn,
                conclusionSymbol: row.conclusionSymbol ?? "", cancelledOn: row.cancelledOn)
            drafts.append((number, draft))
        }
        let calendar = try planCalendar()
        let bodies = Set(drafts.map(\.record.body))
        var known: [String: Inspection] = [:]
        for year in Set(drafts.map { calendar.year(of: $0.record.day) }) {
            try eachInspection(of: year, among: bodies) { known[$0.key] = $0 }
        }
        result.take(drafts, onto: known)
        return result
    }
}

extension WritableDatabase {
    /// Takes a list of inspections into the record, all rows or none.
    public func importInspections(_ read: ReadRows<InspectionRow>, by user: User.ID) throws
        -> ImportSummary
    {
        try requireSomewhere(.recordInspections, of: user)
        let result = try inspectionImport(read)
        try result.requireSound()
        try require(.recordInspections, of: user, inEach: result.records.map(\.inspector))
        return try record(
            result, as: "inspections.recorded", by: user, insert: insert, update: update)
    }

    /// Records one inspection that a person corrected in a form.
    ///
    /// - Throws: ``InvalidInput``, or ``EditConflict`` when somebody was quicker.
    public func correctInspection(_ corrected: Inspection, by user: User.ID) throws {
        let old = try inspection(numbered: corrected.number)
        try require(
            .recordInspections, of: user,
            inEach: [old, corrected].compactMap { $0?.inspector })
        try correct(
            corrected, of: old, as: "inspection.corrected", by: user,
            among: { try inspections(of: corrected.body, year: $0) }, update: update)
    }

    func insert(_ record: Inspection, in year: Int) throws {
        try run(
            """
            INSERT INTO inspections
              (id, number, year, inspector_id, body_id, kind, planned_on, held_on, concluded_on,
               conclusion_symbol, cancelled_on, version, recorded_at, mode)
            VALUES (\(record.id), \(record.number), \(year), \(record.inspector), \(record.body),
              \(record.kind.rawValue), \(record.plannedOn), \(record.heldOn), \(record.concludedOn),
              \(record.conclusionSymbol), \(record.cancelledOn), 1, \(now),
              \(record.mode.rawValue))
            """
        )
    }

    func update(_ record: Inspection, in year: Int) throws -> Int {
        try run(
            """
            UPDATE inspections SET year = \(year), inspector_id = \(record.inspector),
              body_id = \(record.body), kind = \(record.kind.rawValue), planned_on = \(record.plannedOn),
              held_on = \(record.heldOn), concluded_on = \(record.concludedOn),
              mode = \(record.mode.rawValue), conclusion_symbol = \(record.conclusionSymbol),
              cancelled_on = \(record.cancelledOn),
              version = version + 1, recorded_at = \(now)
            WHERE id = \(record.id) AND version = \(record.version)
            """
        )
    }
}

extension Inspection: ListedRecord {
    static var recordKind: String { "inspection" }
    static var kindName: Bilingual { Bilingual(vi: "cuộc kiểm tra", en: "inspection") }
    static var topic: Topic { .inspections }
    static var keyField: String { "body_code" }

    // The database lets none in without either day.
    var day: Day { plannedOn ?? heldOn ?? Day(number: 0) }
    var key: String { "\(inspector) \(body) \(day)" }
}
