import Documents
import Domain
import Hummingbird
import Store

/// Campaigns that review documents: all of them, one with its documents, what is taken in and out.
enum LegalReviewRoutes {
    static func add(to router: Routes) {
        let all = RouterPath("/documents/reviews")
        router.get(all, .may(.seeDocuments)) { _, context in try await list(context) }
        router.write(all, .may(.manageLegalReviews), use: open)
        router.get("/documents/reviews/:number", .may(.seeDocuments)) { _, context in
            try await one(context)
        }
        for format in TableFormat.allCases {
            router.get(
                RouterPath("/documents/reviews/:number/lines.\(format.rawValue)"),
                .may(.seeDocuments)
            ) { _, context in try await table(format, context) }
        }
        router.write("/documents/reviews/:number/tasks", .may(.managePlans), use: assign)
        router.write(
            "/documents/reviews/:number/gathering", .may(.manageLegalReviews), use: gather)
        router.write(
            "/documents/reviews/:number/closing", .may(.manageLegalReviews), use: close)
        router.write(
            "/documents/reviews/:number/reopening", .may(.manageLegalReviews), use: reopen)
        let taking = RouterPath("/documents/reviews/:number/import")
        router.get(taking, .may(.reviewDocuments)) { _, context in
            try await importPage(context)
        }
        router.write(taking, .may(.reviewDocuments), limits: .standard, use: take)
        LegalReviewLineRoutes.add(to: router)
    }

    private static func list(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let chosen = try context.chosenDay()
        let day = chosen ?? context.today
        let (language, token) = (context.language, context.formToken)
        let mayOpen = context.may(.manageLegalReviews)
        let page = try await context.site.store.read { db in
            let tree = try db.agencyTree(on: day)
            return LegalReviewListBuilder(
                language: language, day: day, chosen: chosen, token: token, mayOpen: mayOpen,
                typed: typed, refusal: refusal, reviews: try db.legalReviews(on: day),
                fields: try db.legalFields(),
                bodies: tree.bodies.filter { $0.level != .commune }
            ).page()
        }
        return context.page(
            page.title, in: .documents, refusal: refusal, main: legalReviewView(page))
    }

