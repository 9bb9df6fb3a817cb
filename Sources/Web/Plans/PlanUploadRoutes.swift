import Domain
import Hummingbird
import Reading
import Store

/// Taking in the text of a plan: pasted, or as a file.
enum PlanUploadRoutes {
    static func add(to router: Routes) {
        router.get("/plans/new", .may(.declarePlans)) { _, context in
            _ = try context.signedIn()
            return try await answer(context)
        }
        router.write("/plans", .may(.declarePlans), limits: .standard, use: take)
    }

    @Sendable private static func take(_ form: Form, _ context: AppContext) async throws -> Response
    {
        let user = try context.signedIn().user.id
        let today = context.today
        do {
            let file = try await file(form)
            let (text, draft) = (file.text, file.draft())
            if draft.targets.isEmpty, draft.tasks.isEmpty { throw PlanError.noTargets }
            let header = draft.document
            let code = form.text("agency_code")
            var problems: [Problem] = []
            let typedYear = form.count("year", &problems)
            if !problems.isEmpty { throw InvalidInput(problems) }
            let plan = try await context.site.store.write { db -> Plan.ID in
                let day = header.issuedOn ?? today
                let issuer = try issuer(code, on: day, db)
                let year = typedYear ?? header.year ?? day.year + 1
                // A body other than the issuer of the year's plan carries that plan out.
                let above = try db.currentPlan(of: year)
                let parent = above?.agency == issuer ? nil : above?.id
                let plan = Plan(
                    id: db.newID(), agency: issuer, year: year,
                    type: header.type ?? "Kế hoạch", symbol: header.symbol ?? "",
                    title: header.title ?? "",
                    place: header.place ?? "", signer: header.signer ?? "",
                    issuedOn: header.issuedOn,
                    effectiveOn: header.effectiveOn, parent: parent,
                    amends: try amended(form.text("amends"), issuer, year, db))
                return try db.addPlan(plan, text: text, draft: draft, by: user, on: today)
            }
            return context.redirect(
                to: Paths.planDocument(plan),
                saying: Bilingual(
                    vi:
                        "Đã đọc văn bản: \(draft.targets.count) chỉ tiêu, \(draft.tasks.count) nhiệm vụ được nhận diện.",
                    en:
                        "The text is read: \(draft.targets.count) targets and \(draft.tasks.count) tasks were found."
                ))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await answer(context, typed: form, refusal: refusal)
        }
    }

    /// The plan, with its annex where that came in a file of its own.
    private static func file(_ form: Form) async throws -> PlanFile {
        let recognising = form.optional("ocr") != nil
        func read(_ field: String) async throws -> PlanFile? {
            guard let file = form.file(field) else { return nil }
            return try open(
                await PlanFile.read(file.bytes(), name: file.name, recognising: recognising),
                file.name)
        }
        let plan =
            try await read("file")
            ?? open(PlanFile(text: pasted(form)), "văn bản đã dán (pasted text)")
        guard let annex = try await read("annex") else { return plan }
        return plan.followed(by: annex)
    }

    /// The plan, unless it bears a stamp of state secrecy.
    private static func open(_ plan: PlanFile, _ name: String) throws -> PlanFile {
        guard let stamp = SecrecyStamp.found(atHeadOf: plan.text) else { return plan }
        throw EvidenceError.secret(name: FileName.clean(name), stamp: stamp.rawValue)
    }

    private static func pasted(_ form: Form) throws -> String {
        let pasted = form.whole("text")
        if pasted.trimmed.isEmpty {
            throw InvalidInput([
                Problem(
                    "text", vi: "Hãy chọn tệp hoặc dán văn bản kế hoạch.",
                    en: "Choose a file or paste the plan's text.")
            ])
        }
        return pasted
    }

    /// The plan that the text amends, as chosen; "own" is the body's own plan of the year.
    private static func amended(
        _ chosen: String, _ issuer: Agency.ID, _ year: Int, _ db: ReadableDatabase
    ) throws -> Plan.ID? {
        chosen == "own"
            ? try db.agencyPlan(of: issuer, year: year)?.id
            : chosen.isEmpty ? nil : Plan.ID(chosen)
    }

    private static func issuer(_ code: String, on day: Day, _ db: ReadableDatabase) throws
        -> Agency.ID
    {
        if code.isEmpty, let root = try db.agencyTree(on: day).bodies.first { return root.id }
        switch AgencyDirectory(try db.agencies(coded: code)).agency(
            coded: code, on: day, field: "agency_code")
        {
        case .found(let agency): return agency
        case .problem(let problem): throw InvalidInput([problem])
        }
    }

