import Domain
import Hummingbird
import Reading
import Store

/// The official document with which a report was signed: its symbol, its date and its file.
enum SignedDocumentRoutes {
    static func add(to router: Routes, _ site: Site) {
        let limits = FormLimits.kept(
            site.settings.largestFile, in: site.store.files.incomingFolder)
        router.write(
            "/:year/submissions/:period/:code/document", .may(.writeSubmissions), limits: limits,
            use: record)
    }

    @Sendable private static func record(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let year = try context.year()
        let (code, agency) = (try context.segment("period"), try context.segment("code"))
        let user = try context.signedIn().user.id
        let today = context.today
        do {
            var upload = try await file(form, context, by: user)
            var problems: [Problem] = []
            let typed = form.day("signed_on", &problems)
            let symbol = form.optional("symbol") ?? upload?.symbol ?? ""
            let signedOn = typed ?? (problems.isEmpty ? upload?.issuedOn : nil)
            if symbol.isEmpty { problems.append(unread("symbol", upload)) }
            if signedOn == nil, problems.allSatisfy({ $0.field != "signed_on" }) {
                problems.append(unread("signed_on", upload))
            }
            guard problems.isEmpty, let signedOn else {
                if let upload { try await keep(upload, context, by: user) }
                throw InvalidInput(problems)
            }
            upload?.symbol = symbol
            upload?.issuedOn = signedOn
            let filed = upload
            let period = try await context.site.store.write { db in
                let body = try db.addressedBody(agency, try db.agencyTree(on: today))
                try db.recordSignedDocument(
                    SignedDocument(symbol: symbol, signedOn: signedOn, recordedOn: today),
                    with: filed, for: body.agency, in: code, of: year, version: form.version,
                    by: user)
                return try db.addressedPeriod(code, of: year)
            }
            return context.redirect(
                to: Paths.submission(period, agency),
                saying: Bilingual(
                    vi: "Đã ghi văn bản ký số \(symbol) ngày \(signedOn.vi).",
                    en: "The signed document \(symbol) of \(signedOn.en) was entered."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await SubmissionRoutes.submission(context, typed: form, refusal: refusal)
        }
    }

    /// The file that came, in its place; `nil` when none was chosen.
    private static func file(
        _ form: Form, _ context: AppContext, by user: User.ID
    ) async throws -> EvidenceUpload? {
        let files = form.files("file").filter { $0.size > 0 || !$0.name.isEmpty }
        guard !files.isEmpty else { return nil }
        _ = try await subject(context, by: user)
        return try await EvidenceIntake(context.site).take(Array(files.prefix(1)), by: user).first
    }

    /// Keeps the file as evidence of the report, though its symbol or date has still to be typed.
    private static func keep(
        _ upload: EvidenceUpload, _ context: AppContext, by user: User.ID
    ) async throws {
        let subject = try await subject(context, by: user)
        do {
            _ = try await context.site.store.write {
                try $0.attachEvidence([upload], to: subject, by: user)
            }
        } catch EvidenceError.alreadyAttached {
            return
        }
    }

    /// The report of the address, for whoever may give evidence for it.
    private static func subject(
        _ context: AppContext, by user: User.ID
    ) async throws -> Evidence.Subject {
        let year = try context.year()
        let (code, agency) = (try context.segment("period"), try context.segment("code"))
        let today = context.today
        return try await context.site.store.read { db in
            let body = try db.addressedBody(agency, try db.agencyTree(on: today))
            let period = try db.addressedPeriod(code, of: year)
            let sent = try db.submission(of: body.agency, in: period, for: .person(user))
            guard let sent else { throw SubmissionError.nothingSubmitted }
            let subject = Evidence.Subject(.submission, sent.id.text)
            try db.requireAttaching(to: subject, by: user)
            return subject
        }
    }

    private static func unread(_ field: String, _ upload: EvidenceUpload?) -> Problem {
        guard let upload else {
            return Problem(
                field, vi: "Ô này không được để trống.", en: "This field must not be empty.")
        }
        return Problem(
            field,
            vi:
                "Không đọc được ở tệp “\(upload.name)”; hãy ghi vào ô này. Tệp đã được giữ, không cần chọn lại.",
            en:
                "It could not be read in “\(upload.name)”; type it here. The file is kept and need not be chosen again."
        )
    }
}