    @Sendable private static func open(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let user = try context.signedIn().user.id
        do {
            var problems: [Problem] = []
            var extent = LegalReview.Extent()
            extent.field = form.text("field")
            extent.signedFrom = form.day("signed_from", &problems)
            extent.signedUntil = form.day("signed_until", &problems)
            extent.ofAllNatures = form.has("all_natures")
            extent.withExpired = form.has("with_expired")
            let opensOn = form.requiredReviewDay("opens_on", &problems)
            let dueOn = form.requiredReviewDay("due_on", &problems)
            guard let opensOn, let dueOn, problems.isEmpty else { throw InvalidInput(problems) }
            let draft = LegalReview(
                id: LegalReview.ID(""), number: 0, year: 0,
                kind: LegalReview.Kind(rawValue: form.text("kind")) ?? .review,
                name: form.text("name"), source: form.text("source"), extent: extent,
                opensOn: opensOn, dueOn: dueOn)
            let code = form.text("body")
            let review = try await context.site.store.write { db in
                try db.openLegalReview(
                    draft,
                    givenTo: code.isEmpty
                        ? nil : try db.reviewer(coded: code, on: opensOn, field: "body"), by: user)
            }
            return context.redirect(
                to: Paths.legalReview(review.number),
                saying: Bilingual(vi: "Đã mở đợt.", en: "The campaign is open."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await list(context, typed: form, refusal: refusal)
        }
    }

    private static func one(
        _ context: AppContext, refused: LegalReviewBuilder.Refused? = nil
    ) async throws -> Response {
        let number = try context.number("number")
        let chosen = try context.chosenDay()
        let day = chosen ?? context.today
        let (language, token, typed) = (context.language, context.formToken, context.query)
        let (mayManage, mayRecord, mayAssign) = (
            context.may(.manageLegalReviews), context.may(.reviewDocuments),
            context.may(.managePlans)
        )
        let page = try await context.site.store.read { db in
            let review = try required(number, db)
            let tree = try db.agencyTree(on: day)
            let query = LegalReviewQuery(typed, tree: tree)
            return LegalReviewBuilder(
                review: review, language: language, day: day, chosen: chosen, token: token,
                mayManage: mayManage, mayRecord: mayRecord, mayAssign: mayAssign, tree: tree,
                query: query, board: try db.legalReviewBoard(of: review.id, on: day),
                lines: try db.legalReviewLines(
                    of: review.id, query.filter, on: day, after: query.after,
                    limit: LegalReviewBuilder.pageLength + 1),
                history: try HistoryEntry.entries(
                    of: "legal-review", review.id.text, db, language),
                refused: refused
            ).page()
        }
        return context.page(
            page.title, in: .documents, refusal: refused?.refusal, main: legalReviewView(page))
    }

    static func required(_ number: Int, _ db: ReadableDatabase) throws -> LegalReview {
        guard let review = try db.legalReview(numbered: number) else {
            throw MissingRecord(Bilingual(vi: "đợt rà soát", en: "campaign"), "\(number)")
        }
        return review
    }

    private static func table(_ format: TableFormat, _ context: AppContext) async throws
        -> Response
    {
        let number = try context.number("number")
        let day = try context.chosenDay() ?? context.today
        let (typed, language) = (context.query, context.language)
        let table = try await context.site.store.read { db in
            let review = try required(number, db)
            let tree = try db.agencyTree(on: day)
            var rows: [LegalReviewRow] = []
            try db.eachLegalReviewLine(
                of: review.id, LegalReviewQuery(typed, tree: tree).filter, on: day
            ) { rows.append(LegalReviewRow($0, tree, language)) }
            return LegalReviewColumns.all.table(rows)
        }
        return try Response.table(table, named: "ra-soat-\(number)", as: format)
    }

    @Sendable private static func assign(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let number = try context.number("number")
        let user = try context.signedIn().user.id
        do {
            let made = try await context.site.store.write {
                try $0.assignLegalReview(number, by: user)
            }
            return context.redirect(
                to: Paths.legalReview(number), saying: sentence(made))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await one(context, refused: ("tasks", form, refusal))
        }
    }

    static func sentence(_ made: LegalReviewTasks) -> Bilingual {
        let done = Bilingual(
            vi: "Đã giao \(Written.count(made.codes.count, .vi)) nhiệm vụ.",
            en: "\(Written.english(made.codes.count, "task is", "tasks are")) set.")
        guard !made.without.isEmpty else { return done }
        let years = made.without.map { String($0) }.joined(separator: ", ")
        return done
            + Bilingual(
                vi: " Kết quả có thời hạn trong năm \(years) chờ kế hoạch của năm đó.",
                en: " Outcomes due in \(years) wait for that year's plan.")
    }

    @Sendable private static func gather(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let number = try context.number("number")
        let user = try context.signedIn().user.id
        do {
            let count = try await context.site.store.write {
                try $0.gatherForLegalReview(number, by: user)
            }
            return context.redirect(
                to: Paths.legalReview(number),
                saying: Bilingual(
                    vi: "Đã bổ sung \(Written.count(count, .vi)) văn bản.",
                    en: "\(Written.english(count, "document was", "documents were")) taken in."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await one(context, refused: ("gathering", form, refusal))
        }
    }

    @Sendable private static func close(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let number = try context.number("number")
        let user = try context.signedIn().user.id
        do {
            var problems: [Problem] = []
            let day = form.requiredReviewDay("closed_on", &problems)
            guard let day, problems.isEmpty else { throw InvalidInput(problems) }
            let closing = LegalReview.Closing(
                on: day, paper: Vietnamese.composed(form.text("paper")))
            try await context.site.store.write {
                try $0.closeLegalReview(number, closing, by: user)
            }
            return context.redirect(
                to: Paths.legalReview(number),
                saying: Bilingual(vi: "Đã kết thúc đợt.", en: "The campaign is closed."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await one(context, refused: ("closing", form, refusal))
        }
    }

    @Sendable private static func reopen(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let number = try context.number("number")
        let user = try context.signedIn().user.id
        do {
            let reason = Vietnamese.composed(form.text("reason"))
            try await context.site.store.write {
                try $0.reopenLegalReview(number, because: reason, by: user)
            }
            return context.redirect(
                to: Paths.legalReview(number),
                saying: Bilingual(vi: "Đã mở lại đợt.", en: "The campaign is open again."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await one(context, refused: ("reopening", form, refusal))
        }
    }

    private static func importPage(
        _ context: AppContext, table: CellTable? = nil, summary: ImportSummary? = nil,
        refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let number = try context.number("number")
        let review = try await context.site.store.read { try required(number, $0) }
        let builder = ImportBuilder(
            language: context.language,
            title: Bilingual(vi: "Kết quả rà soát", en: "Outcomes of the review"),
            crumb: Link(review.name, Paths.legalReview(number)),
            path: Paths.legalReview(number, thing: "import"),
            columns: LegalReviewColumns.all.map(RecordKind.Heading.init), extra: [],
            token: context.formToken,
            files: ["csv", "xlsx"].map { Paths.legalReview(number, thing: "lines.\($0)") },
            table: table, summary: summary, refusal: refusal)
        return context.page(
            builder.title[context.language], in: .documents, refusal: refusal,
            main: importView(builder.importPage()))
    }

    @Sendable private static func take(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let number = try context.number("number")
        let user = try context.signedIn().user.id
        do {
            let table = try ImportedTable.read(form)
            let read = LegalReviewColumns.all.read(table, blank: LegalReviewRow())
            if form.has("confirmed") {
                let summary = try await context.site.store.write {
                    try $0.importLegalReview(read, of: number, by: user)
                }
                return context.redirect(
                    to: Paths.legalReview(number), saying: summary.sentence)
            }
            let summary = try await context.site.store.read {
                try $0.legalReviewDryRun(read, of: number)
            }
            return try await importPage(context, table: table, summary: summary)
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await importPage(context, refusal: refusal)
        }
    }
}

extension LegalReviewRow {
    init(_ listed: ListedLegalReviewLine, _ tree: AgencyTree, _ language: Language) {
        self.init()
        number = listed.number
        (symbol, title, signedOn) = (listed.symbol, listed.title, listed.signedOn)
        state = listed.state.title[language]
        bodyCode = tree.body(listed.line.body)?.code
        let finding = listed.line.finding
        (outcome, reason, doBy) = (finding.outcome, finding.reason, finding.doBy)
        doerCode = finding.doer.flatMap { tree.body($0)?.code }
        settledOn = listed.line.settledOn
        task = listed.task?.code ?? ""
    }
}

extension ReadableDatabase {
    /// The body with that code on the day.
    func reviewer(coded code: String, on day: Day, field: String) throws -> Agency.ID {
        guard let body = try agencyTree(on: day).bodies(coded: code).first else {
            throw InvalidInput([
                Problem(
                    field,
                    vi:
                        "Không có cơ quan nào mang mã “\(code)”; hãy xem mã ở trang Cơ quan, đơn vị.",
                    en: "No body has the code “\(code)”; see the Agencies page for the codes.")
            ])
        }
        return body.id
    }
}

extension Form {
    /// The day typed; a problem when the field is empty.
    fileprivate func requiredReviewDay(_ name: String, _ problems: inout [Problem]) -> Day? {
        let before = problems.count
        let day = day(name, &problems)
        if day == nil, problems.count == before {
            problems.append(Problem(name, vi: "Hãy ghi ngày.", en: "Give the day."))
        }
        return day
    }
}
