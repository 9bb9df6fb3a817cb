import Documents
import Domain
import Hummingbird
import Markup
import Store

/// Findings: the register as the address narrows it, the page of one, and the steps it takes.
enum FindingRoutes {
    static func add(to router: Routes) {
        router.get("/:year/findings", .may(.seeInspections)) { _, context in
            try await list(context)
        }
        router.get("/:year/findings.csv", .may(.seeInspections)) { _, context in
            try await file(.csv, context)
        }
        router.get("/:year/findings.xlsx", .may(.seeInspections)) { _, context in
            try await file(.xlsx, context)
        }
        router.get("/:year/findings/:number", .may(.seeInspections)) { _, context in
            try await page(context)
        }
        for kind in Finding.Step.Kind.allCases {
            let path = RouterPath("/:year/findings/:number/\(kind.segment)")
            router.write(path, .may(kind.permission)) { form, context in
                try await take(kind, form, context)
            }
        }
        router.write("/:year/findings/:number/repeat", .may(.recordFindings), use: link)
    }

    private static func list(_ context: AppContext) async throws -> Response {
        let year = try context.year()
        let asked = AskedDay(try context.day(in: year), today: context.today)
        let chosen = try context.chosenDay()
        let (language, typed, kept) = (context.language, context.query, context.site.kept)
        let rights = FindingListBuilder.Rights(
            record: context.may(.recordFindings), chase: context.may(.chase),
            rules: context.may(.manageInspectionRules))
        let page = try await context.site.store.read { db in
            let snapshot = Snapshot(
                db: db, kept: kept, year: year, day: asked.day, dayHasEnded: asked.hasEnded)
            let tree = try snapshot.tree()
            let query = FindingQuery(typed, tree: tree)
            let filter = query.filter
            let isWhole = filter.body == nil && filter.finder == nil
            let limit = FindingListBuilder.countLimit + 1
            return FindingListBuilder(
                year: year, language: language, chosen: chosen, asked: asked, tree: tree,
                query: query,
                count: try db.findingCount(of: year, filter, asked: asked, limit: limit),
                figures: isWhole
                    ? try snapshot.value("finding-figures", from: [.findings], cost: { _ in 128 }) {
                        try $0.findingFigures(of: year, asked: asked)
                    }
                    : try db.findingFigures(
                        of: year, body: filter.body, finder: filter.finder, asked: asked),
                findings: try db.findings(
                    of: year, filter, asked: asked, after: query.after,
                    limit: FindingListBuilder.pageLength + 1),
                rights: rights
            ).listPage()
        }
        let title = Words("Navigation", language)["findings"]
        return context.page(title, in: .findings, main: recordListView(page))
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
            let query = FindingQuery(typed, tree: tree)
            var findings: [Finding] = []
            try db.eachFinding(of: year, query.filter, asked: asked) { findings.append($0) }
            let numbers = try db.inspectionNumbers(of: findings.compactMap(\.inspection))
            let documents = try db.checkedDocuments()
            return FindingColumns.all.table(
                findings.map { FindingRow($0, tree, numbers, documents) })
        }
        return try Response.table(table, named: "findings-\(year)", as: format)
    }

    static func page(_ context: AppContext, typed: FindingTyped? = nil) async throws -> Response {
        let year = try context.year()
        let number = try context.number("number")
        let asked = AskedDay(try context.day(in: year), today: context.today)
        let chosen = try context.chosenDay()
        let (language, kept, token) = (context.language, context.site.kept, context.formToken)
        let (user, today) = (context.person?.user.id, context.today)
        let (builder, reminders) = try await context.site.store.read { db in
            let snapshot = Snapshot(
                db: db, kept: kept, year: year, day: asked.day, dayHasEnded: asked.hasEnded)
            let finding = try required(number, db)
            let reminders = try ReminderPart(
                .finding, finding.id.text, of: finding.body, for: user, on: today, db, language)
            let builder = try FindingPageBuilder(
                finding, year: year, language: language, chosen: chosen, asked: asked,
                tree: try snapshot.tree(), db, user: user, today: today, token: token, typed: typed)
            return (builder, reminders)
        }
        let subject = Evidence.Subject(.finding, builder.finding.id.text)
        let evidence = evidencePartView(
            try await context.evidencePart(
                of: subject, returning: Paths.finding(year, number)))
        return context.page(
            builder.title, in: .findings, refusal: typed?.refusal,
            main: findingPageView(
                builder.findingPage(), evidence: evidence, reminders: reminderCard(reminders)))
    }

    static func required(_ number: Int, _ db: ReadableDatabase) throws -> Finding {
        guard let finding = try db.finding(numbered: number) else {
            throw MissingRecord(Bilingual(vi: "vấn đề", en: "finding"), "\(number)")
        }
        return finding
    }

    private static func take(
        _ kind: Finding.Step.Kind, _ form: Form, _ context: AppContext
    ) async throws -> Response {
        try await change(kind.rawValue, form, context, saying: kind.done) { db, number, user in
            var problems: [Problem] = []
            _ = form.required("on", &problems)
            let on = form.day("on", &problems)
            let due = form.day("due_on", &problems)
            let recheck = form.day("recheck_on", &problems)
            guard problems.isEmpty, let on else { throw InvalidInput(problems) }
            try db.takeStep(
                Finding.Step(
                    kind, on: on, text: form.text("text"), document: form.text("document"),
                    dueOn: due, recheckOn: recheck),
                with: number, version: form.version, by: user)
        }
    }

    @Sendable private static func link(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        try await change(
            "repeat", form, context,
            saying: Bilingual(vi: "Đã ghi thay đổi.", en: "The change is recorded.")
        ) { db, number, user in
            let typed = form.text("repeats")
            let earlier = Int(typed)
            if !typed.isEmpty, earlier == nil {
                throw InvalidInput([
                    Problem(
                        "repeats", vi: "Hãy ghi số của vấn đề, như 17.",
                        en: "Give the finding's number, such as 17.")
                ])
            }
            try db.linkFinding(number, toEarlier: earlier, version: form.version, by: user)
        }
    }

    /// Does what a form of the page asks, and shows the page again when it is refused.
    private static func change(
        _ name: String, _ form: Form, _ context: AppContext, saying done: Bilingual,
        _ action: @escaping @Sendable (WritableDatabase, Int, User.ID) throws -> Void
    ) async throws -> Response {
        let year = try context.year()
        let number = try context.number("number")
        let user = try context.signedIn().user.id
        do {
            try await context.site.store.write { try action($0, number, user) }
            return context.redirect(to: Paths.finding(year, number), saying: done)
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await page(
                context, typed: FindingTyped(form: name, fields: form, refusal: refusal))
        }
    }
}

