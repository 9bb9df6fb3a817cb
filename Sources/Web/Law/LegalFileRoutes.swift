import Documents
import Domain
import Hummingbird
import Reading
import Store

/// How a document came about: the page, the two lists as files, and taking them in.
enum LegalFileRoutes {
    static func add(to router: Routes) {
        router.get("/documents/:number/file", .may(.seeDocuments)) { _, context in
            try await page(context)
        }
        for format in TableFormat.allCases {
            router.get(
                RouterPath("/documents/:number/steps.\(format.rawValue)"), .may(.seeDocuments)
            ) { _, context in
                try await table("steps", format, context) {
                    LegalStepColumns.all.table($0.steps.map(LegalStepRow.init))
                }
            }
            router.get(
                RouterPath("/documents/:number/opinions.\(format.rawValue)"), .may(.seeDocuments)
            ) { _, context in
                try await table("opinions", format, context) {
                    LegalOpinionColumns.all.table($0.opinions.map(LegalOpinionRow.init))
                }
            }
        }
        router.write("/documents/:number/steps", .may(.recordDocuments), limits: .standard) {
            form, context in
            try await change("steps", form, context) { db, number, user, form in
                let read = LegalStepColumns.all.read(
                    try ImportedTable.read(form), blank: LegalStepRow())
                try db.keepLegalSteps(read, of: number, version: form.version, by: user)
            }
        }
        router.write("/documents/:number/procedure", .may(.recordDocuments)) { form, context in
            try await change("procedure", form, context) { db, number, user, form in
                try db.beginLegalSteps(
                    of: number, by: form.text("procedure"), version: form.version, user: user)
            }
        }
        router.write("/documents/:number/opinion", .may(.recordDocuments)) { form, context in
            try await change("opinion", form, context, addOpinion)
        }
        router.write("/documents/:number/step", .may(.recordDocuments)) { form, context in
            try await change("step", form, context, recordStep)
        }
        router.write("/documents/:number/judgement", .may(.recordDocuments)) { form, context in
            try await change("judgement", form, context, judge)
        }
        router.write("/documents/:number/opinions", .may(.recordDocuments), limits: .standard) {
            form, context in
            try await change("opinions", form, context) { db, number, user, form in
                let read = LegalOpinionColumns.all.read(
                    try ImportedTable.read(form), blank: LegalOpinionRow())
                try db.keepLegalOpinions(read, of: number, version: form.version, by: user)
            }
        }
    }

    /// One more opinion, below those on record.
    @Sendable private static func addOpinion(
        _ db: WritableDatabase, _ number: Int, _ user: User.ID, _ form: Form
    ) throws {
        let columns = LegalOpinionColumns.all
        let file = try db.legalFile(of: try LegalDocumentRoutes.required(number, db).id)
        let typed = columns.read(
            CellTable(
                headings: columns.map(\.key),
                rows: [CellTable.Row(number: 2, cells: columns.map { form.text($0.key) })]),
            blank: LegalOpinionRow())
        let rows = file.opinions.map { (number: 2, row: LegalOpinionRow($0)) } + typed.rows
        try db.keepLegalOpinions(
            ReadRows(rows: rows, problems: typed.problems, notices: []), of: number,
            version: form.version, by: user)
    }

    /// What happened in one step: its days, its paper, or why it was left out.
    @Sendable private static func recordStep(
        _ db: WritableDatabase, _ number: Int, _ user: User.ID, _ form: Form
    ) throws {
        let file = try db.legalFile(of: try LegalDocumentRoutes.required(number, db).id)
        var steps = file.steps
        var problems: [Problem] = []
        let (started, done) = (
            form.day("started_on", &problems), form.day("done_on", &problems)
        )
        guard let place = Int(form.text("position")), steps.indices.contains(place - 1) else {
            throw InvalidInput([
                Problem("position", vi: "Hãy chọn một bước.", en: "Choose a step.")
            ])
        }
        guard problems.isEmpty else { throw InvalidInput(problems) }
        (steps[place - 1].startedOn, steps[place - 1].doneOn) = (started, done)
        steps[place - 1].paper = form.text("paper")
        steps[place - 1].waived = form.text("waived")
        try db.keepLegalSteps(
            ReadRows(
                rows: steps.map { (number: 2, row: LegalStepRow($0)) }, problems: [], notices: []),
            of: number, version: form.version, by: user)
    }

    /// The four answers as a person chose them, whatever was proposed.
    @Sendable private static func judge(
        _ db: WritableDatabase, _ number: Int, _ user: User.ID, _ form: Form
    ) throws {
        var problems: [Problem] = []
        let day = form.day("judged_on", &problems)
        guard problems.isEmpty else { throw InvalidInput(problems) }
        var answers: [LegalDocument.Condition: LegalDocument.Answer] = [:]
        for condition in LegalDocument.Condition.allCases {
            answers[condition] = LegalDocument.Answer(rawValue: form.text(condition.rawValue))
        }
        try db.judgeLegalDocument(
            number, answers, on: day, judge: String(form.text("judge").prefix(300)),
            version: form.version, by: user)
    }

    private static func page(
        _ context: AppContext,
        refused: (name: String, form: Form, refusal: any UserFacingError)? = nil
    ) async throws -> Response {
        let number = try context.number("number")
        let (language, token) = (context.language, context.formToken)
        let mayRecord = context.may(.recordDocuments)
        let (document, file, calendar, year, procedures, proposal) = try await context.site.store
            .read { db in
                let document = try LegalDocumentRoutes.required(number, db)
                let file = try db.legalFile(of: document.id)
                let first = file.steps.compactMap(\.startedOn).min() ?? document.signedOn
                return (
                    document, file,
                    try db.workingCalendar(from: first, through: document.signedOn + 400),
                    try db.year(of: document.id) ?? document.signedOn.year,
                    try db.legalProcedures(inForceOn: document.signedOn),
                    try db.legalProposal(for: document)
                )
            }
        let builder = LegalFileBuilder(
            document: document, file: file, calendar: calendar, language: language, token: token,
            mayRecord: mayRecord, year: year, procedures: procedures,
            proposal: proposal, today: context.today, refused: refused)
        return context.page(
            builder.title, in: .documents, refusal: refused?.refusal,
            main: legalFileView(builder.page()))
    }

    private static func table(
        _ name: String, _ format: TableFormat, _ context: AppContext,
        _ table: @escaping @Sendable (LegalFile) -> CellTable
    ) async throws -> Response {
        let number = try context.number("number")
        let cells = try await context.site.store.read { db in
            table(try db.legalFile(of: try LegalDocumentRoutes.required(number, db).id))
        }
        return try Response.table(cells, named: "\(name)-\(number)", as: format)
    }

    private static func change(
        _ name: String, _ form: Form, _ context: AppContext,
        _ action: @escaping @Sendable (WritableDatabase, Int, User.ID, Form) throws -> Void
    ) async throws -> Response {
        let number = try context.number("number")
        let user = try context.signedIn().user.id
        do {
            try await context.site.store.write { try action($0, number, user, form) }
            return context.redirect(
                to: Paths.legalFile(number, "file"),
                saying: Bilingual(vi: "Đã ghi thay đổi.", en: "The change is recorded."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await page(context, refused: (name, form, refusal))
        }
    }
}
