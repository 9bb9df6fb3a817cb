import Documents
import Domain
import Foundation
import Hummingbird
import Reading
import Store

/// Criteria sets: the list, one set, two compared, as files and from files.
enum CriteriaRoutes {
    static func add(to router: Routes) {
        router.get("/criteria", .may(.seeCriteria), use: list)
        router.get("/criteria/import", .may(.manageCriteria)) { _, context in
            importForm(context)
        }
        router.write("/criteria", .may(.manageCriteria), limits: .standard, use: take)
        router.get("/criteria/:number", .may(.seeCriteria), use: one)
        router.get("/criteria/:number/set.yaml", .may(.seeCriteria), use: yaml)
        for format in TableFormat.allCases {
            router.get("/criteria/:number/table.\(format.rawValue)", .may(.seeCriteria)) {
                _, context in
                let set = try await set(context)
                return try Response.table(
                    CriteriaColumns.all.table(set.criteria.map { CriterionRow($0) }),
                    named: "criteria-\(set.number)", as: format)
            }
        }
        router.get("/criteria/:number/text", .may(.manageCriteria)) { _, context in
            try await editForm(context)
        }
        router.write("/criteria/:number/text", .may(.manageCriteria), use: replace)
        router.write("/criteria/:number/notes", .may(.manageCriteria), limits: .small, use: settle)
    }

    private static func set(_ context: AppContext) async throws -> CriteriaSet {
        let number = try context.number("number")
        guard let set = try await context.site.store.read({ try $0.criteriaSet(numbered: number) })
        else {
            throw MissingRecord(Bilingual(vi: "bộ tiêu chí", en: "criteria set"), "\(number)")
        }
        return set
    }

    @Sendable private static func list(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let sets = try await context.site.store.read { try $0.criteriaSets() }
        let page = CriteriaListPage(
            sets, language: context.language, canManage: context.may(.manageCriteria))
        return context.page(
            page.title, in: .scores,
            main: criteriaListView(page, Words("Scoring", context.language)))
    }

    @Sendable private static func one(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let set = try await set(context)
        let with = Int(context.query.text("with"))
        let (other, others) = try await context.site.store.read { db in
            (try with.flatMap { try db.criteriaSet(numbered: $0) }, try db.criteriaSets())
        }
        let page = CriteriaSetBuilder(
            set: set, other: other, others: others, language: context.language,
            canManage: context.may(.manageCriteria)
        ).page()
        return context.page(
            page.title, in: .scores,
            main: criteriaSetView(
                page, token: context.formToken, words: Words("Scoring", context.language)))
    }

    @Sendable private static func yaml(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let set = try await set(context)
        return .file(
            Data(set.yaml.utf8), type: "application/yaml; charset=utf-8",
            named: "criteria-\(set.number).yaml")
    }

    private static func importForm(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) -> Response {
        let language = context.language
        let words = Words("Scoring", language)
        func field(_ name: String, _ kind: Field.Kind = .text, wide: Bool = false) -> Field {
            Field(
                name: name, label: words["set-\(name)"], kind: kind,
                value: typed?.text(name) ?? "",
                hint: words.has("set-\(name)-hint")
                    ? words["set-\(name)-hint"] : nil, isWide: wide)
        }
        let blocks =
            [Field.Choice(value: "province", text: Agency.Block?.none.scoredTitle[language])]
            + Agency.Block.allCases.map {
                Field.Choice(value: $0.rawValue, text: $0.title[language])
            }
        let page = RecordFormPage(
            language: language,
            crumbs: [Link(words["criteria-sets"], Paths.criteriaSets), Link(words["import-set"])],
            title: words["import-set"], lede: words["import-set-lede"], path: Paths.criteriaSets,
            token: context.formToken, hidden: [],
            groups: [
                RecordFormPage.Group(
                    heading: nil,
                    fields: [
                        field("file", .file(accept: ".docx,.yaml,.yml,.xlsx,.csv"), wide: true),
                        field("name", wide: true), field("block", .choice(blocks)),
                        field("year", .number), field("symbol"), field("issued_on", .day),
                        field("classes", wide: true), field("source", wide: true),
                    ])
            ],
            problems: refusal.map {
                [$0.message[language]] + $0.problems.map { $0.placed[language] }
            } ?? [], conflict: nil, saveLabel: words["import-set"],
            cancelPath: Paths.criteriaSets, withdraw: nil, history: [])
        return context.page(
            page.title, in: .scores, refusal: refusal, main: recordFormView(page))
    }