extension Finding.Step.Kind {
    /// The thing that the step makes, in the address.
    var segment: String {
        switch self {
        case .notified: "notice"
        case .planned: "remedy-plan"
        case .evidenced: "remedy"
        case .referred: "referral"
        case .returned: "return"
        case .accepted: "closure"
        case .checked: "check"
        case .reopened: "reopening"
        }
    }

    /// What is said once it is done.
    var done: Bilingual {
        switch self {
        case .notified: Bilingual(vi: "Đã ghi việc thông báo.", en: "The notice is recorded.")
        case .planned:
            Bilingual(vi: "Đã ghi kế hoạch khắc phục.", en: "The remedy's plan is recorded.")
        case .evidenced:
            Bilingual(vi: "Đã gửi kết quả khắc phục.", en: "The remedy was sent.")
        case .referred:
            Bilingual(vi: "Đã chuyển cấp trên xem xét.", en: "It was referred upward.")
        case .returned: Bilingual(vi: "Đã trả lại.", en: "It was returned.")
        case .accepted: Bilingual(vi: "Đã đóng vấn đề.", en: "The finding is closed.")
        case .checked: Bilingual(vi: "Đã ghi kết quả kiểm tra lại.", en: "The check is recorded.")
        case .reopened: Bilingual(vi: "Đã mở lại vấn đề.", en: "The finding is open again.")
        }
    }
}

/// What was typed into one of a finding's forms, and why it was refused.
struct FindingTyped: Sendable {
    let form: String
    let fields: Form
    let refusal: any UserFacingError
}
