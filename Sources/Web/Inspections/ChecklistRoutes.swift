import Domain
import Hummingbird
import Markup
import Store

/// Checklists of the year.
enum ChecklistRoutes {
    static func add(to router: Routes) {
        router.get("/:year/checklists", .may(.seeInspections)) { _, context in
            try await list(context)
        }
        router.write("/:year/checklists", .may(.manageInspectionRules), use: add)
        router.get("/:year/checklists/:number", .may(.seeInspections)) { _, context in
            try await one(context)
        }
    }

    private static func list(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) async throws -> Response {
        let year = try context.year()
        let language = context.language
        func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
        let lists = try await context.site.store.read { try $0.checklists(of: year) }
        let title = text("Danh mục nội dung kiểm tra năm \(year)", "Checklists of \(year)")
        let table = TaskPage.Table(
            caption: title,
            headings: [
                text("Số", "No."), text("Tên", "Name"), text("Căn cứ", "Source"),
                text("Số nội dung", "Items"),
            ],
            rows: lists.map {
                [
                    TaskPage.Cell(link: Link("\($0.number)", Paths.checklist(year, $0.number))),
                    TaskPage.Cell(link: Link($0.name, Paths.checklist(year, $0.number))),
                    TaskPage.Cell(link: Link($0.source)),
                    TaskPage.Cell(link: Link("\($0.items.count)"), isNumber: true),
                ]
            }, none: text("Chưa có danh mục nào.", "There is none yet."))
        let edited = EditedForm(
            [
                Field(name: "name", label: text("Tên danh mục", "Name"), isRequired: true),
                Field(name: "source", label: text("Căn cứ", "Source")),
                Field(
                    name: "items", label: text("Các nội dung", "Items"), kind: .longText(rows: 8),
                    value: lists.last?.lines ?? "",
                    hint: text(
                        "Mỗi nội dung một dòng: lĩnh vực | nội dung | căn cứ | criterion, target hoặc clause và mã (ví dụ: criterion 1.3.2).",
                        "One a line: area | text | ground | criterion, target or clause and its code (criterion 1.3.2)."
                    ), isRequired: true, isWide: true),
            ], version: nil, typed: typed, refusal: refusal, language)
        let part = TaskFormPart(
            id: "form-checklist", heading: text("Thêm danh mục mới", "Add an edition"),
            path: Paths.checklists(year), token: context.formToken, hidden: edited.hidden,
            fields: edited.fields, problems: edited.problems,
            problemsHeading: text("Chưa ghi được", "It was not recorded"),
            save: text("Thêm", "Add"), isFolded: true)
        let form: HTML? =
            context.may(.manageInspectionRules) ? formPart(part, language) : nil
        let main: HTML = """
            <div class="head"><div><h1>\(title)</h1></div></div><div class="stack">\(tablePart(table))\(form)</div>
            """
        return context.page(title, in: .inspections, refusal: refusal, main: main)
    }

    @Sendable private static func add(_ form: Form, _ context: AppContext) async throws -> Response
    {
        let year = try context.year()
        let user = try context.signedIn().user.id
        do {
            try await context.site.store.write {
                _ = try $0.addChecklist(
                    of: year, name: form.text("name"), source: form.text("source"),
                    items: Checklist.items(form.whole("items")), by: user)
            }
            return context.redirect(
                to: Paths.checklists(year),
                saying: Bilingual(vi: "Đã thêm danh mục.", en: "The checklist was added."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return try await list(context, typed: form, refusal: refusal)
        }
    }

    private static func one(_ context: AppContext) async throws -> Response {
        let year = try context.year()
        let number = try context.number("number")
        let language = context.language
        let list = try await context.site.store.read { try required(number, $0) }
        let page = ChecklistBuilder(
            list: list, answers: [], copied: [], year: year, language: language, title: list.name,
            lede: list.source,
            crumbs: [
                Link(
                    language == .vi ? "Danh mục nội dung kiểm tra" : "Checklists",
                    Paths.checklists(year)), Link(list.name),
            ], form: nil, typed: nil, refusal: nil
        ).page()
        return context.page(page.title, in: .inspections, main: checklistView(page))
    }

    private static func required(_ number: Int, _ db: ReadableDatabase) throws -> Checklist {
        guard let list = try db.checklist(numbered: number) else {
            throw MissingRecord(
                Bilingual(vi: "danh mục nội dung kiểm tra", en: "checklist"), "\(number)")
        }
        return list
    }
}
