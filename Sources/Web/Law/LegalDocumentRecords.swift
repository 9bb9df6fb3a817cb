import Domain
import Store

extension RecordKind {
    static let documents = RecordKind(
        key: "documents", section: .documents,
        name: Bilingual(vi: "Văn bản", en: "Documents"),
        add: Bilingual(vi: "Ghi văn bản", en: "Record a document"),
        sees: .seeDocuments, records: .recordDocuments,
        columns: LegalDocumentColumns.all.map(Heading.init), topics: [.agencies, .law],
        lines: { snapshot in
            let tree = try snapshot.tree()
            let outside = try snapshot.db.outsideIssuers()
            var lines: [Line] = []
            try snapshot.db.eachLegalDocument(of: snapshot.year) { document in
                lines.append(
                    Line(
                        number: document.number, version: document.version,
                        cells: LegalDocumentColumns.all.map {
                            $0.write(LegalDocumentRow(document, tree, outside))
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
        }, hasOwnPages: true, hasOwnList: true)
}

extension LegalDocumentRow {
    init(_ document: LegalDocument, _ tree: AgencyTree, _ outside: [OutsideIssuer]) {
        self.init()
        issuerCode =
            tree.body(document.issuer)?.code ?? outside.first { $0.id == document.issuer }?.code
        symbol = document.symbol
        title = document.title
        signedOn = document.signedOn
        order = document.answers[.order]
        procedure = document.answers[.procedure]
        authority = document.answers[.authority]
        quality = document.answers[.quality]
        judgedOn = document.judgedOn
        judge = document.judge
        let details = document.details
        (nature, kind, organ) = (details.nature, details.kind, details.organ)
        (signer, field) = (details.signer, details.field)
        (publishedOn, inForceOn) = (details.publishedOn, details.inForceOn)
        declaredStatus = details.declaredStatus
        affectsBusiness = details.affectsBusiness ? .yes : nil
        (consulted, impactAssessment) = (details.consulted, details.impactAssessment)
        sources = details.sources
    }
}

extension LegalDocument {
    func badge(on day: Day, questionedOn: Day? = nil) -> RecordKind.State {
        RecordKind.State(answers, judgedOn: judgedOn, questionedOn: questionedOn, day)
    }
}

extension RecordKind.State {
    /// What the judgement comes to by the end of the day.
    init(
        _ answers: [LegalDocument.Condition: LegalDocument.Answer], judgedOn: Day?,
        questionedOn: Day? = nil, _ day: Day
    ) {
        let isJudged = judgedOn.map { $0 <= day } ?? false
        if isJudged, answers.values.contains(.unmet) {
            self = .unmet
        } else if isJudged, questionedOn.map({ $0 <= day }) ?? false {
            self = .questioned
        } else {
            self =
                isJudged && answers.count == LegalDocument.Condition.allCases.count
                ? .met : .unchecked
        }
    }
}
