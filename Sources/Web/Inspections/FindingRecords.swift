import Domain
import Store

extension RecordKind {
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
            let documents = try snapshot.db.checkedDocuments()
            var lines: [Line] = []
            try snapshot.db.eachFinding(of: snapshot.year) { finding in
                lines.append(
                    Line(
                        number: finding.number, version: finding.version,
                        cells: FindingColumns.all.map {
                            $0.write(FindingRow(finding, tree, numbers, documents))
                        },
                        badge: nil, recordedOn: finding.foundOn))
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
        }, hasOwnPages: true, hasOwnList: true,
        landing: { Int($0.text("document_number")).map { Paths.legalDocument($0) } })
}

extension FindingRow {
    /// The line that the export writes and the import takes back.
    init(
        _ finding: Finding, _ tree: AgencyTree, _ inspections: [Inspection.ID: Int],
        _ documents: [LegalDocument.ID: Int]
    ) {
        self.init()
        bodyCode = tree.body(finding.body)?.code
        inspectionNumber = finding.inspection.flatMap { inspections[$0] }
        text = finding.text
        foundOn = finding.foundOn
        dueOn = finding.dueOn
        closedOn = finding.closedOn
        evidence = finding.evidence
        source = finding.source
        ground = finding.ground
        severity = finding.severity
        linkKind = finding.link?.kind
        linkCode = finding.link?.code
        documentNumber = finding.document.flatMap { documents[$0] }
    }
}
