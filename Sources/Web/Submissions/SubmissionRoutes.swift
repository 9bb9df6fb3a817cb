import Documents
import Domain
import Hummingbird
import Reading
import Store

/// What agencies report each period: the board, one report, the page to fill in, and what is decided.
enum SubmissionRoutes {
    static func add(to router: Routes, _ site: Site) {
        router.get("/:year/submissions", .may(.seeSubmissions), use: current)
        router.get("/:year/submissions/:period", .may(.seeSubmissions)) { _, context in
            try await board(context)
        }
        for format in TableFormat.allCases {
            router.get(
                "/:year/submissions/:period/agencies.\(format.rawValue)", .may(.seeSubmissions)
            ) { _, context in try await boardFile(format, context) }
        }
        router.get("/:year/submissions/:period/:code", .may(.seeSubmissions)) { _, context in
            try await submission(context)
        }
        router.get(
            "/:year/submissions/:period/:code/receipts/:seq", .may(.seeSubmissions), use: receipt)
        router.write(
            "/:year/submissions/:period/decisions", .may(.receiveSubmissions), use: decide)
        SignedDocumentRoutes.add(to: router, site)
        ReportFormRoutes.add(to: router, site)
        PeriodRoutes.add(to: router)
    }

    /// The period on which agencies work now.
    @Sendable private static func current(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let year = try context.year()
        let day = try context.day(in: year)
        let chosen = try context.chosenDay()
        let periods = try await context.site.store.read { try $0.periods(of: year) }
        guard let period = periods.current(on: day) else {
            let words = Words("Submissions", context.language)
            let link =
                context.may(.managePeriods) ? Link(words["open-periods"], Paths.periods(year)) : nil
            return context.page(
                words["title"], in: .submissions, year: year,
                main: noPeriodsView(words, link))
        }
        return context.redirect(to: Paths.submissions(period, on: chosen))
    }

    private static func board(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let year = try context.year()
        let person = context.person
        let page = try await context.site.store.read { db in
            let builder = try builder(db, context, year)
            let tree = try db.agencyTree(on: context.today)
            let may = { (permission: Permission, agency: Agency.ID) in
                person?.may(permission, in: agency, on: context.today, tree) ?? false
            }
            return builder.boardPage(
                token: context.formToken, mayManage: context.may(.managePeriods),
                decides: { line in
                    guard let submission = line.submission, submission.state != .returned else {
                        return false
                    }
                    return may(.acceptSubmissions, line.body.id)
                        || submission.desk != nil && may(.receiveSubmissions, line.body.id)
                }, typed: typed, refusal: refusal)
        }
        return context.page(
            page.title, in: .submissions, year: year, refusal: refusal,
            main: submissionBoardView(page))
    }

    private static func builder(
        _ db: ReadableDatabase, _ context: AppContext, _ year: Int
    ) throws -> SubmissionBoardBuilder {
        try SubmissionBoardBuilder(
            db, year: year, code: context.segment("period"), on: context.day(in: year),
            chosen: context.chosenDay(), language: context.language,
            query: SubmissionBoardBuilder.Query(context.query), for: context.viewer)
    }

    private static func boardFile(_ format: TableFormat, _ context: AppContext) async throws
        -> Response
    {
        let year = try context.year()
        let builder = try await context.site.store.read { try Self.builder($0, context, year) }
        return try .table(
            named: "bao-cao-\(builder.period.code)-\(year)", as: format,
            titled: builder.period.name[context.language],
            headings: builder.fileHeadings, rows: builder.shown.map(builder.fileRow))
    }

    static func submission(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil,
        code: String? = nil
    ) async throws -> Response {
        let year = try context.year()
        let (period, agency) = (try context.segment("period"), try code ?? context.segment("code"))
        let round = context.query.optional("round").map { Int($0) ?? 0 }
        let token = context.formToken
        let builder = try await context.site.store.read { db in
            try SubmissionBuilder(
                db, context, year: year, period: period, agency: agency, round: round)
        }
        var evidence: EvidencePart?
        if let sent = builder.submission {
            evidence = try await context.evidencePart(
                of: Evidence.Subject(.submission, sent.id.text))
        }
        var signatures: SignatureReading?
        if let file = builder.signedFile?.revision {
            signatures = await EvidencePages.signatures(file, context)
        }
        let page = builder.submissionPage(
            token, signatures: signatures, evidence: evidence, typed: typed, refusal: refusal)
        return context.page(
            page.title, in: .submissions, year: year, refusal: refusal, main: submissionView(page))
    }

    /// The receipt of one sending, for those who may see the report though not the journal.
    @Sendable private static func receipt(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let year = try context.year()
        let (code, agency) = (try context.segment("period"), try context.segment("code"))
        let seq = try context.number("seq")
        let (viewer, today) = (context.viewer, context.today)
        let receipt = try await context.site.store.read { db in
            let body = try db.addressedBody(agency, try db.agencyTree(on: today))
            let period = try db.addressedPeriod(code, of: year)
            let steps =
                try db.submission(of: body.agency, in: period, for: viewer)
                .map { try db.steps(of: $0) } ?? []
            guard steps.contains(where: { $0.kind == .submitted && $0.entry == seq }) else {
                throw MissingRecord(Bilingual(vi: "biên nhận", en: "receipt"), "\(seq)")
            }
            return try db.journalReceipt(seq)
        }
        return .file(
            try receipt.data(), type: "application/json", named: "caicach-journal-\(seq).json")
    }

    @Sendable private static func decide(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let year = try context.year()
        let code = try context.segment("period")
        let user = try context.signedIn().user.id
        let kind = SubmissionDecision.Kind(rawValue: form.text("decision")) ?? .accepted
        let today = context.today
        let chosen = form.all("agency").compactMap(ChosenSubmission.init)
        do {
            let period = try await context.site.store.write { db in
                let tree = try db.agencyTree(on: today)
                var versions: [Agency.ID: Int] = [:]
                for choice in chosen {
                    versions[try db.addressedBody(choice.code, tree).agency] = choice.version
                }
                try db.decideSubmissions(
                    SubmissionDecision(kind, versions, because: form.text("reason")), in: code,
                    of: year, on: today, by: user)
                return try db.addressedPeriod(code, of: year)
            }
            let count = chosen.count
            let done: Bilingual =
                kind == .accepted
                ? Bilingual(
                    vi: "Đã tiếp nhận \(Written.count(count, .vi)) báo cáo.",
                    en: "\(Written.english(count, "report was", "reports were")) accepted.")
                : Bilingual(
                    vi: "Đã trả lại \(Written.count(count, .vi)) báo cáo.",
                    en: "\(Written.english(count, "report was", "reports were")) sent back.")
            let single = form.has("single") ? chosen.first : nil
            return context.redirect(
                to: single.map { Paths.submission(period, $0.code) } ?? Paths.submissions(period),
                saying: done)
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            if form.has("single"), let only = chosen.first {
                return try await submission(
                    context, typed: form, refusal: refusal, code: only.code)
            }
            return try await board(context, typed: form, refusal: refusal)
        }
    }
}

/// One agency chosen on the board, with the version that was seen: `BD-540:3`.
private struct ChosenSubmission: Sendable {
    let code: String
    let version: Int

    init?(_ text: String) {
        guard let mark = text.lastIndex(of: ":"),
            let version = Int(text[text.index(after: mark)...])
        else { return nil }
        code = String(text[..<mark])
        self.version = version
    }
}
