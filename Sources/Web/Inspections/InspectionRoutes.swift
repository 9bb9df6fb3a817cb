import Documents
import Domain
import Foundation
import Hummingbird
import Markup
import Store

/// One inspection: its file, its checklist, its conclusion.
enum InspectionRoutes {
    static func add(to router: Routes) {
        router.get("/:year/inspections/:number", .may(.seeInspections)) { _, context in
            try await page(context)
        }
        router.write("/:year/inspections/:number/file", .may(.recordInspections), use: save)
        router.write(
            "/:year/inspections/:number/conclusion", .may(.recordInspections), use: conclude)
        router.write(
            "/:year/inspections/:number/practice", .may(.recordInspections), use: propose)
        router.get("/:year/inspections/:number/checklist", .may(.seeInspections)) { _, context in
            try await checklist(context)
        }
        router.write("/:year/inspections/:number/checklist", .may(.recordInspections), use: answer)
        router.get("/:year/inspections/:number/notice.docx", .may(.recordInspections)) {
            _, context in try await notice(context)
        }
    }

    static func page(_ context: AppContext, typed: FindingTyped? = nil) async throws -> Response {
        let year = try context.year()
        let number = try context.number("number")
        let day = try context.day(in: year)
        let chosen = try context.chosenDay()
        let (language, kept, token) = (context.language, context.site.kept, context.formToken)
        let (user, today) = (context.person?.user.id, context.today)
        let (hasEnded, mayKnow) = (day < today, context.may(.seePeople))
        let builder = try await context.site.store.read { db in
            let snapshot = Snapshot(db: db, kept: kept, year: year, day: day, dayHasEnded: hasEnded)
            let inspection = try required(number, db)
            let file = try db.inspectionFile(of: inspection.id)
            let mayRecord = try user.map {
                try db.isGranted(.recordInspections, to: $0, in: inspection.inspector, on: today)
            }
            return InspectionPageBuilder(
                inspection: inspection, file: file, year: year, language: language, chosen: chosen,
                day: day, tree: try snapshot.tree(), findings: try db.findings(of: inspection.id),
                doubled: mayKnow ? try db.doubledMembers(of: inspection, file) : [],
                initiative: try db.initiative(from: inspection.id),
                checklists: try db.checklists(of: year),
                checklist: try file.checklist.flatMap { try db.checklist($0) },
                rules: try db.inspectionRules(of: year), mayRecord: mayRecord ?? false,
                mayKnow: mayKnow,
                token: token, typed: typed,
                history: try HistoryEntry.entries(
                    of: "inspection", inspection.id.text, db, language))
        }
        let subject = Evidence.Subject(.inspection, builder.inspection.id.text)
        let evidence = evidencePartView(
            try await context.evidencePart(
                of: subject, returning: Paths.inspection(year, number)))
        return context.page(
            builder.title, in: .inspections, refusal: typed?.refusal,
            main: inspectionPageView(builder.page(), evidence: evidence))
    }

    static func required(_ number: Int, _ db: ReadableDatabase) throws -> Inspection {
        guard let inspection = try db.inspection(numbered: number) else {
            throw MissingRecord(Bilingual(vi: "cuộc kiểm tra", en: "inspection"), "\(number)")
        }
        return inspection
    }

    @Sendable private static func save(_ form: Form, _ context: AppContext) async throws -> Response
    {
        let year = try context.year()
        return try await change("file", form, context) { db, number, user in
            let old = try db.inspectionFile(of: try required(number, db).id)
            let file = try InspectionFileFields.file(
                form, onto: old, checklists: try db.checklists(of: year))
            try db.saveInspectionFile(file, of: number, by: user)
        }
    }

    @Sendable private static func conclude(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        try await change("conclusion", form, context) { db, number, user in
            var problems: [Problem] = []
            let symbol = form.required("symbol", &problems)
            _ = form.required("on", &problems)
            let on = form.day("on", &problems)
            guard problems.isEmpty, let on else { throw InvalidInput(problems) }
            try db.concludeInspection(
                number, symbol: symbol, on: on, version: form.version, by: user)
        }
    }

    @Sendable private static func propose(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        try await change("practice", form, context) { db, number, user in
            try db.proposeInitiative(from: number, by: user)
        }
    }

