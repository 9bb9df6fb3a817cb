import Domain
import Hummingbird
import Store

/// Putting a multi-year programme on record, for plans to serve.
enum ProgrammeRoutes {
    static func add(to router: Routes) {
        router.get("/programmes/new", .may(.managePlans)) { _, context in
            _ = try context.signedIn()
            return answer(context)
        }
        router.write("/programmes", .may(.managePlans), use: add)
    }

    @Sendable private static func add(_ form: Form, _ context: AppContext) async throws -> Response
    {
        let user = try context.signedIn().user.id
        do {
            var problems: [Problem] = []
            let symbol = form.required("symbol", &problems)
            let title = form.required("title", &problems)
            let first = form.count("first_year", &problems)
            let last = form.count("last_year", &problems)
            guard problems.isEmpty, let first, let last, first <= last,
                (1990...2199).contains(first), last < 2200
            else {
                throw InvalidInput(
                    problems.isEmpty
                        ? [
                            Problem(
                                "last_year", vi: "Hãy ghi năm đầu và năm cuối, ví dụ 2021 và 2030.",
                                en: "Give the first and the last year, as 2021 and 2030.")
                        ] : problems)
            }
            try await context.site.store.write { db in
                try db.addProgramme(
                    Programme(
                        id: db.newID(), symbol: symbol, title: title, firstYear: first,
                        lastYear: last),
                    by: user)
            }
            return context.redirect(
                to: Paths.plans,
                saying: Bilingual(vi: "Đã ghi chương trình.", en: "The programme is recorded."))
        } catch let refusal as any UserFacingError where !(refusal is SignInNeeded) {
            return answer(context, typed: form, refusal: refusal)
        }
    }

    private static func answer(
        _ context: AppContext, typed: Form? = nil, refusal: (any UserFacingError)? = nil
    ) -> Response {
        let language = context.language
        func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
        func field(_ name: String, _ label: String, _ kind: Field.Kind = .text) -> Field {
            Field(
                name: name, label: label, kind: kind, value: typed?.text(name) ?? "",
                problems: refusal?.problems.filter { $0.field == name }.map { $0.message[language] }
                    ?? [],
                isRequired: true, isWide: name == "title")
        }
        let title = text("Ghi chương trình, kế hoạch giai đoạn", "Record a programme")
        let page = RecordFormPage(
            language: language,
            crumbs: [Link(text("Kế hoạch", "Plans"), Paths.plans), Link(title)],
            title: title, lede: nil, path: Paths.programmes, token: context.formToken, hidden: [],
            groups: [
                RecordFormPage.Group(
                    heading: nil,
                    fields: [
                        field("symbol", text("Số, ký hiệu", "Symbol")),
                        field("title", text("Tên", "Title")),
                        field("first_year", text("Từ năm", "First year"), .number),
                        field("last_year", text("Đến năm", "Last year"), .number),
                    ])
            ],
            problems: refusal.map { [$0.message[language]] } ?? [], conflict: nil,
            saveLabel: text("Ghi", "Save"), cancelPath: Paths.plans, withdraw: nil, history: [])
        return context.page(title, in: .plan, refusal: refusal, main: recordFormView(page))
    }
}