    @Sendable private static func take(_ form: Form, _ context: AppContext) async throws -> Response
    {
        let user = try context.signedIn().user.id
        do {
            let day = context.today
            let tree = try await context.site.store.read { try $0.agencyTree(on: day) }
            let (read, isGuessed) = try read(form, tree)
            let set = try await context.site.store.write { try $0.addCriteriaSet(read, by: user) }
            return context.redirect(
                to: Paths.criteriaSet(set.number),
                saying: Bilingual(
                    vi:
                        "Đã nhập bộ tiêu chí với \(set.scored.count) tiêu chí được chấm.\(isGuessed ? " Nguồn số liệu được suy từ cách tính trong quyết định; xin kiểm tra từng tiêu chí trước khi mở đợt chấm." : "")",
                    en:
                        "The set is recorded, with \(set.scored.count) criteria that are scored.\(isGuessed ? " Inputs were inferred from the rules in the decision; look at each before a round opens." : "")"
                ))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return importForm(context, typed: form, refusal: refusal)
        }
    }

    /// The set in the form's file, and whether its inputs were inferred from its rules.
    private static func read(
        _ form: Form, _ tree: AgencyTree
    ) throws -> (criteria: ReadCriteria, isGuessed: Bool) {
        guard let file = form.file("file") else {
            throw InvalidInput([
                Problem(
                    "file", vi: "Hãy chọn tệp .docx, .yaml, .xlsx hoặc .csv.",
                    en: "Choose a .docx, .yaml, .xlsx or .csv file.")
            ])
        }
        let data = try Data(contentsOf: URL(filePath: file.path))
        if file.name.hasSuffix(".yaml") || file.name.hasSuffix(".yml") {
            return (try CriteriaYAML.read(data, name: file.name), false)
        }
        var problems: [Problem] = []
        let name = form.required("name", &problems)
        _ = form.required("year", &problems)
        let year = form.count("year", &problems)
        var details = CriteriaSet.Details(
            name: name, block: Agency.Block(rawValue: form.text("block")), year: year ?? 0,
            symbol: form.text("symbol"), issuedOn: form.day("issued_on", &problems),
            source: form.text("source"))
        let classes = ScoreClasses.read(form.text("classes"))
        details.classes = classes.classes
        problems += classes.problems
        if let year, !(1900...2199).contains(year) {
            problems.append(
                Problem("year", vi: "Hãy ghi năm như 2021.", en: "Write the year as 2021."))
        }
        let isWord = file.name.lowercased().hasSuffix(".docx")
        let table =
            isWord
            ? try CriteriaWord.table(data, name: file.name)
            : try TableFile.read(data, name: file.name)
        let rows = CriteriaColumns.all.read(table, blank: CriterionRow()).coded(tree)
        return (ReadCriteria(rows, details: details, others: problems), isWord)
    }

    /// The set as a text to be edited, which says everything that a file would.
    private static func editForm(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let set = try await set(context)
        let language = context.language
        let words = Words("Scoring", language)
        let page = RecordFormPage(
            language: language,
            crumbs: [
                Link(words["criteria-sets"], Paths.criteriaSets),
                Link(set.details.name, Paths.criteriaSet(set.number)), Link(words["edit-set"]),
            ],
            title: words["edit-set"], lede: words["edit-set-lede"],
            path: Paths.criteriaSet(set.number, "text"), token: context.formToken,
            hidden: [
                HiddenField(
                    name: EditedForm.versionName,
                    value: typed?.text(EditedForm.versionName) ?? String(set.version))
            ],
            groups: [
                RecordFormPage.Group(
                    heading: nil,
                    fields: [
                        Field(
                            name: "text", label: words["set-text"], kind: .longText(rows: 40),
                            value: typed?.whole("text") ?? set.yaml, isWide: true)
                    ])
            ],
            problems: refusal.map {
                [$0.message[language]] + $0.problems.map { $0.placed[language] }
            } ?? [], conflict: nil, saveLabel: words["save"],
            cancelPath: Paths.criteriaSet(set.number), withdraw: nil, history: [])
        return context.page(
            page.title, in: .scores, refusal: refusal, main: recordFormView(page))
    }

    @Sendable private static func replace(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let number = try context.number("number")
        let user = try context.signedIn().user.id
        do {
            let read = try CriteriaYAML.read(Data(form.whole("text").utf8), name: "YAML")
            try await context.site.store.write {
                try $0.replaceCriteria(of: number, with: read, version: form.version, by: user)
            }
            return context.redirect(
                to: Paths.criteriaSet(number),
                saying: Bilingual(vi: "Đã lưu bộ tiêu chí.", en: "The set is saved."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await editForm(context, typed: form, refusal: refusal)
        }
    }

    @Sendable private static func settle(_ form: Form, _ context: AppContext) async throws
        -> Response
    {
        let number = try context.number("number")
        let user = try context.signedIn().user.id
        try await context.site.store.write {
            try $0.settleSum(
                form.text("code"), of: number, note: form.text("note"), version: form.version,
                by: user)
        }
        return context.redirect(
            to: Paths.criteriaSet(number),
            saying: Bilingual(vi: "Đã ghi lý do giữ nguyên.", en: "The reason is recorded."))
    }
}
