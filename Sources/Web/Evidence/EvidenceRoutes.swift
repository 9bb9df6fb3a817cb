import Domain
import Hummingbird
import Reading
import Store

/// Evidence: given for a record, shown on a page of its own, fetched, replaced, withdrawn, explained.
enum EvidenceRoutes {
    static func add(to router: Routes, _ site: Site) {
        let incoming = site.store.files.incomingFolder
        let limits = FormLimits.kept(site.settings.largestFile, in: incoming)
        router.get(RouterPath(Paths.evidence), .may(.seeEvidence), use: list)
        router.get("/evidence/new", .may(.attachEvidence), use: new)
        router.write(
            RouterPath(Paths.evidence), .may(.attachEvidence), limits: limits, use: attach)
        router.write(RouterPath(Paths.evidenceCitations), .may(.attachEvidence), use: cite)
        router.write(RouterPath(Paths.evidenceWithdrawals), .may(.attachEvidence), use: withdraw)
        router.write(RouterPath(Paths.evidenceExplanations), .may(.attachEvidence), use: explain)
        router.get("/evidence/:number", .may(.seeEvidence)) { _, context in
            try await EvidencePages.page(context)
        }
        router.write("/evidence/:number", .may(.attachEvidence), use: correct)
        router.write(
            "/evidence/:number/revisions", .may(.attachEvidence), limits: limits, use: replace)
        router.get("/evidence/:number/revisions/:revision/file", .may(.seeEvidence), use: file)
        router.get(
            "/evidence/:number/revisions/:revision/pages/:page", .may(.seeEvidence), use: picture)
    }

    @Sendable private static func attach(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let user = try context.signedIn().user.id
        let (subject, note) = (try subject(form), form.text("note"))
        let store = context.site.store
        // Asked before the files are looked at, and again in the action.
        try await store.read { try $0.requireAttaching(to: subject, by: user) }
        do {
            let files = form.files("files").filter { $0.size > 0 || !$0.name.isEmpty }
            let uploads = try await EvidenceIntake(context.site).take(files, by: user)
            let attached = try await store.write {
                try $0.attachEvidence(uploads, to: subject, note: note, by: user)
            }
            return try await done(
                subject, form, context,
                Bilingual(
                    vi: "Đã nhận \(Written.count(attached.count, .vi)) tài liệu kiểm chứng.",
                    en:
                        "\(Written.english(attached.count, "document", "documents")) received."))
        } catch let refusal as any UserFacingError where isShownAgain(refusal) {
            return try await formPage(subject, form, context, note: note, refusal: refusal)
        }
    }

    @Sendable private static func cite(_ form: Form, _ context: AppContext) async throws -> Response
    {
        let user = try context.signedIn().user.id
        let subject = try subject(form)
        do {
            guard let number = Int(form.text("number")), number > 0 else {
                throw MissingRecord(
                    Bilingual(vi: "tài liệu", en: "document"), form.text("number"))
            }
            try await context.site.store.write {
                try $0.citeEvidence(number, for: subject, by: user)
            }
            return try await done(
                subject, form, context,
                Bilingual(
                    vi: "Đã viện dẫn tài liệu số \(number).",
                    en: "Document no. \(number) is cited."))
        } catch let refusal as any UserFacingError where isShownAgain(refusal) {
            return try await formPage(subject, form, context, refusal: refusal)
        }
    }

    @Sendable private static func withdraw(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let user = try context.signedIn().user.id
        let (link, reason) = (Identifier<Evidence.Link>(form.text("link")), form.text("reason"))
        let subject = try await context.site.store.write { db in
            let subject = try db.subject(of: link)
            try db.withdrawEvidence(link, because: reason, by: user)
            return subject
        }
        guard let subject else { throw EvidenceError.withdrawn }
        return try await done(
            subject, form, context,
            Bilingual(
                vi: "Đã rút tài liệu khỏi hồ sơ; tệp và nhật ký vẫn được giữ.",
                en: "The document is withdrawn; its file and the journal stay."))
    }

    @Sendable private static func explain(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let user = try context.signedIn().user.id
        let (subject, text) = (try subject(form), form.text("explanation"))
        do {
            try await context.site.store.write {
                try $0.explainMissingEvidence(
                    of: subject, text, version: form.version, by: user)
            }
            return try await done(
                subject, form, context,
                Bilingual(vi: "Đã ghi giải trình.", en: "The explanation is recorded."))
        } catch let refusal as any UserFacingError where isShownAgain(refusal) {
            return try await formPage(
                subject, form, context, explanation: text, refusal: refusal)
        }
    }

