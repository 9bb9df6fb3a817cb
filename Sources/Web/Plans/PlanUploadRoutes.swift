import Domain
import Hummingbird
import Reading
import Store

/// Taking in the text of a plan: pasted, or as a file.
enum PlanUploadRoutes {
    static func add(to router: Routes) {
        router.get("/plans/new", .may(.managePlans)) { _, context in
            _ = try context.signedIn()
            return try await answer(context)
        }
        router.write("/plans", .may(.managePlans), limits: .standard, use: take)
    }

    @Sendable private static func take(_ form: Form, _ context: AppContext) async throws -> Response
    {
        let user = try context.signedIn().user.id
        let today = context.today
        do {
            let text = try text(form)
            let draft = PlanReader.read(text)
            if draft.targets.isEmpty, draft.tasks.isEmpty { throw PlanError.noTargets }
            let header = draft.document
            let code = form.text("agency_code")
            var problems: [Problem] = []
            let typedYear = form.count("year", &problems)
            if !problems.isEmpty { throw InvalidInput(problems) }
            let plan = try await context.site.store.write { db -> Plan in
                let day = header.issuedOn ?? today
                let issuer = try issuer(code, on: day, db)
                let plan = Plan(
                    id: db.newID(), agency: issuer, year: typedYear ?? header.year ?? day.year + 1,
                    type: header.type ?? "Kế hoạch", symbol: header.symbol ?? "",
                    title: header.title ?? "",
                    place: header.place ?? "", signer: header.signer ?? "",
                    issuedOn: header.issuedOn,
                    effectiveOn: header.effectiveOn,
                    amends: form.optional("amends").map { Plan.ID($0) })
                try db.addPlan(plan, text: text, draft: draft, by: user, on: today)
                return plan
            }
            return context.redirect(
                to: Paths.planDocument(plan.id),
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

    private static func text(_ form: Form) throws -> String {
        if let file = form.file("file") { return try TextFile.read(file.bytes(), name: file.name) }
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
                    value: typed?.text("agency_code") ?? tree.bodies.first?.code ?? "",
                    problems: problems("agency_code")),
                Field(
                    name: "year", label: text("Năm kế hoạch", "Plan year"), kind: .number,
                    value: typed?.text("year") ?? "",
                    hint: text(
                        "Để trống thì lấy theo văn bản.", "Left empty, it is taken from the text."),
                    problems: problems("year")),
                Field(
                    name: "amends", label: text("Sửa đổi, bổ sung cho", "Amends"),
                    kind: .choice(
                        [Field.Choice(value: "", text: "–")]
                            + amendable.map { Field.Choice(value: $0.id.text, text: $0.symbol) }),
                    value: typed?.text("amends") ?? ""),
                Field(
                    name: "file", label: text("Tệp văn bản (.txt, .docx)", "File (.txt, .docx)"),
                    kind: .file(accept: ".txt,.docx"), problems: problems("file")),
                Field(
                    name: "text", label: text("Hoặc dán toàn văn", "Or paste the whole text"),
                    kind: .longText(rows: 14), value: typed?.whole("text") ?? "",
                    problems: problems("text"),
                    isWide: true),
            ],
            problems: refusal.map { [$0.message[language]] } ?? [])
        return context.page(page.title, in: .plan, refusal: refusal, main: planUploadView(page))
    }
}
