import Documents
import Domain
import Foundation
import Hummingbird
import Markup
import Reading
import Store

/// Legal documents: the register as the address narrows it, the page of one, its text.
enum LegalDocumentRoutes {
    static func add(to router: Routes, _ site: Site) {
        router.get("/:year/documents", .may(.seeDocuments)) { _, context in
            try await list(context)
        }
        router.get("/:year/documents.csv", .may(.seeDocuments)) { _, context in
            try await file(.csv, context)
        }
        router.get("/:year/documents.xlsx", .may(.seeDocuments)) { _, context in
            try await file(.xlsx, context)
        }
        router.get("/:year/documents/:number", .may(.seeDocuments)) { _, context in
            try await page(context)
        }
        router.get("/documents/:number", .may(.seeDocuments)) { _, context in
            try await page(context)
        }
        let limits = FormLimits.kept(
            site.settings.largestFile, in: site.store.files.incomingFolder)
        router.write(
            "/documents/:number/text", .may(.recordDocuments), limits: limits, use: keepText)
    }

    private static func list(_ context: AppContext) async throws -> Response {
        let year = try context.year()
        let asked = AskedDay(try context.day(in: year), today: context.today)
        let chosen = try context.chosenDay()
        let (language, typed, kept) = (context.language, context.query, context.site.kept)
        let (mayRecord, maySettle) = (
            context.may(.recordDocuments), context.may(.manageTemplates)
        )
        let page = try await context.site.store.read { db in
            let snapshot = Snapshot(
                db: db, kept: kept, year: year, day: asked.day, dayHasEnded: asked.hasEnded)
            let tree = try snapshot.tree()
            let query = LegalDocumentQuery(typed, year: year, tree: tree)
            let documents = try db.legalDocuments(
                query.filter, asked: asked, after: query.after,
                limit: LegalDocumentListBuilder.pageLength + 1)
            return LegalDocumentListBuilder(
                year: year, language: language, chosen: chosen, asked: asked, tree: tree,
                query: query,
                count: try db.legalDocumentCount(
                    query.filter, asked: asked, limit: LegalDocumentListBuilder.countLimit + 1),
                judged: try snapshot.value("documents-judged", from: [.law], cost: { _ in 96 }) {
                    try $0.judgedDocuments(of: year, asked: asked)
                },
                fields: try db.legalFields(),
                documents: documents, outside: try db.outsideIssuers(),
                states: try db.legalStates(of: documents.map(\.id), on: asked.day),
                mayRecord: mayRecord, scope: try db.legalScope(of: year), maySettle: maySettle
            ).listPage()
        }
        let title = RecordKind.documents.name[language]
        return context.page(title, in: .documents, main: recordListView(page))
    }

    private static func file(_ format: TableFormat, _ context: AppContext) async throws -> Response
    {
        let year = try context.year()
        let asked = AskedDay(try context.day(in: year), today: context.today)
        let (typed, kept) = (context.query, context.site.kept)
        let table = try await context.site.store.read { db -> CellTable in
            let snapshot = Snapshot(
                db: db, kept: kept, year: year, day: asked.day, dayHasEnded: asked.hasEnded)
            let tree = try snapshot.tree()
            let query = LegalDocumentQuery(typed, year: year, tree: tree)
            let outside = try db.outsideIssuers()
            var rows: [LegalDocumentRow] = []
            try db.eachLegalDocument(query.filter, asked: asked) {
                rows.append(LegalDocumentRow($0, tree, outside))
            }
            return LegalDocumentColumns.all.table(rows)
        }
        return try Response.table(table, named: "documents-\(year)", as: format)
    }

    static func page(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil,
        effects: EffectTyped? = nil
    ) async throws -> Response {
        let number = try context.number("number")
        let chosen = try context.chosenDay()
        let day = chosen ?? context.today
        let (language, kept, token) = (context.language, context.site.kept, context.formToken)
        let (mayRecord, hasEnded) = (context.may(.recordDocuments), day < context.today)
        let findings = FindingRights(
            maySee: context.may(.seeInspections), mayRecord: context.may(.recordFindings))
        let effectPart = try EffectRoutes.part(day: day, typed: effects, context)
        let (builder, effect) = try await context.site.store.read { db in
            let document = try required(number, db)
            let snapshot = Snapshot(
                db: db, kept: kept, year: try db.year(of: document.id) ?? day.year, day: day,
                dayHasEnded: hasEnded)
            let builder = try LegalDocumentPageBuilder(
                document, language: language, chosen: chosen, day: day,
                tree: try snapshot.tree(), token: token, mayRecord: mayRecord,
                findings: findings, db,
                refused: typed.flatMap { typed in refusal.map { (typed, $0) } })
            return (builder, try effectPart(document, db))
        }
        let subject = Evidence.Subject(.legalDocument, builder.document.id.text)
        let evidence = evidencePartView(
            try await context.evidencePart(of: subject, returning: Paths.legalDocument(number)))
        return context.page(
            builder.title, in: .documents, refusal: refusal ?? effects?.refusal,
            main: legalDocumentView(
                builder.page(), further: effect.map(effectPartView), evidence: evidence))
    }

    static func required(_ number: Int, _ db: ReadableDatabase) throws -> LegalDocument {
        guard let document = try db.legalDocument(numbered: number) else {
            throw MissingRecord(Bilingual(vi: "văn bản", en: "document"), "\(number)")
        }
        return document
    }

    @Sendable private static func keepText(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let number = try context.number("number")
        let user = try context.signedIn().user.id
        let store = context.site.store
        do {
            _ = try await store.read { try required(number, $0) }
            guard let file = form.file("file"), file.size > 0 else {
                throw InvalidInput([
                    Problem("file", vi: "Hãy chọn tệp toàn văn.", en: "Choose the file.")
                ])
            }
            let text = try await LegalText.read(try file.bytes(), name: file.name)
            let uploads = try await EvidenceIntake(context.site).take([file], by: user)
            let version = form.version
            try await store.write {
                try $0.keepLegalText(
                    text, from: uploads.first, of: number, version: version, by: user)
            }
            let count = text.bases.count
            return context.redirect(
                to: Paths.legalDocument(number),
                saying: Bilingual(
                    vi: "Đã đọc toàn văn, nhận ra \(Written.count(count, .vi)) căn cứ.",
                    en:
                        "The text is kept; \(Written.english(count, "basis was", "bases were")) recognised."
                ))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await page(context, typed: form, refusal: refusal)
        }
    }
}