    @Sendable private static func correct(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let user = try context.signedIn().user.id
        let number = try context.number("number")
        do {
            var problems: [Problem] = []
            let issuedOn = form.day("issued_on", &problems)
            if !problems.isEmpty { throw InvalidInput(problems) }
            try await context.site.store.write { db in
                guard let old = try db.evidence(numbered: number, for: .person(user))?.evidence
                else { throw MissingRecord(EvidencePages.name, "\(number)") }
                try db.correctEvidence(
                    Evidence(
                        id: old.id, number: number, title: form.text("title"),
                        issuer: form.text("issuer"), symbol: form.text("symbol"),
                        issuedOn: issuedOn, version: form.version), by: user)
            }
            return context.redirect(
                to: Paths.evidence(number),
                saying: Bilingual(vi: "Đã ghi thay đổi.", en: "The change is recorded."))
        } catch let refusal as any UserFacingError where isShownAgain(refusal) {
            return try await EvidencePages.page(context, typed: form, refusal: refusal)
        }
    }

    @Sendable private static func replace(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let user = try context.signedIn().user.id
        let number = try context.number("number")
        do {
            let files = form.files("files").filter { $0.size > 0 || !$0.name.isEmpty }
            let uploads = try await EvidenceIntake(context.site).take(
                Array(files.prefix(1)), by: user)
            guard let upload = uploads.first else { throw EvidenceError.noFile }
            try await context.site.store.write {
                try $0.replaceEvidence(
                    number, with: upload, because: form.optional("reason"), by: user)
            }
            return context.redirect(
                to: Paths.evidence(number),
                saying: Bilingual(
                    vi: "Đã nhận bản mới; bản cũ vẫn được giữ.",
                    en: "The newer file is received; the older one is kept."))
        } catch let refusal as any UserFacingError where isShownAgain(refusal) {
            return try await EvidencePages.page(context, refusal: refusal, isReplacing: true)
        }
    }

    /// Who may not do it, or what is not there, gets the page that says so.
    private static func isShownAgain(_ refusal: any UserFacingError) -> Bool {
        !(refusal is SignInNeeded) && refusal.kind != .forbidden && refusal.kind != .notFound
    }

    private static func subject(_ form: Form) throws -> Evidence.Subject {
        guard let kind = Evidence.Kind(rawValue: form.text("kind")), form.has("record") else {
            throw MissingRecord(Bilingual(vi: "hồ sơ", en: "record"), form.text("record"))
        }
        return Evidence.Subject(kind, form.text("record"))
    }

    /// Back to where the form stood, or to the record's own page, which says what was done.
    private static func done(
        _ subject: Evidence.Subject, _ form: Form, _ context: AppContext, _ said: Bilingual
    ) async throws -> Response {
        if let path = form.optional("return") {
            return context.redirect(to: localAddress(path), saying: said)
        }
        let record = try await context.site.store.read { try $0.citedRecord(subject) }
        let page = record.flatMap { EvidencePages.isEmbedded($0) ? Paths.page(of: $0) : nil }
        return context.redirect(to: page ?? Paths.newEvidence(for: subject), saying: said)
    }
}

extension EvidenceRoutes {
    @Sendable fileprivate static func list(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let (language, viewer) = (context.language, context.viewer)
        let query = context.query.text("q")
        let before = Int(context.query.text("before"))
        let found = try await context.site.store.read {
            try $0.evidence(matching: query, before: before, limit: 51, for: viewer)
        }
        let words = Words("Evidence", language)
        let next =
            found.count > 50 ? found[49].evidence.number : nil
        let page = EvidenceListPage(
            language: language, title: words["heading"], path: Paths.evidence, query: query,
            items: found.prefix(50).compactMap { EvidencePart.Item($0, language) },
            none: words[query.isEmpty ? "none" : "none-found"],
            next: next.map { Link(words["older"], Paths.evidence(matching: query, before: $0)) })
        return context.page(page.title, in: .evidence, main: evidenceListView(page))
    }

