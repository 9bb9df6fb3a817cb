import Domain
import Store

extension RecordKind {
    static let documents = RecordKind(
        key: "documents", section: .documents,
        name: Bilingual(vi: "Văn bản quy phạm pháp luật", en: "Legal documents"),
        add: Bilingual(vi: "Ghi văn bản", en: "Record a document"),
        sees: .seeDocuments, records: .recordDocuments,
        columns: LegalDocumentColumns.all.map(Heading.init), topics: [.agencies, .law],
        lines: { snapshot in
            let tree = try snapshot.tree()
            var lines: [Line] = []
            try snapshot.db.eachLegalDocument(of: snapshot.year) { document in
                lines.append(
                    Line(
                        number: document.number, version: document.version,
                        cells: LegalDocumentColumns.all.map {
                            $0.write(LegalDocumentRow(document, tree))
                        },
                        badge: document.badge(on: snapshot.day), recordedOn: document.signedOn))
            }
            return lines
        },
        dryRun: { db, table in
            try db.legalDocumentImport(
                LegalDocumentColumns.all.read(table, blank: LegalDocumentRow())
            ).summary
        },
        take: { db, table, user in
            try db.importLegalDocuments(
                LegalDocumentColumns.all.read(table, blank: LegalDocumentRow()), by: user)
        },
        correct: { db, number, version, table, user in
            let read = try db.legalDocumentImport(
                LegalDocumentColumns.all.read(table, blank: LegalDocumentRow()))
            try read.requireSound()
            guard let old = try db.legalDocument(numbered: number) else {
                throw MissingRecord(Bilingual(vi: "văn bản", en: "document"), "\(number)")
            }
            guard let typed = read.only else { return }
            try db.correctLegalDocument(
                typed.taking(id: old.id, number: number, version: version), by: user)
        })
}

extension LegalDocumentRow {
    init(_ document: LegalDocument, _ tree: AgencyTree) {
        self.init()
        issuerCode = tree.body(document.issuer)?.code
        symbol = document.symbol
        title = document.title
        signedOn = document.signedOn
        order = document.answers[.order]
        procedure = document.answers[.procedure]
        authority = document.answers[.authority]
        quality = document.answers[.quality]
        judgedOn = document.judgedOn
        judge = document.judge
    }
}

extension LegalDocument {
    func badge(on day: Day) -> RecordKind.State {
        guard let judgedOn, judgedOn <= day else { return .unchecked }
        if answers.values.contains(.unmet) { return .unmet }
        return answers.count == Condition.allCases.count ? .met : .unchecked
    }
}
