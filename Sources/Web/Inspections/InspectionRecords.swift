import Domain
import Store

extension RecordKind {
    static let inspections = RecordKind(
        key: "inspections", section: .inspections,
        name: Bilingual(vi: "Cuộc kiểm tra", en: "Inspections"),
        add: Bilingual(vi: "Ghi cuộc kiểm tra", en: "Record an inspection"),
        sees: .seeInspections, records: .recordInspections,
        columns: InspectionColumns.all.map(Heading.init), topics: [.agencies, .inspections],
        lines: { snapshot in
            let tree = try snapshot.tree()
            var lines: [Line] = []
            try snapshot.db.eachInspection(of: snapshot.year) { inspection in
                lines.append(
                    Line(
                        number: inspection.number, version: inspection.version,
                        cells: InspectionColumns.all.map {
                            $0.write(InspectionRow(inspection, tree))
                        },
                        badge: .state(inspection.state(on: snapshot.day)),
                        recordedOn: inspection.heldOn))
            }
            return lines
        },
        dryRun: { db, table in
            try db.inspectionImport(InspectionColumns.all.read(table, blank: InspectionRow()))
                .summary
        },
        take: { db, table, user in
            try db.importInspections(
                InspectionColumns.all.read(table, blank: InspectionRow()), by: user)
        },
        correct: { db, number, version, table, user in
            let read = try db.inspectionImport(
                InspectionColumns.all.read(table, blank: InspectionRow()))
            try read.requireSound()
            guard let old = try db.inspection(numbered: number) else {
                throw MissingRecord(Bilingual(vi: "cuộc kiểm tra", en: "inspection"), "\(number)")
            }
            guard let typed = read.only else { return }
            try db.correctInspection(
                typed.taking(id: old.id, number: number, version: version), by: user)
        }, hasOwnPages: true)

    static let selfInspections = RecordKind(
        key: "self-inspections", section: .selfInspections,
        name: Bilingual(vi: "Tự kiểm tra", en: "Self-inspections"),
        add: Bilingual(vi: "Ghi việc tự kiểm tra", en: "Record a self-inspection"),
        sees: .seeInspections, records: .recordSelfInspections,
        columns: SelfInspectionColumns.all.map(Heading.init), topics: [.agencies, .inspections],
        lines: { snapshot in
            let tree = try snapshot.tree()
            var lines: [Line] = []
            try snapshot.db.eachSelfInspection(of: snapshot.year) { inspection in
                var row = SelfInspectionRow()
                row.bodyCode = tree.body(inspection.body)?.code
                row.plannedOn = inspection.plannedOn
                row.heldOn = inspection.heldOn
                row.reportSymbol = inspection.reportSymbol
                let isDone = inspection.heldOn.map { $0 <= snapshot.day } ?? false
                let isLate = inspection.plannedOn.map { $0 <= snapshot.day } ?? false
                lines.append(
                    Line(
                        number: inspection.number, version: inspection.version,
                        cells: SelfInspectionColumns.all.map { $0.write(row) },
                        badge: .state(isDone ? .counted : isLate ? .overdue : .open),
                        recordedOn: inspection.heldOn))
            }
            return lines
        },
        dryRun: { db, table in
            try db.selfInspectionImport(
                SelfInspectionColumns.all.read(table, blank: SelfInspectionRow())
            ).summary
        },
        take: { db, table, user in
            try db.importSelfInspections(
                SelfInspectionColumns.all.read(table, blank: SelfInspectionRow()), by: user)
        },
        correct: nil, hasOwnPages: true)
}

extension InspectionRow {
    init(_ inspection: Inspection, _ tree: AgencyTree) {
        self.init()
        inspectorCode = tree.body(inspection.inspector)?.code
        bodyCode = tree.body(inspection.body)?.code
        kind = inspection.kind
        mode = inspection.mode
        plannedOn = inspection.plannedOn
        heldOn = inspection.heldOn
        concludedOn = inspection.concludedOn
        conclusionSymbol = inspection.conclusionSymbol
        cancelledOn = inspection.cancelledOn
    }
}

extension Inspection {
    /// Where it stands on a day: concluded, under way or scheduled, behind its schedule, cancelled.
    func state(on day: Day) -> Standing.Row.State {
        if let cancelledOn, cancelledOn <= day { return .failed }
        if let concludedOn, concludedOn <= day { return .counted }
        if let heldOn, heldOn <= day { return .open }
        return plannedOn.map { $0 <= day } ?? false ? .overdue : .open
    }
}

extension RecordImport {
    /// The one record of a list of one row; `nil` when it says what is on record already.
    var only: Record? { new.first ?? changed.first?.new }
}
