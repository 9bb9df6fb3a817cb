import Domain
import Hummingbird
import Store

/// Scoring oneself, appraising, and the steps from one to the next.
enum AssessmentRoutes {
    static func add(to router: Routes) {
        let file = "/:year/index/:block/:code"
        router.get("\(file)/self-score", .may(.scoreOwn)) { _, context in
            try await selfScore(context)
        }
        router.write("\(file)/self-score", .may(.scoreOwn), use: enter)
        router.get("\(file)/appraisal", .may(.appraiseScores)) { _, context in
            try await appraisal(context)
        }
        router.write("\(file)/appraisal", .may(.appraiseScores), use: give)
        router.write("\(file)/submission", .may(.scoreOwn)) { form, context in
            try await step(form, context, done: .submitted) { db, file, user, day in
                try db.submitScores(
                    of: file.number, version: form.version, by: user, on: day)
            }
        }
        router.write("\(file)/stage", .account) { form, context in
            try await step(form, context, done: .moved) { db, file, user, _ in
                guard file.version == form.version else {
                    throw EditConflict(Bilingual(vi: "Hồ sơ chấm điểm", en: "assessment"))
                }
                try db.finishStage(file.stage, of: file.number, reason: "", by: user)
            }
        }
        router.write("\(file)/explanation", .may(.scoreOwn)) { form, context in
            try await step(form, context, done: .explained) { db, file, user, _ in
                var texts: [Int: String] = [:]
                for name in form.names(from: "text-") {
                    if let position = Int(name.dropFirst(5)) { texts[position] = form.text(name) }
                }
                try db.explainScores(texts, of: file.number, by: user)
                try db.finishStage(.explaining, of: file.number, reason: "", by: user)
            }
        }
        router.write("\(file)/excuse", .may(.manageRounds)) { form, context in
            try await step(form, context, done: .excused) { db, file, user, _ in
                try db.excuseLateness(of: file.number, because: form.text("reason"), by: user)
            }
        }
        router.write("\(file)/confirmation", .may(.scoreOwn)) { form, context in
            try await step(form, context, done: .confirmed) { db, file, user, _ in
                try db.confirmScores(
                    of: file.number, document: form.text("document"), by: user)
            }
        }
    }

    private static func selfScore(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let (year, block) = (try context.year(), try context.block())
        let language = context.language
        let wanted = Int((typed ?? context.query).text("area"))
        let page = try await ScoringRoutes.fileView(context) { view, rights in
            guard rights.mayScore || !rights.led.isEmpty else {
                throw PermissionError.notAllowed(.scoreOwn)
            }
            return SelfScoreForm(
                view: view, year: year, block: block, language: language,
                area: area(wanted, of: view.board.set, rights), typed: typed, refusal: refusal,
                led: rights.mayScore ? nil : rights.led
            ).page()
        }
        return context.page(
            page.title, in: .scores, refusal: refusal,
            main: lineFormView(page, token: context.formToken, words: Words("Scoring", language)))
    }