    @Sendable fileprivate static func new(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        _ = try context.signedIn()
        return try await formPage(try subject(context.query), context.query, context)
    }

    /// The form by itself, for a record without a page, or shown again with what was wrong.
    private static func formPage(
        _ subject: Evidence.Subject, _ asked: Form, _ context: AppContext, note: String = "",
        explanation: String? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let (language, words) = (context.language, Words("Evidence", context.language))
        guard let record = try await context.site.store.read({ try $0.citedRecord(subject) }) else {
            throw MissingRecord(subject.kind.title, subject.record)
        }
        let said = refusal.map { refusal in
            refusal.problems.isEmpty
                ? [refusal.message[language]] : refusal.problems.map { $0.message[language] }
        }
        let returning = asked.optional("return").map(localAddress)
        let part = try await context.evidencePart(of: subject, returning: returning)
            .refused(said ?? [], note: note, explanation: explanation)
        let kind = subject.kind.title[language]
        let page = NewEvidencePage(
            language: language,
            crumbs: [
                Link(words["heading"], Paths.evidence),
                Link("\(kind) \(record.code)", Paths.page(of: record)),
            ],
            title: words("new-title", ["record": "\(kind) \(record.code)"]),
            lede: record.text.shortened(to: 300), part: part)
        return context.page(
            page.title, in: .evidence, year: record.year, refusal: refusal,
            main: newEvidenceView(page))
    }

    @Sendable fileprivate static func file(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let (evidence, revision) = try await EvidencePages.revision(context)
        return try await EvidenceFileResponse(
            evidence: evidence, revision: revision, files: context.site.store.files
        ).response(request, context)
    }

    /// A page of a PDF as a picture, for readers whose browser shows no PDF, and for paper.
    @Sendable fileprivate static func picture(_ request: Request, _ context: AppContext)
        async throws -> Response
    {
        let (_, revision) = try await EvidencePages.revision(context)
        let page = try context.number("page")
        guard revision.type == .pdf, page <= DocumentPreview.mostPages else {
            throw MissingPage(path: context.path)
        }
        let mark = "\"\(revision.sha256.prefix(32))-\(page)\""
        if request.headers[.ifNoneMatch] == mark {
            return Response(status: .notModified, headers: [.eTag: mark])
        }
        guard DocumentPreview.showsPages else {
            throw EvidenceError.previewMissing(program: "poppler-utils")
        }
        let path = context.site.store.files.path(revision.sha256)
        guard let picture = await DocumentPreview.picture(ofPage: page, of: path) else {
            throw MissingPage(path: context.path)
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "image/jpeg", .eTag: mark, .cacheControl: "private, no-cache",
                .contentSecurityPolicy: EvidenceFileResponse.policy,
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: picture)))
    }
}

extension EvidencePart {
    /// The same with what was wrong, and what was typed.
    fileprivate func refused(_ problems: [String], note: String, explanation: String?)
        -> EvidencePart
    {
        guard let form else { return self }
        let isExplanation = explanation != nil && form.explanation != nil
        let changed = EvidenceForm(
            language: language, token: form.token, subject: form.subject, largest: form.largest,
            note: note, problems: isExplanation ? [] : problems,
            explanation: form.explanation.map { (explanation ?? $0.text, $0.version) },
            explanationProblems: isExplanation ? problems : [], returnPath: form.returnPath,
            documents: form.documents)
        return EvidencePart(
            language: language, state: state, items: items, explanation: self.explanation,
            form: changed)
    }
}

extension EvidencePart.Item {
    /// A document in a list of its own.
    fileprivate init?(_ kept: KeptEvidence, _ language: Language) {
        guard let newest = kept.newest else { return nil }
        let evidence = kept.evidence
        let facts = [
            evidence.symbol.isEmpty ? "" : evidence.title, evidence.issuer,
            "\(newest.type.title[language]), \(fileSize(newest.bytes, language))",
            newest.addedAt.day()[language],
        ]
        let words = Words("Evidence", language)
        self.init(
            title: Link(
                "\(evidence.number). \(evidence.shortName[language])",
                Paths.evidence(evidence.number)),
            facts: facts.filter { !$0.isEmpty }, note: "",
            download: Link(
                words["download"],
                Paths.evidenceFile(evidence.number, newest.number, download: true)),
            withdrawal: nil)
    }
}
