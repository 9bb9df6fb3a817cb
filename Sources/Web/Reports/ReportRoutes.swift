import Documents
import Domain
import Foundation
import Hummingbird
import Store

/// Reports and letters of a year: the list, one document on screen, its files, drafting, signing.
enum ReportRoutes {
    static func add(to router: Routes) {
        router.get("/:year/reports", .may(.seeReports), use: list)
        router.write("/:year/reports", .may(.writeReports), use: draft)
        router.get("/:year/reports/:number", .may(.seeReports)) { _, context in
            try await one(context)
        }
        router.write("/:year/reports/:number", .may(.writeReports), use: revise)
        router.write("/:year/reports/others", .may(.writeReports), use: draftOther)
        router.write(
            "/:year/reports/:number/annexes", .may(.writeReports), limits: .standard, use: addAnnex)
        router.write("/:year/reports/:number/signature", .may(.signReports), use: sign)
        router.get("/:year/reports/:number/figures/:figure", .may(.seeReports), use: figure)
        ReportFileRoutes.add(to: router)
        TemplateRoutes.add(to: router)
        LetterheadRoutes.add(to: router)
    }

    @Sendable private static func list(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let year = try context.year()
        return try await list(context, year, refusal: nil)
    }

    private static func list(
        _ context: AppContext, _ year: Int, refusal: (any UserFacingError)?
    ) async throws -> Response {
        let (language, viewer, token) = (context.language, context.viewer, context.formToken)
        let (mayWrite, mayManage) = (context.may(.writeReports), context.may(.manageTemplates))
        let (today, user) = (context.today, context.person?.user)
        let page = try await context.site.store.read { db in
            try ReportListBuilder(
                db, year: year, language: language, viewer: viewer, user: user, on: today,
                token: token, mayWrite: mayWrite, mayManage: mayManage, refusal: refusal
            ).listPage()
        }
        return context.page(
            page.title, in: .reports, refusal: refusal, main: reportListView(page))
    }

