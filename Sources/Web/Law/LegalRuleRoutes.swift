import Documents
import Domain
import Hummingbird
import Markup
import Store

/// Procedures and competences: the page, both lists as files, and taking them in.
enum LegalRuleRoutes {
    /// Which of the two lists.
    enum List: String, CaseIterable, Sendable {
        case procedures, competences

        var title: Bilingual {
            switch self {
            case .procedures:
                Bilingual(vi: "Quy trình xây dựng văn bản", en: "Procedures of documents")
            case .competences:
                Bilingual(vi: "Thẩm quyền ban hành văn bản", en: "Competences")
            }
        }
    }

    static func add(to router: Routes) {
        router.get("/documents/rules", .may(.seeDocuments)) { _, context in
            try await page(context)
        }
        router.write("/documents/rules/issuers", .may(.manageLegalRules), use: addIssuer)
        for list in List.allCases {
            for format in TableFormat.allCases {
                router.get(
                    RouterPath("/documents/rules/\(list.rawValue).\(format.rawValue)"),
                    .may(.seeDocuments)
                ) { _, context in
                    let table = try await context.site.store.read { try list.table($0) }
                    return try Response.table(
                        table, named: "documents-\(list.rawValue)", as: format)
                }
            }
            let path = RouterPath("/documents/rules/\(list.rawValue)/import")
            router.get(path, .may(.manageLegalRules)) { _, context in
                _ = try context.signedIn()
                return importPage(list, context)
            }
            router.write(path, .may(.manageLegalRules), limits: .standard) { form, context in
                try await take(list, form, context)
            }
        }
    }

    private static func page(
        _ context: AppContext,
        refused: (form: Form, refusal: any UserFacingError)? = nil
    ) async throws -> Response {
        let (language, today) = (context.language, context.today)
        let (mayChange, token) = (context.may(.manageLegalRules), context.formToken)
        let builder = try await context.site.store.read { db in
            LegalRuleBuilder(
                procedures: try db.legalProcedures(), competences: try db.legalCompetences(),
                outside: try db.outsideIssuers(), token: token, refused: refused, day: today,
                language: language, mayChange: mayChange)
        }
        let main: HTML = """
            \(crumbsView(builder.crumbs, label: Words("Law", language)["crumbs"]))
            <div class="head"><div><h1>\(builder.title)</h1><p class="lede">\(builder.lede)</p></div></div>
            <div class="stack"><div class="title"><h2>\(List.competences.title[language])</h2>\(linkLine(builder.links(.competences)))</div>
            \(tablePart(builder.competenceTable))
            <div class="title"><h2>\(List.procedures.title[language])</h2>\(linkLine(builder.links(.procedures)))</div>
            \(each: builder.procedures.map(builder.table), tablePart)
            \(tablePart(builder.outsideTable))\(when: mayChange, formPart(builder.outsideForm, language))</div>
            """
        return context.page(
            builder.title, in: .documents, refusal: refused?.refusal, main: main)
    }

    @Sendable private static func addIssuer(
        _ form: Form, _ context: AppContext
    ) async throws -> Response {
        let user = try context.signedIn().user.id
        do {
            _ = try await context.site.store.write {
                try $0.recordOutsideIssuer(
                    coded: form.text("code"), name: form.text("name"),
                    nameInEnglish: form.text("name_en"), by: user)
            }
            return context.redirect(
                to: Paths.legalRules(),
                saying: Bilingual(vi: "Đã ghi thay đổi.", en: "The change is recorded."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await page(context, refused: (form, refusal))
        }
    }

    private static func importPage(
        _ list: List, _ context: AppContext, table: CellTable? = nil,
        summary: ImportSummary? = nil, refusal: (any UserFacingError)? = nil
    ) -> Response {
        let language = context.language
        let builder = ImportBuilder(
            language: language, title: list.title,
            crumb: Link(
                language == .vi ? "Quy trình và thẩm quyền" : "Procedures and competences",
                Paths.legalRules()), path: Paths.legalRules(list.rawValue, "import"),
            columns: list.headings, extra: [], token: context.formToken,
            files: ["csv", "xlsx"].map { Paths.legalRules("\(list.rawValue).\($0)") },
            table: table, summary: summary, refusal: refusal)
        return context.page(
            list.title[language], in: .documents, refusal: refusal,
            main: importView(builder.importPage()))
    }

    private static func take(
        _ list: List, _ form: Form, _ context: AppContext
    ) async throws -> Response {
        let user = try context.signedIn().user.id
        do {
            let table = try ImportedTable.read(form)
            if form.has("confirmed") {
                let summary = try await context.site.store.write {
                    try list.take(table, $0, user)
                }
                return context.redirect(to: Paths.legalRules(), saying: summary.sentence)
            }
            let summary = try await context.site.store.read { try list.dryRun(table, $0) }
            return importPage(list, context, table: table, summary: summary)
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return importPage(list, context, refusal: refusal)
        }
    }
}

extension LegalRuleRoutes.List {
    fileprivate var headings: [RecordKind.Heading] {
        switch self {
        case .procedures: LegalProcedureColumns.all.map(RecordKind.Heading.init)
        case .competences: LegalCompetenceColumns.all.map(RecordKind.Heading.init)
        }
    }

    fileprivate func table(_ db: ReadableDatabase) throws -> CellTable {
        switch self {
        case .procedures:
            LegalProcedureColumns.all.table(
                try db.legalProcedures().flatMap { procedure in
                    procedure.steps.map { LegalProcedureRow(procedure, $0) }
                })
        case .competences:
            LegalCompetenceColumns.all.table(
                try db.legalCompetences().map(LegalCompetenceRow.init))
        }
    }

    private func procedures(_ table: CellTable) -> ReadRows<LegalProcedureRow> {
        LegalProcedureColumns.all.read(table, blank: LegalProcedureRow())
    }

    private func competences(_ table: CellTable) -> ReadRows<LegalCompetenceRow> {
        LegalCompetenceColumns.all.read(table, blank: LegalCompetenceRow())
    }

    fileprivate func dryRun(_ table: CellTable, _ db: ReadableDatabase) throws -> ImportSummary {
        switch self {
        case .procedures: try db.legalProcedureImport(procedures(table)).summary
        case .competences: try db.legalCompetenceImport(competences(table)).summary
        }
    }

    fileprivate func take(
        _ table: CellTable, _ db: WritableDatabase, _ user: User.ID
    ) throws -> ImportSummary {
        switch self {
        case .procedures: try db.importLegalProcedures(procedures(table), by: user)
        case .competences: try db.importLegalCompetences(competences(table), by: user)
        }
    }
}

extension Paths {
    /// Procedures and competences; their lists as files, their imports.
    static func legalRules(_ things: String...) -> String {
        path(["documents", "rules"] + things)
    }
}
