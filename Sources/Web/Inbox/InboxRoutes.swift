import Domain
import Hummingbird
import Store

/// What waits for the person who signed in, and for a body they look after.
enum InboxRoutes {
    static func add(to router: Routes) {
        router.get("/inbox", .account, use: own)
        router.get("/agencies/:code/inbox", .may(.seeInbox), use: agency)
    }

    @Sendable private static func own(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let (user, today) = (try context.signedIn().user.id, context.today)
        let (language, query) = (context.language, query(context, person: user))
        let mayChase = context.may(.chase)
        let page = try await context.site.store.read { db in
            try InboxBuilder(
                db, db.inboxQuestion(of: user, on: today), query: query, of: nil,
                language: language, path: Paths.inbox, mayChase: mayChase
            ).inboxPage()
        }
        return context.page(page.title, in: .inbox, main: inboxView(page))
    }

    @Sendable private static func agency(_ request: Request, _ context: AppContext) async throws
        -> Response
    {
        let (code, today) = (try context.segment("code"), context.today)
        let (user, language) = (try context.signedIn().user.id, context.language)
        let query = query(context, person: nil)
        let page = try await context.site.store.read { db in
            guard let body = try db.agencies(coded: code, on: today).first else {
                throw MissingRecord(Bilingual(vi: "cơ quan", en: "agency"), code)
            }
            return try InboxBuilder(
                db, db.inboxQuestion(of: body.agency, for: user, on: today), query: query,
                of: body, language: language, path: Paths.inbox(of: code), mayChase: false
            ).inboxPage()
        }
        return context.page(page.title, in: .agencies, main: inboxView(page))
    }

    private static func query(_ context: AppContext, person: User.ID?) -> InboxBuilder.Query {
        InboxBuilder.Query(
            box: context.query.optional("box").flatMap(InboxItem.Box.init),
            kind: context.query.optional("kind").flatMap(InboxItem.Kind.init),
            after: context.query.optional("after").flatMap(InboxPlace.init),
            answering: context.query.text("who") == "me" ? person : nil)
    }
}