    private static func change(
        _ name: String, _ form: Form, _ context: AppContext,
        _ action: @escaping @Sendable (WritableDatabase, Int, User.ID) throws -> Void
    ) async throws -> Response {
        let year = try context.year()
        let number = try context.number("number")
        let user = try context.signedIn().user.id
        do {
            try await context.site.store.write { try action($0, number, user) }
            return context.redirect(
                to: Paths.inspection(year, number),
                saying: Bilingual(vi: "Đã ghi thay đổi.", en: "The change is recorded."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await page(
                context, typed: FindingTyped(form: name, fields: form, refusal: refusal))
        }
    }

    private static func checklist(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let year = try context.year()
        let number = try context.number("number")
        let (language, token) = (context.language, context.formToken)
        let (user, today) = (context.person?.user.id, context.today)
        let page = try await context.site.store.read { db -> ChecklistPage in
            let inspection = try required(number, db)
            let file = try db.inspectionFile(of: inspection.id)
            guard let list = try file.checklist.flatMap({ try db.checklist($0) }) else {
                throw MissingRecord(
                    Bilingual(vi: "danh mục kiểm tra của cuộc", en: "checklist of inspection"),
                    "\(number)")
            }
            let mayRecord = try user.map {
                try db.isGranted(.recordInspections, to: $0, in: inspection.inspector, on: today)
            }
            let body = try db.agencies(named: [inspection.body], on: today)[inspection.body]
            return ChecklistBuilder(
                list: list, answers: file.answers, copied: [], year: year, language: language,
                title: language == .vi
                    ? "Phiếu kiểm tra: \(list.name)" : "Checklist: \(list.name)",
                lede: [body?.name ?? "", list.source].filter { !$0.isEmpty }.joined(
                    separator: " · "),
                crumbs: [
                    Link(
                        language == .vi ? "Cuộc kiểm tra số \(number)" : "Inspection \(number)",
                        Paths.inspection(year, number)),
                    Link(list.name),
                ],
                form: mayRecord ?? false
                    ? (
                        path: Paths.inspection(year, number, "checklist"), token: token,
                        hidden: [HiddenField(name: "version", value: String(file.version))]
                    ) : nil, typed: typed, refusal: refusal,
                finding: mayRecord ?? false
                    ? { item, answer in
                        ChecklistBuilder.newFinding(
                            item, answer, of: body?.code ?? "", inspection: number,
                            source: .inspection, on: inspection.heldOn ?? today, year)
                    } : nil
            ).page()
        }
        return context.page(
            page.title, in: .inspections, refusal: refusal, main: checklistView(page))
    }

    @Sendable private static func answer(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let year = try context.year()
        let number = try context.number("number")
        let user = try context.signedIn().user.id
        do {
            try await context.site.store.write { db in
                let old = try db.inspectionFile(of: try required(number, db).id)
                let file = old.answering(ChecklistBuilder.answers(form)).versioned(form.version)
                try db.saveInspectionFile(file, of: number, by: user)
            }
            return context.redirect(
                to: Paths.inspection(year, number),
                saying: Bilingual(vi: "Đã ghi phiếu kiểm tra.", en: "The checklist is recorded."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await checklist(context, typed: form, refusal: refusal)
        }
    }

    /// The draft of the conclusion notice, to be signed elsewhere.
    private static func notice(_ context: AppContext) async throws -> Response {
        let year = try context.year()
        let number = try context.number("number")
        let today = context.today
        let notice = try await context.site.store.read { db in
            let inspection = try required(number, db)
            let names = try db.agencies(
                named: [inspection.body, inspection.inspector], on: today)
            let file = try db.inspectionFile(of: inspection.id)
            let tree = try db.agencyTree(on: inspection.concludedOn ?? today)
            guard let letterhead = try db.letterhead(of: inspection.inspector, in: tree) else {
                throw MissingRecord(
                    Bilingual(vi: "cơ quan kiểm tra của cuộc", en: "inspector of inspection"),
                    "\(number)")
            }
            return ConclusionNotice(
                inspection: inspection, file: file,
                checklist: try file.checklist.flatMap { try db.checklist($0) },
                findings: try db.findings(of: inspection.id),
                letterhead: letterhead,
                body: names[inspection.body]?.name ?? "", rules: try db.inspectionRules(of: year),
                year: year, day: inspection.concludedOn ?? today)
        }
        let place = try TemporaryFile(ending: "docx")
        try WordDocument.write(notice.document, to: place.path)
        return Response(
            status: .ok,
            headers: [
                .contentType: WordDocument.contentType,
                .contentDisposition: "attachment; filename=\"ket-luan-\(year)-\(number).docx\"",
                .cacheControl: "private, no-cache",
            ],
            body: ResponseBody(
                byteBuffer: ByteBuffer(bytes: try place.bytes())))
    }
}