    /// One action draws the report of a period up, with everything that goes with it.
    @Sendable private static func draft(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let year = try context.year()
        let user = try context.signedIn().user.id
        let (code, issuerCode) = (form.text("period"), form.text("issuer"))
        do {
            let report = try await context.site.store.write { db in
                try db.draftReport(
                    try ReportDraft.report(db, year: year, period: code, issuerCode), by: user)
            }
            return context.redirect(
                to: Paths.report(year, report.number),
                saying: Bilingual(
                    vi: "Đã lập dự thảo; các tệp kèm theo tải ở đầu trang.",
                    en: "The draft is drawn up; its files are at the top of the page."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await list(context, year, refusal: refusal)
        }
    }

    /// Draws up a document of no period, from a template or from nothing.
    @Sendable private static func draftOther(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let year = try context.year()
        let user = try context.signedIn().user.id
        do {
            var problems: [Problem] = []
            let first = form.day("first_on", &problems)
            let last = form.day("last_on", &problems)
            guard let first, let last, first <= last else {
                throw InvalidInput(
                    problems + [
                        Problem(
                            "last_on",
                            vi:
                                "Hãy ghi ngày đầu và ngày cuối của số liệu, ngày đầu không sau ngày cuối.",
                            en: "Give the first and last day of the figures, in that order.")
                    ])
            }
            let (template, issuer) = (form.text("template"), form.text("issuer"))
            let report = try await context.site.store.write { db in
                try db.draftReport(
                    try ReportDraft.other(db, year: year, template, issuer, from: first, to: last),
                    by: user)
            }
            return context.redirect(
                to: Paths.report(year, report.number),
                saying: Bilingual(
                    vi: "Đã lập dự thảo; hãy sửa nội dung, nơi gửi và người ký.",
                    en: "The draft is there; change words, addressees and signer."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await list(context, year, refusal: refusal)
        }
    }

    /// Puts the table of a file at the end of a draft, as an annex.
    @Sendable private static func addAnnex(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let year = try context.year()
        let number = try context.number("number")
        let user = try context.signedIn().user.id
        let viewer = context.viewer
        do {
            let title = form.text("annex_title")
            guard !title.isEmpty, title.unicodeScalars.count <= 500 else {
                throw InvalidInput([
                    Problem(
                        "annex_title", vi: "Hãy ghi tên phụ lục, tối đa 500 ký tự.",
                        en: "Give the annex a title, in 500 characters at most.")
                ])
            }
            let annex = ReportForm.annex(title, try ImportedTable.read(form))
            try await context.site.store.write { db in
                let report = try db.addressedReport(number, year, for: viewer)
                var words = report.wording
                words.body += "\n" + annex
                try db.reviseReport(number, version: form.version, words, by: user)
            }
            return context.redirect(
                to: Paths.report(year, number),
                saying: Bilingual(vi: "Đã thêm phụ lục.", en: "The annex is added."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await one(context, typed: form, refusal: refusal)
        }
    }

    static func one(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let year = try context.year()
        let number = try context.number("number")
        let (language, viewer, token) = (context.language, context.viewer, context.formToken)
        let (kept, today, user) = (context.site.kept, context.today, context.person?.user.id)
        let page = try await context.site.store.read { db in
            let report = try db.addressedReport(number, year, for: viewer)
            let snapshot = Snapshot(db: db, kept: kept, year: year, day: today, dayHasEnded: false)
            return try ReportBuilder(
                snapshot, report, language: language, user: user, token: token, typed: typed,
                refusal: refusal
            ).reportPage()
        }
        return context.page(page.title, in: .reports, refusal: refusal, main: reportView(page))
    }

    @Sendable private static func revise(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let year = try context.year()
        let number = try context.number("number")
        let user = try context.signedIn().user.id
        do {
            try await context.site.store.write {
                try $0.reviseReport(
                    number, version: form.version, ReportForm.read(form), by: user)
            }
            return context.redirect(
                to: Paths.report(year, number),
                saying: Bilingual(vi: "Đã ghi thay đổi.", en: "The change is recorded."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await one(context, typed: form, refusal: refusal)
        }
    }

    @Sendable private static func sign(_ form: Form, _ context: AppContext) async throws -> Response
    {
        let year = try context.year()
        let number = try context.number("number")
        let user = try context.signedIn().user.id
        let (kept, today) = (context.site.kept, context.today)
        do {
            var problems: [Problem] = []
            let day = form.day("signed_on", &problems)
            guard let day, let symbol = Written.read(form.text("signed_number")), symbol > 0 else {
                throw InvalidInput(
                    problems + [
                        Problem(
                            "signed_number", vi: "Hãy ghi số và ngày ký của văn thư.",
                            en: "Give the clerk's number and day.")
                    ])
            }
            try await context.site.store.write { db in
                try db.signReport(number, version: form.version, as: symbol, on: day, by: user) {
                    let snapshot = Snapshot(
                        db: $0, kept: kept, year: $1.span.year, day: today, dayHasEnded: false)
                    return try ReportComposer(snapshot, $1, issuedOn: day).document()
                }
            }
            return context.redirect(
                to: Paths.report(year, number),
                saying: Bilingual(
                    vi: "Đã ghi số, ngày ký và chốt số liệu của văn bản.",
                    en: "Number and day are entered; the document is frozen."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await one(context, typed: form, refusal: refusal)
        }
    }

    @Sendable private static func figure(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let year = try context.year()
        let number = try context.number("number")
        let id = try context.segment("figure")
        let (language, viewer, today) = (context.language, context.viewer, context.today)
        let kept = context.site.kept
        let page = try await context.site.store.read { db in
            let report = try db.addressedReport(number, year, for: viewer)
            let snapshot = Snapshot(db: db, kept: kept, year: year, day: today, dayHasEnded: false)
            return try CitedNumberBuilder(snapshot, report, language: language).page(of: id)
        }
        return context.page(page.title, in: .reports, main: citedNumberView(page))
    }
}

extension ReadableDatabase {
    /// The report that an address names.
    func addressedReport(_ number: Int, _ year: Int, for viewer: Viewer) throws -> Report {
        guard let report = try report(numbered: number, for: viewer), report.span.year == year
        else {
            throw MissingRecord(Bilingual(vi: "báo cáo, văn bản", en: "report"), "\(number)")
        }
        return report
    }
}
