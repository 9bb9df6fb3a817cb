import Domain
import Foundation
import Hummingbird
import Store

/// The page to fill in: shown, saved as a draft, sent.
enum ReportFormRoutes {
    static func add(to router: Routes, _ site: Site) {
        let limits = FormLimits.keptBesideFields(
            site.settings.largestFile, in: site.store.files.incomingFolder)
        router.get("/:year/submissions/:period/:code/form", .may(.writeSubmissions)) { _, context in
            try await page(context)
        }
        router.write(
            "/:year/submissions/:period/:code/draft", .may(.writeSubmissions), limits: limits,
            use: save)
        router.write(
            "/:year/submissions/:period/:code/rounds", .may(.writeSubmissions), limits: limits,
            use: send)
    }

    private static func page(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let year = try context.year()
        let (period, agency) = (try context.segment("period"), try context.segment("code"))
        let user = try context.signedIn().user.id
        let page = try await context.site.store.read { db in
            try ReportFormBuilder(
                db, context, year: year, period: period, agency: agency, by: user
            ).formPage(typed: typed, refusal: refusal)
        }
        return context.page(
            page.title, in: .submissions, year: year, refusal: refusal, main: reportFormView(page))
    }

    /// Keeps the draft; the script asks for a word of it only, a person gets the page again.
    @Sendable private static func save(_ form: Form, _ context: AppContext) async throws -> Response
    {
        let year = try context.year()
        let (code, agency) = (try context.segment("period"), try context.segment("code"))
        let user = try context.signedIn().user.id
        let today = context.today
        let fields = form.reportFields
        let isReady = form.has("ready")
        let isScript = form.has("autosave")
        do {
            let taken = isScript ? 0 : try await takeEvidence(form, context, by: user)
            let (period, version) = try await context.site.store.writeOffTheRecord { db in
                let body = try db.addressedBody(agency, try db.agencyTree(on: today))
                let version = try db.saveSubmissionDraft(
                    fields, for: body.agency, in: code, of: year, on: today,
                    version: form.draftVersion, isReady: isReady, by: user)
                return (try db.addressedPeriod(code, of: year), version)
            }
            if isScript { return .savedDraft(version, at: context.site.store.clock()) }
            let task = form.optional("attach").map { Plan.Task.ID($0) }
            return context.redirect(
                to: Paths.submissionForm(period, agency, at: task),
                saying: saved(isReady: isReady, taken, wasAsked: task != nil))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            if isScript { throw refusal }
            return try await page(context, typed: form, refusal: refusal)
        }
    }

    /// Takes the files that came with the page and says how many; throws when one is not taken.
    private static func takeEvidence(
        _ form: Form, _ context: AppContext, by user: User.ID
    ) async throws -> Int {
        let year = try context.year()
        let (code, agency) = (try context.segment("period"), try context.segment("code"))
        let today = context.today
        let page = try await context.site.store.read { db in
            let body = try db.addressedBody(agency, try db.agencyTree(on: today))
            let period = try db.addressedPeriod(code, of: year)
            _ = try db.submissionDraft(of: body.agency, in: period, by: user)
            return try db.submissionBasis(for: body.agency, in: period, on: today).content
        }
        let (count, problems) = try await ReportEvidence(context: context, user: user)
            .take(form, on: page)
        guard problems.isEmpty else { throw InvalidInput(problems) }
        return count
    }

    private static func saved(isReady: Bool, _ taken: Int, wasAsked: Bool) -> Bilingual {
        if isReady {
            return Bilingual(
                vi: "Đã trình lãnh đạo; báo cáo chưa được gửi.",
                en: "It was given to the head; the report is not sent yet.")
        }
        if taken > 0 {
            return Bilingual(
                vi:
                    "Đã nhận \(Written.count(taken, .vi)) tài liệu và lưu nháp; báo cáo chưa được gửi.",
                en:
                    "\(Written.english(taken, "document", "documents")) received, draft saved; the report is not sent yet."
            )
        }
        if wasAsked {
            return Bilingual(
                vi:
                    "Không có tài liệu mới: hãy chọn tệp rồi gửi. Đã lưu nháp; báo cáo chưa được gửi.",
                en:
                    "No new document: choose a file first. The draft was saved; the report is not sent yet."
            )
        }
        return Bilingual(
            vi: "Đã lưu nháp; báo cáo chưa được gửi.",
            en: "The draft was saved; the report is not sent yet.")
    }

    @Sendable private static func send(_ form: Form, _ context: AppContext) async throws -> Response
    {
        let year = try context.year()
        let (code, agency) = (try context.segment("period"), try context.segment("code"))
        let user = try context.signedIn().user.id
        let today = context.today
        let fields = form.reportFields
        do {
            _ = try await takeEvidence(form, context, by: user)
            let (period, sent) = try await context.site.store.write { db in
                let body = try db.addressedBody(agency, try db.agencyTree(on: today))
                let period = try db.addressedPeriod(code, of: year)
                let page = try db.submissionBasis(for: body.agency, in: period, on: today).content
                var problems: [Problem] = []
                let answers = SubmissionAnswers.read(fields, on: page, &problems)
                guard problems.isEmpty else { throw InvalidInput(problems) }
                let sent = try db.submit(
                    answers, for: body.agency, in: code, of: year, on: today,
                    version: form.version, draftVersion: form.draftVersion, by: user)
                return (period, sent)
            }
            return context.redirect(
                to: Paths.submission(period, agency),
                saying: Bilingual(
                    vi:
                        "Đã gửi báo cáo số \(sent.number), lần \(sent.round). Biên nhận ở cuối trang.",
                    en:
                        "Report \(sent.number), round \(sent.round), was sent. The receipt is below."
                ))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await page(context, typed: form, refusal: refusal)
        }
    }
}

extension Form {
    /// The fields of the page itself, without those that only carry it.
    fileprivate var reportFields: [String: String] {
        var fields: [String: String] = [:]
        for (name, value) in typed
        where name.hasPrefix("task.") || name.hasPrefix("measure.")
            || ["nothing_arose", "difficulties", "proposals"].contains(name)
        {
            // A document's number is acted on at once, as files are; it is no answer.
            if !name.hasSuffix(".document") { fields[name] = value }
        }
        return fields
    }

    fileprivate var draftVersion: Int { Int(text("draft_version")) ?? -1 }
}

extension Response {
    /// What the script needs after it saved: the version to go on with, and when it was.
    fileprivate static func savedDraft(_ version: Int, at instant: Instant) -> Response {
        let text = "{\"version\":\(version),\"time\":\"\(instant.timeOfDay())\"}"
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/json; charset=utf-8", .cacheControl: "no-store",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
