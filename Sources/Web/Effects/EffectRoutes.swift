import Domain
import Hummingbird
import Markup
import Store

/// Entries of the effect ledger on a document's page, and what the ledger says of all documents.
enum EffectRoutes {
    static func add(to router: Routes) {
        router.get("/documents/effects", .may(.seeDocuments)) { _, context in
            try await overview(context)
        }
        router.write("/documents/:number/effects", .may(.recordDocuments), use: record)
        router.write(
            "/documents/:number/effect-withdrawals", .may(.recordDocuments), use: withdraw)
        router.write("/documents/:number/basis-alerts", .may(.reviewDocuments), use: settle)
    }

    /// The part about effects for the page of one document.
    static func part(
        day: Day, typed: EffectTyped?, _ context: AppContext
    ) throws -> @Sendable (LegalDocument, ReadableDatabase) throws -> EffectPart? {
        let (language, token, chosen) = (
            context.language, context.formToken, try context.chosenDay()
        )
        let (user, today) = (context.person?.user.id, context.today)
        let mayRecord = context.may(.recordDocuments)
        let which = typed.map { ($0.form, $0.which, $0.refusal) }
        return { document, db in
            let mayReview =
                try user.map {
                    try db.isGranted(.reviewDocuments, to: $0, in: document.issuer, on: today)
                } ?? false
            return try EffectPartBuilder(
                document, language: language, chosen: chosen, day: day, token: token,
                mayRecord: mayRecord, mayReview: mayReview,
                typed: which.map { EffectTyped(form: $0.0, which: $0.1, refusal: $0.2) }, db
            )?.part()
        }
    }

    private static func overview(_ context: AppContext) async throws -> Response {
        let day = try context.chosenDay() ?? context.today
        let (language, chosen) = (context.language, try context.chosenDay())
        func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
        let builder = try await context.site.store.read { db in
            try EffectOverviewBuilder(day: day, chosen: chosen, language: language, db)
        }
        let title = text("Tình trạng hiệu lực ngày \(day.vi)", "What is in force on \(day.en)")
        let files = zip(["CSV", "XLSX"], Paths.legalEffectFiles).map { Link($0, $1) }
        let links =
            (context.may(.recordDocuments)
                ? [Link(text("Nhập tác động từ tệp", "Import effects"), Paths.legalEffectImport)]
                : []) + files
        let main: HTML = """
            <div class="head"><div><h1>\(title)</h1><p class="lede">\(text("Tính từ ngày có hiệu lực và các tác động đã ghi; tình trạng do nguồn công bố đứng bên cạnh.", "Computed from first days and entries; what sources declare stands beside it."))</p></div>\(linkLine(links))</div>
            <div class="stack">\(tablePart(builder.states))\(tablePart(builder.queries))\(tablePart(builder.alerts))</div>
            """
        return context.page(title, in: .documents, main: main)
    }

    @Sendable private static func record(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let number = try context.number("number")
        let user = try context.signedIn().user.id
        do {
            var problems: [Problem] = []
            let kind = Effect.Kind(rawValue: form.text("kind"))
            if kind == nil {
                problems.append(
                    Problem("kind", vi: "Hãy chọn tác động.", en: "Choose what it does."))
            }
            var draft = EffectDraft(
                document: number, isActing: form.text("direction") == "acting",
                kind: kind ?? .expiry)
            draft.other = form.text("other")
            draft.from = form.day("from", &problems)
            draft.until = form.day("until", &problems)
            draft.parts = form.text("parts")
            draft.note = String(form.text("note").prefix(500))
            guard problems.isEmpty else { throw InvalidInput(problems) }
            let entry = draft
            let made = try await context.site.store.write { try $0.recordEffect(entry, by: user) }
            return context.redirect(
                to: Paths.legalDocument(number),
                saying: Bilingual(
                    vi: "Đã ghi tác động số \(made).", en: "Entry \(made) is recorded."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await LegalDocumentRoutes.page(
                context, effects: EffectTyped(form: form, which: .entry, refusal: refusal))
        }
    }

    @Sendable private static func withdraw(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let number = try context.number("number")
        let user = try context.signedIn().user.id
        let (entry, reason) = (Int(form.text("entry")) ?? 0, form.text("reason"))
        do {
            try await context.site.store.write {
                try $0.withdrawEffect(entry, because: reason, by: user)
            }
            return context.redirect(
                to: Paths.legalDocument(number),
                saying: Bilingual(
                    vi: "Đã rút tác động số \(entry).", en: "Entry \(entry) was taken back."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await LegalDocumentRoutes.page(
                context, effects: EffectTyped(form: form, which: .withdrawal, refusal: refusal))
        }
    }

    @Sendable private static func settle(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let number = try context.number("number")
        let user = try context.signedIn().user.id
        let (entry, note) = (Int(form.text("entry")) ?? 0, form.text("note"))
        do {
            guard let outcome = BasisAlert.Outcome(rawValue: form.text("outcome")) else {
                throw InvalidInput([
                    Problem("outcome", vi: "Hãy chọn kết quả.", en: "Choose the outcome.")
                ])
            }
            try await context.site.store.write {
                try $0.settleBasisAlert(of: number, raisedBy: entry, outcome, note: note, by: user)
            }
            return context.redirect(
                to: Paths.legalDocument(number),
                saying: Bilingual(vi: "Đã ghi kết quả rà soát.", en: "The review is recorded."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await LegalDocumentRoutes.page(
                context, effects: EffectTyped(form: form, which: .alert, refusal: refusal))
        }
    }
}