    @Sendable private static func enter(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let (year, block, code) = (
            try context.year(), try context.block(), try context.segment("code")
        )
        let (user, today, viewer) = (
            try context.signedIn().user.id, context.today, context.viewer
        )
        do {
            let wanted = Int(form.text("area"))
            try await context.site.store.write { db in
                let view = try AssessmentFileView(
                    db, year: year, block: block, code: code, viewer: viewer, seesBoards: false,
                    on: today)
                let set = view.board.set
                let led = try db.ledPositions(
                    of: view.file.assessment.number, by: user, on: today)
                let isOwner = try db.isGranted(
                    .scoreOwn, to: user, in: view.agency.agency, on: today)
                let entered = try SelfScoreForm.read(
                    form, set, area: area(wanted, of: set), led: isOwner ? nil : led)
                try db.enterScores(
                    entered.map {
                        EnteredLine(position: $0.position, answer: $0.answer, note: $0.note)
                    }, of: view.file.assessment.number, version: form.version, by: user, on: today)
            }
            return context.redirect(
                to: Paths.changed(
                    Paths.assessment(year, block, code, "self-score"),
                    [("area", form.optional("area"))]),
                saying: Bilingual(vi: "Đã lưu phần tự chấm.", en: "The self-score is saved."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await selfScore(context, typed: form, refusal: refusal)
        }
    }

    private static func appraisal(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let (year, block) = (try context.year(), try context.block())
        let language = context.language
        let wanted = Int((typed ?? context.query).text("area"))
        let page = try await ScoringRoutes.fileView(context) { view, rights in
            guard rights.mayAppraise else { throw PermissionError.notAllowed(.appraiseScores) }
            guard let voice = view.file.assessment.stage.voice else {
                throw ScoringError.wrongStage(view.file.assessment.stage)
            }
            return AppraisalForm(
                view: view, year: year, block: block, language: language,
                area: area(wanted, of: view.board.set), voice: voice, typed: typed,
                refusal: refusal
            ).page()
        }
        return context.page(
            page.title, in: .scores, refusal: refusal,
            main: lineFormView(page, token: context.formToken, words: Words("Scoring", language)))
    }

    @Sendable private static func give(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let (year, block, code) = (
            try context.year(), try context.block(), try context.segment("code")
        )
        let (user, today, viewer) = (
            try context.signedIn().user.id, context.today, context.viewer
        )
        do {
            let wanted = Int(form.text("area"))
            try await context.site.store.write { db in
                let view = try AssessmentFileView(
                    db, year: year, block: block, code: code, viewer: viewer, seesBoards: false,
                    on: today)
                let set = view.board.set
                let given = try AppraisalForm.read(form, set, area: area(wanted, of: set))
                try db.givePoints(
                    given.map {
                        GivenPoints(position: $0.position, points: $0.points, reason: $0.reason)
                    }, of: view.file.assessment.number, by: user)
            }
            return context.redirect(
                to: Paths.changed(
                    Paths.assessment(year, block, code, "appraisal"),
                    [("area", form.optional("area"))]),
                saying: Bilingual(vi: "Đã lưu điểm.", en: "The points are saved."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await appraisal(context, typed: form, refusal: refusal)
        }
    }

    private enum Done {
        case submitted, moved, explained, confirmed, excused

        var sentence: Bilingual {
            switch self {
            case .submitted:
                Bilingual(
                    vi: "Đã gửi hồ sơ tự chấm đi thẩm định.",
                    en: "The self-score was handed in for appraisal.")
            case .moved:
                Bilingual(vi: "Đã chuyển sang bước sau.", en: "It has gone on to the next step.")
            case .explained:
                Bilingual(vi: "Đã gửi giải trình.", en: "The explanation was handed in.")
            case .excused:
                Bilingual(
                    vi: "Đã ghi lý do; không trừ điểm nộp chậm.",
                    en: "The reason is recorded; no points are taken for lateness.")
            case .confirmed:
                Bilingual(
                    vi: "Đã ghi văn bản xác nhận.", en: "The confirmation is recorded.")
            }
        }
    }

    private static func step(
        _ form: Form, _ context: AppContext, done: Done,
        _ act: @escaping @Sendable (WritableDatabase, Assessment, User.ID, Day) throws -> Void
    ) async throws -> Response {
        let (year, block, code) = (
            try context.year(), try context.block(), try context.segment("code")
        )
        let (user, today, viewer) = (
            try context.signedIn().user.id, context.today, context.viewer
        )
        do {
            try await context.site.store.write { db in
                let view = try AssessmentFileView(
                    db, year: year, block: block, code: code, viewer: viewer, seesBoards: false,
                    on: today)
                try act(db, view.file.assessment, user, today)
            }
            return context.redirect(
                to: Paths.assessment(year, block, code), saying: done.sentence)
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await ScoringRoutes.assessment(context, refusal: refusal)
        }
    }

    /// The area asked for, or the first in which the viewer has lines.
    private static func area(_ wanted: Int?, of set: CriteriaSet, _ rights: ScoringRights) -> Int {
        let first = rights.mayScore ? nil : rights.led.min().map { set.area(of: $0) }
        return area(wanted ?? first, of: set)
    }

    /// The area asked for, or the first.
    private static func area(_ wanted: Int?, of set: CriteriaSet) -> Int {
        let areas = set.children(of: nil)
        return wanted.flatMap { areas.contains($0) ? $0 : nil } ?? areas.first ?? 0
    }
}
