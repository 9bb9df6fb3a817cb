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
        })

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
        correct: nil)

    static let findings = RecordKind(
        key: "findings", section: .findings,
        name: Bilingual(vi: "Vấn đề phát hiện qua kiểm tra", en: "Findings"),
        add: Bilingual(vi: "Ghi vấn đề phát hiện", en: "Record a finding"),
        sees: .seeInspections, records: .recordFindings,
        columns: FindingColumns.all.map(Heading.init),
        topics: [.agencies, .inspections, .findings],
        lines: { snapshot in
            let tree = try snapshot.tree()
            var numbers: [Inspection.ID: Int] = [:]
            try snapshot.db.eachInspection(of: snapshot.year) { numbers[$0.id] = $0.number }
            var lines: [Line] = []
            try snapshot.db.eachFinding(of: snapshot.year) { finding in
                var row = FindingRow()
                row.bodyCode = tree.body(finding.body)?.code
                row.inspectionNumber = finding.inspection.flatMap { numbers[$0] }
                row.text = finding.text
                row.foundOn = finding.foundOn
                row.dueOn = finding.dueOn
                row.closedOn = finding.closedOn
                row.evidence = finding.evidence
                let isClosed = finding.closedOn.map { $0 <= snapshot.day } ?? false
                let isLate = (finding.closedOn ?? finding.dueOn) > finding.dueOn
                lines.append(
                    Line(
                        number: finding.number, version: finding.version,
                        cells: FindingColumns.all.map { $0.write(row) },
                        badge: .state(
                            isClosed
                                ? (isLate ? .late : .counted)
                                : finding.dueOn <= snapshot.day ? .overdue : .open),
                        recordedOn: finding.foundOn))
            }
            return lines
        },
        dryRun: { db, table in
            try db.findingImport(FindingColumns.all.read(table, blank: FindingRow())).summary
        },
        take: { db, table, user in
            try db.importFindings(FindingColumns.all.read(table, blank: FindingRow()), by: user)
        },
        correct: { db, number, version, table, user in
            let read = try db.findingImport(FindingColumns.all.read(table, blank: FindingRow()))
            try read.requireSound()
            guard let old = try db.finding(numbered: number) else {
                throw MissingRecord(Bilingual(vi: "vấn đề", en: "finding"), "\(number)")
            }
            guard let typed = read.only else { return }
            try db.correctFinding(
                typed.taking(id: old.id, number: number, version: version), by: user)
        })
}

extension InspectionRow {
    init(_ inspection: Inspection, _ tree: AgencyTree) {
        self.init()
        inspectorCode = tree.body(inspection.inspector)?.code
        bodyCode = tree.body(inspection.body)?.code
        kind = inspection.kind
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
