import Domain
import Hummingbird
import Reading
import Store

/// What only a file of many hands has: who leads which criterion, the result from above, the rank.
enum JointFileRoutes {
    static func add(to router: Routes) {
        let file = "/:year/index/:block/:code"
        router.get("\(file)/leads", .may(.manageRounds)) { _, context in
            try upload(context, "leads", "assign-leads").response()
        }
        router.write("\(file)/leads", .may(.manageRounds), limits: .standard, use: takeLeads)
        router.get("\(file)/result", .may(.manageRounds)) { _, context in
            try upload(context, "result", "import-result").response()
        }
        router.write("\(file)/result", .may(.manageRounds), limits: .standard, use: takeResult)
        router.get("/:year/index/:block/announcement", .may(.manageRounds)) { _, context in
            try await announcement(context)
        }
        router.write("/:year/index/:block/announcement", .may(.manageRounds), use: announce)
    }

    private static func upload(
        _ context: AppContext, _ thing: String, _ key: String
    ) throws -> ScoringUpload {
        let (year, block, code) = (
            try context.year(), try context.block(), try context.segment("code")
        )
        return ScoringUpload(
            context: context, crumbs: try context.fileCrumbs(code), key: key,
            path: Paths.assessment(year, block, code, thing),
            cancelPath: Paths.board(year, block))
    }

    @Sendable private static func takeLeads(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        try await take(form, context, "leads", "assign-leads") { table, view, db, user in
            let read = CriterionLeadColumns.all.read(table, blank: CriterionLeadRow())
            let leads = try CriterionLeadColumns.leads(read, view.board.set) { code in
                view.board.tree.bodies(coded: code).first?.id
            }
            try db.assignLeads(leads, of: view.file.assessment.number, by: user)
            return Bilingual(
                vi: "Đã giao \(Written.count(leads.count, .vi)) tiêu chí.",
                en: "\(Written.english(leads.count, "criterion", "criteria")) assigned.")
        }
    }

    @Sendable private static func takeResult(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        try await take(form, context, "result", "import-result") { table, view, db, user in
            let read = GivenResultColumns.all.read(table, blank: GivenResultRow())
            let points = try GivenResultColumns.points(read, view.board.set)
            try db.recordGivenResult(points, of: view.file.assessment.number, by: user)
            return Bilingual(
                vi: "Đã ghi kết quả từng tiêu chí.", en: "The result of each criterion is recorded."
            )
        }
    }

    private static func take(
        _ form: Form, _ context: AppContext, _ thing: String, _ key: String,
        _ act:
            @escaping @Sendable (CellTable, AssessmentFileView, WritableDatabase, User.ID) throws
            -> Bilingual
    ) async throws -> Response {
        let (year, block, code) = (
            try context.year(), try context.block(), try context.segment("code")
        )
        let (user, today, viewer) = (
            try context.signedIn().user.id, context.today, context.viewer
        )
        do {
            let table = try ImportedTable.read(form)
            let said = try await context.site.store.write { db in
                let view = try AssessmentFileView(
                    db, year: year, block: block, code: code, viewer: viewer, seesBoards: true,
                    on: today)
                return try act(table, view, db, user)
            }
            return context.redirect(to: Paths.board(year, block), saying: said)
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try upload(context, thing, key).response(typed: form, refusal: refusal)
        }
    }

    private static func announcement(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let (year, language) = (try context.year(), context.language)
        let words = Words("Scoring", language)
        let known = try await context.site.store.read { try $0.nationalResults() }
            .first { $0.year == year }
        func field(_ name: String, _ kind: Field.Kind, _ stored: String?, needed: Bool = false)
            -> Field
        {
            Field(
                name: name, label: words["national-\(name)"], kind: kind,
                value: typed?.text(name) ?? stored ?? "",
                problems: refusal?.problems.filter { $0.field == name }.map { $0.message[language] }
                    ?? [], isRequired: needed)
        }
        func share(_ value: Percentage?) -> String? {
            value.map { Written.points(Points(hundredths: $0.basisPoints), language) }
        }
        let page = RecordFormPage(
            language: language,
            crumbs: [
                Link(words["scores"], Paths.scores(year)),
                Link(Agency.Block?.none.scoredTitle[language], Paths.board(year, nil)),
                Link(words["announcement"]),
            ], title: "\(words["announcement"]) \(year)", lede: words["announcement-lede"],
            path: Paths.announcement(year), token: context.formToken, hidden: [],
            groups: [
                RecordFormPage.Group(
                    heading: nil,
                    fields: [
                        field("index", .number, share(known?.index), needed: true),
                        field("rank", .number, known.map { String($0.rank) }, needed: true),
                        field("ranked", .number, known.map { String($0.ranked) }, needed: true),
                        field("appraised_rank", .number, known?.appraisedRank.map { String($0) }),
                        field("surveyed_rank", .number, known?.surveyedRank.map { String($0) }),
                        field("mean", .number, share(known?.mean)),
                        field("method", .text, known?.method),
                        field("symbol", .text, known?.symbol, needed: true),
                        field("announced_on", .day, known?.announcedOn[.vi], needed: true),
                    ])
            ], problems: refusal.map { [$0.message[language]] } ?? [], conflict: nil,
            saveLabel: words["save"], cancelPath: Paths.board(year, nil), withdraw: nil,
            history: [])
        return context.page(
            page.title, in: .scores, refusal: refusal, main: recordFormView(page))
    }

    @Sendable private static func announce(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let (year, user) = (try context.year(), try context.signedIn().user.id)
        do {
            var problems: [Problem] = []
            let index = share(form, "index", needed: true, &problems)
            let mean = share(form, "mean", needed: false, &problems)
            let rank = form.count("rank", &problems) ?? 0
            let ranked = form.count("ranked", &problems) ?? 0
            let appraised = form.count("appraised_rank", &problems)
            let surveyed = form.count("surveyed_rank", &problems)
            _ = form.required("announced_on", &problems)
            let day = form.day("announced_on", &problems)
            guard problems.isEmpty, let index, let day else { throw InvalidInput(problems) }
            let result = NationalResult(
                year: year, index: index, rank: rank, ranked: ranked, appraisedRank: appraised,
                surveyedRank: surveyed, mean: mean, method: form.text("method"),
                symbol: form.text("symbol"), announcedOn: day)
            try await context.site.store.write { try $0.recordNationalResult(result, by: user) }
            return context.redirect(
                to: Paths.board(year, nil),
                saying: Bilingual(
                    vi: "Đã ghi kết quả công bố.", en: "The announcement is recorded."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await announcement(context, typed: form, refusal: refusal)
        }
    }

    private static func share(
        _ form: Form, _ name: String, needed: Bool, _ problems: inout [Problem]
    ) -> Percentage? {
        guard let typed = form.optional(name) else {
            if needed { _ = form.required(name, &problems) }
            return nil
        }
        guard let points = Points(typed.replacing("%", with: "")) else {
            problems.append(
                Problem(
                    name, vi: "“\(typed)” không phải là số; hãy ghi như 86,45.",
                    en: "“\(typed)” is no number; write it as 86.45."))
            return nil
        }
        return Percentage(basisPoints: points.hundredths)
    }
}
