import Domain
import Hummingbird
import Markup
import Store

/// The first page for everybody: what may be read here without an account.
enum PublicStartRoutes {
    /// The newest documents named there.
    private static let mostDocuments = 5

    static func add(to router: Routes) {
        router.get("/public", .everyone, use: page)
    }

    @Sendable private static func page(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let language = context.language
        let day = try context.chosenDay() ?? context.today
        let documents = try await context.site.store.read {
            try $0.publicDocuments(on: day, limit: mostDocuments)
        }
        let words = Words("PublicStart", language)
        let readable =
            context.workspace.readableByVisitors
            ? [
                Link(words["overview"], Paths.overview(context.shownYear)),
                Link(words["plan"], Paths.plan(context.shownYear)),
            ] : []
        let page = PublicStartPage(
            language: language, title: words["title"],
            lede: words("lede", ["workspace": context.workspace.name[language]]),
            documents: documents.map {
                PublicStartPage.Document(
                    link: Link($0.symbol, Paths.publicDocument($0.number)), title: $0.title,
                    signedOn: $0.signedOn[language])
            },
            further: readable + [Link(words["journal"], Paths.publicJournal)])
        return context.page(page.title, in: nil, main: publicStartView(page))
    }
}

extension Paths {
    /// The first page for everybody.
    static let publicStart = "/public"
}
