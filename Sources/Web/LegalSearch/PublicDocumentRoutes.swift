import Domain
import Hummingbird
import Markup
import Store

/// Documents and policies for everybody, each at an address that stays, with what changed it.
enum PublicDocumentRoutes {
    private static let pageLength = 50
    /// Lines of text shown on the page.
    private static let mostLines = 1_000

    static func add(to router: Routes) {
        router.get("/public/documents", .everyone) { _, context in try await list(context) }
        router.get("/public/documents/:number", .everyone) { _, context in
            try await one(context)
        }
    }

    private static func list(_ context: AppContext) async throws -> Response {
        let chosen = try context.chosenDay()
        let day = chosen ?? context.today
        let language = context.language
        let typed = context.query
        func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
        var search = LegalSearch()
        search.words = String(typed.text("q").prefix(200))
        search.isPublic = true
        let (asked, after) = (search, Int(typed.text("after")))
        let (found, states, tree) = try await context.site.store.read { db in
            let found =
                asked.isEmpty
                ? try db.publicDocuments(on: day, after: after, limit: pageLength + 1)
                : try db.findDocuments(asked, on: day, after: after, limit: pageLength + 1)
            return (
                found, try db.legalStates(of: found.map(\.id), on: day),
                try db.agencyTree(on: day)
            )
        }
        let shown = found.prefix(pageLength)
        let title = text(
            "Văn bản, chính sách còn hiệu lực ngày \(day.vi)", "Documents in force on \(day.en)")
        let table = TaskPage.Table(
            caption: asked.isEmpty ? title : text("Kết quả tìm", "What was found"),
            headings: [
                text("Số, ký hiệu", "Symbol"), text("Trích yếu", "Title"),
                text("Cơ quan ban hành", "Issuer"), text("Ngày ký", "Signed"),
                text("Hiệu lực", "Effect"),
            ],
            rows: shown.map { document in
                [
                    TaskPage.Cell(
                        link: Link(
                            document.symbol, Paths.publicDocument(document.number, on: chosen))),
                    TaskPage.Cell(link: Link(document.title)),
                    TaskPage.Cell(link: Link(tree.body(document.issuer)?.name ?? "")),
                    TaskPage.Cell(link: Link(document.signedOn[language])),
                    TaskPage.Cell(badge: states[document.id].map { Badge($0, language) }),
                ]
            }, none: text("Không có văn bản nào.", "There is none."))
        let filter = RecordListPage.Filter(
            path: Paths.publicDocuments,
            fields: [
                Field(
                    name: "q", label: text("Tìm trong trích yếu, toàn văn", "Search"),
                    value: asked.words)
            ], kept: chosen.map { [HiddenField(name: "on", value: $0.text)] } ?? [], isSearch: true)
        let next =
            found.count > pageLength
            ? shown.last.map {
                Link(
                    text("Trang sau", "Next page"),
                    Paths.changed(
                        Paths.publicDocuments,
                        [
                            ("q", asked.words.isEmpty ? nil : asked.words),
                            ("after", String($0.number)), ("on", chosen?.text),
                        ]))
            } : nil
        let main: HTML = """
            <div class="head"><div><h1>\(title)</h1><p class="lede">\(text("Mỗi văn bản có một địa chỉ cố định, kèm các văn bản đã thay đổi nó.", "Each has an address that stays, with what changed it."))</p></div></div>
            <div class="stack">\(filterForm(filter, Words("Records", language)))\(tablePart(table))\
            \(if: next, { "<p class=\"actions\"><a class=\"button\" href=\"\($0.path)\" rel=\"next\">\($0.text)</a></p>" })</div>
            """
        return context.page(title, in: .documents, main: main)
    }

    private static func one(_ context: AppContext) async throws -> Response {
        let number = try context.number("number")
        let chosen = try context.chosenDay()
        let day = chosen ?? context.today
        let language = context.language
        func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
        let path = context.path
        let (document, effect, words, issuer) = try await context.site.store.read { db in
            guard let document = try db.legalDocument(numbered: number), document.isPublic,
                try db.outsideIssuer(document.issuer) == nil
            else {
                throw MissingPage(path: path)
            }
            let builder = try EffectPartBuilder(
                document, language: language, chosen: chosen, day: day, token: "",
                mayRecord: false, mayReview: false, typed: nil, isPublic: true, db)
            return (
                document, builder?.part(), try db.legalWords(of: document.id),
                try db.agencyTree(on: day).body(document.issuer)?.name
            )
        }
        let details = document.details
        let facts = [
            (text("Cơ quan ban hành", "Issuer"), issuer ?? ""),
            (text("Người ký", "Signer"), details.signer),
            (text("Ngày ký", "Signed on"), document.signedOn[language]),
            (text("Ngày công bố", "Published on"), details.publishedOn?[language] ?? ""),
            (text("Ngày có hiệu lực", "In force on"), details.inForceOn?[language] ?? ""),
            (text("Lĩnh vực", "Field"), details.field.capitalisedFirst),
        ].filter { !$0.1.isEmpty }.map { TargetPage.Fact(name: $0.0, text: $0.1) }
        let title = "\(details.kind.title[language].capitalisedFirst) \(document.symbol)"
        let lines = (words ?? "").split(whereSeparator: \.isNewline).map(\.trimmed)
            .filter { !$0.isEmpty }.prefix(mostLines)
        let crumbs = [
            Link(text("Văn bản còn hiệu lực", "Documents in force"), Paths.publicDocuments),
            Link(document.symbol),
        ]
        let main: HTML = """
            \(crumbsView(crumbs, label: text("Vị trí trong trang", "Where you are")))
            <div class="head"><div><h1>\(title)</h1><p class="lede">\(document.title)</p></div></div>
            <div class="cols"><div class="stack">\(if: effect, effectPartView)\
            \(when: !lines.isEmpty, "<section class=\"card\"><h2>\(text("Toàn văn", "Text"))</h2>\(each: lines, { "<p>\($0)</p>" })</section>")</div>
            <div class="stack"><section class="card"><h2>\(text("Thông tin", "Facts"))</h2><dl class="facts">\(each: facts, factView)</dl></section></div></div>
            """
        return context.page(title, in: .documents, main: main)
    }
}

extension Paths {
    /// Documents and policies for everybody.
    static let publicDocuments = "/public/documents"

    static func publicDocument(_ number: Int, on: Day? = nil) -> String {
        path(["public", "documents", String(number)], on: on)
    }
    /// Looking through titles and texts of the register.
    static let legalSearch = "/documents/search"
}
