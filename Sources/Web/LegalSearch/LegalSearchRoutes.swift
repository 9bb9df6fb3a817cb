import Domain
import Hummingbird
import Store

/// Looking through titles and texts of the register.
enum LegalSearchRoutes {
    static let pageLength = 20

    static func add(to router: Routes) {
        router.get("/documents/search", .may(.seeDocuments)) { _, context in
            try await page(context)
        }
    }

    private static func page(_ context: AppContext) async throws -> Response {
        let chosen = try context.chosenDay()
        let day = chosen ?? context.today
        let (language, typed, kept) = (context.language, context.query, context.site.kept)
        let hasEnded = day < context.today
        let page = try await context.site.store.read { db in
            let snapshot = Snapshot(
                db: db, kept: kept, year: day.year, day: day, dayHasEnded: hasEnded)
            return try LegalSearchBuilder(
                typed, day: day, chosen: chosen, language: language, tree: try snapshot.tree(), db
            ).page()
        }
        return context.page(page.title, in: .documents, main: legalSearchView(page))
    }
}

/// Makes the page of what was found.
struct LegalSearchBuilder {
    private let day: Day
    private let chosen: Day?
    private let language: Language
    private let tree: AgencyTree
    private let search: LegalSearch
    private let issuerCode: String
    private let fields: [String]
    private let outside: [OutsideIssuer]
    private let hits: [FoundDocument]
    private let texts: [LegalDocument.ID: String]
    private let states: [LegalDocument.ID: EffectState]
    private let waiting: Int

    init(
        _ typed: Form, day: Day, chosen: Day?, language: Language, tree: AgencyTree,
        _ db: ReadableDatabase
    ) throws {
        self.day = day
        self.chosen = chosen
        self.language = language
        self.tree = tree
        var search = LegalSearch()
        search.words = String(typed.text("q").prefix(200))
        search.place = LegalSearch.Place(rawValue: typed.text("place")) ?? .text
        search.symbol = String(typed.text("symbol").prefix(60))
        search.field = String(typed.text("field").prefix(120))
        search.state = EffectState(rawValue: typed.text("effect"))
        issuerCode = typed.text("issuer")
        if !issuerCode.isEmpty {
            search.issuer = tree.bodies(coded: issuerCode).first?.id ?? Agency.ID("-")
        }
        self.search = search
        fields = try db.legalFields()
        outside = try db.outsideIssuers()
        hits =
            search.isEmpty
            ? []
            : try db.findDocuments(
                search, on: day, after: Int(typed.text("after")),
                limit: LegalSearchRoutes.pageLength + 1)
        let shown = hits.prefix(LegalSearchRoutes.pageLength)
        var texts: [LegalDocument.ID: String] = [:]
        if search.place == .text, !search.words.isEmpty {
            for hit in shown { texts[hit.id] = try db.legalWords(of: hit.id) }
        }
        self.texts = texts
        states = try db.legalStates(of: shown.map(\.id), on: day)
        waiting = try db.unindexedCount()
    }

    private func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    func page() -> LegalSearchPage {
        let shown = hits.prefix(LegalSearchRoutes.pageLength)
        return LegalSearchPage(
            language: language,
            crumbs: [
                Link(
                    RecordKind.documents.name[language],
                    RecordKind.documents.list(day.year, on: chosen)),
                Link(text("Tìm văn bản", "Search")),
            ],
            title: text("Tìm văn bản", "Search documents"),
            lede: text(
                "Tìm trong trích yếu và toàn văn; gõ có dấu hay không dấu đều được; văn bản mới ký đứng trước.",
                "Looks through titles and texts, with or without marks; the newest first.")
                + (waiting == 0
                    ? ""
                    : text(
                        " \(Written.count(waiting, .vi)) văn bản đang chờ lập chỉ mục.",
                        " \(Written.english(waiting, "document waits", "documents wait")) to be taken in."
                    )),
            filter: filter, hits: shown.map(hit),
            none: search.isEmpty
                ? text(
                    "Hãy gõ từ cần tìm hoặc một phần số, ký hiệu.",
                    "Type words or a part of a symbol.")
                : text("Không tìm thấy văn bản nào.", "Nothing was found."),
            next: hits.count > LegalSearchRoutes.pageLength
                ? shown.last.map {
                    Link(text("Trang sau", "Next page"), address(after: $0.number))
                } : nil)
    }

    private func hit(_ document: FoundDocument) -> LegalSearchPage.Hit {
        let asked = LegalTerms.asked(search.words)
        let excerpt = texts[document.id].map { LegalTerms.excerpt($0, asked: asked) }
        let issuer =
            tree.body(document.issuer)?.name
            ?? outside.first { $0.id == document.issuer }?.name[language] ?? ""
        return LegalSearchPage.Hit(
            symbol: LegalTerms.marked(
                document.symbol, asked: asked + LegalTerms.asked(search.symbol)),
            path: Paths.legalDocument(document.number, on: chosen),
            title: LegalTerms.marked(document.title, asked: asked),
            excerpt: excerpt.map { LegalTerms.marked($0, asked: asked) } ?? [],
            facts: [issuer, document.signedOn[language]].filter { !$0.isEmpty }
                .joined(separator: " · "),
            badge: states[document.id].map { Badge($0, language) })
    }

    private var filter: RecordListPage.Filter {
        func choice(_ value: String, _ text: String, _ isChosen: Bool) -> Field.Choice {
            Field.Choice(value: value, text: text.capitalisedFirst, isChosen: isChosen)
        }
        let all = Field.Choice(value: "", text: text("Tất cả", "All"))
        return RecordListPage.Filter(
            path: Paths.legalSearch,
            fields: [
                Field(name: "q", label: text("Từ cần tìm", "Words"), value: search.words),
                Field(
                    name: "place", label: text("Tìm trong", "Look in"),
                    kind: .choice(
                        LegalSearch.Place.allCases.map {
                            choice($0.rawValue, $0.title[language], search.place == $0)
                        })),
                Field(
                    name: "symbol", label: text("Một phần số, ký hiệu", "Part of a symbol"),
                    value: search.symbol),
                Field(
                    name: "field", label: text("Lĩnh vực", "Field"),
                    kind: .choice([all] + fields.map { choice($0, $0, search.field == $0) })),
                Field(
                    name: "effect", label: text("Hiệu lực", "Effect"),
                    kind: .choice(
                        [all]
                            + EffectState.allCases.filter { $0 != .unsuitable }.map {
                                choice($0.rawValue, $0.title[language], search.state == $0)
                            })),
                Field(
                    name: "issuer", label: text("Cơ quan (mã)", "Issuer (code)"),
                    value: issuerCode),
            ],
            kept: chosen.map { [HiddenField(name: "on", value: $0.text)] } ?? [], isSearch: true)
    }

    private func address(after number: Int) -> String {
        Paths.changed(
            Paths.legalSearch,
            [
                ("q", search.words.isEmpty ? nil : search.words), ("place", search.place.rawValue),
                ("symbol", search.symbol.isEmpty ? nil : search.symbol),
                ("field", search.field.isEmpty ? nil : search.field),
                ("effect", search.state?.rawValue),
                ("issuer", issuerCode.isEmpty ? nil : issuerCode), ("after", String(number)),
                ("on", chosen?.text),
            ])
    }
}