    /// Offered only where the server can recognise letters.
    private static func recognition(_ typed: Form?, _ language: Language) -> [Field] {
        guard PageRecognition.isInstalled else { return [] }
        let label = Bilingual(
            vi: "Nhận dạng chữ (OCR) nếu là PDF quét",
            en: "Recognise letters (OCR) of a scanned PDF")
        let hint = Bilingual(
            vi: "Mỗi trang mất vài giây; văn bản sẽ được đánh dấu để đối chiếu với bản chính.",
            en: "A page takes some seconds; the text is marked, to be compared with the original.")
        return [
            Field(
                name: "ocr", label: label[language],
                kind: .tick(isChosen: typed?.optional("ocr") != nil), hint: hint[language],
                isWide: true)
        ]
    }

    private static func answer(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let (language, today) = (context.language, context.today)
        let (tree, amendable) = try await context.site.store.read { db in
            (
                try db.agencyTree(on: today),
                try db.readPlans().filter { $0.confirmation != nil && $0.amends == nil }
            )
        }
        func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
        func problems(_ name: String) -> [String] {
            refusal?.problems.filter { $0.field == name }.map { $0.message[language] } ?? []
        }
        let page = PlanUploadPage(
            language: language,
            crumbs: [
                Link(text("Kế hoạch", "Plans"), Paths.plans),
                Link(text("Nạp kế hoạch", "Add a plan")),
            ],
            title: text("Nạp kế hoạch", "Add a plan"),
            lede: text(
                "Hệ thống đọc văn bản, nhận diện chỉ tiêu và nhiệm vụ để bạn xác nhận từng mục. Nguyên văn được giữ nguyên.",
                "The text is read, and its targets and tasks are proposed for you to confirm one by one. The words stay as they are."
            ),
            path: Paths.plans, token: context.formToken,
            fields: [
                Field(
                    name: "agency_code", label: text("Cơ quan ban hành", "Issued by"),
                    kind: .suggested(
                        tree.bodies.prefix(400).map { Field.Choice(value: $0.code, text: $0.name) }),
                    value: typed?.text("agency_code") ?? context.query.optional("agency")
                        ?? tree.bodies.first?.code ?? "",
                    problems: problems("agency_code")),
                Field(
                    name: "year", label: text("Năm kế hoạch", "Plan year"), kind: .number,
                    value: typed?.text("year") ?? context.query.text("year"),
                    hint: text(
                        "Để trống thì lấy theo văn bản.", "Left empty, it is taken from the text."),
                    problems: problems("year")),
                Field(
                    name: "amends", label: text("Sửa đổi, bổ sung cho", "Amends"),
                    kind: .choice(
                        [
                            Field.Choice(value: "", text: "–"),
                            Field.Choice(
                                value: "own",
                                text: text(
                                    "kế hoạch đã khai của chính cơ quan này",
                                    "the body's own declared plan")),
                        ]
                            + amendable.map { Field.Choice(value: $0.id.text, text: $0.symbol) }),
                    value: typed?.text("amends") ?? ""),
                Field(
                    name: "file", label: text("Tệp văn bản", "File"),
                    kind: .file(accept: ".txt,.docx,.pdf,.xlsx"),
                    hint: text(
                        "Nhận .docx, .pdf có lớp chữ, .txt.",
                        "Takes .docx, .pdf with a text layer, .txt."),
                    problems: problems("file")),
                Field(
                    name: "annex", label: text("Tệp phụ lục (nếu tách riêng)", "Annex (if apart)"),
                    kind: .file(accept: ".xlsx,.docx,.pdf,.txt"),
                    hint: text(
                        "Bảng nhiệm vụ .xlsx hoặc .docx.", "The table of tasks, .xlsx or .docx."),
                    problems: problems("annex")),
            ] + recognition(typed, language) + [
                Field(
                    name: "text", label: text("Hoặc dán toàn văn", "Or paste the whole text"),
                    kind: .longText(rows: 14), value: typed?.whole("text") ?? "",
                    problems: problems("text"),
                    isWide: true)
            ],
            problems: refusal.map { [$0.message[language]] } ?? [])
        return context.page(page.title, in: .plan, refusal: refusal, main: planUploadView(page))
    }
}
